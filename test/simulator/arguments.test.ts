// Wrong arguments for the simulator give a TypeError that says what is wrong.

import { afterEach, describe, expect, it } from 'vitest';
import { type SimulatedServer, Simulator } from '../../lib/simulator/index.ts';

let simulator: Simulator;

afterEach(() => simulator?.dispose());

function scene(dialect: 'mprapi' | 'rassapi' = 'mprapi') {
  simulator = new Simulator({ dialect, clock: 'stepped' });
  const server = simulator.addServer('RAS01');
  const [port] = server.addPorts('sstp', 2);
  const other = simulator.addServer('RAS02').addPorts('sstp', 1)[0];
  if (port === undefined || other === undefined) throw new Error('no port');
  const foreignConnection = simulator.server('RAS02').dialIn({ userName: 'bob' });
  return { simulator, server, port, other, foreignConnection };
}

type Scene = ReturnType<typeof scene>;
type Mistake = readonly [what: string, message: string, make: (scene: Scene) => unknown];
// For values that TypeScript would refuse.
const wrong = (value: unknown) => value as never;

const wrongTypes: readonly Mistake[] = [
  [
    'options of a simulator',
    'The "options" argument must be of type object',
    () => new Simulator(wrong(1)),
  ],
  [
    'a dialect',
    '"options.dialect" property must be of type string',
    () => new Simulator({ dialect: wrong(1) }),
  ],
  [
    'a server name',
    'The "name" argument must be of type string',
    ({ simulator }) => simulator.addServer(wrong(1)),
  ],
  [
    'a server name to find',
    'The "name" argument must be of type string',
    ({ simulator }) => simulator.server(wrong(null)),
  ],
  [
    'options of a server',
    'The "options" argument must be of type object',
    ({ simulator }) => simulator.addServer('a', wrong([])),
  ],
  [
    'lanOnly',
    '"options.lanOnly" property must be of type boolean',
    ({ simulator }) => simulator.addServer('a', { lanOnly: wrong(0) }),
  ],
  [
    'denied',
    'The "denied" argument must be of type boolean',
    ({ server }) => {
      server.denied = wrong('yes');
    },
  ],
  [
    'a time',
    'The "time" argument must be one of type number or string',
    ({ simulator }) => simulator.step(wrong(1n)),
  ],
  [
    'a port type',
    'The "type" argument must be of type string',
    ({ server }) => server.addPorts(wrong(undefined), 1),
  ],
  [
    'a count',
    'The "count" argument must be of type number',
    ({ server }) => server.addPorts('sstp', wrong('1')),
  ],
  [
    'a raw port',
    'The "port" argument must be of type object',
    ({ server }) => server.addPort(wrong(null)),
  ],
  [
    'a handle',
    '"port.handle" property must be one of type number or bigint',
    ({ server }) => server.addPort({ handle: wrong('0') }),
  ],
  [
    'a condition',
    '"port.condition" property must be one of type string or number',
    ({ server }) => server.addPort({ condition: wrong(1n) }),
  ],
  [
    'a caller',
    'The "caller" argument must be of type object',
    ({ server }) => server.dialIn(wrong('alice')),
  ],
  [
    'a user',
    '"caller.userName" property must be of type string',
    ({ server }) => server.dialIn(wrong({})),
  ],
  [
    'a port to dial',
    '"caller.port" property must be of type string or a port of the server',
    ({ server }) => server.dialIn({ userName: 'a', port: wrong(5) }),
  ],
  [
    'whom to hang up',
    'The "what" argument must be of type string or a port of the server',
    ({ server }) => server.hangUp(wrong(null)),
  ],
  [
    'a port to remove',
    'The "port" argument must be of type string or a port of the server',
    ({ server }) => server.removePort(wrong({})),
  ],
  [
    'quirks',
    'The "quirks" argument must be of type object',
    ({ server }) => server.setQuirks(wrong(null)),
  ],
  [
    'a flag',
    '"quirks.pageOfOne" property must be of type boolean',
    ({ server }) => server.setQuirks({ pageOfOne: wrong(1) }),
  ],
  [
    'a function',
    'The "name" argument must be of type string',
    ({ server }) => server.fail(wrong(1), 5),
  ],
  [
    'a status',
    'The "status" argument must be one of type number or string',
    ({ server }) => server.fail('MprAdminPortEnum', wrong(5n)),
  ],
  [
    'options of a fault',
    'The "options" argument must be of type object',
    ({ server }) => server.fail('MprAdminPortEnum', 5, wrong(1)),
  ],
  [
    'options of a hang',
    'The "options" argument must be of type object',
    ({ server }) => server.hang('MprAdminPortEnum', wrong(null)),
  ],
];

