// The fixture for vitest, in a real run of vitest: in the package's folder, so that it is found by the name
// that users import.

import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache', `vitest-fixture-${process.pid}`);

const suite = `
import { expect } from 'vitest';
import { connect } from 'rras';
import { test } from 'rras/simulator/vitest';

test('makes a world with a stepped clock', async ({ simulator }) => {
  const ras01 = simulator.addServer('RAS01');
  ras01.addPorts('sstp', 1);
  ras01.dialIn({ userName: 'alice' });
  simulator.step('1m');
  await using server = await connect('RAS01', { library: simulator });
  expect(await server.enumConnections()).toMatchObject([{ connectDuration: 60 }]);
});

const worlds = new Set();
for (const name of ['one', 'another']) {
  test('makes a new world for each test: ' + name, async ({ simulator }) => {
    expect(simulator.servers).toEqual([]);
    simulator.addServer('RAS01');
    simulator.install();
    await using server = await connect('RAS01');
    worlds.add(simulator);
    expect(worlds.size).toBe(name === 'one' ? 1 : 2);
  });
}

test('disposes of the world before', () => {
  for (const world of worlds) expect(() => world.addServer('X')).toThrow('disposed of');
});

const onNt4 = test.extend({ simulatorOptions: { dialect: 'nt4' } });
onNt4('takes options', ({ simulator }) => {
  expect(simulator.dialect).toBe('nt4');
});

test('finds nothing left of a call that was given up', async ({ simulator }) => {
  const ras01 = simulator.addServer('RAS01');
  ras01.addPorts('sstp', 1);
  const hang = ras01.hang('enumPorts');
  const server = await connect('RAS01', { library: simulator });
  const controller = new AbortController();
  const ports = server.enumPorts({ signal: controller.signal }).catch(() => 'given up');
  await hang.entered();
  controller.abort();
  expect(await ports).toBe('given up');
  // Waits for the call that hangs, and so for the end of the world.
  void server.disconnect();
});

test('FAILS: a handle is left open', async ({ simulator }) => {
  simulator.addServer('RAS01');
  await connect('RAS01', { library: simulator });
});

test('FAILS: a buffer is not returned', async ({ simulator }) => {
  const ras01 = simulator.addServer('RAS01');
  ras01.addPorts('sstp', 1);
  ras01.fail('MprAdminBufferFree', 0);
  await using server = await connect('RAS01', { library: simulator });
  await server.enumPorts();
});

test('FAILS: by itself', async ({ simulator }) => {
  simulator.addServer('RAS01');
  throw new Error('its own reason');
});
`;

interface Ran {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

let ran: readonly Ran[];

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'world.test.ts'), suite);
  await writeFile(join(folder, 'vitest.config.js'), 'export default {};\n');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const argv = [
    'run',
    '--root',
    folder,
    '--config',
    join(folder, 'vitest.config.js'),
    '--reporter',
    'json',
  ];
  const output = await new Promise<string>((resolve) => {
    const options = { cwd: folder, maxBuffer: 10_000_000 };
    execFile(process.execPath, [vitest, ...argv], options, (_, stdout, stderr) => {
      resolve(stdout === '' ? stderr : stdout);
    });
  });
  const { testResults } = JSON.parse(output.slice(output.indexOf('{'))) as {
    testResults: { assertionResults: Ran[] }[];
  };
  ran = testResults.flatMap(({ assertionResults }) => assertionResults);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const named = (title: string) => ran.find((each) => each.title === title);

describe('rras/simulator/vitest', () => {
  it('passes every test that leaves nothing behind', () => {
    const passing = ran.filter(({ title }) => !title.startsWith('FAILS'));
    expect(passing.map(({ status, failureMessages }) => [status, failureMessages])).toEqual(
      Array.from({ length: 6 }, () => ['passed', []]),
    );
  });

  it('fails a test that leaves a handle open, and says what to do', () => {
    expect(named('FAILS: a handle is left open')).toMatchObject({
      status: 'failed',
      failureMessages: expect.arrayContaining([
        expect.stringContaining(
          'The test left 1 server handle open: end each connection with `await server.disconnect()`',
        ),
      ]),
    });
  });

  it('fails a test that leaves a buffer', () => {
    expect(named('FAILS: a buffer is not returned')).toMatchObject({
      status: 'failed',
      failureMessages: expect.arrayContaining([
        expect.stringContaining('The test left 1 buffer not returned'),
      ]),
    });
  });

  it('leaves a failure of the test itself as it is', () => {
    expect(named('FAILS: by itself')).toMatchObject({
      status: 'failed',
      failureMessages: [expect.stringContaining('its own reason')],
    });
  });
});
