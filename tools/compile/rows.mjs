// node tools/compile/rows.mjs [--check]: writes lib/native/rows.ts, the code that reads the rows of each record, from the
// records that the addon in build/ lists. `npm run build` runs it, so a new record needs nothing more. The file is
// committed, because the package is checked and bundled without an addon, too.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const file = fileURLToPath(new URL('../../lib/native/rows.ts', import.meta.url));

/**
 * Records of which a server may have thousands. Each has code of its own, which V8 compiles well. The others are read
 * by lib/native/plain_rows.ts.
 */
const large = ['port', 'connection0', 'connection1', 'connection2', 'connection3', 'connectionEx'];

/** The words that a value of each kind takes, and its type. A text has a word that says where it ends. */
const kinds = {
  u32: { words: 1, type: 'number' },
  id: { words: 2, type: 'number' },
  u64: { words: 2, type: 'bigint' },
  repeated: { words: 1, type: 'string' },
  text: { words: 1, type: 'string', isText: true },
  guid: { words: 1, type: 'string', isText: true },
  bytes8: { words: 1, type: 'string', isText: true },
  bytes: { words: 1, type: 'Uint8Array', isText: true },
};

/** @param {Readonly<Record<string, readonly string[]>>} records the columns of each, as `name:kind` */
function rowsModule(records) {
  const lists = Object.entries(records).map(
    ([name, columns]) => `${name}: '${columns.join(' ')}',`,
  );
  const readers = Object.entries(records)
    .map(([name, columns]) => (large.includes(name) ? reader : declaration)(name, columns))
    .join('');
  const imports = [
    'bigOf',
    'bytesOf',
    'checkAscending',
    'idOf',
    'NO_BYTES8',
    'NO_GUID',
    'type PackedRows',
    'type RecordReader',
    'Row',
    'type RowReader',
    'repeatedIn',
  ].filter((name) => new RegExp(`\\b${name.replace('type ', '')}\\b`).test(readers));
  return formatted(`// Made by tools/compile/rows.mjs from the records of src/records: the code that reads their rows.

import { ${imports.join(', ')} } from './packed.ts';
import { plainReader } from './plain_rows.ts';

/** The columns of each record, as the code below reads them. The addon must have the same. */
export const records = {
${lists.join('\n')}
} as const;
${readers}`);
}

const className = (record) => `${record[0].toUpperCase()}${record.slice(1)}Row`;

/** @param {string} record @param {readonly string[]} columns */
function declaration(record, columns) {
  const name = className(record);
  const fields = columns.map((column) => {
    const [field, kind] = column.split(':');
    return `readonly ${field}: ${kinds[kind].type};`;
  });
  return `
export interface ${name} extends RowReader {
${fields.join('\n')}
}
export const ${name}: RecordReader<${name}> = plainReader(records.${record});
`;
}

/** @param {string} record @param {readonly string[]} columns */
function reader(record, columns) {
  let width = 0;
  let lastText;
  const ends = [];
  const getters = columns.map((column) => {
    const [name, kind] = column.split(':');
    const { words, type, isText } = kinds[kind];
    const code = isText ? cut(kind, width, lastText) : taken(name, kind, width);
    if (isText) {
      lastText = width;
      ends.push(width);
    }
    width += words;
    return `get ${name}(): ${type} {\n${code}\n}`;
  });
  return `
export class ${className(record)} extends Row {
  constructor(rows: PackedRows) {
    super(rows, ${width});
  }

  textLength(): number {
    ${textLength(ends)}
  }

${getters.join('\n\n')}
}
`;
}

const word = (at) => (at === 0 ? 'words[at] as number' : `words[at + ${at}] as number`);
const ownWord = (at) => word(at).replace('words[at', 'this.words[this.at');

function textLength(ends) {
  if (ends.length === 0) return 'return 0;';
  if (ends.length === 1) return `return ${ownWord(ends[0])};`;
  const lines = ends
    .slice(1)
    .map((end, index) => `checkAscending(${word(ends[index])}, ${word(end)});`);
  return ['const { words, at } = this;', ...lines, `return ${word(ends.at(-1))};`].join('\n');
}

/** The code that takes a value from its words. */
function taken(name, kind, at) {
  if (kind === 'u32') return `return ${ownWord(at)};`;
  if (kind === 'repeated') return `return repeatedIn(this.repeated, ${ownWord(at)});`;
  const both = `${word(at)}, ${word(at + 1)}`;
  const value = kind === 'id' ? `idOf(${both}, '${name}')` : `bigOf(${both})`;
  return `const { words, at } = this;\nreturn ${value};`;
}

/** The code that cuts a text from the common one. It begins where the one before in the row ends. */
function cut(kind, at, before) {
  const isFirst = before === undefined;
  const text = `text.slice(${isFirst ? 'cut' : 'cut + begin'}, cut + end)`;
  const none = { guid: 'NO_GUID', bytes8: 'NO_BYTES8' }[kind];
  const value = kind === 'bytes' ? `bytesOf(${text})` : text;
  return `
    const { words, at, text, cut } = this;${isFirst ? '' : `\n    const begin = ${word(before)};`}
    const end = ${word(at)};
    return ${none === undefined ? value : `end === ${isFirst ? 0 : 'begin'} ? ${none} : ${value}`};`;
}

function formatted(text) {
  const biome = require.resolve('@biomejs/biome/bin/biome');
  const run = spawnSync(
    process.execPath,
    [biome, 'check', '--write', `--stdin-file-path=${file}`],
    {
      input: text,
      encoding: 'utf8',
    },
  );
  if (run.status !== 0 || run.stdout === '') throw new Error(run.stderr);
  return run.stdout;
}

/** The columns that the committed file has. */
function recordsIn(text) {
  const lists = text.matchAll(/^ {2}(\w+):\s+'([\w: ]+)',$/gm);
  return Object.fromEntries([...lists].map(([, name, columns]) => [name, columns.split(' ')]));
}

const committed = readFileSync(file, 'utf8');
if (process.argv[2] === '--check') {
  // Without an addon. When the addon is loaded, its columns are compared with those of the file.
  if (rowsModule(recordsIn(committed)) !== committed) {
    console.error(
      'lib/native/rows.ts is not what tools/compile/rows.mjs makes: run `npm run build`.',
    );
    process.exitCode = 1;
  }
} else {
  const made = rowsModule(require('../../build/Release/rras.node').records);
  if (made !== committed) writeFileSync(file, made);
}
