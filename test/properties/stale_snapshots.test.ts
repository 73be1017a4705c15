// Random worlds in which handles are reused, services restart and callers come and go, with actions on snapshots
// of every origin and age. Only the intended session is ever affected.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConnectionReference,
  connect,
  type Dialect,
  type Port,
  type RasServer,
  type Session,
} from '../../lib/index.ts';
import {
  type Generation,
  type SimulatedConnection,
  type SimulatedServer,
  Simulator,
} from '../../lib/simulator/index.ts';
import { seed } from '../fixtures/seed.ts';
import { functionNamed, functionNames } from '../fixtures/simulated.ts';

interface World {
  readonly dialect: Dialect;
  readonly generation?: Generation;
  /** The function that the guard of a connection calls. */
  readonly getConnection: string;
}

const worlds: Readonly<Record<string, World>> = {
  'mprapi, 2016': { dialect: 'mprapi', getConnection: 'MprAdminConnectionGetInfoEx' },
  'mprapi, 2003, which tells of a connection in levels': {
    dialect: 'mprapi',
    generation: '2003',
    getConnection: 'MprAdminConnectionGetInfo',
  },
  'nt4, which has no GUIDs': { dialect: 'nt4', getConnection: 'RasAdminConnectionGetInfo' },
  'rassapi, which has no connections': { dialect: 'rassapi', getConnection: '' },
};

const update = { interfaceIndex: 1, localEndpoint: '198.51.100.1', remoteEndpoint: '203.0.113.99' };

const onPort = {
  disconnectPort: (server: RasServer, port: Port) => server.disconnectPort(port),
  clearPortStats: (server: RasServer, port: Port) => server.clearPortStats(port),
  resetPort: (server: RasServer, port: Port) => server.resetPort(port),
};
const onConnection = {
  disconnectConnection: (server: RasServer, it: ConnectionReference) =>
    server.disconnectConnection(it),
  enumPorts: (server: RasServer, it: ConnectionReference) => server.enumPorts({ connection: it }),
  clearConnectionStats: (server: RasServer, it: ConnectionReference) =>
    server.clearConnectionStats(it),
  removeQuarantine: (server: RasServer, it: ConnectionReference) => server.removeQuarantine(it),
  sendUserMessage: (server: RasServer, it: ConnectionReference) =>
    server.sendUserMessage(it, 'Hello'),
  updateConnection: (server: RasServer, it: ConnectionReference) =>
    server.updateConnection(it, update),
};

const onSession = {
  disconnectSession: (server: RasServer, it: Session) => server.disconnectSession(it),
};

const waysToTravel = {
  directly: (thing) => thing,
  JSON: (thing) => JSON.parse(JSON.stringify(thing)),
  spread: (thing) => ({ ...thing }),
  structuredClone: (thing) => structuredClone(thing),
} as const satisfies Record<string, <Thing extends object>(thing: Thing) => Thing>;

const place = fc.nat(1);
const number = fc.nat(1_000);
const person = fc.record({
  userName: fc.constantFrom('alice', 'bob', ''),
  logonDomain: fc.constantFrom('CORP', 'LAB'),
  computer: fc.constantFrom('LAPTOP-7', 'LAPTOP-9'),
});
type Person = Pick<SimulatedConnection, 'userName' | 'logonDomain' | 'computer'>;

const happening = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('dial' as const),
      place,
      port: number,
      handle: fc.integer({ min: 70, max: 73 }),
      links: fc.integer({ min: 1, max: 2 }),
      person,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('hang-up' as const), place, which: number }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('replace' as const),
      place,
      which: number,
      isSameUser: fc.boolean(),
      person,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('step' as const), seconds: fc.nat(5) }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('restart' as const), place }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer Type> ? Type : never;

const event = fc.oneof(
  { weight: 6, arbitrary: happening },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('look' as const),
      place,
      // What the simulator returns can be passed to the package as well.
      through: fc.constantFrom('listing', 'details', 'watch', 'simulator'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('reconnect' as const), place }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('act' as const),
      which: number,
      kind: fc.constantFrom('port', 'connection', 'session'),
      action: number,
      isElsewhere: fc.nat(5).map((lot) => lot === 0),
      travel: fc.constantFrom(...(Object.keys(waysToTravel) as (keyof typeof waysToTravel)[])),
      // While the server is read for the guard: who comes in place of the very session that is meant.
      successor: fc.option(person),
      meanwhile: fc.array(happening, { maxLength: 2 }),
    }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer Type> ? Type : never;
