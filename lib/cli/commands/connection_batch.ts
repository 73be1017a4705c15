// What is done to connections: found on each server, chosen, shown, asked for, done one after another.

import type { Port } from '../../port/port.ts';
import type { RasServer } from '../../server.ts';
import { type BatchOptions, checkBatchOutput, runBatch, type Task } from '../acting/batch.ts';
import type { Exit } from '../exit_codes.ts';
import type { Field, Item } from '../output/fields.ts';
import { type ServerOptions, Session } from '../servers/session.ts';
import type { World } from '../world.ts';
import { connectionFields, connectionItem } from './connection_fields.ts';
import type { Link } from './people.ts';
import { countInWords, nameOn, type Targets, together } from './port_targets.ts';

export interface ConnectionTarget extends Link {
  readonly server: RasServer;
  /** What is told of it besides. */
  readonly more?: Item;
}

export type ConnectionAction = 'disconnectConnection' | 'clearConnectionStats' | 'sendUserMessage';

export interface ConnectionDeed {
  readonly command: string;
  readonly action: ConnectionAction;
  /** What the action takes besides the connection. */
  readonly args?: readonly string[];
  readonly fields?: readonly Field[];
  readonly verb: (what: string) => string;
  readonly done: string;
  /** The connections of one server that can be meant. */
  readonly find: (session: Session, server: RasServer) => Promise<ConnectionTarget[]>;
  /** Those of all servers that are meant. */
  readonly choose?: (found: readonly ConnectionTarget[]) => readonly ConnectionTarget[];
  /** Said when there are none. */
  readonly whenNone?: (session: Session) => Error;
}

export async function onConnections(
  world: World,
  options: ServerOptions & BatchOptions,
  deed: ConnectionDeed,
): Promise<Exit> {
  const { command, verb, done, find, whenNone } = deed;
  const { fields = connectionFields, choose = (all) => all } = deed;
  checkBatchOutput(options, fields, 'userName');
  return Session.during(world, options, async (session) => {
    const targets: Targets<ConnectionTarget> = together(
      await session.eachKept(async (server) => ({
        found: await find(session, server),
        troubles: [],
      })),
    );
    const found = choose(targets.found);
    const isNone = found.length === 0 && targets.troubles.length === 0;
    if (isNone && whenNone !== undefined) throw whenNone(session);
    const one = `the connection of ${found[0]?.connection.userName}`;
    return runBatch(world, options, {
      command,
      fields,
      key: 'userName',
      tasks: found.map((target) => task(session, deed, target)),
      troubles: targets.troubles,
      isOneServer: session.isOneServer,
      question: verb(countInWords(found, one, 'connections')),
      done,
    });
  });
}

function task(session: Session, deed: ConnectionDeed, target: ConnectionTarget): Task {
  const { server, connection, ports, more } = target;
  const { action, args = [] } = deed;
  const { timeout } = session.patience;
  const names = ports.map(({ name }) => name).join(' ');
  return {
    item: { ...connectionItem(server.name, target), ...more },
    name: nameOn(server, `${connection.userName} (${names})`),
    act: async () => {
      if (server.dialect === 'rassapi') {
        await onItsPorts(server, action, ports, timeout);
      } else {
        // The connection as it was listed is what the library looks at again: its guard is on.
        const method = server[action] as (...args: unknown[]) => Promise<void>;
        await method.call(server, connection, ...args, { timeout });
      }
      // In a lab a connection gets the same port each time.
      session.lab?.record(server.name, action, { port: ports[0]?.name ?? '' }, ...args);
    },
  };
}

const onPorts: Readonly<Partial<Record<ConnectionAction, 'disconnectPort' | 'clearPortStats'>>> = {
  disconnectConnection: 'disconnectPort',
  clearConnectionStats: 'clearPortStats',
};

// rassapi has no connections.
async function onItsPorts(
  server: RasServer,
  action: ConnectionAction,
  ports: readonly Port[],
  timeout: number,
): Promise<void> {
  const onPort = onPorts[action];
  if (onPort === undefined) throw new Error(`There is no ${action} with the library rassapi.`);
  for (const port of ports) await server[onPort](port, { timeout });
}
