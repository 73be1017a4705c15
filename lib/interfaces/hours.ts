// The hours in which an interface may dial. The API has one text for each day: its number, 0 for Sunday, and the
// allowed ranges, as in '1 09:00-12:00 13:00-17:30'.

import { checkObject, checkString } from '../call/arguments.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { NotWhole } from '../native/packed.ts';
import { type Weekday, weekdays } from './weekdays.ts';

/** Times of day as `HH:MM`, from '00:00' to '24:00'. No document says in which time zone the server reads them. */
export interface HourRange {
  readonly from: string;
  readonly to: string;
}

/** The allowed ranges of each day. On days that are left out the interface is not dialled. */
export type DialOutHours = Readonly<Partial<Record<Weekday, readonly HourRange[]>>>;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const DAY = /^([0-6])((?: +\d\d:\d\d-\d\d:\d\d)*) *$/;

/** The hours that the server has as texts; `undefined` for no restriction. @throws {NotWhole} */
export function hoursFrom(texts: readonly string[]): DialOutHours | undefined {
  if (texts.length === 0) return undefined;
  const hours: Partial<Record<Weekday, readonly HourRange[]>> = {};
  for (const text of texts) {
    const [, digit, ranges = ''] = DAY.exec(text) ?? [];
    const day = weekdays[Number(digit)];
    if (day === undefined) throw new NotWhole();
    const parsed = ranges.split(' ').filter((range) => range !== '');
    hours[day] = [...(hours[day] ?? []), ...parsed.map(rangeFrom)];
  }
  return hours;
}

function rangeFrom(text: string): HourRange {
  const [from = '', to = ''] = text.split('-');
  if (!TIME.test(from) || !TIME.test(to)) throw new NotWhole();
  return { from, to };
}

/** The texts of the API, a line for each day that has ranges. */
export function hoursInTexts(hours: DialOutHours): string[] {
  return weekdays.flatMap((day, number) => {
    const ranges = hours[day] ?? [];
    if (ranges.length === 0) return [];
    return [[number, ...ranges.map(({ from, to }) => `${from}-${to}`)].join(' ')];
  });
}

/** A copy of hours from a caller. @throws {TypeError} */
export function checkHours(name: string, hours: DialOutHours): DialOutHours {
  const given = checkObject(name, hours, weekdays);
  const checked: Partial<Record<Weekday, readonly HourRange[]>> = {};
  for (const day of weekdays) {
    const ranges = given[day];
    if (ranges === undefined) continue;
    if (!Array.isArray(ranges)) throw invalidArgType(`${name}.${day}`, 'Array', ranges);
    checked[day] = ranges.map((range, index) => checkRange(`${name}.${day}[${index}]`, range));
  }
  // The API has no way to say "never": a list without ranges means that there is no restriction.
  if (hoursInTexts(checked).length === 0) {
    const reason =
      'must allow some time; disable the interface to forbid dialling, null lifts the restriction';
    throw invalidArgValue(name, hours, reason);
  }
  return checked;
}

function checkRange(name: string, range: HourRange): HourRange {
  const { from, to } = checkObject(name, range, ['from', 'to']);
  for (const [key, time] of Object.entries({ from, to })) {
    if (!TIME.test(checkString(`${name}.${key}`, time))) {
      throw invalidArgValue(`${name}.${key}`, time, 'must be a time of day such as 09:00');
    }
  }
  if (from >= to) throw invalidArgValue(name, range, 'must begin before it ends');
  return { from, to };
}
