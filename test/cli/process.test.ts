// Properties of the real process: its terminal, its pipes, its signals, and the modules that it loads.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { labs } from './labs.ts';
import {
  inTerminal,
  program,
  shell,
  spawned,
  terminalIt,
  typedInTerminal,
  watched,
} from './program.ts';

const here = labs();
const scene =
  'servers: [{ name: RAS01, ports: { sstp: 3 }, connections: [{ userName: alice, since: 1h }] }]';

it('the version, and nothing else', async () => {
  const { code, stdout, stderr } = await spawned(['--version']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe.each([
  // It needs nothing but the beginning of the command.
  ['--version', /\.node\b|letters|table|simulator|scenario|library|configuration/],
  ['explain 903', /\.node\b|letters|table|simulator|scenario/],
])('%s', (line, unwanted) => {
  it('loads neither the addon nor the code for tables', async () => {
    const { code, stdout } = await spawned(line.split(' '), {
      env: { NODE_OPTIONS: `--import=${new URL('loaded.mjs', import.meta.url).href}` },
    });
    expect(code).toBe(0);
    const loaded = stdout.slice(stdout.indexOf('loaded: '));
    expect(loaded).toContain('rras.js');
    expect(loaded).not.toMatch(unwanted);
  });
});

it('a table on a pipe, with data on stdout alone', async () => {
  const { code, stdout, stderr } = await spawned(['ports', '--in-use', '--sim']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^PORT +STATE +USER/);
  expect(stdout).not.toContain('\u001b');
});

it('a watch of a plain --sim shows how somebody calls', async () => {
  const changes = await watched(['watch', '--jsonl', '--sim'], (all) =>
    all.some(({ type }) => type === 'connected'),
  );
  expect(changes[0]).toMatchObject({ server: 'RAS01', type: 'snapshot' });
  const caller = changes.find(({ type }) => type === 'connected')?.session?.userName;
  // Erin may have called before the snapshot.
  expect(['erin', 'frank']).toContain(caller);
});

it('a reader that closes the pipe early is not an error', async () => {
  const lab = await here.write('many.yaml', 'servers: [{ name: RAS01, ports: { sstp: 20000 } }]');
  const child = spawn(process.execPath, [program, 'ports', `--sim=${lab}`]);
  let talk = '';
  child.stderr.on('data', (text) => {
    talk += text;
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  expect({ code, talk }).toEqual({ code: 0, talk: '' });
});

// A pipe to head, as people write it.
terminalIt('`| head -1` gets its line, and the rest is dropped without a word', async () => {
  const lab = await here.write('more.yaml', 'servers: [{ name: RAS01, ports: { sstp: 20000 } }]');
  const line = `'${process.execPath}' '${program}' ports --quiet --sim='${lab}'`;
  const ended = await shell('bash', ['-c', `${line} | head -1; echo "\${PIPESTATUS[0]}"`]);
  expect(ended).toEqual({ code: 0, stdout: 'VPN2-0\n0\n', stderr: '' });
});

const isFull = existsSync('/dev/full');
it.skipIf(!isFull)(
  `output that is lost is a failure, told in a sentence${isFull ? '' : ' (needs /dev/full)'}`,
  async () => {
    const full = await open('/dev/full', 'w');
    const child = spawn(process.execPath, [program, 'ports', '--sim'], {
      stdio: ['ignore', full.fd, 'pipe'],
    });
    let talk = '';
    child.stderr?.on('data', (text) => {
      talk += text;
    });
    const [code] = await once(child, 'close');
    await full.close();
    expect(code).toBe(1);
    expect(talk).toMatch(/^error: The output cannot be written: ENOSPC.*\n$/);
  },
);

describe('in a terminal', () => {
  for (const signal of ['TERM', 'HUP']) {
    terminalIt(`a watch that gets SIG${signal} leaves the screen as it was`, async () => {
      // Enter is typed when the table is drawn, and then the signal is sent.
      const line = `"$@" & watch=$!; read -r enter; kill -${signal} $watch; wait $watch`;
      const watch = ['sh', '-c', line, 'sh', process.execPath, program, 'watch', '--sim'];
      const { code, shown } = await typedInTerminal(watch, 'alice', '\n', {});
      expect(code).toBe(0);
      expect(shown.trimEnd().endsWith('\u001b[?25h\u001b[?1049l')).toBe(true);
    });
  }

  for (const [name, key, line] of [
    ['Ctrl-C', '\u0003', 'trap : INT; "$@"; echo "ended with $?"'],
    [
      'SIGTERM',
      '\n',
      '"$@" & it=$!; read -r enter; kill -TERM $it; wait $it; echo "ended with $?"',
    ],
  ] as const) {
    terminalIt(
      `${name} ends rras interface keep-up, which leaves the interface as it is`,
      async () => {
        const words = ['interface', 'keep-up', 'Paris', '--sim'];
        const keepUp = ['sh', '-c', line, 'sh', process.execPath, program, ...words];
        const { shown } = await typedInTerminal(keepUp, 'is connected', key, {});
        expect(shown).toMatch(/Ended\. Paris on RAS01 stays as it is\.\nended with 0\n$/);
      },
    );
  }

  for (const [name, key] of [
    ['q', 'q'],
    ['Ctrl-C', '\u0003'],
  ] as const) {
    terminalIt(`${name} ends a watch, and the terminal shows again what is typed`, async () => {
      const line = '"$@"; echo "ended with $?"; stty -a | grep -o " echo "';
      const watch = ['sh', '-c', line, 'sh', process.execPath, program, 'watch', '--sim'];
      const { shown } = await typedInTerminal(watch, 'alice', key, {});
      expect(shown).toMatch(/\p{Cc}\[\?1049lended with 0\n echo \n$/u);
    });
  }

  for (const columns of [80, 40]) {
    terminalIt(`of ${columns} columns no line is longer`, async () => {
      const { code, shown } = await inTerminal(['ports', '--sim'], { columns });
      expect(code).toBe(0);
      const lines = plain(shown).trimEnd().split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(13);
      for (const line of lines.filter((each) => !each.startsWith('Hidden to fit'))) {
        expect(line.length).toBeLessThanOrEqual(columns);
      }
    });
  }

  terminalIt(`there is colour, but not with NO_COLOR or --color never`, async () => {
    expect((await inTerminal(['ports', '--sim'])).shown).toContain('\u001b[32m');
    const env = { NO_COLOR: '1' };
    expect((await inTerminal(['ports', '--sim'], { env })).shown).not.toContain('\u001b');
    expect((await inTerminal(['ports', '--color=never', '--sim'])).shown).not.toContain('\u001b');
  });

  for (const [answer, code] of [
    ['y\n', 0],
    ['n\n', 10],
    ['\n', 10],
    ['\u0003', 10],
    ['\u0004', 10],
  ] as const) {
    const key = JSON.stringify(answer);
    terminalIt(`disconnect asks, and ${key} ends with ${code}`, async () => {
      const lab = await here.write('terminal.yaml', scene);
      await spawned(['sim', 'reset', lab]);
      const line = ['disconnect', 'VPN2-0', `--sim=${lab}`];
      const ended = await inTerminal(line, { question: '[y/N]', answer });
      expect(ended).toMatchObject({
        code,
        shown: expect.stringMatching(/Disconnect port VPN2-0 of RAS01\?/),
      });
      const { stdout } = await spawned(['ports', '--in-use', '--quiet', `--sim=${lab}`]);
      expect(stdout).toBe(code === 0 ? '' : 'VPN2-0\n');
    });
  }
});

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  return text.replace(/\u001b\[\d*m/g, '');
}
