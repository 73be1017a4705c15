// What a test makes go wrong.

import { setTimeout } from 'node:timers/promises';
import { checkBoolean, checkInteger, checkObject } from '../call/arguments.ts';
import { checkTimes } from './api_values.ts';
import type { Scene } from './scene.ts';

export interface FaultOptions {
  /** How many calls fail. Default: all. */
  readonly times?: number;
  /** How many calls are let through first. Default 0. */
  readonly after?: number;
}

export interface HangOptions {
  /** How many calls hang. Default: all until the release. */
  readonly times?: number;
  /**
   * Whether a call in the hang can be cancelled, as Windows' RPC run-time may do with the call of a
   * caller who gave up: it then ends with status 1818. Default: it cannot.
   */
  readonly cancellable?: boolean;
}

export function checkFaultOptions(options: FaultOptions): Required<FaultOptions> {
  checkObject('options', options, ['times', 'after']);
  return {
    times: checkTimes('options.times', options.times ?? Number.POSITIVE_INFINITY),
    after: checkInteger('options.after', options.after ?? 0, 0, Number.MAX_SAFE_INTEGER),
  };
}

export function checkHangOptions(options: HangOptions): Required<HangOptions> {
  checkObject('options', options, ['times', 'cancellable']);
  return {
    times: checkTimes('options.times', options.times ?? Number.POSITIVE_INFINITY),
    cancellable: checkBoolean('options.cancellable', options.cancellable ?? false),
  };
}

/** A function that fails. */
export class Fault implements Disposable {
  readonly #scene: Scene;
  readonly #number: number;

  /** @internal */
  constructor(scene: Scene, number: number) {
    this.#scene = scene;
    this.#number = number;
  }

  /** Ends the fault: from now on the function works. Twice is fine. */
  clear(): void {
    this.#scene.native.clearFault(this.#number);
  }

  [Symbol.dispose](): void {
    this.clear();
  }
}

const POLL_MILLISECONDS = 2;

/** A function that hangs. */
export class Hang implements Disposable {
  readonly #scene: Scene;
  readonly #number: number;
  #released = false;

  /** @internal */
  constructor(scene: Scene, number: number) {
    this.#scene = scene;
    this.#number = number;
  }

  /** How many calls hang at this moment. */
  get waiting(): number {
    return this.#scene.native.waiting(this.#number);
  }

  /**
   * Waits until that many calls hang: what a test does before it aborts them, or before it shows
   * that other calls go on. Rejects if the hang is released first.
   */
  async entered(calls = 1): Promise<void> {
    checkInteger('calls', calls, 1, Number.MAX_SAFE_INTEGER);
    while (this.waiting < calls) {
      if (this.#released || this.#scene.disposed) {
        throw new Error(`The hang ended before ${calls} calls were in it`);
      }
      await setTimeout(POLL_MILLISECONDS);
    }
  }

  /** Ends the hang: the calls in it go on as if nothing had been. Twice is fine. */
  release(): void {
    this.#released = true;
    this.#scene.native.release(this.#number);
  }

  [Symbol.dispose](): void {
    this.release();
  }
}
