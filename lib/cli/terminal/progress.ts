// Says on a terminal how far the work is, when it takes longer than a moment.

import { Markup } from './paper.ts';
import type { World } from './world.ts';

const MOMENT = 1000;

export class Progress {
  readonly #world: World;
  readonly #words: (done: number) => string;
  #timer: NodeJS.Timeout | undefined;
  #isShown = false;
  #done = 0;

  constructor(world: World, words: (done: number) => string) {
    this.#world = world;
    this.#words = words;
    if (world.stderr.isTTY) {
      this.#timer = setTimeout(() => this.#show(), MOMENT);
      this.#timer.unref();
    }
  }

  step(): void {
    this.#done += 1;
    if (this.#isShown) this.#show();
  }

  end(): void {
    clearTimeout(this.#timer);
    if (this.#isShown) this.#world.stderr.draw(Markup.control('eraseLine'));
    this.#isShown = false;
  }

  #show(): void {
    this.#isShown = true;
    this.#world.stderr.draw(Markup.control('eraseLine'), this.#words(this.#done));
  }
}
