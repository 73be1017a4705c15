// Random histories of a fleet: sessions, outages, counters that wrap around or are cleared, watches that begin again,
// and consumers that are too slow. RRAS_TEST_RUNS tries more.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PortCondition, RasError } from '../../lib/index.ts';
import { Metrics } from '../../lib/metrics/index.ts';
import type { WatchChange } from '../../lib/watch/change.ts';
import { History } from '../../lib/watch/history.ts';
import { MOST_PENDING } from '../../lib/watch/limits.ts';
import { Pending } from '../../lib/watch/pending.ts';
import { seed } from '../fixtures/seed.ts';
import { sightingOf } from '../watch/plain_sightings.ts';
import {
  type Amounts,
  counted,
  durationBounds,
  ModelServer,
  type ModelSession,
  type TunnelName,
  tunnelNames,
} from './fleet_model.ts';
import { type ParsedText, parsedText, seriesOf } from './parsed_text.ts';

const runs = Number(process.env.RRAS_TEST_RUNS ?? 80);

const conditions: readonly PortCondition[] = [
  'listening',
  'non-operational',
  'disconnected',
  'authenticating',
  'unknown-77',
];
const bytes = fc.oneof(fc.nat(100_000), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const event = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constant('dial' as const) },
    { weight: 3, arbitrary: fc.constant('hang-up' as const) },
    { weight: 6, arbitrary: fc.constant('carry' as const) },
    { weight: 2, arbitrary: fc.constant('clear' as const) },
    { weight: 1, arbitrary: fc.constant('clear-unseen' as const) },
    { weight: 2, arbitrary: fc.constant('condition' as const) },
    { weight: 2, arbitrary: fc.constant('sleep' as const) },
    { weight: 1, arbitrary: fc.constant('time' as const) },
    { weight: 1, arbitrary: fc.constant('restart' as const) },
    { weight: 1, arbitrary: fc.constant('outage' as const) },
    { weight: 1, arbitrary: fc.constant('recovery' as const) },
    { weight: 1, arbitrary: fc.constant('watch-anew' as const) },
    { weight: 9, arbitrary: fc.constant('read' as const) },
    { weight: 5, arbitrary: fc.constant('take' as const) },
  ),
  server: fc.nat(2),
  which: fc.nat(1_000),
  size: bytes,
});
type Event = typeof event extends fc.Arbitrary<infer Type> ? Type : never;

const names = ['RAS01', 'ras"02\\', ''];
const MILLISECONDS = 12;
const away = new RasError({ status: 5, syscall: 'MprAdminPortEnum', server: '' });

/** A server with its watch. */
class Member {
  readonly name: string;
  readonly model: ModelServer;
  readonly #metrics: Metrics;
  readonly #most: number;
  #watch: { readonly history: History; readonly pending: Pending } | undefined;
  #isLost = false;
  hasMissed = false;
  /** Before the history has begun, as the watch of a fleet does. */
  #waiting: WatchChange[] = [];

  constructor(name: string, kind: 'new' | 'old', metrics: Metrics, most: number) {
    this.name = name;
    this.model = new ModelServer(kind);
    this.#metrics = metrics;
    this.#most = most;
  }