const wrongValues: readonly Mistake[] = [
  [
    'a dialect',
    'must be one of mprapi, nt4, rassapi',
    () => new Simulator({ dialect: wrong('mpr') }),
  ],
  ['a clock', 'must be one of real, stepped', () => new Simulator({ clock: wrong('fast') })],
  [
    'an option',
    "'options.clok' is not known; there are dialect, clock",
    () => new Simulator(wrong({ clok: 'real' })),
  ],
  ['an empty server name', 'must not be empty', ({ simulator }) => simulator.addServer('')],
  [
    'a server name with the mark of slots',
    'must not contain a %',
    ({ simulator }) => simulator.addServer('a%1'),
  ],
  [
    'a server name with a NUL',
    'must be a computer name',
    ({ simulator }) => simulator.addServer('a\0b'),
  ],
  [
    'a service',
    'must be one of stopped, initializing, running',
    ({ simulator }) => simulator.addServer('a', { service: wrong('paused') }),
  ],
  ['seconds back', 'must be from 0 to', ({ simulator }) => simulator.step(-1)],
  ['no seconds', 'must be from 0 to', ({ simulator }) => simulator.step(Number.NaN)],
  [
    'endless seconds',
    'must be from 0 to',
    ({ simulator }) => simulator.step(Number.POSITIVE_INFINITY),
  ],
  [
    'a port type',
    'must be one of pptp, l2tp, sstp, ikev2, modem',
    ({ server }) => server.addPorts(wrong('isdn'), 1),
  ],
  [
    'half a port',
    'must be a whole number from 0 to 1000000',
    ({ server }) => server.addPorts('sstp', 0.5),
  ],
  ['too many ports', 'must be a whole number', ({ server }) => server.addPorts('sstp', 1e9)],
  [
    'a name longer than its array',
    'must not be longer than 17 UTF-16 units',
    ({ server }) => server.addPort({ name: 'x'.repeat(18) }),
  ],
  ['a handle below 0', 'must fit a HANDLE', ({ server }) => server.addPort({ handle: -1 })],
  [
    'a handle that is no whole number',
    'must be a whole number',
    ({ server }) => server.addPort({ handle: 1.5 }),
  ],
  [
    'a handle that a number does not hold exactly',
    'a bigint from 2^53 up',
    ({ server }) => server.addPort({ handle: 2 ** 53 }),
  ],
  [
    'a handle of 65 bits',
    'must fit a HANDLE',
    ({ server }) => server.addPort({ connection: 2n ** 64n }),
  ],
  [
    'a condition',
    'must be one of non-operational, disconnected,',
    ({ server }) => server.addPort({ condition: wrong('busy') }),
  ],
  [
    'a condition below 0',
    'must be a whole number from 0',
    ({ server }) => server.addPort({ condition: -1 }),
  ],
  [
    'an unknown condition beyond 32 bits',
    'must be a whole number',
    ({ server }) => server.addPort({ condition: 'unknown-9999999999' }),
  ],
  [
    'a field of a port',
    "'port.nam' is not known",
    ({ server }) => server.addPort(wrong({ nam: 'x' })),
  ],
  [
    'a field of a caller',
    "'caller.username' is not known",
    ({ server }) => server.dialIn(wrong({ username: 'x' })),
  ],
  [
    'no links',
    "'caller.links' must be a whole number from 1",
    ({ server }) => server.dialIn({ userName: 'a', links: 0 }),
  ],
  [
    'a port of another server',
    "must be of the server 'RAS01'",
    ({ server, other }) => server.removePort(other),
  ],
  [
    'a connection of another server',
    "must be of the server 'RAS01'",
    ({ server, foreignConnection }) => server.hangUp(foreignConnection),
  ],
  [
    'a function',
    'must be a method or a function of mprapi, such as ',
    ({ server }) => server.fail(wrong('MprAdminPort'), 5),
  ],
  [
    'a function of another dialect',
    'must be a method or a function of mprapi',
    ({ server }) => server.hang('RasAdminPortEnum'),
  ],
  [
    'a status below 0',
    'must be a whole number from 0 to 4294967295',
    ({ server }) => server.fail('MprAdminPortEnum', -5),
  ],
  [
    'no times',
    'must be a whole number from 1',
    ({ server }) => server.fail('MprAdminPortEnum', 5, { times: 0 }),
  ],
  [
    'an endless wait',
    'must be a whole number from 0',
    ({ server }) => server.fail('MprAdminPortEnum', 5, { after: Number.POSITIVE_INFINITY }),
  ],
  [
    'an option of a hang',
    "'options.after' is not known",
    ({ server }) => server.hang('MprAdminPortEnum', wrong({ after: 1 })),
  ],
  [
    'a failure that is a success',
    "'quirks.callWhenStopped' must be a whole number from 1",
    ({ server }) => server.setQuirks({ callWhenStopped: 0 }),
  ],
];

function codeOf(make: () => unknown): unknown {
  try {
    make();
  } catch (error) {
    return error;
  }
  return 'nothing was thrown';
}

describe('a wrong type', () => {
  it.each(wrongTypes)('%s', (_, message, make) => {
    const made = scene();
    const error = codeOf(() => make(made));
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({
      code: 'ERR_INVALID_ARG_TYPE',
      message: expect.stringContaining(message),
    });
  });
});

describe('a wrong value', () => {
  it.each(wrongValues)('%s', (_, message, make) => {
    const made = scene();
    const error = codeOf(() => make(made));
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({
      code: 'ERR_INVALID_ARG_VALUE',
      message: expect.stringContaining(message),
    });
  });
});

describe('a mistake', () => {
  it('leaves the scene as it was', () => {
    const made = scene();
    const look = (server: SimulatedServer) => [
      server.ports,
      server.connections,
      server.quirks.pageOfOne,
    ];
    const before = look(made.server);
    for (const [, , make] of [...wrongTypes, ...wrongValues]) codeOf(() => make(made));
    expect(look(made.server)).toEqual(before);
    expect(made.simulator.servers).toHaveLength(2);
  });

  it('can also be a port that does not exist', () => {
    const { server, port } = scene();
    expect(() => server.port('VPN9-9')).toThrow("The server 'RAS01' has no port 'VPN9-9'");
    server.removePort(port);
    expect(() => server.hangUp(port)).toThrow('The port no longer exists');
    expect(() => server.dialIn({ userName: 'a', port })).toThrow('The port no longer exists');
  });

  it('is a text longer than the shorter arrays of rassapi', () => {
    const { server } = scene('rassapi');
    server.addPort({ name: 'x'.repeat(16) });
    expect(() => server.addPort({ name: 'x'.repeat(17) })).toThrow('longer than 16 UTF-16 units');
    expect(() => server.dialIn({ userName: 'a', computer: 'x'.repeat(17) })).toThrow(
      'longer than 16',
    );
  });
});
