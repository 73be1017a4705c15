// rras watch: what happens on the servers. A live table on a terminal, otherwise one JSON line per change.

import { setTimeout as pause } from 'node:timers/promises';
import { readServer } from '../../sessions/reading.ts';
import type { WatchChange } from '../../watch/change.ts';
import { command, flag, optional, type ValuesOf } from '../command.ts';
import { usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import {
  allServersOptions,
  connectionFilterOptions,
  duration,
  type OutputOptions,
  outputOptions,
} from '../options.ts';
import { checkOutput, chosenIn, formOf, writeErrorLines } from '../output/listing.ts';
import { connectionFields } from '../people/connection_fields.ts';
import { type Filter, filterOf } from '../select/filter.ts';
import { interfacesToWatch } from '../select/interface.ts';
import { exitOf, Servers } from '../servers/servers.ts';
import { safeJson } from '../terminal/safe_text.ts';
import { tellServerTroubles } from '../terminal/tell_trouble.ts';
import { troubleOf } from '../trouble.ts';
import { milliseconds } from '../units.ts';
import { Ending } from './ending.ts';
import type { Watching } from './live_table.ts';
import { summaryOf, watchSummaryFields } from './watch_summary.ts';

const FIVE_SECONDS = 5;
// In a lab it costs nothing, and the screen should look alive.
const IN_A_LAB = 0.25;

const options = {
  every: optional(
    '--every <time>',
    'how often the server is asked (default: 5s; simulated: 250ms)',
    duration,
  ),
  for: optional('--for <time>', 'end after this time; Ctrl-C ends it at any', duration),
  summary: flag('--summary', 'a line for each server instead of one for each connection'),
  ...connectionFilterOptions,
  ...allServersOptions,
  ...outputOptions,
};

export const watch = command({
  name: 'watch',
  description: 'Watch connections: a live table on a terminal, otherwise one JSON line per change.',
  fields: connectionFields,
  examples: [
    'rras watch --server RAS01',
    'rras watch -s RAS01,RAS02 --summary',
    'rras watch --jsonl --for 1h >> changes.jsonl',
  ],
  options,
  run: (world, _, given) => {
    const form = formOf(given);
    if (form !== 'table' && form !== 'jsonl') {
      throw usage(`--${form} has an end, and a watch has none: --jsonl writes a line a change.`);
    }
    const isSummary = given.summary === true;
    checkOutput(given, isSummary ? watchSummaryFields : connectionFields);
    const isTable = form === 'table' && world.stdout.isTTY;
    if (!isTable && (given.sort !== undefined || given.output === 'wide')) {
      throw usage(
        '--sort and -o wide are for the table on a terminal: changes come in their order.',
      );
    }
    if (!isTable && !isSummary && given.fields !== undefined) {
      throw usage('A line of a watch is a whole change: --fields is for the table on a terminal.');
    }
    if (!isTable && given.headers === false) {
      throw usage('Only the table on a terminal has a line of names: --no-headers is for that.');
    }
    const filter = filterOf(given);
    return Servers.during(world, given, async (servers) => {
      const usual = servers.lab === undefined ? FIVE_SECONDS : IN_A_LAB;
      const interval = milliseconds(given.every ?? usual);
      // Ctrl-C and a reader that closes the pipe end a watch. Neither is an error.
      const ending = new Ending([world.interrupt, world.unread], given.for);
      const watching = { filter, interval, end: ending.signal, isSummary };
      try {
        if (isTable) {
          const { liveTable } = await import('./live_table.ts');
          return await liveTable(servers, given, watching);
        }
        return await lines(servers, given, watching);
      } finally {
        ending.dispose();
      }
    });
  },
});

type Options = ValuesOf<typeof options>;

/** A line of JSON for each change, or for each reading. */
async function lines(servers: Servers, given: Options, watching: Watching): Promise<Exit> {
  const { world, isOneServer } = servers;
  const outcomes = await servers.eachAtOnce(async (name) => {
    try {
      await (watching.isSummary
        ? summariesOf(servers, name, watching, given)
        : changesOf(servers, name, watching));
    } catch (error) {
      // Reported at once, because the watch of the other servers may go on for days.
      const trouble = [{ server: name ?? '', ...troubleOf(error) }];
      writeErrorLines(world, trouble);
      tellServerTroubles(world, trouble, isOneServer, given.color);
      throw error;
    }
  });
  return exitOf(outcomes);
}

/** A line for each reading of a server. A server that does not answer for once is one line of another kind. */
async function summariesOf(
  servers: Servers,
  name: string | undefined,
  { filter, interval, end }: Watching,
  options: OutputOptions,
): Promise<void> {
  const server = await servers.connectKept(name);
  const fields = chosenIn(options, watchSummaryFields) ?? watchSummaryFields;
  let isFirst = true;
  // One reading at least, however short the time is.
  while (isFirst || !end.aborted) {
    try {
      const reading = await readServer(server, servers.patience);
      if (end.aborted && !isFirst) return;
      const interfaces = await interfacesToWatch(servers, server);
      const item = summaryOf(server.name, { ...reading, interfaces }, filter);
      const chosen = fields.map((field) => [field.name, field.value(item)]);
      servers.world.stdout.data([safeJson({ at: reading.at, ...Object.fromEntries(chosen) })]);
      isFirst = false;
    } catch (error) {
      if (end.aborted) return;
      // A server that never answered is an error of the command line, as for other watches.
      if (isFirst) throw error;
      writeErrorLines(servers.world, [{ server: name ?? '', ...troubleOf(error) }]);
    }
    await pause(interval, undefined, { signal: end }).catch(() => {});
  }
}

async function changesOf(
  servers: Servers,
  name: string | undefined,
  { filter, interval, end }: Watching,
): Promise<void> {
  const wanted = wantedPart(filter);
  const server = await servers.connectKept(name);
  try {
    for await (const change of server.watch({ interval, signal: end, interfaces: true })) {
      const part = wanted(change);
      if (part === undefined) continue;
      servers.world.stdout.data([safeJson({ server: server.name, ...plain(part) })]);
    }
  } catch (error) {
    if (!end.aborted) throw error;
  }
}

/** The part of a change that is about the selected connections. With a filter, changes of ports and interfaces are left out. */
function wantedPart({
  given,
  hasSession,
}: Filter): (change: WatchChange) => WatchChange | undefined {
  if (given.length === 0) return (change) => change;
  return (change) => {
    if (change.type === 'snapshot') {
      const { interfaces: _, ...others } = change;
      return { ...others, ports: [], sessions: change.sessions.filter(hasSession) };
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
