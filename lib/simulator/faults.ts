// What a test makes go wrong.

import { setTimeout } from 'node:timers/promises';
import { checkBoolean, checkInteger, checkObject } from '../call/arguments.ts';
import { checkTimes } from './api_values.ts';
import { checkDuration, type Duration } from './duration.ts';
import type { Scene } from './scene.ts';
import { SimulatorError } from './simulator_error.ts';

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

/** Waits until that many calls are in it. @throws {SimulatorError} if it is released first */
async function untilEntered(
  what: string,
  calls: number,
  waiting: () => number,
  isOver: () => boolean,
): Promise<void> {
  checkInteger('calls', calls, 1, Number.MAX_SAFE_INTEGER);
  while (waiting() < calls) {
    if (isOver()) {
      throw new SimulatorError(
        'ERR_RRAS_SIMULATOR_ENDED',
        `The ${what} ended before ${calls} calls were in it`,
      );
    }
    await setTimeout(POLL_MILLISECONDS);
  }
}

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
    await untilEntered(
      'hang',
      calls,
      () => this.waiting,
      () => this.#released || this.#scene.disposed,
    );
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

export interface DelayOptions {
  /** How long each call takes at least, on the simulator's clock. */
  readonly latency: Duration;
  /** The longest random addition, drawn for each call. Every run draws the same sequence. Default 0. */
  readonly jitter?: Duration;
  /** Whether a delayed call can be cancelled: see {@link HangOptions}. Default: it cannot. */
  readonly cancellable?: boolean;
}

export function checkDelayOptions(options: DelayOptions) {
  const { latency, jitter, cancellable } = checkObject('options', options, [
    'latency',
    'jitter',
    'cancellable',
  ]);
  return {
    latency: checkDuration('options.latency', latency),
    jitter: checkDuration('options.jitter', jitter ?? 0),
    cancellable: checkBoolean('options.cancellable', cancellable ?? false),
  };
}

/** Functions that take their time. On a stepped clock a delayed call waits for `simulator.step`. */
export class Delay implements Disposable {
  readonly #scene: Scene;
  readonly #number: number;
  #ended = false;

  /** @internal */
  constructor(scene: Scene, number: number) {
    this.#scene = scene;
    this.#number = number;
  }

  /** How many calls are delayed at this moment. */
  get waiting(): number {
    return this.#scene.native.delayed(this.#number);
  }

  /** Waits until that many calls are delayed: what a test does before it steps the clock. */
  async entered(calls = 1): Promise<void> {
    await untilEntered(
      'delay',
      calls,
      () => this.waiting,
      () => this.#ended || this.#scene.disposed,
    );
  }

  /** Ends the delay; calls in it go on at once. Twice is fine. */
  end(): void {
    this.#ended = true;
    this.#scene.native.endDelay(this.#number);
  }

  [Symbol.dispose](): void {
    this.end();
  }
}
