// Simulated labs in files: they remember changes, and their mistakes are reported with their place.

import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../../lib/cli/labs/scenario.ts';
import { readScenario } from '../../lib/cli/labs/scenario_file.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();

async function inUse(lab: string): Promise<string[]> {
  const { stdout } = await rras(['ports', '--in-use', '--quiet', `--sim=${lab}`]);
  return stdout.split('\n').filter((line) => line !== '');
}

it('sim init writes the lab of a plain --sim, and never overwrites', async () => {
  const lab = here.path('init.yaml');
  expect(await rras(['sim', 'init', lab])).toMatchObject({ code: 0 });
  const { servers } = readScenario(await here.read('init.yaml'), lab);
  const plain = servers.map(({ options: _, failures: __, users = [], ...server }) => ({
    ...server,
    ...(users.length > 0 ? { users } : {}),
  }));
  expect(plain).toEqual(defaultScenario.servers);
  const again = await rras(['sim', 'init', lab]);
  expect(again.code).toBe(2);
  expect(again.stderr).toMatch(/already exists/);
  expect(await rras(['sim', 'init', lab, '--force'])).toMatchObject({ code: 0 });
});

// A plain --sim makes no interface for these commands.
it.each(['ports', 'connections'])(
  '%s shows the same in a plain --sim and in its file',
  async (command) => {
    const lab = here.path(`${command}.yaml`);
    await rras(['sim', 'init', lab]);
    const shown = async (sim: string) => {
      const { stdout } = await rras([command, '--json', '--server', 'RAS01,RAS02', sim]);
      return stdout.replace(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"a time"');
    };
    const plain = await shown('--sim');
    expect(plain).toContain('alice');
    expect(plain).toBe(await shown(`--sim=${lab}`));
  },
);

it('remembers what commands did, until it is changed or reset', async () => {
  const lab = here.path('memory.yaml');
  await rras(['sim', 'init', lab]);
  const all = ['VPN2-0', 'VPN3-0', 'VPN3-1', 'VPN3-2'];
  expect(await inUse(lab)).toEqual(all);
  await rras(['disconnect', 'VPN3-1', '--yes', `--sim=${lab}`]);
  await rras(['disconnect', 'VPN2-0', '--yes', `--sim=${lab}`]);
  expect(await inUse(lab)).toEqual(['VPN3-0', 'VPN3-2']);
  await rras(['sim', 'reset', lab]);
  expect(await inUse(lab)).toEqual(all);
  await rras(['disconnect', 'VPN3-1', '--yes', `--sim=${lab}`]);
  await here.write('memory.yaml', `${await here.read('memory.yaml')}# changed\n`);
  const { stderr } = await rras(['ports', `--sim=${lab}`]);
  expect(stderr).toMatch(/has changed, so the lab starts again/);
  expect(await inUse(lab)).toEqual(all);
});

it('remembers changes of connections and users', async () => {
  const lab = here.path('people.yaml');
  await rras(['sim', 'init', lab]);
  const told = async (...words: string[]) => (await rras([...words, `--sim=${lab}`])).stdout;
  await told('disconnect', '--user', 'carol', '--oldest', '--yes');
  await told('clear-stats', '--user', 'alice', '--yes');
  await told('user', 'alice', '--set', 'mayDialIn=no', '--yes');
  expect(await told('connections', '--quiet')).toBe('alice\ncarol\nbob\n');
  expect(await told('connection', 'alice', '--csv', '--fields', 'bytesSent')).toBe(
    'bytesSent\r\n0\r\n',
  );
  expect(await told('user', 'alice', '--csv', '--fields', 'mayDialIn')).toBe(
    'mayDialIn\r\nfalse\r\n',
  );
});

it('a damaged history, or one with unknown entries, does no harm', async () => {
  const lab = here.path('history.yaml');
  await rras(['sim', 'init', lab]);
  await inUse(lab);
  const history = await here.read('history.yaml.history');
  const deed = '{"at":1,"server":"RAS01","action":"constructor","args":[]}\n';
  await here.write('history.yaml.history', history + deed);
  const { code, stderr } = await rras(['ports', `--sim=${lab}`]);
  expect(code).toBe(0);
  expect(stderr).toMatch(/1 could not be done again/);
  const beyondClocks = '{"at":1e999,"server":"RAS01","action":"resetPort","args":[]}';
  for (const line of ['nonsense', '{"at":"x"}', 'null', '[1]', beyondClocks]) {
    await here.write('history.yaml.history', `${history}${line}\n`);
    const damaged = await rras(['ports', `--sim=${lab}`]);
    expect(damaged).toMatchObject({ code: 2, stdout: '' });
    expect(damaged.stderr).toMatch(/is damaged.\n.*rras sim reset/);
  }
});

it('has multilink connections, routers, and callers who are not authenticated yet', async () => {
  const lab = await here.write(
    'callers.yaml',
    `servers:
  - name: RAS01
    ports: { pptp: 2, sstp: 2 }
    connections:
      - { userName: alice, type: pptp, links: 2, since: 1h }
      - { userName: BRANCH, type: sstp, router: true, since: 2h, authenticationTime: 1m }
      - { userName: bob, type: sstp, since: 1m, authenticationTime: 5m }
`,
  );
  const { stdout } = await rras([
    ...['connections', '--csv', '--no-headers'],
    ...['--fields', 'userName,ports,interfaceType,connectDuration', `--sim=${lab}`],
  ]);
  expect(
    stdout
      .split('\r\n')
      .filter((line) => line !== '')
      .sort(),
  ).toEqual(['BRANCH,VPN2-0,full-router,7140', 'alice,VPN0-0 VPN0-1,client,3600']);
  const ports = await rras(['ports', '--condition', 'authenticating', '--quiet', `--sim=${lab}`]);
  expect(ports.stdout).toBe('VPN2-1\n');
});

describe('a mistake in a lab is reported with its place', () => {
  it.each([
    [
      'servers:\n  - name: A\n    prots: {}',
      /lab\.yaml:3:5: a server has no prots \(did you mean ports\?\); there are name, /,
    ],
    ['servers:\n  - ports: { sstp: many }', /:2:20: sstp must be a whole number from 0/],
    ['servers:\n  - ports: { ssh: 1 }', /:2:14: ports has no ssh; there are pptp, l2tp, sstp, /],
    ['servers:\n  - connections: [{ since: 1h }]', /:2:19: a connection needs a userName/],
    [
      'servers:\n  - connections: [{ userName: a, since: soon }]',
      /:2:41: since must be a time such as/,
    ],
    [
      'servers: [{ service: broken }]',
      /:1:22: service must be one of running, initializing, stopped/,
    ],
    ['servers: [{ denied: perhaps }]', /:1:21: denied must be true or false/],
    ['servers: 5', /:1:10: servers must be a list/],
    ['servers: []', /the lab has no server/],
    ['', /the lab must be names with values/],
    ['servers: [', /lab\.yaml:1:/],
    [`servers: ${'['.repeat(20_000)}`, /lab\.yaml:1:\d+: this is nested too deep/],
    ['servers: [{ name: A, name: B }]', /lab\.yaml:1:.*a server has name twice/],
    ['servers: [{ name: A }, { name: a }]', /lab\.yaml: /],
    ['servers: [{ generation: 95 }]', /generation must be one of nt4, 2000, /],
    ['servers: [{ users: [{ mayDialIn: true }] }]', /a user needs a name/],
    [
      'servers: [{ users: [{ name: a, callback: soon }] }]',
      /callback must be one of none, preset, caller/,
    ],
    [
      'servers: [{ ports: { sstp: 1 }, connections: [{ userName: a, dormantSince: 1h }] }]',
      /lab\.yaml: /,
    ],
    ['servers: [{ name: A, connections: [{ userName: a }] }]', /lab\.yaml: /],
    [
      'servers: [{ connections: [{ userName: a, links: 0 }] }]',
      /links must be a whole number from 1/,
    ],
    ['servers: [{ connections: [{ userName: a, router: 1 }] }]', /router must be true or false/],
    [
      'servers: [{ ports: { pptp: 1 }, connections: [{ userName: a, links: 2 }] }]',
      /lab\.yaml: Not enough ports wait for a call/,
    ],
    ['servers: [{ name: A, failures: { NoSuchThing: 5 } }]', /:1:34: failures has no NoSuchThing/],
    ['servers: [{ __proto__: { denied: true } }]', /has no __proto__/],
    ['servers: [{ constructor: { prototype: 1 } }]', /has no constructor/],
    ['a: &x [1]\nservers: *x', /has no a/],
  ])('%j', async (text, words) => {
    const lab = await here.write('lab.yaml', text);
    const { code, stdout, stderr } = await rras(['ports', `--sim=${lab}`]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

it('a user may be called 007 or true', async () => {
  const text =
    'servers: [{ ports: { sstp: 2 }, connections: [{ userName: 007 }, { userName: true }] }]';
  const [server] = readScenario(text, 'lab.yaml').servers;
  expect(server?.connections.map(({ userName }) => userName)).toEqual(['007', 'true']);
});
