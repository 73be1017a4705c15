// npm run demo.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { PATIENCE, shell, terminalIt, typedInTerminal } from './program.ts';

const demo = fileURLToPath(new URL('../../examples/demo/demo.js', import.meta.url));

it('is what `npm run demo` runs', async () => {
  const manifest = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  expect(manifest.scripts.demo).toBe('node examples/demo/demo.js');
});

it(
  'is plain text on a pipe, and shows each thing that it announces',
  async () => {
    const { code, stdout, stderr } = await shell(process.execPath, [demo]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('\u001b');
    const parts = stdout.split(/^# .*\n/m);
    expect(parts).toHaveLength(6);
    const [, connected, stale, changes, hung, explained] = parts;
    expect(connected).toMatch(/^carol .* VPN3-0 .* yes\b/m);
    expect(connected).toMatch(/^alice .*\n.*\n^bob /m);
    expect(stale).toMatch(/^carol +dormant, duplicate\b/m);
    expect(stale).toMatch(/^\$ rras disconnect --stale .*\ncarol$/m);
    expect(changes).toMatch(/^RAS01 connected (?:erin|frank) VPN/m);
    expect(changes).toMatch(/^RAS01 disconnected bob VPN2-0$/m);
    expect(hung).toMatch(/^RAS01 +alice /m);
    expect(hung).toMatch(/^error: connect on RAS02 was not answered/m);
    expect(hung).not.toMatch(/^RAS01 +bob/m);
    expect(explained).toMatch(/^809 .*ERROR_VPN_TIMEOUT$/m);
  },
  PATIENCE,
);

terminalIt('has a live table on a terminal, in which bob disappears', async () => {
  const command = [process.execPath, demo, '--fast'];
  const { code, shown } = await typedInTerminal(command, '', '', {});
  expect(code).toBe(0);
  const [, screen = ''] = /\[\?1049h(.*)\[\?1049l/s.exec(shown) ?? [];
  const frames = screen.split('\u001b[H').slice(1).map(plain);
  expect(frames.at(0)).toMatch(/^ *bob /m);
  // A row that has gone is marked for a while.
  expect(frames.some((frame) => /^- +bob /m.test(frame))).toBe(true);
  expect(frames.at(-1)).toContain('alice');
});

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  return text.replace(/\u001b\[[\d;]*[mK]/g, '');
}
