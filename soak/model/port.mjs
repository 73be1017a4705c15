// The state of one port, moment by moment. The time of a change by the scene is known exactly. A call of
// the package takes effect at some moment between request and answer; meanwhile both states are right.

/**
 * @typedef {import('./session.mjs').Session} Session
 *
 * @typedef {object} Entry the state of the port from a moment on
 * @property {number} from
 * @property {Session | undefined} session
 * @property {number} handle
 * @property {number} calls
 *
 * @typedef {object} Link a disconnect that is, or may be, under way on this port
 * @property {ModelPort} port
 * @property {number} from
 * @property {Session | undefined} session the session on the port at the request
 * @property {boolean} isRight whether it may end any session at all
 * @property {'done' | 'either' | undefined} effect its known effect
 */

export class ModelPort {
  /** @type {Entry[]} */
  #timeline;
  /** Between these moments the session may have been gone already. @type {{ from: number, to: number, session: Session }[]} */
  #soft = [];
  /** @type {Link | undefined} */
  pending;
  /** Its latest changes, for the report of a wrong answer. @type {string[]} */
  #lately = [];
  /** From this moment on the port does not exist any more. */
  removed = Number.POSITIVE_INFINITY;

  /**
   * @param {import('./server.mjs').ModelServer} server
   * @param {{ name: string, type: string, deviceName: string, deviceType: string, handle: number }} port
   */
  constructor(server, port) {
    this.server = server;
    this.name = port.name;
    this.type = port.type;
    this.deviceName = port.deviceName;
    this.deviceType = port.deviceType;
    this.added = server.moment;
    this.#timeline = [{ from: server.moment, session: undefined, handle: port.handle, calls: 0 }];
  }

  /** The known state. A disconnect that is under way may have changed it. */
  get now() {
    return this.#timeline[this.#timeline.length - 1];
  }

  get isThere() {
    return this.removed === Number.POSITIVE_INFINITY;
  }

  /** @param {number} moment */
  isThereAt(moment) {
    return this.added <= moment && moment < this.removed;
  }

  /** The states that the port may show at a moment, mostly one. @param {number} moment @returns {Entry[]} */
  at(moment) {
    let index = this.#timeline.length - 1;
    while (index > 0 && this.#timeline[index].from > moment) index -= 1;
    const entry = this.#timeline[index];
    if (entry.session === undefined || !this.#mayBeGone(entry.session, moment)) return [entry];
    return [entry, { ...entry, session: undefined }];
  }

  #mayBeGone(session, moment) {
    const link = this.pending;
    if (link?.isRight && link.effect !== 'done' && link.from <= moment) return true;
    return this.#soft.some(
      ({ from, to, session: whose }) => whose === session && from <= moment && moment <= to,
    );
  }

  /** @param {string} what */
  note(what) {
    this.#lately.push(`moment ${this.server.moment}: ${what}`);
    if (this.#lately.length > 8) this.#lately.shift();
  }

  get lately() {
    return this.#lately;
  }

  /** The scene has changed the port, in the server's newest moment. @param {Partial<Entry>} change */
  change(change) {
    this.#timeline.push({ ...this.now, ...change, from: this.server.moment });
    const { session, handle } = this.now;
    this.note(`${session === undefined ? 'free' : session.user} on it, handle ${handle}`);
  }

  /** Whether the disconnect under way can explain that the session is gone. */
  get mayBeGoneNow() {
    const { session } = this.now;
    return session !== undefined && this.#mayBeGone(session, this.server.moment);
  }

  /** The session ends now for another reason. Whether the disconnect under way came before is unknown. */
  endsAnyway() {
    const { session } = this.now;
    const link = this.pending;
    if (session === undefined || link === undefined) return;
    this.#soft.push({ from: link.from, to: this.server.moment, session });
    link.effect = 'either';
  }

  /** The disconnect under way is known to have happened by now. */
  endedByCall() {
    const { session } = this.now;
    const link = this.pending;
    if (session === undefined || link === undefined) return;
    this.#soft.push({ from: link.from, to: this.server.moment, session });
    link.effect = 'done';
    this.server.expectDone(this);
    this.server.advance();
    this.change({ session: undefined });
    session.dropLink(this);
  }

  /** Forgets earlier moments; only while no call is under way. */
  prune() {
    this.#timeline = [this.now];
    this.#soft = [];
  }
}
