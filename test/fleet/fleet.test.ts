// Work on many servers: a limited number at a time, and a failure stops no other.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fleet, failures, namesOfServers, results, serversInFile } from '../../lib/fleet/index.ts';
import { Simulator } from '../../lib/simulator/index.ts';

const names = ['RAS01', 'RAS02', 'RAS03', 'RAS04', 'RAS05'];
let simulator: Simulator;

beforeEach(() => {
  simulator = new Simulator();
  for (const name of names) simulator.addServer(name).addPorts('sstp', 2);
});
afterEach(() => {
  expect(simulator.openHandles).toBe(0);
  simulator.dispose();
});

const fleetOf = (servers: readonly (string | undefined)[], options = {}) =>
  new Fleet(servers, { library: simulator, ...options });

it('does the same on each server and returns the results in order', async () => {
  const outcomes = await fleetOf(names).each(async (server) => (await server.enumPorts()).length);
  expect(outcomes).toEqual(names.map((server) => ({ server, result: 2 })));
});

it('a failed server has its error among the results', async () => {
  simulator.server('RAS02').fail('MprAdminPortEnum', 5);
  const outcomes = await fleetOf(['RAS01', 'RAS02', 'TYPO', 'RAS03']).each((server) =>
    server.enumPorts(),
  );
  expect(results(outcomes).map(({ server }) => server)).toEqual(['RAS01', 'RAS03']);
  expect(failures(outcomes)).toEqual([
    { server: 'RAS02', error: expect.objectContaining({ status: 5 }) },
    { server: 'TYPO', error: expect.objectContaining({ status: 1722 }) },
  ]);
});

it('passes callTimeout on to every server', async () => {
  const outcomes = await fleetOf(names, { callTimeout: 1234 }).each(
    async (server) => server.callTimeout,
  );
  expect(outcomes).toEqual(names.map((server) => ({ server, result: 1234 })));
});

it('works on no more servers at a time than allowed', async () => {
  let working = 0;
  let most = 0;
  let done = 0;
  // The first server is worked on until all others were.
  const hang = simulator.server('RAS01').hang('MprAdminPortEnum');
  const all = fleetOf(names, { parallel: 2 }).each(async (server) => {
    working += 1;
    most = Math.max(most, working);
    await server.enumPorts();
    working -= 1;
    done += 1;
  });
  await expect.poll(() => done).toBe(names.length - 1);
  hang.release();
  await all;
  expect(most).toBe(2);
});

it('a hung server does not delay the others', async () => {
  const hang = simulator.server('RAS01').hang('MprAdminPortEnum');
  const done: string[] = [];
  const all = fleetOf(names, { parallel: 2 }).each(async (server) => {
    await server.enumPorts();
    done.push(server.name);
  });
  await expect.poll(() => done).toEqual(['RAS02', 'RAS03', 'RAS04', 'RAS05']);
  hang.release();
  expect(results(await all)).toHaveLength(5);
});

it('makes one connection and keeps it until it is closed', async () => {
  await using fleet = fleetOf(names);
  await fleet.eachKept((server) => server.enumPorts());
  const again = await Promise.all([fleet.connectKept('RAS01'), fleet.connectKept('RAS01')]);
  expect(again[0]).toBe(again[1]);
  expect(simulator.openHandles).toBe(names.length);
});

it('tries again to connect to a kept server that could not be reached', async () => {
  await using fleet = fleetOf(['RAS01']);
  simulator.server('RAS01').fail('MprAdminServerConnect', 1722, { times: 1 });
  await expect(fleet.connectKept('RAS01')).rejects.toMatchObject({ status: 1722 });
  await expect(fleet.connectKept('RAS01')).resolves.toMatchObject({ name: 'RAS01' });
});

it('an outcome has the name of its server', async () => {
  const outcomes = await fleetOf(['\\\\RAS02']).each(async (server) => server.name);
  expect(outcomes).toEqual([{ server: 'RAS02', result: 'RAS02' }]);
});

it('a signal stops connecting to the remaining servers', async () => {
  const controller = new AbortController();
  const fleet = fleetOf(names, { parallel: 1, signal: controller.signal });
  const outcomes = await fleet.each(async (server) => {
    controller.abort();
    return server.name;
  });
  expect(results(outcomes)).toEqual([{ server: 'RAS01', result: 'RAS01' }]);
  for (const { error } of failures(outcomes)) expect(error).toMatchObject({ name: 'AbortError' });
});

describe('names', () => {
  it('stand for one server each, whatever their letters and backslashes', () => {
    expect(namesOfServers(['RAS01', 'ras01', '\\\\RAS01', undefined, 'RAS02'])).toEqual([
      'RAS01',
      undefined,
      'RAS02',
    ]);
  });

  it.each([
    ['no names', [[]]],
    ['an empty name', [['']]],
    ['a blank', [[' ']]],
    ['a text', ['RAS01']],
    ['no parallel work', [['RAS01'], { parallel: 0 }]],
    ['an option that is misspelt', [['RAS01'], { paralel: 2 }]],
    ['a timeout that is none', [['RAS01'], { timeout: 'soon' }]],
    ['a callTimeout that is none', [['RAS01'], { callTimeout: 0 }]],
  ])('are refused: %s', (_, args) => {
    expect(() => Reflect.construct(Fleet, args)).toThrow(TypeError);
  });

  describe('in a file', () => {
    let folder = '';
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'rras-fleet-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    it.each([
      ['UTF-8', 'utf8', ''],
      ['UTF-8 with a mark', 'utf8', '\ufeff'],
      ['UTF-16', 'utf16le', '\ufeff'],
    ] as const)(
      '%s: one name per line, without comments and empty lines',
      async (_, encoding, mark) => {
        const file = join(folder, 'servers.txt');
        const text = `${mark}# the edge\r\nRAS01 # old\r\n\r\n  RAS02\r\n`;
        await writeFile(file, Buffer.from(text, encoding));
        expect(await serversInFile(file)).toEqual(['RAS01', 'RAS02']);
      },
    );

    it('that is not there is an error', async () => {
      await expect(serversInFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });
});
