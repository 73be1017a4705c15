// rras server --set: what it shows, what it asks, what it sets, and what it refuses.

import { describe, expect, it } from 'vitest';
import { Simulator } from '../../lib/simulator/index.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();

const scene = `
servers:
  - name: RAS01
    ports: { sstp: 4, ikev2: 2, l2tp: 2, pptp: 1 }
  - name: RAS02
    ports: { sstp: 8 }
  - name: OLD
    generation: 2003
    ports: { pptp: 4 }
`;

let count = 0;
async function lab(): Promise<string> {
  count += 1;
  return here.write(`settings-${count}.yaml`, scene);
}

async function portsOf(file: string, server: string, protocol: string): Promise<number> {
  const { stdout } = await rras(['server', server, '--json', `--sim=${file}`]);
  return JSON.parse(stdout).items[0][protocol].count;
}

it('shows the difference, asks, and sets it', async () => {
  const file = await lab();
  const words = ['server', 'RAS01', '--set', 'sstp=3,ikev2=1', `--sim=${file}`];
  const no = await rras(words, { columns: 80, answer: 'n' });
  expect(no.code).toBe(10);
  expect(await portsOf(file, 'RAS01', 'sstp')).toBe(4);
  const { code, shown } = await rras(words, { columns: 80, answer: 'y' });
  expect(code).toBe(0);
  expect(shown).toBe(
    `To change settings of RAS01:
CHANGE
sstp.count: 4 -> 3, ikev2.count: 2 -> 1
Change settings of RAS01? [y/N] y
RESULT  CHANGE                                   RESTART
set     sstp.count: 4 -> 3, ikev2.count: 2 -> 1  no
`,
  );
  expect(await portsOf(file, 'RAS01', 'sstp')).toBe(3);
  expect(await portsOf(file, 'RAS01', 'ikev2')).toBe(1);
});

it('says when the service or the machine must be restarted', async () => {
  const file = await lab();
  const parameter = await rras(
    `server RAS01 --set ikev2.idleTimeout=600 --yes --json --sim=${file}`,
  );
  expect(parameter.code).toBe(0);
  expect(parameter.stderr).toMatch(
    /RAS01: .* the service has been restarted: Restart-Service RemoteAccess\./,
  );
  expect(JSON.parse(parameter.stdout).items).toEqual([
    {
      server: 'RAS01',
      result: 'set',
      error: null,
      change: expect.stringMatching(/^ikev2.idleTimeout: \d+ -> 600$/),
      isRestartRequired: true,
      isRebootRequired: false,
    },
  ]);
  const ports = await rras(`server RAS02 --set sstp=9000 --yes --json --sim=${await lab()}`);
  expect(ports.stderr).toMatch(/RAS02: .*when the machine has been restarted\./);
  expect(JSON.parse(ports.stdout).items[0]).toMatchObject({ isRebootRequired: true });
});

it('does nothing where the server has the settings, and writes them with --force', async () => {
  const file = await lab();
  const none = await rras(`server RAS01 --set sstp=4 --sim=${file}`);
  expect(none).toMatchObject({ code: 0, stdout: '' });
  expect(none.stderr).toMatch(/Nothing to do: RAS01 has these settings already/);
  const forced = await rras(
    `server RAS01 --set sstp=4 --force --yes --csv --no-headers --sim=${file}`,
  );
  expect(forced).toMatchObject({
    code: 0,
    stdout: 'RAS01,set,,none: written again,false,false\r\n',
  });
});

it('sets several servers, of which one is as wanted', async () => {
  const file = await lab();
  const { code, stdout, stderr } = await rras(
    `server RAS01 RAS02 --set sstp=4 --yes --quiet --sim=${file}`,
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'RAS02\n' });
  expect(stderr).toMatch(/RAS01 has these settings already/);
  expect(await portsOf(file, 'RAS02', 'sstp')).toBe(4);
});

