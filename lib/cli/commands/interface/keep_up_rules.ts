// What rras interface keep-up does next: from what was seen, without asking a server and without a clock.

import type { Interface } from '../../../interfaces/interface.ts';
import { backOff } from '../../../watch/back_off.ts';
import { whyDown } from '../../people/interface_words.ts';
import type { Trouble } from '../../trouble.ts';

export interface Keeping {
  /** Attempts that failed, readings that failed and connections that did not last, since the last one that lasted. */
  readonly failures: number;
  /** Since when it has been seen connected, in milliseconds. */
  readonly upSince: number | undefined;
  /** The last event. */
  readonly said: string | undefined;
}

export const beginning: Keeping = { failures: 0, upSince: undefined, said: undefined };

export type Sight =
  | { readonly one: Interface }
  | { readonly trouble: Trouble; readonly during: 'reading' | 'attempt' };

export interface KeepUpEvent {
  readonly event:
    | 'connected'
    | 'connecting'
    | 'down'
    | 'failed'
    | 'left alone'
    | 'waiting'
    | 'lost';
  readonly reason: string | undefined;
  /** Seconds until it is tried again. */
  readonly retryIn?: number;
}

export interface Step {
  readonly state: Keeping;
  readonly event: KeepUpEvent | undefined;
  readonly next:
    | { readonly kind: 'connect' }
    | { readonly kind: 'wait'; readonly milliseconds: number }
    | { readonly kind: 'end'; readonly trouble: Trouble };
}

export interface Moment {
  /** Milliseconds, of a clock that never goes back. */
  readonly at: number;
  /** Milliseconds from one reading to the next. */
  readonly interval: number;
}

/** A connection that lasts so long ends the back-off. */
const LASTING = 60_000;

const DISCONNECTED_BY_ADMINISTRATOR = 929;

export function nextStep(before: Keeping, sight: Sight, moment: Moment): Step {
  if ('trouble' in sight) {
    return sight.during === 'reading'
      ? afterReading(before, sight.trouble, moment)
      : afterAttempt(before, sight.trouble, moment);
  }
  const { one } = sight;
  const { interval, at } = moment;
  const wait = { kind: 'wait', milliseconds: interval } as const;
  if (one.state === 'connected') {
    const { upSince = at } = before;
    const failures = at - upSince >= LASTING ? 0 : before.failures;
    return told({ ...before, failures, upSince }, { event: 'connected', reason: undefined }, wait);
  }
  if (one.state === 'connecting') {
    return told(before, { event: 'connecting', reason: undefined }, wait);
  }
  const alone = whyLeftAlone(one);
  if (alone !== undefined) {
    return told({ ...before, upSince: undefined }, { event: 'left alone', reason: alone }, wait);
  }
  if (one.unreachable.some((reason) => hopelessNow.includes(reason))) {
    const event = { event: 'waiting', reason: whyDown(one) } as const;
    return told({ ...before, upSince: undefined }, event, wait);
  }
  return down(before, one, moment);
}

/** An attempt cannot succeed while one of these is so. */
const hopelessNow: readonly string[] = [
  'service-paused',
  'dial-out-hours',
  'no-media-sense',
  'no-device',
];

/** Somebody wants it to be down. */
function whyLeftAlone({ unreachable, lastError }: Interface): string | undefined {
  if (unreachable.includes('admin-disabled')) return 'an administrator has disabled it';
  return lastError?.status === DISCONNECTED_BY_ADMINISTRATOR
    ? 'an administrator has disconnected it'
    : undefined;
}

function down(before: Keeping, one: Interface, { at, interval }: Moment): Step {
  const { upSince, said } = before;
  const reason = whyDown(one);
  if (upSince === undefined) {
    // It was down before, and the pause after the last attempt is over.
    const isFirst = said === undefined || !said.startsWith('failed');
    const event = { event: 'down', reason } as const;
    return isFirst
      ? told(before, event, { kind: 'connect' })
      : { state: before, event: undefined, next: { kind: 'connect' } };
  }
  const failures = at - upSince < LASTING ? before.failures + 1 : 0;
  const state = { ...before, failures, upSince: undefined };
  if (failures === 0) return told(state, { event: 'down', reason }, { kind: 'connect' });
  const milliseconds = backOff(interval, failures);
  const event = { event: 'down', reason, retryIn: milliseconds / 1000 } as const;
  return told(state, event, { kind: 'wait', milliseconds });
}

function afterReading(before: Keeping, trouble: Trouble, { interval }: Moment): Step {
  if (isPointless(trouble)) return ended(before, trouble);
  const failures = before.failures + 1;
  const milliseconds = backOff(interval, failures);
  const state = { ...before, failures };
  const event = { event: 'lost', reason: trouble.message } as const;
  return told(state, event, { kind: 'wait', milliseconds });
}

function afterAttempt(before: Keeping, trouble: Trouble, { interval }: Moment): Step {
  if (isPointless(trouble)) return ended(before, trouble);
  // The next reading says what it is.
  const isOpen = trouble.outcome === 'unknown' || tellsNothing.includes(trouble.code);
  if (isOpen) {
    const next = { kind: 'wait', milliseconds: interval } as const;
    return { state: before, event: undefined, next };
  }
  const failures = before.failures + 1;
  const milliseconds = backOff(interval, failures);
  const retryIn = milliseconds / 1000;
  const event = { event: 'failed', reason: trouble.message, retryIn } as const;
  const state = { ...before, failures, said: keyOf(event) };
  return { state, event, next: { kind: 'wait', milliseconds } };
}

const tellsNothing: readonly string[] = [
  'ERR_RRAS_INTERFACE_CHANGED',
  'ERROR_INTERFACE_DISABLED',
  'ERROR_INTERFACE_DISCONNECTED',
];

/** Time does not help. The code of an attempt that failed is the other router's, and has no status. */
function isPointless({ exit, code, status }: Trouble): boolean {
  if (code === 'ERROR_NO_SUCH_INTERFACE') return true;
  return (exit === 'accessDenied' && status !== null) || exit === 'unsupportedPlatform';
}

function ended(state: Keeping, trouble: Trouble): Step {
  return { state, event: undefined, next: { kind: 'end', trouble } };
}

/** The same event is told once. */
function told(state: Keeping, event: KeepUpEvent, next: Step['next']): Step {
  const said = keyOf(event);
  return { state: { ...state, said }, event: said === state.said ? undefined : event, next };
}

function keyOf({ event, reason = '' }: KeepUpEvent): string {
  return `${event}: ${reason}`;
}
