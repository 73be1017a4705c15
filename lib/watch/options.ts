// The options of a watch.

import { checkBoolean, checkInteger, checkWord } from '../call/arguments.ts';
import { type CallOptions, checkOptions, LONGEST_TIMER } from '../call/options.ts';

/** What a change of type `reading` has: totals alone, or all sessions as well. */
export type Readings = (typeof readingsWords)[number];

const readingsWords = ['totals', 'sessions'] as const;

export interface WatchOptions extends CallOptions {
  /** Milliseconds from the end of one reading to the beginning of the next. Default 5000. */
  readonly interval?: number;
  /** Ends the watch, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds after which a reading without an answer counts as failed. Default: the server's
   * `callTimeout`. With `Infinity`, a server that hangs is never reported as lost.
   */
  readonly timeout?: number;
  /** Reports each reading that succeeds, also if nothing has changed. Default: only changes. */
  readonly readings?: Readings;
  /**
   * Reads the interfaces as well, and reports their changes: one more call for each reading. Default `false`. A library
   * or a server without interfaces is watched as it is without the option.
   */
  readonly interfaces?: boolean;
}

export interface CheckedWatchOptions {
  readonly interval: number;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly readings?: Readings | undefined;
  readonly interfaces: boolean;
}

export function checkWatchOptions(
  options: WatchOptions | undefined,
  callTimeout: number,
): CheckedWatchOptions {
  const {
    interval = 5_000,
    timeout = callTimeout,
    signal,
    readings,
    interfaces = false,
  } = checkOptions(options, ['interval', 'readings', 'interfaces']);
  checkInteger('options.interval', interval, 1, LONGEST_TIMER);
  if (readings !== undefined) checkWord('options.readings', readings, readingsWords);
  checkBoolean('options.interfaces', interfaces);
  return { interval, timeout, signal, readings, interfaces };
}