it('a server that is too old for a setting is told, and the others are set', async () => {
  const file = await lab();
  const { code, stdout, stderr } = await rras(
    `server OLD RAS02 --set sstp=4 --yes --quiet --sim=${file}`,
  );
  expect({ code, stdout }).toEqual({ code: 7, stdout: 'RAS02\n' });
  expect(stderr).toMatch(/OLD has no setting sstp\.count/);
  expect(await rras(`server OLD --set pptp=2 --yes --quiet --sim=${file}`)).toMatchObject({
    code: 0,
  });
  expect(await portsOf(file, 'OLD', 'pptp')).toBe(2);
});

it('a setting that somebody else changes after the plan is left as it is', async () => {
  using simulator = new Simulator();
  const server = simulator.addServer('RAS01');
  server.addPorts('sstp', 4);
  const { code, stderr } = await rras(
    ['server', 'RAS01', '--set', 'sstp=3', '--library', simulator.path],
    {
      columns: 80,
      answer: () => {
        server.addPorts('sstp', 2);
        return 'y';
      },
    },
  );
  expect(code).toBe(1);
  expect(stderr).toMatch(/The settings of RAS01 have changed since they were shown/);
  expect(server.ports).toHaveLength(6);
});

it('yes and no, and other parameters', async () => {
  const file = await lab();
  const { stdout } = await rras(
    `server RAS01 --set l2tp.isRoutingEnabled=no,L2TP=1 --yes --csv --fields change --no-headers --sim=${file}`,
  );
  expect(stdout).toBe('"l2tp.isRoutingEnabled: yes -> no, l2tp.count: 2 -> 1"\r\n');
  const shown = await rras(`server RAS01 --fields l2tp --sim=${file}`);
  expect(shown.stdout).toBe('l2tp  1 for clients\n');
});

it('--dry-run and --max hold, and each change is in the audit log', async () => {
  const file = await lab();
  const dry = await rras(`server RAS01 RAS02 --set sstp=1 --dry-run --sim=${file}`);
  expect(dry.code).toBe(0);
  expect(await portsOf(file, 'RAS01', 'sstp')).toBe(4);
  const limited = await rras(`server RAS01 RAS02 --set sstp=1 --max 1 --yes --sim=${file}`);
  expect(limited.code).toBe(8);
  expect(await portsOf(file, 'RAS01', 'sstp')).toBe(4);
  const log = here.path('settings.jsonl');
  await rras(`server RAS01 --set sstp=1 --yes --audit-log ${log} --sim=${file}`);
  expect(JSON.parse(await here.read('settings.jsonl'))).toMatchObject({
    command: 'server',
    action: 'setInfoEx',
    target: 'RAS01',
    consent: '--yes',
    result: 'set',
    shown: { change: 'sstp.count: 4 -> 1' },
  });
});

describe('is refused before a server is asked', () => {
  it.each([
    ['sstp', /sets nothing/],
    ['sstp=', /has no value/],
    ['sstp=many', /sstp\.count is a whole number/],
    ['sstp=-1', /sstp\.count is a whole number/],
    ['sstp=4294967296', /sstp\.count is a whole number/],
    ['sstp=1,sstp.count=2', /sstp\.count stands there twice/],
    ['stp=1', /Did you mean sstp\.count\?/],
    ['sstp.usesHttps=no', /sets nothing/],
    ['sstp.isRasEnabled=2', /yes or no/],
    ['sstp=1,,l2tp=1', /empty element/],
    ['__proto__=1', /sets nothing/],
  ])('--set %s', async (set, words) => {
    const { code, stdout, stderr } = await rras([
      'server',
      '--set',
      set,
      '--yes',
      '-s',
      'RAS99',
      '--sim',
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });

  it('options of an action without --set', async () => {
    expect((await rras('server --yes --sim')).stderr).toMatch(/--yes is about --set/);
    expect((await rras('server --force --sim')).stderr).toMatch(/--force is about --set/);
    expect(await rras('server --set sstp=1 --sim')).toMatchObject({ code: 2 });
  });
});

it('rras server shows every tunnel type', async () => {
  const { stdout } = await rras('server RAS01 --sim');
  for (const protocol of ['pptp', 'l2tp', 'sstp', 'ikev2', 'gre']) {
    expect(stdout).toMatch(new RegExp(`^${protocol} +\\d+ for `, 'm'));
  }
});
