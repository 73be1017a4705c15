// Runs the tour through every command in docs/cli.md, and that of a tunnel in docs/interfaces.md. The documents are their
// own goldens: they have the output of the commands.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../../lib/cli/exit_codes.ts';
import { labs } from './labs.ts';
import { commandNames, rras } from './terminal.ts';

const document = fileURLToPath(new URL('../../docs/cli.md', import.meta.url));
const tunnels = fileURLToPath(new URL('../../docs/interfaces.md', import.meta.url));
const here = labs();
const folder = process.cwd();

beforeAll(() => process.chdir(join(here.path('.'))));
afterAll(() => process.chdir(folder));

describe('docs/cli.md', () => {
  it('shows the real output of the tour', async () => {
    await expect(await playedIn(document)).toMatchFileSnapshot(document);
  });

  it('has every command in its tour', async () => {
    const text = await readFile(document, 'utf8');
    for (const name of await commandNames())
      expect(text).toMatch(new RegExp(`^\\$ rras ${name}\\b`, 'm'));
  });

  it('lists the exit codes as --help does', async () => {
    const text = await readFile(document, 'utf8');
    for (const [number, words] of Object.values(exitCodes)) {
      expect(text.replaceAll('`', '')).toContain(`| ${number} | ${words} |`);
    }
  });
});

it('docs/interfaces.md shows the real output of the tour of a tunnel', async () => {
  await expect(await playedIn(tunnels)).toMatchFileSnapshot(tunnels);
});

/** A document with the current output of its commands. The files that it shows are there. */
async function playedIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  for (const [, name = '', content = ''] of text.matchAll(/^```yaml\n# (\S+)\n(.*?)^```$/gms)) {
    await here.write(name, content);
  }
  const parts = text.split(/(?<=^```console\n)(.*?)(?=^```$)/ms);
  for (const [index, part] of parts.entries()) {
    // Every other part is the content of a block.
    if (index % 2 === 1) parts[index] = await played(part);
  }
  return parts.join('');
}

let last = 0;

/** A block with the current output of its commands. */
async function played(block: string): Promise<string> {
  let shown = '';
  for (const turn of block.split(/^\$ /m).slice(1)) {
    const line = turn.split('\n', 1)[0] ?? '';
    const answer = /\[y\/N\] (\w+)/.exec(turn)?.[1];
    shown += `$ ${line}\n${await output(line, answer)}`;
  }
  return shown;
}

async function output(line: string, answer: string | undefined): Promise<string> {
  if (line === 'echo $?') return `${last}\n`;
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word ?? '',
  );
  // As on a terminal of that width.
  const surroundings = { columns: 100, ...(answer === undefined ? {} : { answer }) };
  // A watch is a table on a terminal. The lines of a script are shown without the script.
  const { code, shown } = await rras(words.slice(1), surroundings);
  last = code;
  return sameEverywhere(shown);
}

function sameEverywhere(text: string): string {
  return (
    text
      .replace(/\b(?:linux|win32|darwin) \w+, Node v[\d.]+/g, 'win32 x64, Node v24.11.0')
      .replace(/[^\s",]*rras-simulator-mprapi\.\w+/g, 'rras-simulator-mprapi.dll')
      // The truncation of a path depends on the folder of this clone.
      .replace(/^((?:ok *)?library +)\S.*$/gm, '$1rras-simulator-mprapi.dll')
      .replace(/\b20\d\d-\d\d-\d\d(?:T[\d:.]+Z| \d\d:\d\d)/g, '2026-01-15 09:30')
      .replace(/^\d\d:\d\d:\d\d(?= )/gm, '09:30:00')
      .replace(/[ \t]+$/gm, '')
  );
}
