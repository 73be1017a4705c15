// Says on stderr how long `rras wait` has waited, and why: on a terminal one line that is drawn again each second,
// otherwise a line for each new reason.

import { cutPlain } from '../output/text_width.ts';
import { Markup } from '../terminal/paper.ts';
import { safeText } from '../terminal/safe_text.ts';
import { say, type World } from '../terminal/world.ts';

const A_SECOND = 1000;

export class WaitingNote {
  readonly #world: World;
  readonly #begin = performance.now();
  readonly #reasons = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  /** The server is not ready, for this reason. */
  add(server: string, reason: string): void {
    const line = reason.replaceAll(/\s*\n\s*/g, ' ');
    if (this.#reasons.get(server) === line) return;
    this.#reasons.set(server, line);
    if (this.#world.stderr.isTTY) {
      this.#timer ??= setInterval(() => this.#draw(), A_SECOND).unref();
      this.#draw();
    } else {
      say(this.#world, `${server} is not ready after ${this.#seconds()} s: ${line}`);
    }
  }

  /** Nobody waits for it any more. */
  remove(server: string): void {
    this.#reasons.delete(server);
    if (this.#timer !== undefined) this.#draw();
  }

  end(): void {
    clearInterval(this.#timer);
    if (this.#timer !== undefined) this.#world.stderr.draw(Markup.control('eraseLine'));
  }

  #seconds(): number {
    return Math.floor((performance.now() - this.#begin) / A_SECOND);
  }

  #draw(): void {
    const { stderr } = this.#world;
    const [first, ...others] = this.#reasons;
    stderr.draw(Markup.control('eraseLine'));
    if (first === undefined) return;
    const [server, reason] = first;
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    const line = `Waited ${this.#seconds()} s for ${server}${more}: ${reason}`;
    // A line that breaks could not be erased.
    stderr.draw(cutPlain(safeText(line), (stderr.columns ?? 80) - 1, '…'));
  }
}