  read(): void {
    const { model } = this;
    const watch = this.#watch;
    if (model.isAway) {
      if (watch !== undefined) watch.pending.add(watch.history.lose(away, new Date(0)));
      else if (!this.#isLost)
        this.#waiting.push({ type: 'server-lost', at: new Date(0), error: away });
      this.#isLost = true;
      return;
    }
    if (watch !== undefined) {
      const changes = watch.history.advance(sightingOf(model.read()));
      changes.push(watch.history.readingOf(MILLISECONDS, 'sessions'));
      watch.pending.add(changes);
    } else {
      if (this.#isLost) this.#waiting.push({ type: 'server-back', at: new Date(0) });
      const history = new History(sightingOf(model.read()));
      const pending = new Pending(history, this.#most);
      pending.add([history.readingOf(MILLISECONDS, 'sessions')]);
      this.#watch = { history, pending };
    }
    this.#isLost = false;
  }

  take(most: number): void {
    for (let taken = 0; taken < most; taken += 1) {
      const change = this.#waiting.shift() ?? this.#watch?.pending.take();
      if (change === undefined) return;
      if (change.type === 'snapshot' && change.missed) this.hasMissed = true;
      this.#metrics.add({ ...change, server: this.name });
    }
  }

  watchAnew(): void {
    this.take(Number.POSITIVE_INFINITY);
    this.#watch = undefined;
    this.model.watchAnew();
  }

  get hasBeenRead(): boolean {
    return this.#watch !== undefined;
  }
}

function happen({ model }: Member, { what, which, size }: Event): void {
  model.pass();
  const session = model.sessions[which % Math.max(1, model.sessions.length)];
  const port = model.ports[which % model.ports.length];
  if (what === 'dial') model.dialIn(which, size);
  if (what === 'time') model.sleepLong(size % 100_000);
  if (what === 'restart' && which < 200) model.restartService();
  if (what === 'outage') model.isAway = true;
  if (what === 'recovery') model.isAway = false;
  if (what === 'condition' && port !== undefined) {
    model.setCondition(port, conditions[size % conditions.length] ?? 'listening');
  }
  if (session === undefined) return;
  if (what === 'hang-up') model.hangUp(session);
  if (what === 'carry') model.carry(session, size);
  if (what === 'clear') model.clear(session);
  if (what === 'clear-unseen') model.clearUnseen(session, size % 1_000_000);
  if (what === 'sleep') session.isDormant = !session.isDormant;
}

const isGauge = (name: string) => !/_(?:total|bucket|sum|count)$/.test(name);
const shownName = (name: string) => (name === '' ? '(local)' : name);

/** What holds after every change. */
function check(before: ReadonlyMap<string, number>, text: ParsedText): Map<string, number> {
  const now = new Map<string, number>();
  const lost = new Set<string | undefined>();
  const up = new Set<string | undefined>();
  for (const sample of text.samples) {
    const series = seriesOf(sample);
    expect(now.has(series), `${series} is there twice`).toBe(false);
    now.set(series, sample.value);
    if (sample.name === 'rras_up') (sample.value === 1 ? up : lost).add(sample.labels.server);
  }
  for (const { name, labels } of text.samples) {
    const isOfLost = ['rras_up', 'rras_scrape_error'].includes(name);
    if (isGauge(name) && !isOfLost) expect(lost.has(labels.server), name).toBe(false);
    if (name === 'rras_scrape_error') expect(up.has(labels.server)).toBe(false);
  }
  for (const [series, value] of before) {
    const [name] = JSON.parse(series);
    if (isGauge(name)) continue;
    expect(now.get(series), series).toBeGreaterThanOrEqual(value);
  }
  return now;
}

type Series = Record<string, number>;

function series(entries: Iterable<readonly [labels: readonly string[], value: number]>): Series {
  return Object.fromEntries([...entries].map(([labels, value]) => [labels.join('|'), value]));
}

function read(text: ParsedText, name: string, labels: readonly string[], server: string): Series {
  const own = text.samples.filter((each) => each.name === name && each.labels.server === server);
  for (const each of own) expect(Object.keys(each.labels)).toEqual(['server', ...labels]);
  return series(own.map((each) => [labels.map((label) => each.labels[label] ?? ''), each.value]));
}

function ofTunnels(value: (tunnel: TunnelName) => number): Series {
  return series(tunnelNames.map((tunnel) => [[tunnel], value(tunnel)]));
}

function portState(model: ModelServer, port: ModelServer['ports'][number]): string {
  const isBusy = ['authenticated', 'authenticating'].includes(port.condition);
  if (isBusy || model.sessionOn(port) !== undefined) return 'in_use';
  if (port.condition === 'listening') return 'free';
  return port.condition === 'non-operational' ? 'disabled' : 'other';
}

function countOf(sessions: readonly ModelSession[], is: (each: ModelSession) => boolean): number {
  return sessions.filter(is).length;
}

function isSameCaller(one: ModelSession, other: ModelSession): boolean {
  return (
    one.user.toLowerCase() === other.user.toLowerCase() &&
    one.computer.toLowerCase() === other.computer.toLowerCase()
  );
}

const cap = 4;

/** The gauges of a server whose last reading succeeded and was taken. */
function checkGauges(text: ParsedText, { name, model }: Member): void {
  const server = shownName(name);
  const own = (metric: string, ...labels: string[]) => read(text, metric, labels, server);
  const { sessions, ports } = model;
  expect(own('rras_up')).toEqual({ '': 1 });
  expect(own('rras_scrape_duration_seconds')).toEqual({ '': MILLISECONDS / 1000 });
  const devices = [...new Set(ports.map(({ device }) => device))];
  expect(own('rras_ports', 'device', 'state')).toEqual(
    series(
      devices.flatMap((device) =>
        ['free', 'in_use', 'disabled', 'other'].map((state) => {
          const has = ports.filter((port) => port.device === device);
          return [[device, state], has.filter((port) => portState(model, port) === state).length];
        }),
      ),
    ),
  );
  expect(own('rras_connections', 'tunnel')).toEqual(
    ofTunnels((tunnel) => countOf(sessions, (each) => model.tunnelOf(each) === tunnel)),
  );
  const isReported = model.kind === 'new' || sessions.length === 0;
  const dormant = countOf(sessions, ({ isDormant }) => isDormant);
  expect(own('rras_connections_dormant')).toEqual(isReported ? { '': dormant } : {});
  const hasSuccessor = (each: ModelSession) =>
    each.user !== '' &&
    each.computer !== '' &&
    sessions.some((other) => isSameCaller(each, other) && other.start > each.start);
  expect(own('rras_connections_duplicate')).toEqual({ '': countOf(sessions, hasSuccessor) });
  const users = new Set(sessions.map(({ user }) => user.toLowerCase()).filter(Boolean));
  expect(own('rras_users')).toEqual({ '': users.size });
  expect(own('rras_session_info', 'connection', 'user', 'tunnel')).toEqual(
    series(
      sessions
        .slice(0, cap)
        .map((each) => [
          [model.kind === 'new' ? each.guid : String(each.handle), each.user, model.tunnelOf(each)],
          1,
        ]),
    ),
  );
  expect(own('rras_session_info_omitted')).toEqual({ '': Math.max(0, sessions.length - cap) });
}

const kinds: Readonly<Record<string, keyof Amounts>> = {
  crc: 'crcErrors',
  timeout: 'timeoutErrors',
  alignment: 'alignmentErrors',
  overrun: 'hardwareOverruns',
  framing: 'framingErrors',
  buffer: 'bufferOverruns',
};

function total(model: ModelServer, of: 'shown' | 'carried', name: keyof Amounts): number {
  return tunnelNames.reduce((sum, tunnel) => sum + model.tunnels[tunnel][of][name], 0);
}

/** The counters of a server, whether it can be read now or not. */
function checkCounters(text: ParsedText, { name, model, hasMissed }: Member): void {
  const { tunnels } = model;
  const server = shownName(name);
  const own = (metric: string, ...labels: string[]) => read(text, metric, labels, server);
  expect(own('rras_connects_total', 'tunnel')).toEqual(ofTunnels((each) => tunnels[each].connects));
  const ends = ofTunnels((tunnel) => tunnels[tunnel].disconnects);
  expect(own('rras_disconnects_total', 'tunnel')).toEqual(ends);

  const buckets = own('rras_session_duration_seconds_bucket', 'tunnel', 'le');
  const counts = own('rras_session_duration_seconds_count', 'tunnel');
  const sums = own('rras_session_duration_seconds_sum', 'tunnel');
  for (const tunnel of tunnelNames) {
    const { durations } = tunnels[tunnel];
    // The end of a session is missed with the changes that were not taken.
    if (hasMissed) expect(counts[tunnel] ?? 0).toBeLessThanOrEqual(durations.length);
    else if (durations.length === 0) expect(counts[tunnel]).toBeUndefined();
    else {
      expect(counts[tunnel]).toBe(durations.length);
      expect(sums[tunnel]).toBe(durations.reduce((sum, each) => sum + each, 0));
      for (const most of durationBounds) {
        const within = durations.filter((each) => each <= most).length;
        expect(buckets[`${tunnel}|${most}`]).toBe(within);
      }
      expect(buckets[`${tunnel}|+Inf`]).toBe(durations.length);
    }
  }

  const bytesOf = (counter: keyof Amounts) =>
    model.isMetered ? ofTunnels((tunnel) => tunnels[tunnel].shown[counter]) : {};
  expect(own('rras_received_bytes_total', 'tunnel')).toEqual(bytesOf('bytesReceived'));
  expect(own('rras_transmitted_bytes_total', 'tunnel')).toEqual(bytesOf('bytesSent'));
  expect(own('rras_counter_resets_total')).toEqual(model.isMetered ? { '': model.resets } : {});
  for (const [labels, value] of Object.entries(own('rras_errors_total', 'tunnel', 'kind'))) {
    const [tunnel, kind = ''] = labels.split('|');
    const of = tunnelNames.find((each) => each === tunnel);
    const counter = kinds[kind];
    if (of === undefined || counter === undefined) throw new Error(labels);
    expect(value).toBe(tunnels[of].shown[counter]);
  }
  for (const counter of counted) {
    expect(total(model, 'shown', counter)).toBeLessThanOrEqual(total(model, 'carried', counter));
  }
}

const tried = { changes: 0, exact: 0, lower: 0, resets: 0, missed: 0, wraps: 0, outages: 0 };

function play(events: readonly Event[], most: number): void {
  const metrics = new Metrics({ sessions: cap });
  const members = names.map(
    (name, at) => new Member(name, at === 1 ? 'old' : 'new', metrics, most),
  );
  let before = new Map<string, number>();
  const checkNow = () => {
    const text = parsedText(metrics.text());
    before = check(before, text);
    return text;
  };
  for (const each of events) {
    const member = members[each.server];
    if (member === undefined) continue;
    if (each.what === 'read') member.read();
    else if (each.what === 'watch-anew') member.watchAnew();
    else if (each.what === 'take') {
      member.take(each.size % 12);
      checkNow();
    } else happen(member, each);
  }
  for (const member of members) {
    if (member.model.isAway) tried.outages += 1;
    member.read();
    member.take(Number.POSITIVE_INFINITY);
    let text = checkNow();
    if (member.model.isAway) {
      const own = (name: string) =>
        text.samples.filter((each) => {
          return each.name === name && each.labels.server === shownName(member.name);
        });
      expect(own('rras_up').map(({ value }) => value)).toEqual([0]);
      expect(
        own('rras_scrape_error').map(({ labels: { code, status } }) => [code, status]),
      ).toEqual([['ERROR_ACCESS_DENIED', '5']]);
      if (member.hasBeenRead) checkCounters(text, member);
      member.model.isAway = false;
      member.read();
      member.take(Number.POSITIVE_INFINITY);
      text = checkNow();
    }
    checkGauges(text, member);
    checkCounters(text, member);
    const { model } = member;
    const isExact = total(model, 'shown', 'bytesSent') === total(model, 'carried', 'bytesSent');
    tried[isExact ? 'exact' : 'lower'] += 1;
    tried.resets += model.resets;
    if (total(model, 'shown', 'bytesSent') > 2 ** 32) tried.wraps += 1;
    if (member.hasMissed) tried.missed += 1;
  }
  tried.changes += before.size;
}

it('counters never fall, no series outlives what it describes, sums are right, and no byte is counted that was not carried', () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 300, size: 'max' }),
      fc.oneof(fc.constant(MOST_PENDING), fc.integer({ min: 0, max: 20 })),
      play,
    ),
    { seed, numRuns: runs },
  );
  // Otherwise the histories had nothing in them.
  expect(tried.exact).toBeGreaterThan(runs / 10);
  expect(tried.lower).toBeGreaterThan(runs / 10);
  expect(tried.wraps).toBeGreaterThan(runs / 10);
  expect(tried.resets).toBeGreaterThan(runs / 10);
  expect(tried.missed).toBeGreaterThan(runs / 10);
  if (process.env.RRAS_TEST_RUNS !== undefined) console.log(tried);
}, 3_600_000);

it('a history in which nothing is lost counts every byte', () => {
  const server = new ModelServer('new');
  const metrics = new Metrics();
  let history: History | undefined;
  const add = (change: WatchChange) => metrics.add({ ...change, server: 'RAS01' });
  const readNow = () => {
    const sighting = sightingOf(server.read());
    if (history === undefined) {
      history = new History(sighting);
      add(history.snapshot(false));
    } else for (const change of history.advance(sighting)) add(change);
    add(history.readingOf(1, 'totals'));
  };
  readNow();
  server.dialIn(0, 1);
  const [session] = server.sessions;
  if (session === undefined) throw new Error('nobody is connected');
  readNow();
  // Several times around, once between two readings at most.
  for (let round = 0; round < 9; round += 1) {
    server.carry(session, 3_000_000_000);
    readNow();
  }
  server.hangUp(session);
  readNow();
  const { samples } = parsedText(metrics.text());
  const sent = samples.filter(({ name }) => name === 'rras_transmitted_bytes_total');
  expect(sent.reduce((sum, { value }) => sum + value, 0)).toBe(27_000_000_000);
});
