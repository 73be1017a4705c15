// For any command line, the program exits with one of its codes and a message, and no control character from the
// command line reaches the terminal.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exitCodes } from '../../lib/cli/exit_codes.ts';
import { rras } from '../cli/terminal.ts';
import { hostileText, obeyed, seed } from './texts.ts';

const codes: readonly number[] = Object.values(exitCodes).map(([code]) => code);

// Some commands write files to given places.
const before = process.cwd();
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rras-words-'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

const options = [
  ...['--json', '--jsonl', '--csv', '--quiet', '--no-headers', '--in-use', '--idle', '--summary'],
  ...['--all', '--yes', '--dry-run', '--newest', '--oldest', '--one', '--stale', '--dormant'],
  ...['--fields', '--condition', '--device', '--user', '--name', '--computer', '--older-than'],
  ...['--server', '--servers-file', '--parallel', '--timeout', '--library', '--color', '--max'],
  ...[
    '--min-free',
    '--set',
    '--account-server',
    '-s',
    '-q',
    '-y',
    '--',
    '-',
    '--help',
    '--version',
  ],
];
const valued = [
  '--fields',
  '--condition',
  '--device',
  '--user',
  '--name',
  '--computer',
  '--server',
  '--library',
  '--color',
  '--max',
  '--set',
  '--older-than',
];
const prototype = ['__proto__', 'constructor', 'hasOwnProperty', 'valueOf', 'then', 'toString'];
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...options) },
  { weight: 2, arbitrary: fc.constantFrom(...prototype, ...prototype.map((name) => `--${name}`)) },
  { weight: 2, arbitrary: hostileText },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...valued), fc.oneof(hostileText, fc.constantFrom(...prototype)))
      .map((pair) => pair.join('=')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'VPN3-0',
      'alice',
      'RAS02',
      '1',
      '-1',
      '1e99',
      '0x10',
      '5m',
      'name,user',
    ),
  },
);

// Always simulated: the tests must not call real servers.
const onServers = [
  'ports',
  'port',
  'connections',
  'connection',
  'server',
  'stale',
  'doctor',
  'disconnect',
  'reset',
  'clear-stats',
  'message',
  'user',
];
const line = fc.tuple(
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc.constantFrom(...onServers).map((command) => [command, '--sim', '--timeout=9']),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        [],
        ['explain'],
        ['completion'],
        ['help'],
        ['sim'],
        ['__complete'],
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...prototype).map((name) => [name]) },
  ),
  fc.array(word, { maxLength: 6 }),
  fc.constantFrom(undefined, 80),
);

it('ends with a code of its own and words, whatever is given', async () => {
  const met = new Set<number>();
  const own = Object.getOwnPropertyNames(Object.prototype);
  await fc.assert(
    fc.asyncProperty(line, async ([command, words, columns]) => {
      const ended = await rras([...command, ...words], {
        ...(columns === undefined ? {} : { columns, answer: 'no' }),
      });
      met.add(ended.code);
      expect(codes).toContain(ended.code);
      // 1 means an unexpected error.
      expect(ended.code).not.toBe(1);
      expect(ended.stderr).not.toMatch(
        /^\s+at .*\(?(?:file:|node:|[A-Za-z]:\\|\/)|is not a function|Cannot read|undefined|\[object/m,
      );
      if (!words.includes('--color'))
        expect(withoutLineEnds(ended.stdout + ended.stderr)).not.toMatch(obeyed);
      if (ended.code === 2) expect(ended.stderr.trim()).not.toBe('');
    }),
    { seed, numRuns: 500 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
  expect([...met].sort()).toEqual(expect.arrayContaining([0, 2, 6]));
  // Lines that wait or watch take as long as they say.
}, 120_000);

it.each(['port', 'disconnect', 'reset', 'clear-stats'])(
  '%s takes any word after -- as a name, unless a / splits off a server',
  async (command) => {
    const names = fc.oneof(
      fc.constantFrom(...options, '--sim', '-h', '--__proto__'),
      hostileText.map((text) => `-${text}`),
    );
    await fc.assert(
      fc.asyncProperty(
        names.filter((name) => !/[*?/\0]/.test(name)),
        async (name) => {
          const act = command === 'port' ? [] : ['--yes'];
          const { code, stdout, stderr } = await rras([
            command,
            '--sim',
            ...act,
            '--json',
            '--',
            name,
          ]);
          expect({ code, stdout: command === 'port' ? '' : stdout }).toMatchObject({ code: 6 });
          expect(stderr).toContain('no port with that name');
        },
      ),
      { seed, numRuns: 40 },
    );
  },
);

it.each(['port', 'disconnect', 'reset', 'clear-stats'])(
  '%s refuses a name that has nothing before or after its /',
  async (command) => {
    const part = fc.stringMatching(/^[\w.-]*$/);
    const halves = fc.tuple(part, part).filter((both) => both.includes(''));
    await fc.assert(
      fc.asyncProperty(halves, async ([server, name]) => {
        const { code, stderr } = await rras([command, '--sim', '--', `${server}/${name}`]);
        expect(code).toBe(2);
        expect(stderr).toMatch(/has no (?:server before|name after) the \//);
      }),
      { seed, numRuns: 20 },
    );
  },
);

function withoutLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
