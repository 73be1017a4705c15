// Thresholds as Nagios plug-ins write them: 10, 10:, ~:10, 10:20, @10:20.

import { InvalidArgumentError } from 'commander';

/** A value raises an alert outside of the range, or inside of it if `isInside`. Both ends belong to the range. */
export interface Range {
  readonly text: string;
  readonly least: number;
  readonly most: number;
  readonly isInside: boolean;
}

const number = String.raw`-?\d+(?:\.\d+)?`;
const syntax = new RegExp(`^(@)?(?:(~|${number})?:)?(${number})?$`);

export function rangeIn(text: string): Range {
  const [all, inside, from, to] = syntax.exec(text.trim()) ?? [];
  if (all === undefined || all === '' || all === '@' || (from === undefined && to === undefined)) {
    throw new InvalidArgumentError('A range is 10, 10:, ~:10, 10:20 or @10:20.');
  }
  const least = from === '~' ? Number.NEGATIVE_INFINITY : Number(from ?? 0);
  const most = to === undefined ? Number.POSITIVE_INFINITY : Number(to);
  if (least > most)
    throw new InvalidArgumentError('The first number must not be above the second.');
  return { text: text.trim(), least, most, isInside: inside !== undefined };
}

export function raisesAlert({ least, most, isInside }: Range, value: number): boolean {
  return (value >= least && value <= most) === isInside;
}
