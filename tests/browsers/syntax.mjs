// The syntax of JavaScript that came late enough to ask about, as features with the entries of the data.

import { data, entry } from './support.mjs';

const { javascript } = data;

/** A path that the data lost would let anything pass. */
const at = (path) => {
  const entries = entry(javascript, ...path.split('.'));
  if (!entries.length) throw new Error(`@mdn/browser-compat-data has no javascript.${path} any more`);
  return entries;
};

const PRIVATE_FIELD = ['private field', at('classes.private_class_fields')];
const ATTRIBUTES = ['import attributes', at('statements.import.import_attributes')];

const ASSIGNMENTS = { '??=': 'nullish_coalescing', '||=': 'logical_or', '&&=': 'logical_and', '**=': 'exponentiation' };
const FLAGS = { d: 'hasIndices', s: 'dotAll', u: 'unicode', v: 'unicodeSets', y: 'sticky' };
const USING = { using: 'using', 'await using': 'await_using' };

/** What stands in a pattern, with how it is found; a class of characters that looks alike is found in error. */
const PATTERNS = [
  ['lookbehind', /\(\?<[=!]/, 'lookbehind_assertion'],
  ['named group', /\(\?<[^=!]/, 'named_capturing_group'],
  ['modifier in a pattern', /\(\?[a-z]*-?[a-z]+:/, 'modifier'],
  ['property of Unicode in a pattern', /\\[pP]\{/, 'unicode_character_class_escape'],
];

const repeatsName = (pattern) => {
  const names = [...pattern.matchAll(/\(\?<([^=!>][^>]*)>/g)].map(([, name]) => name);
  return new Set(names).size < names.length;
};

const regularExpression = ({ pattern, flags }) => {
  const features = [...flags]
    .filter((flag) => FLAGS[flag])
    .map((flag) => [`flag ${flag} of a pattern`, at(`builtins.RegExp.${FLAGS[flag]}`)]);
  for (const [name, sign, path] of PATTERNS)
    if (sign.test(pattern)) features.push([name, at(`regular_expressions.${path}`)]);
  const twice = 'regular_expressions.named_capturing_group.duplicate_named_capturing_groups';
  if (repeatsName(pattern)) features.push(['named group twice', at(twice)]);
  return features;
};

const literal = (node) => {
  if (node.regex) return regularExpression(node.regex);
  if (node.bigint) return [['BigInt', at('builtins.BigInt')]];
  const isSeparated = typeof node.value === 'number' && node.raw.includes('_');
  return isSeparated ? [['numeric separator', at('grammar.numeric_separators')]] : [];
};

const field = ({ key, static: isStatic }) => [
  key.type === 'PrivateIdentifier' ? PRIVATE_FIELD : ['public field', at('classes.public_class_fields')],
  ...(isStatic ? [['static field', at('classes.static.class_fields')]] : []),
];

const assignment = ({ operator }) =>
  ASSIGNMENTS[operator] ? [[`operator ${operator}`, at(`operators.${ASSIGNMENTS[operator]}_assignment`)]] : [];

const binary = ({ left, operator }) => {
  if (left.type === 'PrivateIdentifier') return [['#… in', at('classes.private_class_fields_in')]];
  return operator === '**' ? [['operator **', at('operators.exponentiation')]] : [];
};

const imported = ({ options }) => [
  ['import()', at('operators.import')],
  ...(options ? [['import() with options', at('operators.import.options_parameter')]] : []),
];

const TOP_LEVEL = ['top-level await', at('operators.await.top_level')];

const loop = (node, isTop) => [
  ...(node.await ? [['for await', at('statements.for_await_of')]] : []),
  ...(node.await && isTop ? [TOP_LEVEL] : []),
];

const declared = ({ kind }) => (USING[kind] ? [[kind, at(`statements.${USING[kind]}`)]] : []);

const object = ({ properties }) =>
  properties.some(({ type }) => type === 'SpreadElement')
    ? [['spread in an object', at('operators.object_initializer.spread_properties')]]
    : [];

const exported = (node) => [
  ...(node.attributes?.length ? [ATTRIBUTES] : []),
  ...(node.exported ? [['export * as', at('statements.export.namespace')]] : []),
];

const TELLERS = {
  AssignmentExpression: assignment,
  AwaitExpression: (node, isTop) => (isTop ? [TOP_LEVEL] : []),
  BinaryExpression: binary,
  CatchClause: ({ param }) =>
    param ? [] : [['catch without a name', at('statements.try_catch.optional_catch_binding')]],
  ChainExpression: () => [['optional chaining', at('operators.optional_chaining')]],
  ExportAllDeclaration: exported,
  ExportNamedDeclaration: exported,
  ForOfStatement: loop,
  ImportDeclaration: exported,
  ImportExpression: imported,
  Literal: literal,
  LogicalExpression: ({ operator }) => (operator === '??' ? [['operator ??', at('operators.nullish_coalescing')]] : []),
  MetaProperty: ({ meta }) => (meta.name === 'import' ? [['import.meta', at('operators.import_meta')]] : []),
  MethodDefinition: ({ key }) =>
    key.type === 'PrivateIdentifier' ? [['private method', at('classes.private_class_methods')]] : [],
  ObjectExpression: object,
  PropertyDefinition: field,
  StaticBlock: () => [['static block', at('classes.static.initialization_blocks')]],
  VariableDeclaration: declared,
};

/** The late syntax of a node; `isTop` says whether no function is around it. */
export const syntaxFeatures = (node, isTop) => TELLERS[node.type]?.(node, isTop) ?? [];
