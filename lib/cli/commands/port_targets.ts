// The ports that a command is to act on, found before anything is done.

import { findPort } from '../../port/port_by_name.ts';
import type { RasServer } from '../../server.ts';
import type { Task } from '../acting/batch.ts';
import { usage } from '../complaint.ts';
import { type Outcome, type Session, troubles } from '../servers/session.ts';
import { type ServerTrouble, troubleOf } from '../trouble.ts';
import { type PeopledPort, peopledPorts } from './people.ts';
import { portItem } from './port_fields.ts';

export interface PortTarget extends PeopledPort {
  readonly server: RasServer;
}

export interface Targets<Target> {
  readonly found: readonly Target[];
  readonly troubles: readonly ServerTrouble[];
}

/** Every port that is wanted, on each server. */
export async function portsLike(
  session: Session,
  isWanted: (port: PeopledPort) => boolean,
): Promise<Targets<PortTarget>> {
  const outcomes = await session.eachKept(async (server) => {
    const ports = await peopledPorts(session, server);
    return { found: ports.filter(isWanted).map((port) => ({ server, ...port })), troubles: [] };
  });
  return together(outcomes);
}

/** The ports of these names, on each server. A name that is not there is a trouble of its own. */
export async function portsNamed(
  session: Session,
  names: readonly string[],
): Promise<Targets<PortTarget>> {
  for (const name of names) checkPlain(name);
  const outcomes = await session.eachKept(async (server) => {
    const peopled = await peopledPorts(session, server);
    const ports = peopled.map(({ port }) => port);
    const wanted = new Set();
    const missing: ServerTrouble[] = [];
    for (const name of names) {
      try {
        wanted.add(findPort(ports, name, { server: server.name, syscall: '' }));
      } catch (error) {
        missing.push({ server: server.name, ...troubleOf(error) });
      }
    }
    const found = peopled.filter(({ port }) => wanted.has(port));
    return { found: found.map((port) => ({ server, ...port })), troubles: missing };
  });
  return together(outcomes);
}

export function together<Target>(outcomes: readonly Outcome<Targets<Target>>[]): Targets<Target> {
  const reached = outcomes.flatMap((each) => ('result' in each ? [each.result] : []));
  return {
    found: reached.flatMap(({ found }) => found),
    troubles: [...troubles(outcomes), ...reached.flatMap((each) => each.troubles)],
  };
}

// What throws people out takes names and no patterns: a star that the shell did not expand would be
// many of them.
function checkPlain(name: string): void {
  if (!/[*?]/.test(name)) return;
  throw usage(
    `${name} is a pattern, and this takes the names of ports.`,
    `Several are meant by --all, and --name '${name}' beside it says which.`,
  );
}

type PortAction = 'disconnectPort' | 'resetPort' | 'clearPortStats';

/** The port as it was listed is what the library looks at again before it acts: its guard is on. */
export function portTask(session: Session, action: PortAction, target: PortTarget): Task {
  const { server, port } = target;
  return {
    item: portItem(server.name, target),
    name: nameOn(server, port.name),
    act: async () => {
      // Not --timeout's signal: what has begun is waited for, so that its result can be told.
      await server[action](port, { timeout: session.patience.timeout });
      session.lab?.record(server.name, action, port.name);
    },
  };
}

/** 'VPN3-1 on RAS01'. */
export function nameOn(server: RasServer, name: string): string {
  return server.name === '' ? name : `${name} on ${server.name}`;
}

/** 'port VPN3-1 of RAS01', '3 ports of 2 servers'. */
export function countInWords(
  targets: readonly { readonly server: RasServer }[],
  one: string,
  many: string,
): string {
  const [first] = targets;
  const servers = new Set(targets.map(({ server }) => server.name));
  const what = targets.length === 1 ? one : `${targets.length} ${many}`;
  if (servers.size > 1) return `${what} of ${servers.size} servers`;
  return first === undefined || first.server.name === '' ? what : `${what} of ${first.server.name}`;
}
