// Runs the examples of the documentation. If a block of output follows an example, the example must print
// exactly that.

import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
// Inside the package, so that 'rras' can be imported as in a user's program.
const folder = join(root, '.cache', `docs-${process.pid}`);

const documents = [
  'README.md',
  'docs/guide.md',
  'docs/configuration.md',
  'docs/simulator.md',
  'docs/interfaces.md',
  'docs/mib.md',
  'docs/watching.md',
  'docs/fleet.md',
  'docs/monitoring.md',
  'docs/ci.md',
  'docs/performance.md',
];
const example = /```js\n(?<code>.*?)```(?:\n\n```text\n(?<output>.*?)```)?/gs;

async function examplesOf(document: string) {
  const text = await readFile(join(root, document), 'utf8');
  return [...text.matchAll(example)].map((match) => ({
    line: text.slice(0, match.index).split('\n').length,
    code: match.groups?.code ?? '',
    output: match.groups?.output,
  }));
}

beforeAll(() => mkdir(folder, { recursive: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(documents)('%s', async (document) => {
  const examples = await examplesOf(document);

  it('has examples', () => expect(examples.length).toBeGreaterThan(0));

  it.each(examples)('line $line runs', async ({ line, code, output }) => {
    const file = join(folder, `${document.replaceAll('/', '-')}-${line}.mjs`);
    await writeFile(file, code);
    const { stdout, stderr } = await run(process.execPath, [file]);
    expect(stderr).toBe('');
    if (output !== undefined) expect(stdout).toBe(output);
  });
});

describe('examples', () => {
  it('first-steps.js shows a port taken and, after the disconnect, free', async () => {
    const { stdout } = await run(process.execPath, [join(root, 'examples', 'first-steps.js')]);
    const [before, after] = stdout.split('After disconnecting VPN3-0');
    expect(before).toMatch(/'VPN3-0' .*'authenticated'/);
    expect(after).toMatch(/'VPN3-0' .*'listening'/);
    expect(after).toMatch(/'VPN2-0' .*'authenticated'/);
  });
});
