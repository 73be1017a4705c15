// The report of `rras doctor --report`: it tells nobody's name, and a simulator that is made from it shows the same.

import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askEverything } from '../../lib/cli/report/questions.ts';
import { reportOn, textOf } from '../../lib/cli/report/report.ts';
import { connect } from '../../lib/connect/connect.ts';
import { generations } from '../../lib/simulator/generation.ts';
import {
  type Report,
  type ReportedPort,
  Simulator,
  simulatorFrom,
} from '../../lib/simulator/index.ts';
import { seed } from '../fixtures/seed.ts';
import { everyDialect } from '../fixtures/simulated.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();

async function reported(simulator: Simulator): Promise<Report> {
  const { signal } = new AbortController();
  const servers = {
    connect: (name: string | undefined) => connect(name, { library: simulator }),
    patience: { timeout: 10_000, signal },
  };
  const answers = [];
  for (const { name } of simulator.servers) {
    answers.push(await askEverything(servers, name === '' ? undefined : name));
  }
  const report = reportOn(
    answers.map((each) => ({ answers: each, checks: [] })),
    '1.2.3',
  );
  // As it is in the file.
  return JSON.parse(textOf(report));
}

/** In every text that could identify somebody. */
const MARK = 'Zq7';
const secret = fc
  .tuple(fc.constantFrom('', 'é', '"', '\\', '\u001b[31m', '\u202e', '  '), fc.nat(99))
  .map(([strange, number]) => `${MARK}${strange}${number}`);
const ipv4 = fc.nat(250).map((number) => `10.77.${number % 5}.${number}`);
const ipv6 = fc.nat(9999).map((number) => `fd77::${number.toString(16)}`);
const bytes = fc.nat(9999).map((number) => `fd77${number.toString(16).padStart(12, '0')}`);
const endpoint = fc.oneof(ipv4, ipv6, secret);
const counters = fc.record({
  bytesSent: fc.nat(2 ** 31),
  bytesReceived: fc.nat(9),
  framesSent: fc.nat(9),
  crcErrors: fc.nat(3),
});

const call = fc.record({
  kind: fc.constantFrom('sstp', 'ikev2', 'pptp', 'modem'),
  links: fc.constantFrom(1, 1, 2),
  caller: fc.record(
    {
      userName: secret,
      logonDomain: secret,
      computer: secret,
      localEndpoint: endpoint,
      remoteEndpoint: endpoint,
      remoteAddress: ipv4,
      ipv6Prefix: bytes,
      ipv6PrefixLength: fc.constantFrom(64, 48),
      ipv6Identifier: bytes,
      interfaceName: secret,
      interfaceType: fc.constantFrom<'client' | 'full-router' | number>(
        'client',
        'full-router',
        77,
      ),
      guid: fc.nat(99).map((number) => `fd77fd77-0000-4000-8000-0000000000${10 + (number % 89)}`),
      compressionRatioIn: fc.nat(100),
      authenticationTime: fc.constantFrom(0, 100_000),
    },
    { requiredKeys: ['userName'] },
  ),
  next: fc.constantFrom('stay', 'goDormant', 'roam', 'quarantine', 'portTraffic'),
  counters,
  // Multiples of two minutes, so that a few seconds more change nothing.
  seconds: fc.nat(800).map((number) => number * 120),
});

const strangePort = fc.record({
  name: secret,
  mediaName: secret,
  deviceName: secret,
  deviceType: secret,
  condition: fc.constantFrom<'listening' | 'non-operational' | number>(
    'listening',
    'non-operational',
    99,
  ),
  userName: fc.option(secret, { nil: undefined }),
  lineSpeed: fc.nat(64_000),
  totalCalls: fc.nat(9),
});

