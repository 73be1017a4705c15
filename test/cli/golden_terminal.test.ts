// The real program in a pseudo-terminal and on a pipe prints the same as the goldens, which golden.test.ts makes
// without either.

import { describe, expect } from 'vitest';
import { inTerminal, spawned, terminalIt } from './program.ts';
import { rras } from './terminal.ts';

const commands = [
  'ports',
  'ports --summary',
  'port VPN3-1',
  'connections',
  'connection alice',
  'server',
  'stale',
  'disconnect VPN2-0 VPN3-1 --yes',
  'disconnect --user carol --oldest --yes',
  'reset VPN2-0 --yes',
  'clear-stats VPN3-1 --yes',
  'message alice hello',
  'user carol',
  'user carol --set mayDialIn=no --yes',
  'wait --ready',
  'explain 903 691 -2146762495',
];

describe.each(commands)('rras %s', (line) => {
  const words = `${line}${line.startsWith('explain') ? '' : ' --sim'}`;

  terminalIt('shows the same in a terminal of 80 and of 40 columns, and on a pipe', async () => {
    const real = await Promise.all([
      ...[80, 40].map((columns) => inTerminal(words.split(' '), { columns, env })),
      spawned(words.split(' '), { env }).then(({ code, stdout }) => ({ code, shown: stdout })),
    ]);
    const { code, stdout } = await rras(words);
    const expected = [
      ...(await Promise.all([80, 40].map((columns) => rras(words, { columns })))),
      { code, shown: stdout },
    ];
    expect(real.map(timeless)).toEqual(expected.map(timeless));
  });
});

const env = { NO_COLOR: '1', TERM_PROGRAM: 'test' };

// The lab's clock runs in a real process, so digits may differ, but not their places.
function timeless({ code, shown }: { code: number; shown: string }) {
  const text = shown
    .replace(/^(library +)\S.*$/gm, '$1LIBRARY')
    .replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]+/g, 'GUID')
    .replace(/^(handle|connection) +\d+$/gm, '$1 HANDLE')
    .replace(/\d/g, '0');
  return { code, text };
}
