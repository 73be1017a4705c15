// Every line of the command in the README works, on a simulated server.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
// In blocks a comment follows; in sentences and tables a line ends with its back-tick.
const inBlocks = readme.matchAll(/^npx rras (.*?)(?: +#.*)?$/gm);
const inText = readme.matchAll(/`(?:npx )?rras ([^`]+)`/g);
const lines = new Set(Array.from([...inBlocks, ...inText], ([, line = '']) => line));

/** The line with real values, and with what it takes to end without a user at the terminal. */
function playable(line: string): string[] {
  const words = line
    .replace('NAME', 'RAS01')
    .replace('CODE', '809')
    .replace('report.json', here.path('report.json'))
    .split(' ');
  if (words[0] === 'watch') words.push('--for', '1s');
  if (words[0] === 'disconnect') words.push('--yes');
  if (words[0] !== 'explain' && !words.includes('--sim')) words.push('--sim');
  return words;
}

describe('the README', () => {
  it('shows some lines', () => expect(lines.size).toBeGreaterThan(5));

  it.each([...lines])('rras %s', async (line) => {
    const { code, stderr } = await rras(playable(line));
    expect({ code, error: stderr.match(/^error: .*/m)?.[0] }).toEqual({
      code: 0,
      error: undefined,
    });
  });
});
