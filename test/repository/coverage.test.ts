// docs/coverage.md, the addon's table of functions from which it is made, and the listed reasons.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as rras from '../../lib/index.ts';
import { loadBinding } from '../../lib/native/load.ts';
import { coverageDocument, listed, methodsFor } from '../../tools/docs/function_table/document.mjs';
import { inner, leftOut } from '../../tools/docs/function_table/functions.mjs';

/** Where Debian's compilers for Windows have their headers. */
const headers = [
  '/usr/share/mingw-w64/include/mprapi.h',
  '/usr/x86_64-w64-mingw32/include/mprapi.h',
];

const { functions } = loadBinding('');
const dialects = Object.keys(functions);
const { mprapi: ofMprapi, rassapi } = listed(functions);

function called(dialect: string): string[] {
  return [...new Set(Object.values(functions[dialect] ?? {}).flat())];
}

describe('docs/coverage.md', () => {
  it('is up to date', async () => {
    const text = await readFile(new URL('../../docs/coverage.md', import.meta.url), 'utf8');
    expect(text.replaceAll('\r\n', '\n')).toBe(coverageDocument(functions));
  });
});

describe('the list of functions', () => {
  it('has every function that is called', () => {
    const asMprapi = (name: string) => name.replace('RasAdmin', 'MprAdmin');
    expect(ofMprapi).toEqual(expect.arrayContaining(called('mprapi')));
    expect(ofMprapi).toEqual(expect.arrayContaining(called('nt4').map(asMprapi)));
    expect(rassapi).toEqual(expect.arrayContaining(called('rassapi')));
  });

  const header = headers.find(existsSync);
  const title = 'has every function of mprapi.h (where a compiler for Windows is installed)';
  it.skipIf(header === undefined)(title, async () => {
    const text = await readFile(header ?? '', 'utf8');
    const declared = text.matchAll(/\b(Mpr(?:Admin|Config|Info|Setup)\w+)\s*\(/g);
    const names = [...new Set([...declared].map(([, name]) => name))];
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => name !== undefined && !ofMprapi.includes(name))).toEqual([]);
  });

  it('gives no reason for leaving out a function that is called', () => {
    const reasons = Object.keys({ ...inner, ...leftOut });
    const all = dialects.flatMap(called);
    expect(reasons.filter((name) => all.includes(name))).toEqual([]);
    expect([...ofMprapi, ...rassapi]).toEqual(expect.arrayContaining(reasons));
  });

  it('shows no call of a function that has other arguments in Mprapi.dll', () => {
    const elsewhere = ['RasAdminGetErrorString', 'RasAdminUserGetInfo', 'RasAdminUserSetInfo'];
    for (const name of elsewhere) {
      expect(called('mprapi')).not.toContain(name);
      expect(called('nt4')).not.toContain(name);
    }
  });
});

function ownerOf(method: string): object {
  if (method === 'connect' || method === 'connectConfig') return rras;
  return method.startsWith('config.') ? rras.RasConfig.prototype : rras.RasServer.prototype;
}

describe.each(dialects)('%s', (dialect) => {
  const operations = Object.keys(functions[dialect] ?? {});

  it.each(operations)('%s has a method', (operation) => {
    const methods = methodsFor(operation);
    expect(methods).not.toEqual([]);
    for (const method of methods) {
      const name = method.replace('config.', '');
      expect(Reflect.get(ownerOf(method), name), method).toBeTypeOf('function');
    }
  });
});
