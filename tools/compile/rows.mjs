// node tools/compile/rows.mjs [--check]: writes lib/native/rows.ts, the code that reads the rows of each record, from the
// records that the addon in build/ lists. `npm run build` runs it, so a new record needs nothing more. The file is
// committed, because the package is checked and bundled without an addon, too.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const file = fileURLToPath(new URL('../../lib/native/rows.ts', import.meta.url));

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
  return formatted(`// Made by tools/compile/rows.mjs from the records of src/records: the code that reads their rows.

import { ${[
    'bigOf',
    'bytesOf',
    'checkAscending',
    'idOf',
    'NO_BYTES8',
    'NO_GUID',
    'type PackedRows',
    'type RowReader',
    'repeatedIn',
    'wordsOf',
  ].join(', ')} } from './packed.ts';

/** The columns of each record, as the code below reads them. The addon must have the same. */
export const records = {
${lists.join('\n')}
} as const;
${Object.entries(records).map(reader).join('')}`);
}

/** @param {[record: string, columns: readonly string[]]} entry */
function reader([record, columns]) {
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
  const hasTexts = ends.length > 0;
  const hasRepeated = columns.some((column) => column.endsWith(':repeated'));
  return `
export class ${record[0].toUpperCase()}${record.slice(1)}Row implements RowReader {
  static readonly width = ${width};
  readonly words: Uint32Array;
  ${hasTexts ? 'readonly text: string;' : ''}
  ${hasRepeated ? 'readonly repeated: readonly string[];' : ''}
  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, ${width});
    ${hasTexts ? 'this.text = rows.text;' : ''}
    ${hasRepeated ? 'this.repeated = rows.repeated;' : ''}
  }

  goTo(row: number, cut: number): void {
    this.at = row * ${width};
    this.cut = cut;
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
