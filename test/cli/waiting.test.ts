// rras disconnect --wait: until the session is really gone, or until the time is over.

import { describe, expect, it } from 'vitest';
import { Simulator } from '../../lib/simulator/index.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();

/** A server that takes a while to end a session. Its clock goes on by some seconds at each reading. */
function slowServer(simulator: Simulator, perReading: number) {
  const server = simulator.addServer('RAS01');
  server.addPorts('sstp', 4);
  server.setQuirks({ disconnectDelay: 30 });
  for (const userName of ['alice', 'bob']) server.dialIn({ userName });
  if (perReading > 0) {
    server.onCall('enumPorts', () => {
      simulator.step(perReading);
    });
  }
  return server;
}

function line(simulator: Simulator, words: string): string[] {
  return [...words.split(' '), '-s', 'RAS01', '--library', simulator.path];
}

describe.each([
  'disconnect --user alice --wait --yes',
  'disconnect VPN2-0 --wait --yes',
  'disconnect --all --wait --yes',
])('%s', (words) => {
  it('says that it is gone when it is', async () => {
    using simulator = new Simulator();
    slowServer(simulator, 7);
    const { code, stdout } = await rras(
      line(simulator, `${words} --csv --fields result --no-headers`),
    );
    expect(code).toBe(0);
    expect(new Set(stdout.trim().split('\r\n'))).toEqual(new Set(['gone']));
    const { stdout: left } = await rras(line(simulator, 'ports --in-use -q'));
    expect(left.split('\n')).not.toContain('VPN2-0');
  });

  it('gives up in the end, with 9', async () => {
    using simulator = new Simulator();
    slowServer(simulator, 0);
    const { code, stdout, stderr } = await rras(line(simulator, `${words} --within 1s --jsonl`));
    expect(code).toBe(9);
    const results = stdout
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each));
    for (const { result, error } of results) {
      expect(result).toBe('still there');
      expect(error).toMatch(/still there after 1 s/);
    }
    expect(stderr).toMatch(/try: --within waits longer/);
  });
});

it('without --wait, it is not known whether the session is gone', async () => {
  using simulator = new Simulator();
  slowServer(simulator, 0);
  const { code, stdout } = await rras(
    line(simulator, 'disconnect --user alice --yes --csv --no-headers --fields result'),
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'disconnecting\r\n' });
});

it('somebody who connects again at once is another session', async () => {
  using simulator = new Simulator();
  const server = simulator.addServer('RAS01');
  server.addPorts('sstp', 1);
  server.dialIn({ userName: 'alice' });
  let readings = 0;
  server.onCall('disconnectPort', () => {
    readings = 0;
  });
  server.onCall('enumPorts', () => {
    readings += 1;
    if (readings === 2) server.dialIn({ userName: 'alice' });
  });
  const { code, stdout } = await rras(
    line(
      simulator,
      'disconnect VPN2-0 --wait --within 20s --yes --csv --no-headers --fields result',
    ),
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'gone\r\n' });
});

it('Ctrl-C ends the waiting, not what was begun', async () => {
  using simulator = new Simulator();
  const server = slowServer(simulator, 0);
  const interrupt = new AbortController();
  let listings = 0;
  // The second listing is the first look after the action.
  server.onCall('enumConnections', () => {
    listings += 1;
    if (listings === 2) interrupt.abort();
  });
  const { code, stdout } = await rras(
    line(simulator, 'disconnect --user alice --wait --yes --csv --no-headers --fields result'),
    { interrupt },
  );
  expect({ code, stdout }).toEqual({ code: 10, stdout: 'disconnecting\r\n' });
});

it('a dry run waits for nothing, and --within needs --wait', async () => {
  const lab = await here.write(
    'wait.yaml',
    'servers: [{ ports: { sstp: 1 }, connections: [{ userName: a }] }]',
  );
  const dry = await rras(`disconnect --user a --wait --dry-run --sim=${lab}`);
  expect(dry).toMatchObject({ code: 0 });
  const refused = await rras(`disconnect --user a --within 5s --yes --sim=${lab}`);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(/--within is about --wait/);
});

it('what is not disconnected is not waited for', async () => {
  using simulator = new Simulator();
  const server = slowServer(simulator, 7);
  server.fail('MprAdminPortDisconnect', 5);
  const { code, stdout } = await rras(
    line(simulator, 'disconnect VPN2-0 --wait --yes --csv --no-headers --fields result'),
  );
  expect({ code, stdout }).toEqual({ code: 3, stdout: 'failed\r\n' });
});
