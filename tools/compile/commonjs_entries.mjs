// node tools/compile/commonjs_entries.mjs
// Makes what `require` gets of the package: for each entry a module that hands on the one ES module, so that there
// is one copy of each class, and declarations that say the same. An own entry is needed because compilers before
// TypeScript 5.8 take no ES module for what a CommonJS module may import.

import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {{ exports: Record<string, { import?: { types: string }, require?: { types: string, default: string } }> }} */
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.values(exports).filter(({ require }) => require !== undefined);

const program = ts.createProgram(
  entries.map((entry) => join(root, entry.import?.types ?? '')),
  { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [] },
);
const checker = program.getTypeChecker();

for (const entry of entries) {
  const types = join(root, entry.import?.types ?? '');
  const module = `./${basename(types, '.d.ts')}.js`;
  const required = entry.require ?? { types: '', default: '' };
  writeFileSync(
    join(root, required.default),
    `'use strict';\nmodule.exports = require('${module}');\n`,
  );
  const values = Object.keys(await import(String(new URL(module, pathToFileURL(types)))));
  writeFileSync(join(root, required.types), declarations(types, module, values));
}

/** @param {string} types a file @param {string} module @param {string[]} values what it exports at run time */
function declarations(types, module, values) {
  const source = program.getSourceFile(types);
  const symbol = source && checker.getSymbolAtLocation(source);
  if (symbol === undefined) throw new Error(`${types} is no module`);
  const from = `'${module}' with { 'resolution-mode': 'import' }`;
  const lines = [`import type * as esm from ${from};`, `export type * from ${from};`];
  for (const each of checker.getExportsOfModule(symbol)) {
    const meant = each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each;
    // A class may be exported as a type alone.
    if (!values.includes(each.name)) continue;
    lines.push(`export declare const ${each.name}: typeof esm.${each.name};`);
    if (!(meant.flags & ts.SymbolFlags.Type)) continue;
    if (hasParameters(meant))
      throw new Error(`${each.name} has type parameters, which are not written here`);
    lines.push(`export type ${each.name} = esm.${each.name};`);
  }
  return `${lines.join('\n')}\n`;
}

/** @param {ts.Symbol} symbol */
function hasParameters(symbol) {
  return (symbol.declarations ?? []).some(
    (each) =>
      (ts.isClassDeclaration(each) ||
        ts.isInterfaceDeclaration(each) ||
        ts.isTypeAliasDeclaration(each)) &&
      each.typeParameters !== undefined,
  );
}
