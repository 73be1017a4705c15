// A server may report by itself that something connected or disconnected, without saying what. So it is only
// a bell: when it rings, it is time for a reading.

import type { Begun, Notifications } from '../call/connected_server.ts';
import { failureOf } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import type { CallOptions } from '../call/options.ts';
import type { Reply } from '../call/reply.ts';

export interface Bell {
  /**
   * Whether somebody listens. That keeps the process alive. A ring is kept while nobody listens.
   */
  listen(isListening: boolean): void;
  end(): void;
}

/** The server's bell; undefined if it has none. Only the local server has one, on Windows. */
export async function bellOf(
  line: Line,
  options: CallOptions,
  ring: () => void,
): Promise<Bell | undefined> {
  if (line.server !== '' || !line.has('watchConnections')) return undefined;
  const reply = await line.call('watch', options, (patience) => line.watchConnections(patience));
  const { notifications } = reply;
  const isThere = failureOf(reply, line.place()) === undefined && notifications !== undefined;
  return isThere ? new ServerBell(notifications, ring) : undefined;
}

class ServerBell implements Bell {
  readonly #notifications: Notifications;
  readonly #ring: () => void;
  #waiting: Begun<Reply> | undefined;
  #hasEnded = false;

  constructor(notifications: Notifications, ring: () => void) {
    this.#notifications = notifications;
    this.#ring = ring;
  }

  listen(isListening: boolean): void {
    if (this.#hasEnded) return;
    if (isListening && this.#waiting === undefined) void this.#hear();
    if (!isListening) this.#stop();
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#stop();
    // A failure changes nothing: the registration ends with the connection.
    this.#notifications.end().catch(() => {});
  }

  async #hear(): Promise<void> {
    for (;;) {
      const waiting = this.#notifications.next();
      this.#waiting = waiting;
      const reply = await waiting.answer;
      // Given up, and perhaps begun again.
      if (this.#waiting !== waiting) return;
      if (reply.status !== 0) break;
      this.#ring();
      if (this.#waiting !== waiting) return;
    }
    // The registration is gone.
    this.#hasEnded = true;
    this.#waiting = undefined;
  }

  #stop(): void {
    this.#waiting?.abandon();
    this.#waiting = undefined;
  }
}
