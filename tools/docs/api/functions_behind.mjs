// Which functions of the DLL a method calls, as docs/coverage.md has it: that page is made from the addon's own table,
// and a test compares the two.

import { throughOthers } from '../function_table/functions.mjs';

const classes = [
  { head: '## RasServer\n', prefix: '' },
  { head: '## RasConfig\n', prefix: 'config.' },
];

/**
 * @param {string} text the page of the API
 * @param {string} coverage docs/coverage.md
 * @returns {string} the page, with the functions behind each method of a server or a configuration, and behind the
 * functions that connect
 */
export function withFunctions(text, coverage) {
  const [ofMprapi = '', ofRassapi = ''] = coverage.split('## Rassapi.dll');
  const tables = { mprapi: functionsIn(ofMprapi), rassapi: functionsIn(ofRassapi) };
  let whole = text.replace(
    /^## (connect|connectConfig)\(\)\n.*?(?=^#)/gms,
    (section, name) => `${section}${sentence(name, tables)}\n\n`,
  );
  for (const { head, prefix } of classes) {
    const begin = whole.indexOf(head);
    const end = whole.indexOf('\n## ', begin + 1);
    const methods = whole
      .slice(begin, end)
      .replace(/^#### (?<name>\w+)\(\)\n.*?(?=^#)/gms, (section, name) =>
        name === 'supports' ? section : `${section}${sentence(`${prefix}${name}`, tables)}\n\n`,
      );
    whole = `${whole.slice(0, begin)}${methods}${whole.slice(end)}`;
  }
  return whole;
}

/** @param {string} page @returns {Map<string, string[]>} the functions of each method */
function functionsIn(page) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const [, name = '', methods = ''] of page.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)) {
    for (const [, method = ''] of methods.matchAll(/`(?:server\.)?((?:config\.)?\w+)\(\)`/g)) {
      found.set(method, [...(found.get(method) ?? []), name]);
    }
  }
  return found;
}

/**
 * @param {string} method
 * @param {{ mprapi: Map<string, string[]>, rassapi: Map<string, string[]> }} tables
 */
function sentence(method, tables) {
  const mprapi = functionsOf(method, 'mprapi', tables.mprapi);
  const rassapi = functionsOf(method, 'rassapi', tables.rassapi);
  if (mprapi === '') throw new Error(`docs/coverage.md names no function for ${method}`);
  return `Calls ${mprapi}${rassapi === '' ? '' : `; under \`rassapi\` ${rassapi}`}.`;
}

/**
 * @param {string} method
 * @param {'mprapi' | 'rassapi'} dialect
 * @param {Map<string, string[]>} table
 */
function functionsOf(method, dialect, table) {
  const methods = throughOthers[method]?.[dialect] ?? [method];
  const names = methods.flatMap((/** @type {string} */ each) => table.get(each) ?? []);
  return [...new Set(names)].map((name) => `\`${name}\``).join(', ');
}