type Action = Extract<Event, { what: 'act' }>;

/** A snapshot that somebody kept, and the session that it is of: none, if nobody was on the port. */
type Kept = { readonly place: number; readonly meant: SimulatedConnection | undefined } & (
  | { readonly port: Port }
  | { readonly connection: ConnectionReference }
  | { readonly session: Session }
);

/** A connection, and all that could be done to it, as text. */
interface Seen {
  readonly place: number;
  readonly connection: SimulatedConnection;
  readonly shown: string;
}

interface Tally {
  done: number;
  refused: number;
}

class Play {
  readonly #world: World;
  readonly #simulator: Simulator;
  readonly #simulated: readonly SimulatedServer[];
  readonly #servers: RasServer[] = [];
  readonly #kept: Kept[] = [];
  readonly #tally: Tally;

  constructor(world: World, tally: Tally) {
    const { dialect, generation } = world;
    this.#world = world;
    this.#tally = tally;
    this.#simulator = new Simulator({ dialect, clock: 'stepped' });
    this.#simulated = ['RAS01', 'RAS02'].map((name) => {
      const server = this.#simulator.addServer(
        name,
        generation === undefined ? {} : { generation },
      );
      server.addPorts(dialect === 'mprapi' && generation === undefined ? 'ikev2' : 'sstp', 3);
      return server;
    });
  }

  async run(events: readonly Event[]): Promise<void> {
    try {
      for (const { name } of this.#simulated) {
        this.#servers.push(await connect(name, { library: this.#simulator }));
      }
      for (const each of events) {
        if (each.what === 'look') await this.#look(each.place, each.through);
        else if (each.what === 'reconnect') await this.#reconnect(each.place);
        else if (each.what === 'act') await this.#act(each);
        else this.#happen(each);
      }
    } finally {
      for (const server of this.#servers) await server.disconnect();
      expect(this.#simulator.openHandles).toBe(0);
      this.#simulator.dispose();
    }
  }

  #happen(happening: Happening): void {
    if (happening.what === 'step') {
      this.#simulator.step(happening.seconds);
      return;
    }
    const server = this.#at(this.#simulated, happening.place);
    const { connections } = server;
    if (happening.what === 'restart') {
      server.stopService();
      server.startService();
      return;
    }
    if (happening.what === 'dial') {
      const free = server.ports.filter(({ condition }) => condition === 'listening');
      const { handle, links } = happening;
      if (free.length < links || connections.some((each) => each.handle === handle)) return;
      const [port] = links === 1 ? [this.#at(free, happening.port)] : [];
      this.#dial(server, { ...happening.person, links, handle, ...(port && { port }) });
      return;
    }
    const connection = connections[happening.which % Math.max(1, connections.length)];
    if (connection === undefined) return;
    if (happening.what === 'hang-up') {
      server.hangUp(connection);
      return;
    }
    this.#replace(server, connection, happening.isSameUser ? connection : happening.person);
  }

  /** Somebody gets the handle and the port of a session that ends. */
  #replace(server: SimulatedServer, connection: SimulatedConnection, by: Person): void {
    server.hangUp(connection);
    const { handle, ports } = connection;
    const [port] = ports;
    const { userName, logonDomain, computer } = by;
    this.#dial(server, { userName, logonDomain, computer, handle, port });
  }

  #dial(server: SimulatedServer, caller: Parameters<SimulatedServer['dialIn']>[0]): void {
    const connection = server.dialIn(caller);
    server.traffic(connection, { bytesSent: 1_000 });
    if (this.#world.dialect !== 'rassapi') server.quarantine(connection, 'quarantine');
  }

  async #look(place: number, through: string): Promise<void> {
    const server = this.#at(this.#servers, place);
    let ports: readonly Port[] = await server.enumPorts();
    let connections: readonly ConnectionReference[] = [];
    let sessions: readonly Session[] = await server.enumSessions();
    if (through === 'simulator') {
      ({ ports, connections } = this.#at(this.#simulated, place));
    } else if (through === 'watch') {
      for await (const change of server.watch()) {
        if (change.type === 'snapshot') ({ ports, sessions } = change);
        break;
      }
      connections = sessions.flatMap(({ connection }) => connection ?? []);
    } else if (server.supports('enumConnections')) {
      connections = await server.enumConnections();
    }
    if (through === 'details') {
      ports = await Promise.all(ports.map((port) => server.getPort(port)));
      if (server.supports('getConnection')) {
        connections = await Promise.all(connections.map((each) => server.getConnection(each)));
      }
    }
    const there = this.#at(this.#simulated, place).connections;
    for (const port of ports) {
      const meant = there.find((each) => each.ports.some(({ name }) => name === port.name));
      this.#kept.push({ place, port, meant });
    }
    for (const session of sessions) {
      const [port] = session.ports;
      const meant = there.find((each) => each.ports.some(({ name }) => name === port?.name));
      this.#kept.push({ place, session, meant });
    }
    if (this.#world.dialect === 'rassapi') return;
    for (const connection of connections) {
      const meant = there.find(({ handle }) => handle === connection.handle);
      this.#kept.push({ place, connection, meant });
    }
  }

  async #reconnect(place: number): Promise<void> {
    await this.#at(this.#servers, place).disconnect();
    const { name } = this.#at(this.#simulated, place);
    this.#servers[place] = await connect(name, { library: this.#simulator });
  }

  async #act(action: Action): Promise<void> {
    const { which, kind, isElsewhere, travel } = action;
    const candidates = this.#kept.filter((each) => kind in each);
    if (candidates.length === 0) return;
    // The newest are meant most often, else hardly anything would ever be done.
    const fromTheEnd = which % Math.min(candidates.length, which % 3 === 0 ? 100 : 6);
    const kept = this.#at(candidates, candidates.length - 1 - fromTheEnd);
    const server = this.#at(this.#servers, isElsewhere ? 1 - kept.place : kept.place);
    const begin = (): Promise<unknown> => {
      const name = this.#nameOf(action, kept);
      if ('session' in kept) {
        return onSession.disconnectSession(server, waysToTravel[travel](kept.session));
      }
      return 'port' in kept
        ? onPort[name as keyof typeof onPort](server, waysToTravel[travel](kept.port))
        : onConnection[name as keyof typeof onConnection](
            server,
            waysToTravel[travel](kept.connection),
          );
    };
    const atFirst = this.#state();
    const { outcome, before } = await this.#whileReading(action, kept, begin);

    const touched = this.#difference(before, this.#state());
    const wrong = touched.filter(
      ({ place, connection }) =>
        isElsewhere || place !== kept.place || !this.#isMeant(kept, connection),
    );
    expect(wrong).toEqual([]);
    if (outcome.status === 'rejected') {
      this.#tally.refused += 1;
      if (isElsewhere) expect(outcome.reason).toBeInstanceOf(TypeError);
      return;
    }
    expect(isElsewhere).toBe(false);
    this.#tally.done += 1;
    if (!Array.isArray(outcome.value)) return;
    // Nobody else's ports were listed either: not before what happened meanwhile, and not after it.
    const owners = [...atFirst, ...before].filter(({ place, connection }) => {
      return place === kept.place && this.#isMeant(kept, connection);
    });
    const own = owners.flatMap(({ connection }) => connection.ports.map(({ name }) => name));
    expect(own).toEqual(expect.arrayContaining(outcome.value.map(({ name }) => name)));
  }

  #nameOf({ action }: Action, kept: Kept): string {
    const names = Object.keys(
      'port' in kept ? onPort : 'session' in kept ? onSession : onConnection,
    );
    return this.#at(names, action % names.length);
  }

  /** Lets things happen while the server is read for the guard, and tells how it was after them. */
  async #whileReading(action: Action, kept: Kept, begin: () => Promise<unknown>) {
    const { getPort, enumPorts } = functionNames[this.#world.dialect];
    const isReadAsPort = 'port' in kept || this.#world.dialect === 'rassapi';
    const reading = isReadAsPort ? getPort : this.#world.getConnection;
    const isOfSeveralPorts =
      !isReadAsPort && /Connection$|Session$/.test(this.#nameOf(action, kept));
    const listing = isOfSeveralPorts ? enumPorts : reading;
    const { meanwhile, successor } = action;
    if (meanwhile.length === 0 && successor === null) {
      const before = this.#state();
      const [outcome] = await Promise.allSettled([begin()]);
      return { outcome, before };
    }
    const server = this.#at(this.#simulated, kept.place);
    const hang = server.hang(functionNamed(action.which % 2 === 0 ? reading : listing), {
      times: 1,
    });
    const call = Promise.allSettled([begin()]);
    await Promise.race([hang.entered().catch(() => {}), call]);
    const isOver = hang.waiting === 0;
    if (!isOver) {
      const meant = server.connections.find(({ ordinal }) => ordinal === kept.meant?.ordinal);
      if (meant !== undefined && successor !== null) this.#replace(server, meant, successor);
      for (const each of meanwhile) this.#happen(each);
    }
    const before = this.#state();
    hang.release();
    const [outcome] = await call;
    return { outcome, before };
  }

  /** Whether this is the session of the snapshot, or one that the API's answers do not tell from it. */
  #isMeant(kept: Kept, now: SimulatedConnection): boolean {
    const { meant } = kept;
    if (meant === undefined) return false;
    if (meant.ordinal === now.ordinal) return true;
    const isSameUser = (['userName', 'logonDomain', 'computer'] as const).every(
      (name) => meant[name] === now[name],
    );
    // All sessions of a case begin in the same second of the machine's clock, which rassapi tells.
    if (this.#world.dialect === 'rassapi') return isSameUser;
    if (this.#world.dialect !== 'nt4' || 'port' in kept) return false;
    const { connectDuration = 0 } = 'session' in kept ? kept.session : kept.connection;
    const hasLasted = now.connectDuration >= connectDuration;
    return isSameUser && meant.handle === now.handle && hasLasted;
  }

  #state(): Seen[] {
    return this.#simulated.flatMap((server, place) =>
      server.connections.map((connection) => {
        const counters = [connection, ...connection.ports].map((each) => server.counters(each));
        return {
          place,
          connection,
          shown: this.#show({
            ...connection,
            ports: connection.ports.map(({ name }) => name),
            counters,
          }),
        };
      }),
    );
  }

  #show(connection: object): string {
    return JSON.stringify(connection, (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
  }

  #difference(before: readonly Seen[], after: readonly Seen[]): Seen[] {
    return before.filter(
      ({ place, shown }) => !after.some((each) => each.place === place && each.shown === shown),
    );
  }

  #at<Thing>(things: readonly Thing[], index: number): Thing {
    const thing = things[index % Math.max(1, things.length)];
    if (thing === undefined) throw new Error('there is nothing');
    return thing;
  }
}

/** RRAS_TEST_RUNS tries more: so many cases over all worlds. */
const runs = Number(process.env.RRAS_TEST_RUNS ?? 240);
const numRuns = Math.ceil(runs / Object.keys(worlds).length);

describe.each(Object.entries(worlds))('%s', (_, world) => {
  const played = async (tally: Tally, parameters: { seed: number; numRuns: number }) => {
    const events = fc.array(event, { minLength: 10, maxLength: 50, size: 'max' });
    const property = fc.asyncProperty(events, (each) => new Play(world, tally).run(each));
    await fc.assert(property, parameters);
  };

  it(`never touches anybody but the session that was meant (seed ${seed})`, async () => {
    await played({ done: 0, refused: 0 }, { seed, numRuns });
  }, 0);

  // With one seed for ever: how often something is done differs from seed to seed.
  it('is played with actions that are done, and with actions that are refused', async () => {
    const tally = { done: 0, refused: 0 };
    await played(tally, { seed: 1, numRuns: 60 });
    expect(tally.done).toBeGreaterThan(30);
    expect(tally.refused).toBeGreaterThan(30);
  }, 0);
});
