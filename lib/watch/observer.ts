// Turns the answers of a server into sightings. A row is compared with the row of the same handle in the answer before;
// if it has not changed, its port or session stays the same object, which then stands for the new row.

import type { ConnectionTable } from '../connections/tables.ts';
import type { Counters } from '../ports/counters.ts';
import type { Port } from '../ports/port.ts';
import type { PortTable } from '../ports/table.ts';
import { sessionOf, sessionOnPort } from '../sessions/join.ts';
import type { Session } from '../sessions/session.ts';
import type { SeenPort, SeenSession, Sighting } from './sighting.ts';
import type { Meter } from './traffic.ts';

/** The rows of one reading. */
export interface ReadRows {
  /** When the server had answered, by the clock of this machine. */
  readonly at: Date;
  readonly ports: PortTable;
  /** `undefined` under rassapi, which has none. */
  readonly connections: ConnectionTable | undefined;
}

export class Observer {
  #number = 0;
  readonly #ports = new Followed<SeenPortRow>();
  readonly #sessions = new Followed<SeenConnectionRow>();
  #before: ReadRows | undefined;

  see(rows: ReadRows): Sighting {
    const { at, connections } = rows;
    const before = this.#before;
    this.#number += 1;
    this.#before = rows;
    const ports = this.#followPorts(rows.ports, before?.ports);
    if (connections === undefined) {
      const sessions = ports.flatMap(({ session }) => session ?? []);
      return { number: this.#number, at, ports, sessions, sessionsBy: 'port' };
    }
    const sessions = this.#followConnections(connections, before?.connections);
    return { number: this.#number, at, ports, sessions, sessionsBy: 'handle' };
  }

  #followPorts(table: PortTable, before: PortTable | undefined): readonly SeenPortRow[] {
    const isUnchanged = before === undefined ? () => false : table.comparedWith(before);
    return this.#ports.follow(
      this.#number,
      table.count,
      (index) => table.handleAt(index),
      // The duration of an idle port means nothing. Otherwise one that has fallen shows another connection.
      (was, index) =>
        isUnchanged(index, was.index) &&
        (was.connection === undefined || table.durationAt(index) >= was.duration),
      (handle, index) => new SeenPortRow(this.#number, handle, table, index),
      (port, index) => port.standFor(this.#number, table, index),
    );
  }

  #followConnections(
    table: ConnectionTable,
    before: ConnectionTable | undefined,
  ): readonly SeenConnectionRow[] {
    const isUnchanged = before === undefined ? () => false : table.comparedWith(before);
    const onOtherPorts = new Set<number | undefined>();
    for (const port of this.#ports.lost) onOtherPorts.add(port.connection);
    for (const port of this.#ports.found) onOtherPorts.add(port.connection);
    const sessions = this.#sessions.follow(
      this.#number,
      table.count,
      (index) => table.handleAt(index),
      // Without a GUID, its ports and its duration show whether it is another connection of the same user.
      (was, index) =>
        isUnchanged(index, was.index) &&
        (was.hasGuid || (!onOtherPorts.has(was.handle) && table.durationAt(index) >= was.duration)),
      (handle, index) => new SeenConnectionRow(this.#number, handle, table, index),
      (session, index) => session.standFor(this.#number, table, index),
    );
    for (const session of this.#sessions.found) onOtherPorts.add(session.handle);
    this.#putOnPorts(sessions, onOtherPorts);
    return sessions;
  }

  #putOnPorts(
    sessions: readonly SeenConnectionRow[],
    handles: ReadonlySet<number | undefined>,
  ): void {
    if (handles.size === 0) return;
    const carriers = new Map<number, SeenPortRow[]>();
    for (const port of this.#ports.all) {
      const { connection } = port;
      if (connection === undefined || !handles.has(connection)) continue;
      const others = carriers.get(connection);
      if (others === undefined) carriers.set(connection, [port]);
      else others.push(port);
    }
    for (const session of sessions) {
      if (handles.has(session.handle)) session.ports = carriers.get(session.handle) ?? [];
    }
  }
}

/** A row of the last answer. */
interface SeenRow {
  readonly handle: number;
  last: number;
}

/** The rows of one table, from answer to answer. */
class Followed<Row extends SeenRow> {
  /** In the order of the last answer, each handle once. */
  all: readonly Row[] = [];
  /** Those that the answer before had not, or had otherwise. */
  found: readonly Row[] = [];
  /** Those that the last answer has no longer, or has otherwise. */
  lost: readonly Row[] = [];
  readonly #byHandle = new Map<number, Row>();

  follow(
    number: number,
    count: number,
    handleAt: (index: number) => number,
    isUnchanged: (was: Row, index: number) => boolean,
    make: (handle: number, index: number) => Row,
    standFor: (row: Row, index: number) => void,
  ): readonly Row[] {
    const before = this.all;
    const all: Row[] = [];
    const found: Row[] = [];
    const known = this.#byHandle;
    for (let index = 0; index < count; index += 1) {
      const handle = handleAt(index);
      // Most rows stand where they stood.
      const inPlace = before[index];
      const was = inPlace?.handle === handle ? inPlace : known.get(handle);
      if (was !== undefined && was.last !== number && isUnchanged(was, index)) {
        standFor(was, index);
        all.push(was);
      } else {
        const row = make(handle, index);
        found.push(row);
        all.push(row);
      }
    }
    this.all = all;
    this.found = found;
    this.lost = [];
    if (found.length > 0 || all.length !== before.length) this.#change(number, before);
    return this.all;
  }

  #change(number: number, before: readonly Row[]): void {
    const known = this.#byHandle;
    this.lost = before.filter((row) => row.last !== number);
    for (const { handle } of this.lost) known.delete(handle);
    let isTwice = false;
    for (const row of this.found) {
      isTwice ||= known.has(row.handle);
      known.set(row.handle, row);
    }
    if (isTwice) this.#keepTheLater(number);
  }

  // A server may list a handle twice. The later row is newer.
  #keepTheLater(number: number): void {
    const latest = new Map(this.all.map((row) => [row.handle, row]));
    const earlier = this.all.filter((row) => latest.get(row.handle) !== row);
    for (const row of earlier) row.last = number - 1;
    this.all = [...latest.values()];
    this.found = this.found.filter(({ last }) => last === number);
    this.lost = [...this.lost, ...earlier];
  }
}

class SeenPortRow implements SeenPort {
  readonly first: number;
  readonly handle: number;
  readonly connection: number | undefined;
  /** The user on the port, under rassapi. */
  readonly session: SeenUser | undefined;
  last: number;
  index: number;
  #table: PortTable;
  #data: Port | undefined;

  constructor(number: number, handle: number, table: PortTable, index: number) {
    this.first = number;
    this.last = number;
    this.handle = handle;
    this.#table = table;
    this.index = index;
    this.connection = table.connectionAt(index);
    this.session = table.hasUserAt(index) ? new SeenUser(this) : undefined;
  }

  standFor(number: number, table: PortTable, index: number): void {
    this.last = number;
    this.#table = table;
    this.index = index;
    this.#data = undefined;
  }

  get duration(): number {
    return this.#table.durationAt(this.index);
  }

  get data(): Port {
    this.#data ??= this.#table.portAt(this.index);
    return this.#data;
  }
}

/** The session of a user whom rassapi reports on a port. */
class SeenUser implements SeenSession {
  readonly ports: readonly [SeenPortRow];
  readonly counters = undefined;
  meter: Meter | undefined;

  constructor(port: SeenPortRow) {
    this.ports = [port];
  }

  get first(): number {
    return this.ports[0].first;
  }

  get last(): number {
    return this.ports[0].last;
  }

  get data(): Session {
    return sessionOnPort(this.ports[0].data);
  }
}

class SeenConnectionRow implements SeenSession {
  readonly first: number;
  readonly handle: number;
  readonly hasGuid: boolean;
  last: number;
  index: number;
  ports: readonly SeenPortRow[] = [];
  meter: Meter | undefined;
  #table: ConnectionTable;
  #data: Session | undefined;

  constructor(number: number, handle: number, table: ConnectionTable, index: number) {
    this.first = number;
    this.last = number;
    this.handle = handle;
    this.#table = table;
    this.index = index;
    this.hasGuid = table.hasGuidAt(index);
  }

  standFor(number: number, table: ConnectionTable, index: number): void {
    this.last = number;
    this.#table = table;
    this.index = index;
    this.#data = undefined;
  }

  get duration(): number {
    return this.#table.durationAt(this.index);
  }

  get counters(): Counters | undefined {
    return this.#table.countersAt(this.index);
  }

  get data(): Session {
    this.#data ??= sessionOf(
      this.#table.connectionAt(this.index),
      this.ports.map((port) => port.data),
    );
    return this.#data;
  }
}
