// What a live table shows, made of one reading after another: who is connected, what has just changed, and what has
// happened. It asks nobody and draws nothing.

import type { Interface } from '../../interfaces/interface.ts';
import { guidOf } from '../../sessions/same_session.ts';
import { type InterfaceChange, interfaceChanges } from '../../watch/interfaces.ts';
import type { ConnectionItem } from '../people/connection_fields.ts';
import { whyDownInBrief } from '../people/interface_words.ts';

export interface WatchedServer {
  readonly server: string;
  readonly items: readonly ConnectionItem[];
  /** Undefined if the server has none to report. */
  readonly interfaces?: readonly Interface[] | undefined;
}

/** One reading of all servers. */
export interface Frame {
  readonly at: Date;
  readonly answers: readonly WatchedServer[];
  /** Servers that did not answer, each with the reason. */
  readonly silent: readonly { readonly server: string; readonly message: string }[];
}

export type Mark = 'new' | 'changed' | 'gone';

export interface WatchItem extends ConnectionItem {
  readonly mark: Mark | undefined;
  /** The names of the fields that have just changed. */
  readonly changed: readonly string[];
}

export interface WatchEvent {
  readonly at: Date;
  readonly server: string;
  readonly text: string;
}

export interface View {
  readonly at: Date;
  /** Those that have just gone are among them for a moment. */
  readonly items: readonly WatchItem[];
  /** How many are connected. */
  readonly count: number;
  /** The newest first. */
  readonly events: readonly WatchEvent[];
  /** Of each server, as it answered the last time. */
  readonly known: ReadonlyMap<string, readonly ConnectionItem[]>;
  readonly interfaces: ReadonlyMap<string, readonly Interface[]>;
  readonly silent: ReadonlySet<string>;
  readonly marks: readonly Marked[];
}

interface Marked {
  readonly key: string;
  readonly mark: Mark;
  readonly changed: readonly string[];
  readonly at: Date;
  /** As it was, for one that has gone. */
  readonly item: ConnectionItem;
}

// Long enough to be seen where the readings follow each other quickly.
const MOMENT = 3000;
const MOST_EVENTS = 50;

// Of every reading something else, and no news.
const passing: readonly (keyof ConnectionItem)[] = [
  'connectDuration',
  'start',
  'bytesSent',
  'bytesReceived',
];

export function nextView(before: View | undefined, frame: Frame): View {
  const { at } = frame;
  const known = new Map(before?.known);
  const interfaces = new Map(before?.interfaces);
  const marks: Marked[] = (before?.marks ?? []).filter(
    (mark) => at.getTime() - mark.at.getTime() < MOMENT,
  );
  const events: WatchEvent[] = [];
  for (const { server, items, interfaces: now } of frame.answers) {
    const then = known.get(server);
    known.set(server, items);
    const were = interfaces.get(server);
    if (now !== undefined) interfaces.set(server, now);
    if (before?.silent.has(server) === true) events.push({ at, server, text: 'answers again' });
    // The first reading of a server is no news.
    if (then === undefined) continue;
    for (const news of newsIn(then, items)) {
      const others = marks.filter(({ key }) => key !== news.key);
      marks.splice(0, marks.length, ...others, { ...news, at });
      events.push({ at, server, text: eventOf(news) });
    }
    if (were === undefined || now === undefined) continue;
    for (const change of interfaceChanges(were, now, at)) {
      events.push({ at, server, text: interfaceEventOf(change) });
    }
  }
  for (const { server } of frame.silent) {
    if (before?.silent.has(server) !== true) events.push({ at, server, text: 'does not answer' });
  }
  const items = frame.answers.flatMap((each) => each.items);
  return {
    at,
    items: marked(items, marks),
    count: items.length,
    events: [...events.reverse(), ...(before?.events ?? [])].slice(0, MOST_EVENTS),
    known,
    interfaces,
    silent: new Set(frame.silent.map(({ server }) => server)),
    marks,
  };
}

