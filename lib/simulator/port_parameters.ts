// Parameters of a port's device, as rassapi shows them.

import { checkInteger, checkObject, checkString } from '../call/arguments.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { checkDword } from './api_values.ts';

/** Keys and strings are in the 8-bit code page of the machine: here every character is one byte. */
export interface PortParameter {
  /** Such as MAXCONNECTBPS; one of the full 32 characters has no terminator in the API's array. */
  readonly key: string;
  /** The string has no terminator in the API. */
  readonly value: number | string;
  /** One byte that the API keeps for itself. Default 0. */
  readonly attributes?: number;
}

export interface NativePortParameter {
  readonly key: Uint8Array;
  readonly attributes: number;
  readonly number: number | undefined;
  readonly text: Uint8Array | undefined;
}

const KEY_BYTES = 32;
const MAX_TEXT = 0xffff;
const MAX_PARAMETERS = 0xffff;

export function checkParameterList(
  name: string,
  parameters: readonly PortParameter[],
): NativePortParameter[] {
  if (!Array.isArray(parameters)) throw invalidArgType(name, 'an array', parameters);
  checkInteger(`${name}.length`, parameters.length, 0, MAX_PARAMETERS);
  return parameters.map((parameter: PortParameter, i) => checkOne(`${name}[${i}]`, parameter));
}

function checkOne(name: string, parameter: PortParameter): NativePortParameter {
  checkObject(name, parameter, ['key', 'value', 'attributes']);
  const { key, value, attributes = 0 } = parameter;
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw invalidArgType(`${name}.value`, ['number', 'string'], value);
  }
  const isText = typeof value === 'string';
  return {
    key: bytesOf(`${name}.key`, key, KEY_BYTES),
    attributes: checkInteger(`${name}.attributes`, attributes, 0, 0xff),
    number: isText ? undefined : checkDword(`${name}.value`, value),
    text: isText ? bytesOf(`${name}.value`, value, MAX_TEXT) : undefined,
  };
}

function bytesOf(name: string, value: unknown, most: number): Uint8Array {
  const text = checkString(name, value);
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  if (bytes.length > most || bytes.some((byte, i) => byte !== text.charCodeAt(i))) {
    throw invalidArgValue(name, text, `must have ${most} characters of one byte each at most`);
  }
  return bytes;
}
