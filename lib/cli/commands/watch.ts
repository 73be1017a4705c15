// rras watch: what happens on the servers. A live table on a terminal, otherwise one JSON line per change.

import type { WatchChange } from '../../watch/change.ts';
import { command, optional } from '../command.ts';
import { usage } from '../complaint.ts';
import { allServersOptions, connectionFilterOptions, duration, outputOptions } from '../options.ts';
import { checkOutput, formOf, writeErrorLines } from '../output/listing.ts';
import { connectionFields } from '../people/connection_fields.ts';
import { type Filter, filterOf } from '../select/filter.ts';
import { exitOf, Servers } from '../servers/servers.ts';
import { safeJson } from '../terminal/safe_text.ts';
import { tellServerTroubles } from '../terminal/tell_trouble.ts';
import { troubleOf } from '../trouble.ts';
import { milliseconds } from '../units.ts';
import type { Watching } from './live_table.ts';

const FIVE_SECONDS = 5;

const options = {
  every: optional('--every <time>', 'how often the server is asked (default: 5s)', duration),
  for: optional('--for <time>', 'end after this time; Ctrl-C ends it at any', duration),
  ...connectionFilterOptions,
  ...allServersOptions,
  ...outputOptions,
};

export const watch = command({
  name: 'watch',
  description: 'Watch connections: a live table on a terminal, otherwise one JSON line per change.',
  fields: connectionFields,
  examples: ['rras watch --server RAS01', 'rras watch --jsonl --for 1h >> changes.jsonl'],
  options,
  run: (world, _, given) => {
    const form = formOf(given);
    if (form !== 'table' && form !== 'jsonl') {
      throw usage(`--${form} has an end, and a watch has none: --jsonl writes a line a change.`);
    }
    checkOutput(given, connectionFields);
    const isTable = form === 'table' && world.stdout.isTTY;
    if (!isTable && (given.sort !== undefined || given.output === 'wide')) {
      throw usage(
        '--sort and -o wide are for the table on a terminal: changes come in their order.',
      );
    }
    if (!isTable && given.fields !== undefined) {
      throw usage('A line of a watch is a whole change: --fields is for the table on a terminal.');
    }
    if (!isTable && given.headers === false) {
      throw usage('Only the table on a terminal has a line of names: --no-headers is for that.');
    }
    const filter = filterOf(given);
    const interval = milliseconds(given.every ?? FIVE_SECONDS);
    return Servers.during(world, given, async (servers) => {
      // Ctrl-C and a reader that closes the pipe end a watch. Neither is an error.
      const ends = [world.interrupt, world.unread];
      if (given.for !== undefined) ends.push(AbortSignal.timeout(milliseconds(given.for)));
      const end = AbortSignal.any(ends);
      if (isTable) {
        const { liveTable } = await import('./live_table.ts');
        return liveTable(servers, given, { filter, interval, end });
      }
      const outcomes = await servers.eachAtOnce(async (name) => {
        try {
          await changesOf(servers, name, { filter, interval, end });
        } catch (error) {
          // Reported at once, because the watch of the other servers may go on for days.
          const trouble = [{ server: name ?? '', ...troubleOf(error) }];
          writeErrorLines(world, trouble);
          tellServerTroubles(world, trouble, servers.isOneServer, given.color);
          throw error;
        }
      });
      return exitOf(outcomes);
    });
  },
});

async function changesOf(
  servers: Servers,
  name: string | undefined,
  { filter, interval, end }: Watching,
): Promise<void> {
  const wanted = wantedPart(filter);
  const server = await servers.connectKept(name);
  try {
    for await (const change of server.watch({ interval, signal: end })) {
      const part = wanted(change);
      if (part === undefined) continue;
      servers.world.stdout.data([safeJson({ server: server.name, ...plain(part) })]);
    }
  } catch (error) {
    if (!end.aborted) throw error;
  }
}

/** The part of a change that is about the selected connections. With a filter, changes of ports are left out. */
function wantedPart({
  given,
  hasSession,
}: Filter): (change: WatchChange) => WatchChange | undefined {
  if (given.length === 0) return (change) => change;
  return (change) => {
    if (change.type === 'snapshot') {
      return { ...change, ports: [], sessions: change.sessions.filter(hasSession) };
    }
    if ('session' in change) return hasSession(change.session) ? change : undefined;
    return change.type === 'server-lost' || change.type === 'server-back' ? change : undefined;
  };
}

// An error is not data.
function plain(change: WatchChange): object {
  if (change.type !== 'server-lost') return change;
  const { exit: _, ...error } = troubleOf(change.error);
  return { ...change, error };
}
