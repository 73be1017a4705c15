// rras watch: what happens on the servers. On a terminal a table that is drawn anew; else, and with
// --jsonl, each change on a line of its own.

import type { Change } from '../../watch/change.ts';
import { usage } from '../complaint.ts';
import { combine, type Exit } from '../exit_codes.ts';
import { checkOutput, formOf, type OutputOptions } from '../output/listing.ts';
import { exitOf, type ServerOptions, Session, troubles } from '../servers/session.ts';
import { safeJson } from '../talk/safe_text.ts';
import { tellServerTroubles } from '../talk/tell_trouble.ts';
import { troubleOf } from '../trouble.ts';
import type { World } from '../world.ts';
import { connectionFields } from './connection_fields.ts';
import type { ConnectionFilter } from './connection_filter.ts';

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
  return Session.during(world, options, async (session) => {
    // Ctrl-C is how a watch ends, and so is a reader that has enough: neither is a failure.
    const ends = [world.interrupt, world.unread];
    if (options.for !== undefined) ends.push(AbortSignal.timeout(options.for * 1000));
    const end = AbortSignal.any(ends);
    if (form === 'table' && world.stdout.isTTY) {
      const { liveTable } = await import('./live_table.ts');
      return liveTable(session, options, end);
    }
    const outcomes = await session.eachAtOnce((name) => changesOf(session, name, options, end));
    tellServerTroubles(world, troubles(outcomes), session.isOneServer, options.color);
    return outcomes.length === 0 ? 'ok' : combine([exitOf(outcomes)]);
  });
}

async function changesOf(
  session: Session,
  name: string | undefined,
  { every = FIVE_SECONDS }: WatchOptions,
  end: AbortSignal,
): Promise<void> {
  const server = await session.connectKept(name);
  try {
    for await (const change of server.watch({ interval: every * 1000, signal: end })) {
      session.world.stdout.write(`${safeJson({ server: server.name, ...plain(change) })}\n`);
    }
  } catch (error) {
    if (!end.aborted) throw error;
  }
}

// An error is no data of itself.
function plain(change: Change): object {
  if (change.type !== 'server-lost') return change;
  const { exit: _, ...error } = troubleOf(change.error);
  return { ...change, error };
}
