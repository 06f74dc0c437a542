// The features that a script uses: its syntax, names of the browser, and the CSS and the events in its texts.
//
// Not seen are members by names that are only known as the script runs (`Reflect.get(object, name)`), such as what the
// WebAssembly module asks for by a text of its own, and patterns that are made from texts.

import { parse } from 'acorn';
import { full, fullAncestor } from 'acorn-walk';
import { isGlobalObject, ofEvent, ofGlobal, ofMember, ofMemberOf } from './names.mjs';
import { styleFeatures } from './styles.mjs';
import { syntaxFeatures } from './syntax.mjs';

/** All names that a script declares anywhere. One that it declares in another place than it uses it is not found. */
const declaredIn = (tree) => {
  const names = new Set();
  full(tree, (node, state, type) => {
    if (type === 'VariablePattern') names.add(node.name);
    for (const { local } of node.type === 'ImportDeclaration' ? node.specifiers : []) names.add(local.name);
  });
  return names;
};

/** The name of a member, where the script writes it. */
const keyOf = ({ computed, property, key = property }) => {
  if (computed) return typeof key.value === 'string' ? key.value : undefined;
  return key.type === 'Identifier' ? key.name : key.value;
};

/** The global name that an expression stands for, as `Node` in `Node`, `self.Node` and `Node.prototype`. */
const globalName = (node, declared) => {
  if (node.type === 'ChainExpression') return globalName(node.expression, declared);
  if (node.type === 'Identifier') return declared.has(node.name) ? undefined : node.name;
  if (node.type !== 'MemberExpression') return undefined;
  const owner = globalName(node.object, declared);
  if (owner && isGlobalObject(owner)) return keyOf(node);
  return keyOf(node) === 'prototype' ? owner : undefined;
};

/** A member of what is known by name exactly, else by the name alone. */
const member = (owner, name) => {
  if (owner && isGlobalObject(owner)) return [[name, ofGlobal(name)]];
  const exact = owner ? ofMemberOf(owner, name) : [];
  return exact.length ? [[`${owner}.${name}`, exact]] : [[`.${name}`, ofMember(name)]];
};

/** Reading names out of an object by a pattern is using its members. */
const taken = (pattern, parent, declared) => {
  const isKnown = parent.type === 'VariableDeclarator' && parent.init;
  const owner = isKnown ? globalName(parent.init, declared) : undefined;
  return pattern.properties
    .filter((property) => property.type === 'Property' && keyOf(property) !== undefined)
    .flatMap((property) => member(owner, String(keyOf(property))));
};

/** The event that `addEventListener` is called for, alone or of an object. */
const eventOf = ({ callee, arguments: [first] }) => {
  const name = callee.type === 'MemberExpression' ? keyOf(callee) : callee.name;
  const isEvent = name === 'addEventListener' && typeof first?.value === 'string';
  return isEvent ? [[`event ${first.value}`, ofEvent(first.value)]] : [];
};

const namesOf = (node, parent, declared) => {
  if (node.type === 'Identifier' && !declared.has(node.name)) return [[node.name, ofGlobal(node.name)]];
  if (node.type === 'MemberExpression' && typeof keyOf(node) === 'string')
    return member(globalName(node.object, declared), keyOf(node));
  if (node.type === 'ObjectPattern') return taken(node, parent, declared);
  return node.type === 'CallExpression' ? eventOf(node) : [];
};

/** What a text tells where it is a style sheet, which then must be understood, or could be a list of selectors. */
const cssOf = (text) => {
  if (/\{[^{}]*:[^{}]*\}/.test(text)) return styleFeatures(text);
  try {
    return /[:[>]/.test(text) ? styleFeatures(text, 'selectorList') : [];
  } catch {
    // Most texts with such a sign are words or addresses.
    return [];
  }
};

const textOf = (node) => {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node.type === 'TemplateElement' ? (node.value.cooked ?? '') : '';
};

const FUNCTIONS = /Function|^StaticBlock$|^PropertyDefinition$/;

/** The features of a script or a module. */
export const scriptFeatures = (text) => {
  const tree = parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  const declared = declaredIn(tree);
  const finds = [];
  fullAncestor(tree, (node, state, ancestors) => {
    const isTop = !ancestors.some(({ type }) => FUNCTIONS.test(type));
    const names = namesOf(node, ancestors.at(-2), declared);
    const css = cssOf(textOf(node)).map(({ feature, entries }) => [feature, entries]);
    const features = [...syntaxFeatures(node, isTop), ...names, ...css];
    for (const [feature, entries] of features) finds.push({ feature, entries, line: node.loc.start.line });
  });
  return finds;
};
