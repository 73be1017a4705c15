// Lengths of time in the simulator.

import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';

/** Seconds as a number, or a text with its unit: `'250ms'`, `'10s'`, `'5m'`, `'2h'`, `'1d'`. */
export type Duration = number | `${number}${'ms' | 's' | 'm' | 'h' | 'd'}`;

const secondsIn: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

// A hundred years: far beyond it the model's clock would overflow.
export const MAX_SECONDS = 100 * 366 * 24 * 3600;

/** In seconds. */
export function checkDuration(name: string, value: unknown): number {
  if (typeof value !== 'number' && typeof value !== 'string') {
    throw invalidArgType(name, ['number', 'string'], value);
  }
  const seconds = typeof value === 'number' ? value : secondsOf(value);
  if (seconds === undefined) {
    throw invalidArgValue(name, value, "must be a time such as '250ms', '10s', '5m', '2h' or '1d'");
  }
  if (!(seconds >= 0 && seconds <= MAX_SECONDS)) {
    throw invalidArgValue(name, value, `must be from 0 to ${MAX_SECONDS} seconds`);
  }
  return seconds;
}

function secondsOf(text: string): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * (secondsIn[unit] ?? 0);
}
