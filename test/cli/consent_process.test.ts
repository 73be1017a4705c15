// The same as in consent.test.ts for the real program: its terminal, its pipes, its standard input.

import { describe, expect, it } from 'vitest';
import { deedsIn, destructive, scene } from './destructive.ts';
import { labs } from './labs.ts';
import { inTerminal, PATIENCE, program, shell, spawned, terminalIt } from './program.ts';

const here = labs();
let count = 0;

async function newLab(): Promise<{ name: string; file: string }> {
  count += 1;
  const name = `lab-${count}.yaml`;
  return { name, file: await here.write(name, scene) };
}

// One of each kind, because processes are slow.
const kinds = [
  'disconnect VPN2-0',
  'disconnect --user alice',
  'disconnect --stale',
  'disconnect --all',
  'reset VPN2-0',
  'clear-stats VPN2-0',
  'message Goodbye --all',
  'user alice --set mayDialIn=no',
];
const chosen = destructive.filter((words) => kinds.includes(words.join(' ')));

it('covers each kind', () => {
  expect(chosen).toHaveLength(kinds.length);
});

describe.each(chosen.map((words) => [words.join(' '), words] as const))('%s', (_, words) => {
  it('does nothing without a terminal to ask on, whatever comes through a pipe', {
    timeout: PATIENCE,
  }, async () => {
    const inputs = ['', 'y\n'];
    const ended = inputs.map(async (input) => {
      const { name, file } = await newLab();
      const { code, stdout } = await spawned([...words, `--sim=${file}`], { input });
      return { code, stdout, deeds: await deedsIn(here, name) };
    });
    const nothing = { code: 2, stdout: '', deeds: [] };
    expect(await Promise.all(ended)).toEqual(inputs.map(() => nothing));
  });

  terminalIt(
    'does nothing at the question for "n", an empty line, Ctrl-C, Ctrl-D or another letter',
    async () => {
      const answers = ['n\n', '\n', '\u0003', '\u0004', 'Q\n'];
      const ended = answers.map(async (answer) => {
        const { name, file } = await newLab();
        const line = [...words, `--sim=${file}`];
        const { code, shown } = await inTerminal(line, { question: '[y/N]', answer });
        return { code, isAsked: shown.includes('? [y/N]'), deeds: await deedsIn(here, name) };
      });
      const nothing = { code: 10, isAsked: true, deeds: [] };
      expect(await Promise.all(ended)).toEqual(answers.map(() => nothing));
    },
  );

  terminalIt('does nothing with its standard input closed', async () => {
    const { name, file } = await newLab();
    const quoted = [process.execPath, program, ...words, `--sim=${file}`].map(
      (each) => `'${each}'`,
    );
    const { code, stdout } = await shell('sh', ['-c', `${quoted.join(' ')} <&-`]);
    expect({ code, stdout, deeds: await deedsIn(here, name) }).toEqual({
      code: 2,
      stdout: '',
      deeds: [],
    });
  });
});