function marked(items: readonly ConnectionItem[], marks: readonly Marked[]): WatchItem[] {
  const byKey = new Map(marks.map((mark) => [mark.key, mark]));
  const now = items.map((item): WatchItem => {
    const found = byKey.get(keyOf(item));
    const isCurrent = found !== undefined && found.mark !== 'gone';
    return {
      ...item,
      mark: isCurrent ? found.mark : undefined,
      changed: isCurrent ? found.changed : [],
    };
  });
  const gone = marks.filter(({ mark }) => mark === 'gone');
  return [...now, ...gone.map(({ item }): WatchItem => ({ ...item, mark: 'gone', changed: [] }))];
}

type News = Omit<Marked, 'at'>;

function newsIn(then: readonly ConnectionItem[], now: readonly ConnectionItem[]): News[] {
  const before = new Map(then.map((item) => [keyOf(item), item]));
  const after = new Map(now.map((item) => [keyOf(item), item]));
  const news: News[] = [];
  for (const [key, item] of before) {
    const same = after.get(key);
    if (same === undefined || isLater(item, same)) {
      news.push({ key: `${key} gone`, mark: 'gone', changed: [], item });
    }
  }
  for (const [key, item] of after) {
    const old = before.get(key);
    if (old === undefined || isLater(old, item)) {
      news.push({ key, mark: 'new', changed: [], item });
      continue;
    }
    const changed = changedFields(old, item);
    if (changed.length > 0) news.push({ key, mark: 'changed', changed, item });
  }
  return news;
}

/** A GUID is of one connection only. Without one, a handle may be reused. */
function keyOf(item: ConnectionItem): string {
  const { server, handle, logonDomain, userName, ports } = item;
  const place = guidOf(item) ?? [handle ?? ports[0], logonDomain, userName];
  return JSON.stringify([server, place]);
}

/** The same handle and user, but a session that began later. */
function isLater(then: ConnectionItem, now: ConnectionItem): boolean {
  const isKnown = guidOf(then) !== undefined;
  return !isKnown && (now.connectDuration ?? 0) < (then.connectDuration ?? 0);
}

function changedFields(then: ConnectionItem, now: ConnectionItem): string[] {
  const names = Object.keys(now) as (keyof ConnectionItem)[];
  return names.filter(
    (name) => !passing.includes(name) && JSON.stringify(then[name]) !== JSON.stringify(now[name]),
  );
}

function eventOf({ mark, item, changed }: News): string {
  const { userName, ports, remoteEndpoint, isDormant } = item;
  const who = userName === '' ? 'somebody' : userName;
  const where = ports.length === 0 ? '' : ` on ${ports.join(' ')}`;
  if (mark === 'new') return `${who} connected${where}`;
  if (mark === 'gone') return `${who} left${ports.length === 0 ? '' : ` ${ports.join(' ')}`}`;
  if (changed.includes('isDormant'))
    return `${who} ${isDormant === true ? 'went dormant' : 'is back'}`;
  if (changed.includes('remoteEndpoint')) return `${who} is now at ${remoteEndpoint}`;
  if (changed.includes('ports')) return `${who} is now${where}`;
  return `${who} changed: ${changed.join(', ')}`;
}

function interfaceEventOf({ type, interface: one }: InterfaceChange): string {
  const { name, state, unreachable, lastError } = one;
  if (type === 'interface-added') return `interface ${name} is new`;
  if (type === 'interface-removed') return `interface ${name} is gone`;
  if (state === 'connected') return `${name} is up`;
  const code = lastError === undefined ? '' : ` (${lastError.status})`;
  if (state === 'unreachable')
    return `${name} is unreachable: ${whyDownInBrief(unreachable)}${code}`;
  return state === 'disconnected' ? `${name} is down${code}` : `${name} is ${state}`;
}

/** Whether a text that was typed as a filter is in what the table shows of a connection. */
export function hasText(item: ConnectionItem, text: string): boolean {
  const { server, userName, logonDomain, computer, remoteEndpoint, remoteAddress, ports } = item;
  const shown = [server, userName, logonDomain, computer, remoteEndpoint, remoteAddress, ...ports];
  const folded = text.toLowerCase();
  return shown.some((each) => each?.toLowerCase().includes(folded) === true);
}
