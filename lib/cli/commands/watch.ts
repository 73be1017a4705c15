// rras watch: what happens on the servers. On a terminal a table that is drawn anew; else, and with
// --jsonl, each change on a line of its own.

import type { Change } from '../../watch/change.ts';
import { usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import { checkOutput, formOf, type OutputOptions } from '../output/listing.ts';
import { exitOf, type ServerOptions, Session, troubles } from '../servers/session.ts';
import { safeJson } from '../talk/safe_text.ts';
import { tellServerTroubles } from '../talk/tell_trouble.ts';
import { troubleOf } from '../trouble.ts';
import type { World } from '../world.ts';
import { connectionFields } from './connection_fields.ts';
import { type ConnectionFilter, connectionFilter } from './connection_filter.ts';

export type WatchOptions = ServerOptions &
  OutputOptions &
  ConnectionFilter & {
    /** Seconds. */
    readonly every?: number;
    readonly for?: number;
  };

export const FIVE_SECONDS = 5;

export async function watch(world: World, options: WatchOptions): Promise<Exit> {
  const form = formOf(options);
  if (form !== 'table' && form !== 'jsonl') {
    throw usage(`--${form} has an end, and a watch has none: --jsonl writes a line a change.`);
  }
  checkOutput(options, connectionFields);
  const isTable = form === 'table' && world.stdout.isTTY;
  if (!isTable && options.fields !== undefined) {
    throw usage('A line of a watch is a whole change: --fields is for the table on a terminal.');
  }
  return Session.during(world, options, async (session) => {
    // Ctrl-C is how a watch ends, and so is a reader that has enough: neither is a failure.
    const ends = [world.interrupt, world.unread];
    if (options.for !== undefined) ends.push(AbortSignal.timeout(options.for * 1000));
    const end = AbortSignal.any(ends);
    if (isTable) {
      const { liveTable } = await import('./live_table.ts');
      return liveTable(session, options, end);
    }
    const outcomes = await session.eachAtOnce((name) => changesOf(session, name, options, end));
    tellServerTroubles(world, troubles(outcomes), session.isOneServer, options.color);
    return exitOf(outcomes);
  });
}

async function changesOf(
  session: Session,
  name: string | undefined,
  options: WatchOptions,
  end: AbortSignal,
): Promise<void> {
  const interval = (options.every ?? FIVE_SECONDS) * 1000;
  const wanted = wantedPart(options);
  const server = await session.connectKept(name);
  try {
    for await (const change of server.watch({ interval, signal: end })) {
      const part = wanted(change);
      if (part === undefined) continue;
      session.world.stdout.write(`${safeJson({ server: server.name, ...plain(part) })}\n`);
    }
  } catch (error) {
    if (!end.aborted) throw error;
  }
}

/** A change as far as it is about the connections that are wanted. With a filter, ports are not. */
function wantedPart(filter: ConnectionFilter): (change: Change) => Change | undefined {
  const { user, computer, dormant, olderThan } = filter;
  const isFiltered = [user, computer, dormant, olderThan].some((each) => each !== undefined);
  if (!isFiltered) return (change) => change;
  const isWanted = connectionFilter(filter);
  return (change) => {
    if (change.type === 'snapshot') {
      const connections = change.connections.filter((each) =>
        isWanted({ connection: each, ports: [] }),
      );
      return { ...change, ports: [], connections };
    }
    if ('connection' in change) {
      return isWanted({ connection: change.connection, ports: [] }) ? change : undefined;
    }
    return change.type === 'server-lost' || change.type === 'server-back' ? change : undefined;
  };
}

// An error is no data of itself.
function plain(change: Change): object {
  if (change.type !== 'server-lost') return change;
  const { exit: _, ...error } = troubleOf(change.error);
  return { ...change, error };
}
