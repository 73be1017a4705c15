// Turns the answers of a server into sightings. A row is compared with the row of the same handle in the answer before;
// if it has not changed, its port or session stays the same object, which then stands for the new row.

import type { ConnectionTable } from '../connections/tables.ts';
import type { Interface } from '../interfaces/interface.ts';
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
  /** `undefined` if they are not watched, or there are none. */
  readonly interfaces?: readonly Interface[];
}

export class Observer {
  /** The rows of the last reading. */
  rows: ReadRows | undefined;
  #number = 0;
  readonly #ports = new Followed<PortTable, SeenPortRow>();
  readonly #sessions = new Followed<ConnectionTable, SeenConnectionRow>();

  see(rows: ReadRows): Sighting {
    const { at, connections, interfaces } = rows;
    this.rows = rows;
    this.#number += 1;
    const number = this.#number;
    const ports = this.#followPorts(rows.ports);
    if (connections === undefined) {
      const sessions = ports.flatMap(({ session }) => session ?? []);
      return { number, at, ports, sessions, sessionsBy: 'port', interfaces };
    }
    const sessions = this.#followConnections(connections);
    return { number, at, ports, sessions, sessionsBy: 'handle', interfaces };
  }

  #followPorts(table: PortTable): readonly SeenPortRow[] {
    const { before } = this.#ports;
    return this.#ports.follow(
      this.#number,
      table,
      // The duration of an idle port means nothing. Otherwise one that has fallen shows another connection.
      (was, index) => was.connection === undefined || hasNotFallen(table, index, before, was.index),
      (of, handle, index, source) => new SeenPortRow(this.#number, of, handle, index, source),
    );
  }

  #followConnections(table: ConnectionTable): readonly SeenConnectionRow[] {
    const { before } = this.#sessions;
    const onOtherPorts = new Set<number | undefined>();
    for (const port of this.#ports.lost) onOtherPorts.add(port.connection);
    for (const port of this.#ports.found) onOtherPorts.add(port.connection);
    const sessions = this.#sessions.follow(
      this.#number,
      table,
      // Without a GUID, its ports and its duration show whether it is another connection of the same user.
      (was, index) =>
        was.hasGuid ||
        (!onOtherPorts.has(was.handle) && hasNotFallen(table, index, before, was.index)),
      (of, handle, index, source) => new SeenConnectionRow(this.#number, of, handle, index, source),
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

interface Table<Same> {
  readonly count: number;
  handleAt(index: number): number;
  durationAt(index: number): number;
  comparedWith(before: Same): (index: number, other: number) => boolean;
  isUnchangedSince(before: Same): boolean;
}

type WithDurations = Pick<Table<never>, 'durationAt'>;

function hasNotFallen(
  table: WithDurations,
  index: number,
  before: WithDurations | undefined,
  was: number,
): boolean {
  return before === undefined || table.durationAt(index) >= before.durationAt(was);
}

/**
 * The table that rows are read from. All rows of the last answer share one, so that the next answer replaces the table
 * in one place: a reference in each row would cost the garbage collector a look at every row after every reading.
 */
interface Source<Of> {
  table: Of;
}

/** A row of the last answer, which stays the same object in the next one if nothing about it changes. */
abstract class SeenRow<Of extends Table<Of>, Data> {
  readonly first: number;
  readonly handle: number;
  last: number;
  index: number;
  protected source: Source<Of>;
  #data: Data | undefined;

  constructor(first: number, handle: number, index: number, source: Source<Of>) {
    this.first = first;
    this.last = first;
    this.source = source;
    this.handle = handle;
    this.index = index;
  }

  get data(): Data {
    this.#data ??= this.read();
    return this.#data;
  }

  /** What has been read is old when the row is in another answer. */
  standFor(number: number, index: number): void {
    this.last = number;
    this.index = index;
    this.#data = undefined;
  }

  /** The row is read from the answer that was the last to have it. */
  stayIn(source: Source<Of>): void {
    this.source = source;
  }

  protected abstract read(): Data;
}

/** The rows of one table, from answer to answer. */
class Followed<Of extends Table<Of>, Row extends SeenRow<Of, unknown>> {
  /** In the order of the last answer, each handle once. */
  all: readonly Row[] = [];
  /** Those that the answer before had not, or had otherwise. */
  found: readonly Row[] = [];
  /** Those that the last answer has no longer, or has otherwise. */
  lost: readonly Row[] = [];
  readonly #byHandle = new Map<number, Row>();
  #source: Source<Of> | undefined;

  /** The table of the last answer. */
  get before(): Of | undefined {
    return this.#source?.table;
  }

  /** A row stays the same object if its columns are the same and `isSame` says so, too. */
  follow(
    number: number,
    table: Of,
    isSame: (was: Row, index: number) => boolean,
    make: (table: Of, handle: number, index: number, source: Source<Of>) => Row,
  ): readonly Row[] {
    const source = this.#source ?? { table };
    const before = this.all;
    if (this.#isUnchanged(table, isSame)) {
      for (const row of before) row.standFor(number, row.index);
      this.found = [];
      this.lost = [];
      source.table = table;
      return before;
    }
    const hasSameColumns =
      this.#source === undefined ? () => false : table.comparedWith(this.#source.table);
    const all: Row[] = [];
    const found: Row[] = [];
    for (let index = 0; index < table.count; index += 1) {
      const handle = table.handleAt(index);
      // Most rows stand where they stood.
      const inPlace = before[index];
      const was = inPlace?.handle === handle ? inPlace : this.#byHandle.get(handle);
      if (
        was !== undefined &&
        was.last !== number &&
        hasSameColumns(index, was.index) &&
        isSame(was, index)
      ) {
        was.standFor(number, index);
        all.push(was);
      } else {
        const row = make(table, handle, index, source);
        found.push(row);
        all.push(row);
      }
    }
    this.all = all;
    this.found = found;
    this.lost = [];
    if (found.length > 0 || all.length !== before.length) this.#change(number, before);
    source.table = table;
    this.#source = source;
    return this.all;
  }

  /** Whether every row is what it was and stands where it stood. */
  #isUnchanged(table: Of, isSame: (was: Row, index: number) => boolean): boolean {
    const { before } = this;
    return (
      before !== undefined &&
      table.isUnchangedSince(before) &&
      // Otherwise a handle is listed twice.
      this.all.length === table.count &&
      this.all.every((row) => isSame(row, row.index))
    );
  }

  #change(number: number, before: readonly Row[]): void {
    const known = this.#byHandle;
    this.lost = before.filter((row) => row.last !== number);
    const old = this.#source && { table: this.#source.table };
    for (const row of this.lost) {
      known.delete(row.handle);
      if (old !== undefined) row.stayIn(old);
    }
    let isTwice = false;
    for (const row of this.found) {
      isTwice ||= known.has(row.handle);
      known.set(row.handle, row);
    }
    if (isTwice) this.#keepTheLater(number);
  }

  // A server may list a handle twice. The later row is newer. The earlier one is in the last answer, too, and is read
  // from that.
  #keepTheLater(number: number): void {
    const latest = new Map(this.all.map((row) => [row.handle, row]));
    const earlier = this.all.filter((row) => latest.get(row.handle) !== row);
    for (const row of earlier) row.last = number - 1;
    this.all = [...latest.values()];
    this.found = this.found.filter(({ last }) => last === number);
    this.lost = [...this.lost, ...earlier];
  }
}

class SeenPortRow extends SeenRow<PortTable, Port> implements SeenPort {
  readonly connection: number | undefined;
  /** The user on the port, under rassapi. */
  readonly session: SeenUser | undefined;

  constructor(
    first: number,
    table: PortTable,
    handle: number,
    index: number,
    source: Source<PortTable>,
  ) {
    super(first, handle, index, source);
    this.connection = table.connectionAt(index);
    this.session = table.hasUserAt(index) ? new SeenUser(this) : undefined;
  }

  protected read(): Port {
    return this.source.table.portAt(this.index);
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

class SeenConnectionRow extends SeenRow<ConnectionTable, Session> implements SeenSession {
  readonly hasGuid: boolean;
  ports: readonly SeenPortRow[] = [];
  meter: Meter | undefined;

  constructor(
    first: number,
    table: ConnectionTable,
    handle: number,
    index: number,
    source: Source<ConnectionTable>,
  ) {
    super(first, handle, index, source);
    this.hasGuid = table.hasGuidAt(index);
  }

  get counters(): Counters | undefined {
    return this.source.table.countersAt(this.index);
  }

  protected read(): Session {
    return sessionOf(
      this.source.table.connectionAt(this.index),
      this.ports.map((port) => port.data),
    );
  }
}
