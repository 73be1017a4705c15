// rras stale: connections that look dead, each with the reasons. A server goes on listing a client that
// left long ago, until somebody looks.

import { setTimeout as pause } from 'node:timers/promises';
import type { RasServer } from '../../server.ts';
import type { Exit } from '../exit_codes.ts';
import type { Field } from '../output/fields.ts';
import { checkOutput, type OutputOptions, writeListing } from '../output/listing.ts';
import { exitOf, results, type ServerOptions, Session, troubles } from '../servers/session.ts';
import type { World } from '../world.ts';
import type { ConnectionTarget } from './connection_batch.ts';
import { connectionFields, connectionItem } from './connection_fields.ts';
import { type Link, links } from './people.ts';

export interface StaleOptions {
  /** Seconds: older than this is a reason. */
  readonly olderThan?: number;
  /** How often the counters are read; that no byte was carried meanwhile is a reason. */
  readonly samples?: number;
  /** Seconds from one sample to the next. */
  readonly every?: number;
}

export type Reason = 'dormant' | 'duplicate' | 'idle' | 'age';

const TEN_SECONDS = 10;

/** The reasons stand beside the name: they are what it is about. Dormancy is one of them. */
export const staleFields: readonly Field[] = connectionFields.flatMap((field) => {
  if (field.name === 'isDormant') return [{ ...field, isMinor: true }];
  if (field.name !== 'userName') return [field];
  return [field, { name: 'reasons', show: (reasons: readonly Reason[]) => reasons.join(', ') }];
});

export async function stale(
  world: World,
  options: ServerOptions & OutputOptions & StaleOptions,
): Promise<Exit> {
  checkOutput(options, staleFields);
  return Session.during(world, options, async (session) => {
    const outcomes = await session.each((server) => staleTargets(session, server, options));
    await writeListing(world, options, {
      command: 'stale',
      fields: staleFields,
      key: 'userName',
      items: results(outcomes).flatMap(({ server, result }) =>
        result.map((target) => ({ ...connectionItem(server, target), ...target.more })),
      ),
      errors: troubles(outcomes),
      isOneServer: session.isOneServer,
      whenEmpty: 'No connection looks dead.',
    });
    return exitOf(outcomes);
  });
}

export async function staleTargets(
  session: Session,
  server: RasServer,
  options: StaleOptions,
): Promise<ConnectionTarget[]> {
  const first = await links(session, server);
  const [now, idle] = await sampled(session, server, first, options);
  return now.flatMap((link) => {
    const reasons = reasonsOf(link, now, options);
    if (idle.has(keyOf(link))) reasons.push('idle');
    return reasons.length === 0 ? [] : [{ server, ...link, more: { reasons } }];
  });
}

/** All but `idle`, which takes time to find out. */
export function reasonsOf(link: Link, all: readonly Link[], { olderThan }: StaleOptions): Reason[] {
  const { connection } = link;
  const reasons: Reason[] = [];
  if (connection.isDormant === true) reasons.push('dormant');
  if (all.some((other) => isSuccessor(other, link))) reasons.push('duplicate');
  if (olderThan !== undefined && connection.connectDuration >= olderThan) reasons.push('age');
  return reasons;
}

// The same user has come again, from the same computer: with two computers somebody may well have two
// connections.
function isSuccessor(other: Link, { connection }: Link): boolean {
  const { userName, logonDomain, computer, connectDuration } = other.connection;
  return (
    userName !== '' &&
    userName.toLowerCase() === connection.userName.toLowerCase() &&
    logonDomain.toLowerCase() === connection.logonDomain.toLowerCase() &&
    computer.toLowerCase() === connection.computer.toLowerCase() &&
    connectDuration < connection.connectDuration
  );
}

/** The connections at the end of the samples, and those that carried nothing from first to last. */
async function sampled(
  session: Session,
  server: RasServer,
  first: Link[],
  { samples = 0, every = TEN_SECONDS }: StaleOptions,
): Promise<[Link[], ReadonlySet<string>]> {
  let now = first;
  // What has no counters cannot be said to carry nothing.
  let idle = new Set(samples < 2 ? [] : first.filter(hasCounters).map(keyOf));
  for (let sample = 1; sample < samples; sample += 1) {
    await pause(every * 1000, undefined, { signal: session.world.interrupt });
    const before = new Map(now.map((link) => [keyOf(link), carried(link)]));
    now = await links(session, server);
    const same = now.filter((link) => before.get(keyOf(link)) === carried(link)).map(keyOf);
    idle = new Set(same.filter((key) => idle.has(key)));
  }
  return [now, idle];
}

function hasCounters({ connection }: Link): boolean {
  return connection.counters !== undefined;
}

function keyOf({ connection }: Link): string {
  return connection.guid ?? String(connection.handle);
}

function carried({ connection: { counters } }: Link): string {
  return `${counters?.bytesSent} ${counters?.bytesReceived}`;
}
