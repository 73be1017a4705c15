// Structs of the API as tables of fields: each field knows its place, and how its value is read and written.

import { checkBoolean, checkInteger, checkObject, checkString } from '../call/arguments.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { bytesOfAddress, textOfAddress } from './addresses.ts';
import { numberOfWord, type OrUnknown, type Words, wordOf } from './words.ts';

export interface Field<Value> {
  /** Its name in the API's struct. */
  readonly name: string;
  readonly at: number;
  readonly size: number;
  read(view: DataView, at: number): Value;
  /** Checks the value, which is called `name` in the error. */
  write(view: DataView, at: number, value: Value, name: string): void;
}

export interface OptionalField<Value> extends Field<Value> {
  readonly fallback: Value;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

type ValueOf<Of> = Of extends Field<infer Value> ? Value : never;

/** A struct as it is read. */
export type Read<Of extends Fields> = { readonly [Key in keyof Of]: ValueOf<Of[Key]> };

type OptionalKeys<Of extends Fields> = {
  [Key in keyof Of]: Of[Key] extends OptionalField<unknown> ? Key : never;
}[keyof Of];

/** A struct as a caller gives it: fields with a default may be left out. */
export type Given<Of extends Fields> = {
  readonly [Key in Exclude<keyof Of, OptionalKeys<Of>>]: ValueOf<Of[Key]>;
} & { readonly [Key in OptionalKeys<Of>]?: ValueOf<Of[Key]> | undefined };

export interface Struct<Of extends Fields> {
  readonly name: string;
  readonly size: number;
  readonly fields: Of;
}

export function struct<Of extends Fields>(name: string, size: number, fields: Of): Struct<Of> {
  return { name, size, fields };
}

export function readStruct<Of extends Fields>(
  of: Struct<Of>,
  data: Uint8Array,
  from = 0,
): Read<Of> {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const values: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(of.fields)) {
    values[key] = field.read(view, from + field.at);
  }
  return values as Read<Of>;
}

/** Writes over the bytes of one struct, which are zero. */
export function writeStruct<Of extends Fields>(
  of: Struct<Of>,
  data: Uint8Array,
  from: number,
  value: Given<Of>,
  name: string,
): void {
  const keys = Object.keys(of.fields) as (keyof Given<Of> & string)[];
  const given: Readonly<Record<string, unknown>> = { ...checkObject(name, value, keys) };
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (const [key, field] of Object.entries(of.fields)) {
    const one = given[key] ?? (field as Partial<OptionalField<unknown>>).fallback;
    field.write(view, from + field.at, one, `${name}.${key}`);
  }
}

export function optional<Value>(field: Field<Value>, fallback: Value): OptionalField<Value> {
  return { ...field, fallback };
}

export function u32(name: string, at: number): Field<number> {
  return {
    name,
    at,
    size: 4,
    read: (view, place) => view.getUint32(place, true),
    write(view, place, value, called) {
      view.setUint32(place, checkInteger(called, value, 0, 0xffffffff), true);
    },
  };
}

export function i32(name: string, at: number): Field<number> {
  return {
    name,
    at,
    size: 4,
    read: (view, place) => view.getInt32(place, true),
    write(view, place, value, called) {
      view.setInt32(place, checkInteger(called, value, -0x80000000, 0x7fffffff), true);
    },
  };
}

export function u16(name: string, at: number): Field<number> {
  return {
    name,
    at,
    size: 2,
    read: (view, place) => view.getUint16(place, true),
    write(view, place, value, called) {
      view.setUint16(place, checkInteger(called, value, 0, 0xffff), true);
    },
  };
}

export function u8(name: string, at: number): Field<number> {
  return {
    name,
    at,
    size: 1,
    read: (view, place) => view.getUint8(place),
    write: (view, place, value, called) =>
      view.setUint8(place, checkInteger(called, value, 0, 0xff)),
  };
}

/** A BOOL: anything but 0 is true. */
export function bool(name: string, at: number): Field<boolean> {
  return {
    name,
    at,
    size: 4,
    read: (view, place) => view.getUint32(place, true) !== 0,
    write(view, place, value, called) {
      view.setUint32(place, checkBoolean(called, value) ? 1 : 0, true);
    },
  };
}

export function word<Word extends string>(
  name: string,
  at: number,
  words: Words<Word>,
): Field<OrUnknown<Word>> {
  return {
    name,
    at,
    size: 4,
    read: (view, place) => wordOf(words, view.getUint32(place, true)),
    write(view, place, value, called) {
      view.setUint32(place, numberOfWord(words, called, value), true);
    },
  };
}

function address(name: string, at: number, length: 4 | 16): Field<string> {
  return {
    name,
    at,
    size: length,
    read: (view, place) =>
      textOfAddress(new Uint8Array(view.buffer, view.byteOffset + place, length)),
    write(view, place, value, called) {
      const bytes = bytesOfAddress(checkString(called, value), length);
      if (bytes === undefined) {
        throw invalidArgValue(called, value, `must be an IPv${length === 4 ? 4 : 6} address`);
      }
      for (const [i, byte] of bytes.entries()) view.setUint8(place + i, byte);
    },
  };
}

export function ipv4(name: string, at: number): Field<string> {
  return address(name, at, 4);
}

export function ipv6(name: string, at: number): Field<string> {
  return address(name, at, 16);
}

/** UTF-16 in an array, which has a terminator unless it is full. */
export function wideText(name: string, at: number, units: number): Field<string> {
  return {
    name,
    at,
    size: 2 * units,
    read(view, place) {
      let text = '';
      for (let i = 0; i < units; ++i) {
        const unit = view.getUint16(place + 2 * i, true);
        if (unit === 0) break;
        text += String.fromCharCode(unit);
      }
      return text;
    },
    write(view, place, value, called) {
      const text = checkString(called, value);
      if (text.length >= units || text.includes('\0')) {
        const reason = `must have at most ${units - 1} characters, and no NUL among them`;
        throw invalidArgValue(called, text, reason);
      }
      for (let i = 0; i < text.length; ++i) {
        view.setUint16(place + 2 * i, text.charCodeAt(i), true);
      }
    },
  };
}

/** Structs one after another, as one item of a block or as its items. */
export function readArray<Of extends Fields>(
  of: Struct<Of>,
  data: Uint8Array,
  from: number,
  count: number,
): Read<Of>[] {
  return Array.from({ length: count }, (_, i) => readStruct(of, data, from + of.size * i));
}

/** Writes structs one after another behind a head of so many bytes. */
export function writeArray<Of extends Fields>(
  of: Struct<Of>,
  head: number,
  values: readonly Given<Of>[],
  name: string,
): Uint8Array {
  if (!Array.isArray(values)) throw invalidArgType(name, 'Array', values);
  const data = new Uint8Array(head + of.size * values.length);
  values.forEach((value, i) => {
    writeStruct(of, data, head + of.size * i, value, `${name}[${i}]`);
  });
  return data;
}