const world = fc.record({
  generation: fc.constantFrom(...generations),
  name: fc.constantFrom('', `${MARK}RAS`, `${MARK}.example`),
  calls: fc.array(call, { maxLength: 6 }),
  strange: fc.array(strangePort, { maxLength: 2 }),
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function made(
  dialect: 'mprapi' | 'nt4' | 'rassapi',
  { generation, name, calls, strange }: World,
): Simulator {
  const simulator = new Simulator({ clock: 'stepped', dialect });
  const server = simulator.addServer(
    name === '' ? undefined : name,
    dialect === 'mprapi' ? { generation } : {},
  );
  for (const type of ['sstp', 'ikev2', 'pptp', 'modem'] as const) server.addPorts(type, 3);
  if (dialect === 'mprapi') {
    server.setup.setParameters({
      sstpCertificateHash: new TextEncoder().encode(MARK),
      ikev2Ekus: [{ isOid: false, text: MARK }],
    });
  }
  for (const { userName, ...port } of strange) {
    server.addPort({ ...port, ...(userName !== undefined && { userName }) });
  }
  for (const { kind, links, caller, next, counters, seconds } of calls) {
    // Not more links or calls than there are ports, and a modem has no tunnel.
    const free = server.ports.filter(
      ({ type, condition }) => type === kind && condition === 'listening',
    );
    if (free.length < links) continue;
    // Nobody can simulate the compression of a port without a connection.
    const { authenticationTime = 0, ...plain } = caller;
    const connection = server.dialIn({
      ...(authenticationTime > 0 ? { userName: caller.userName, authenticationTime } : plain),
      ...{ type: kind, links },
    });
    server.traffic(connection, counters);
    simulator.step(seconds);
    if (next === 'portTraffic') server.traffic(connection.ports[0], counters);
    if (next === 'quarantine') server.quarantine(connection, 'quarantine');
    if (connection.type !== 'ikev2') continue;
    if (next === 'roam') server.roam(connection, '10.77.9.9');
    if (next === 'goDormant') server.goDormant(connection);
  }
  return simulator;
}

describe.each(everyDialect)('a report under %s', (dialect) => {
  it('tells no name, no address and no user', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(world, async (each) => {
        using simulator = made(dialect, each);
        const text = textOf(await reported(simulator));
        told += each.calls.length;
        expect(text.toLowerCase()).not.toContain(MARK.toLowerCase());
        expect(text).not.toMatch(/10\.77\.|fd77/);
      }),
      { seed, numRuns: 40 },
    );
    expect(told).toBeGreaterThan(20);
  });

  // Under rassapi a duration is counted from the start of the session to the moment of the call.
  const plain = (port: ReportedPort) =>
    dialect === 'rassapi'
      ? { ...port, connectDuration: Math.round(port.connectDuration / 120) }
      : port;

  it('makes a simulator that shows the same ports and connections', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(world, async (each) => {
        using simulator = made(dialect, each);
        const report = await reported(simulator);
        using again = simulatorFrom(report, { clock: 'stepped' });
        const repeated = await reported(again);
        for (const [index, server] of report.servers.entries()) {
          const same = repeated.servers[index];
          expect(same?.server).toEqual(server.server);
          expect(same?.ports?.map(plain)).toEqual(server.ports?.map(plain));
          expect(same?.connections).toEqual(server.connections);
          seen += server.ports?.filter(({ userName }) => userName !== undefined).length ?? 0;
          seen += server.connections?.length ?? 0;
        }
      }),
      { seed, numRuns: 40 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});

describe('rras doctor --report', () => {
  const lab = `servers:
  - name: EDGE7
    ports: { sstp: 2, ikev2: 2 }
    connections:
      - { userName: alice, logonDomain: CONTOSO, computer: LAPTOP-7, type: ikev2, bytesSent: 9, since: 3h, dormantSince: 1h }
      - { userName: bob, logonDomain: CONTOSO, computer: LAPTOP-9, type: sstp, remoteEndpoint: 192.0.2.50, since: 25m }
      - { userName: ALICE, logonDomain: CONTOSO, computer: DESK-1, type: sstp, since: 5m, router: true }
  - name: EDGE8
    unreachable: true
`;

  it('writes a file, shows it, and a lab that is made from it lists the same', async () => {
    const file = await here.write('lab.yaml', lab);
    const report = here.path('report.json');
    const told = await rras(['doctor', '--report', report, `--sim=${file}`]);
    expect(told.code).toBe(0);
    const text = await here.read('report.json');
    expect(told.stdout.endsWith(`\n${text}`)).toBe(true);
    expect(told.stderr).toMatch(/Wrote .*report\.json: names, addresses and users are replaced/);
    expect(text).not.toMatch(/alice|bob|contoso|laptop|edge7|192\.0\.2/i);

    const standIns = {
      ...{ alice: 'user-1', bob: 'user-2', ALICE: 'user-1', CONTOSO: 'domain-1' },
      ...{ 'LAPTOP-7': 'computer-1', 'LAPTOP-9': 'computer-2', 'DESK-1': 'computer-3' },
      EDGE7: 'server-1',
    };
    for (const command of ['ports', 'connections', 'stale']) {
      const line = [command, '--csv', '--fields', fieldsOf[command] ?? ''];
      const original = await rras([...line, `--sim=${file}`]);
      let expected = original.stdout;
      for (const [name, standIn] of Object.entries(standIns)) {
        expected = expected.replaceAll(name, standIn);
      }
      const same = await rras([...line, `--sim=${report}`]);
      expect(same).toMatchObject({ code: 0, stdout: expected, stderr: '' });
    }
  });

  it('makes a lab on which one can act', async () => {
    const file = await here.write('acting.yaml', lab);
    const report = here.path('acting.json');
    await rras(['doctor', '--report', report, `--sim=${file}`]);
    const line = ['disconnect', '--user', 'user-2', '--yes', `--sim=${report}`];
    expect(await rras(line)).toMatchObject({ code: 0 });
    const { stdout } = await rras([
      'connections',
      '--csv',
      '--no-headers',
      '--fields',
      'userName',
      `--sim=${report}`,
    ]);
    expect(stdout).toBe('user-1\r\nuser-1\r\n');
  });

  it('tells what failed, and the lab fails alike', async () => {
    const file = await here.write('away.yaml', lab);
    const report = here.path('away.json');
    const line = ['doctor', '--report', report, '--server', 'EDGE8', '--json'];
    const told = await rras([...line, `--sim=${file}`]);
    expect(told.code).toBe(4);
    // Other forms stay what they are.
    expect(JSON.parse(told.stdout).command).toBe('doctor');
    const [server] = JSON.parse(await here.read('away.json')).servers;
    expect(server).toMatchObject({
      server: 'server-1',
      calls: [{ call: 'connect', code: 'RPC_S_SERVER_UNAVAILABLE', status: 1722 }],
    });
    const again = await rras(['ports', `--sim=${report}`]);
    expect(again.code).toBe(4);
  });

  it('does not ask on when the server does not answer', async () => {
    const file = await here.write(
      'hung.yaml',
      'servers: [{ name: A, ports: { sstp: 1 }, events: [{ at: 0s, hang: getInfo }] }]',
    );
    const report = here.path('hung.json');
    // In this test the clock of a lab stands still, so that the event has to be in the past.
    await rras(['ports', `--sim=${file}`]);
    writeFileSync(
      `${file}.history`,
      `${await here.read('hung.yaml.history')}{"at":1,"server":"A","action":"resetPort","args":[{"port":"VPN2-0"}]}\n`,
    );
    await rras(['doctor', '--report', report, '--timeout', '1', `--sim=${file}`]);
    const [{ calls }] = JSON.parse(await here.read('hung.json')).servers;
    expect(calls.at(-1)).toMatchObject({ call: 'getInfo', code: 'ERR_RRAS_TIMEOUT' });
  });

  it('never writes over a file, and asks no server then', async () => {
    const file = await here.write('there.yaml', lab);
    const report = await here.write('there.json', 'mine');
    const { code, stdout, stderr } = await rras(['doctor', '--report', report, `--sim=${file}`]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/already exists/);
    expect(await here.read('there.json')).toBe('mine');
  });
});

const fieldsOf: Readonly<Record<string, string>> = {
  ports: 'server,name,isRouter,condition,userName,connectDuration,computer,deviceName,totalCalls',
  connections: 'userName,isRouter,connectDuration,ports,computer,isDormant,bytesSent,encryption',
  stale: 'userName,reasons,ports',
};

describe('simulatorFrom', () => {
  it('refuses what is no report with a TypeError', () => {
    for (const value of [undefined, null, 1, {}, { report: 2 }, { report: 1, servers: [1] }]) {
      expect(() => simulatorFrom(value)).toThrow(TypeError);
    }
  });

  it('of any file is a simulator or a TypeError', async () => {
    using simulator = made('mprapi', { generation: '2016', name: '', calls: [], strange: [] });
    simulator.server().dialIn({ userName: 'alice', type: 'ikev2' });
    const report = await reported(simulator);
    const value = fc.oneof(
      fc.constantFrom<unknown>(null, -1, 1e20, 0.5, '', 'unknown-9', [], {}, true),
      fc.jsonValue({ maxDepth: 1 }),
    );
    fc.assert(
      fc.property(fc.nat(400), value, (place, strange) => {
        let left = place;
        const changed = JSON.parse(JSON.stringify(report), (_, each) => {
          left -= 1;
          return left === 0 ? strange : each;
        });
        try {
          simulatorFrom(changed).dispose();
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          expect((error as TypeError & { code?: string }).code).toMatch(/^ERR_INVALID_ARG/);
        }
      }),
      { seed, numRuns: 400 },
    );
  });
});
