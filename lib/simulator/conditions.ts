// Port conditions as words and as the numbers of a scene, which count from 0 in every dialect.

import { checkWord } from '../call/arguments.ts';
import { invalidArgType } from '../errors/argument_errors.ts';
import { type PortCondition, portConditions } from '../ports/port.ts';
import { checkDword } from './api_values.ts';

const UNKNOWN = /^unknown-(\d{1,10})$/;

/** `first` is the number that the dialect gives to the first condition. */
export function conditionWord(number: number, first: number): PortCondition {
  return portConditions[number] ?? `unknown-${(number + first) >>> 0}`;
}

/** A number stands for itself in the dialect's counting, whether it means anything or not. */
export function checkCondition(name: string, value: unknown, first: number): number {
  if (typeof value === 'number') return (checkDword(name, value) - first) >>> 0;
  if (typeof value !== 'string') throw invalidArgType(name, ['string', 'number'], value);
  const unknown = UNKNOWN.exec(value)?.[1];
  return unknown === undefined
    ? portConditions.indexOf(checkWord(name, value, portConditions))
    : (checkDword(name, Number(unknown)) - first) >>> 0;
}
