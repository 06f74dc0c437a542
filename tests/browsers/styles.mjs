// The features that a style sheet uses, each with the entries of the data that may be meant.
//
// Known by name: properties, descriptors, at-rules, features of media, pseudo-classes and -elements, functions, units
// and keywords. What the data has no entry for is passed over, so that a keyword or a mixture of values can slip by.

import { parse, walk } from 'css-tree';
import { data, entry, prefixed } from './support.mjs';

const { properties, selectors, types, 'at-rules': atRules } = data.css;

const VIEWPORTS = { s: 'small', l: 'large', d: 'dynamic' };

const ofUnit = (unit) => {
  if (unit.startsWith('cq')) return entry(types.length, 'container_query_length_units');
  const [, size] = /^([sld])v/.exec(unit) ?? [];
  return entry(types.length, size ? `viewport_percentage_units_${VIEWPORTS[size]}` : unit);
};

/** A function has an entry of the property, of its own, or of a kind of values; named apart from a keyword like it. */
const ofFunction = (property, name) => {
  const places = [properties[property] ?? {}, types, ...Object.values(types)];
  const under = (...names) => places.flatMap((place) => names.flatMap((spelling) => entry(place, spelling)));
  const apart = under(`${name}-function`, `${name}_function`);
  return apart.length ? apart : under(name);
};

const ofKeyword = (property, word) => [
  ...prefixed(properties[property] ?? {}, word),
  ...entry(types.global_keywords, word),
  ...entry(types.color['system-color'], word),
];

const pseudo = (node) => {
  const name = node.name.toLowerCase();
  const found = prefixed(selectors, node.children && name === 'host' ? 'hostfunction' : name);
  const colons = node.type === 'PseudoElementSelector' ? '::' : ':';
  const features = [[`${colons}${name}`, found]];
  const [first] = node.children ?? [];
  if (first?.selector) features.push([`:${name}(… of …)`, entry(selectors, name, 'of_syntax')]);
  if (name === 'not' && first.children.size > 1)
    features.push([':not(…, …)', entry(selectors, 'not', 'selector_list')]);
  return features;
};

const declaration = (node, { atRule, rule }) => {
  const name = node.property.toLowerCase();
  if (name.startsWith('--')) return [];
  const descriptor = rule ? [] : entry(atRules, atRule, name);
  return descriptor.length ? [[`@${atRule} ${name}`, descriptor]] : [[name, prefixed(properties, name)]];
};

const mediaFeature = (node) => {
  if (node.kind !== 'media') return [];
  const name = node.name.toLowerCase().replace(/^(min|max)-/, '');
  return [[`@media (${name})`, entry(atRules.media, name)]];
};

const CONTAINERS = { style: 'style_queries_for_custom_properties', 'scroll-state': 'scroll-state_queries' };

const featureFunction = ({ kind, feature: name }) =>
  kind === 'container'
    ? [[`@container ${name}()`, entry(atRules.container, CONTAINERS[name])]]
    : [[`@${kind} ${name}()`, entry(atRules, kind, name)]];

const called = (node, { property }) => {
  const name = node.name.toLowerCase();
  const features = [[`${name}()`, ofFunction(property, name)]];
  if (node.children.first?.name === 'from')
    features.push([`${name}(from …)`, entry(types.color, name, 'relative_syntax')]);
  return features;
};

const keyword = (node, { property }) => {
  if (!property) return [];
  const word = node.name.toLowerCase();
  return [[`${property}: ${word}`, ofKeyword(property, word)]];
};

const NESTING = [['nesting of rules', entry(selectors, 'nesting')]];
const CASES = { i: 'case_insensitive_modifier', s: 'case_sensitive_modifier' };

/** What each kind of node tells, given where it stands. */
const TELLERS = {
  Atrule: (node, { rule }) => [[`@${node.name}`, prefixed(atRules, node.name.toLowerCase())], ...(rule ? NESTING : [])],
  Declaration: declaration,
  Rule: (node, { rule }) => (rule ? NESTING : []),
  NestingSelector: () => NESTING,
  PseudoClassSelector: pseudo,
  PseudoElementSelector: pseudo,
  AttributeSelector: ({ flags }) => (flags ? [[`[… ${flags}]`, entry(selectors, 'attribute', CASES[flags])]] : []),
  Feature: mediaFeature,
  FeatureRange: ({ kind }) => (kind === 'media' ? [['@media (… < …)', entry(atRules.media, 'range_syntax')]] : []),
  FeatureFunction: featureFunction,
  Function: called,
  Identifier: keyword,
  Dimension: ({ unit }) => [[`unit ${unit.toLowerCase()}`, ofUnit(unit.toLowerCase())]],
};

const isSupports = ({ type, name }) => type === 'Atrule' && name.toLowerCase() === 'supports';

/** A condition guards what it asks for only where all of it must hold. */
const guarded = (prelude) => {
  const asked = featuresOf(prelude);
  let certain = true;
  walk(prelude, (node) => {
    if (node.type === 'Identifier' && /^(not|or)$/i.test(node.name)) certain = false;
  });
  return certain ? asked.map((find) => find.feature) : [];
};

/** Features in the order of their places, but for those that an enclosing `@supports` asks for. */
const featuresOf = (tree) => {
  const finds = [];
  const rules = [];
  const guards = [];
  walk(tree, {
    enter(node) {
      const property = this.declaration?.property.toLowerCase();
      const place = { atRule: this.atrule?.name, rule: rules.at(-1), property };
      for (const [feature, entries] of TELLERS[node.type]?.(node, place) ?? [])
        if (!guards.flat().includes(feature)) finds.push({ feature, entries, line: node.loc.start.line });
      if (node.type === 'Rule') rules.push(node);
      if (isSupports(node)) guards.push(guarded(node.prelude));
    },
    leave(node) {
      if (node.type === 'Rule') rules.pop();
      if (isSupports(node)) guards.pop();
    },
  });
  return finds;
};

/** A tree in which everything was understood; throws where something was not, because that would go unexamined. */
const understood = (text, context) => {
  const refuse = (error) => {
    throw new Error(`CSS that the parser does not understand: ${error.formattedMessage ?? error.message}`);
  };
  return parse(text, { context, positions: true, parseCustomProperty: true, onParseError: refuse });
};

/** The features of a style sheet; or of a list of selectors, where `context` says so. */
export const styleFeatures = (text, context = 'stylesheet') => featuresOf(understood(text, context));
