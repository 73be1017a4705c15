// `npm run soak` refuses wrong options.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const command = fileURLToPath(new URL('../../soak/run.mjs', import.meta.url));

describe('a soak', () => {
  it.each([
    [['--minutes', '1', '--seconds', '2'], '--minutes and --seconds cannot be combined'],
    [['--seconds', 'soon'], '--seconds soon must be above 0'],
    [['--world', 'flat'], 'there is no world flat'],
    [['--svg', 'soak.png'], '--svg soak.png must end in .svg'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j', async (args, message) => {
    await expect(run(process.execPath, [command, ...args])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  });
});
