// A server that tells by itself when something connects or disconnects, without saying what. So it is
// only a bell: that it rings is the time for a reading.

import { failureOf } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import type { CallOptions } from '../call/options.ts';
import type { NativeNotification } from '../native/connection_calls.ts';
import { nextTicket } from '../native/tickets.ts';

export interface Bell {
  /**
   * Whether somebody hears it. While somebody does, the process stays alive; a ring that nobody hears is
   * heard by who listens next.
   */
  listen(isListening: boolean): void;
  end(): void;
}

/** The server's bell; undefined if it has none: only a local server has one, on Windows. */
export async function bellOf(
  line: Line,
  options: CallOptions,
  ring: () => void,
): Promise<Bell | undefined> {
  if (line.server !== '' || !line.has('watchConnections')) return undefined;
  const reply = await line.call('watch', options, (patience) =>
    line.ask(patience, (ticket) => line.binding.watchConnections(ticket, line.connection)),
  );
  const { notification } = reply;
  const isThere = failureOf(reply, line.place()) === undefined && notification !== undefined;
  return isThere ? new ServerBell(line, notification, ring) : undefined;
}

class ServerBell implements Bell {
  readonly #binding: Line['binding'];
  readonly #notification: NativeNotification;
  readonly #ring: () => void;
  #ticket: number | undefined;
  #hasEnded = false;

  constructor(line: Line, notification: NativeNotification, ring: () => void) {
    this.#binding = line.binding;
    this.#notification = notification;
    this.#ring = ring;
  }

  listen(isListening: boolean): void {
    if (this.#hasEnded) return;
    if (isListening && this.#ticket === undefined) void this.#hear();
    if (!isListening) this.#stop();
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#stop();
    // Whether it succeeds changes nothing for anybody: what was registered goes with the connection.
    this.#binding.endNotification(nextTicket(this.#binding), this.#notification).catch(() => {});
  }

  async #hear(): Promise<void> {
    for (;;) {
      const ticket = nextTicket(this.#binding);
      this.#ticket = ticket;
      const reply = await this.#binding.nextNotification(ticket, this.#notification);
      // Given up, and perhaps begun anew.
      if (this.#ticket !== ticket) return;
      if (reply.status !== 0) break;
      this.#ring();
      if (this.#ticket !== ticket) return;
    }
    // What was registered is gone.
    this.#hasEnded = true;
    this.#ticket = undefined;
  }

  #stop(): void {
    if (this.#ticket !== undefined) this.#binding.abandon(this.#ticket);
    this.#ticket = undefined;
  }
}
