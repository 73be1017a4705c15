// Queries and entries of the MIB of IP and IPv6, as bytes and as values.

import { bytesOfAddress } from '../blocks/addresses.ts';
import { type Fields, type Given, type Struct, writeStruct } from '../blocks/struct.ts';
import { checkInteger, checkWord } from '../call/arguments.ts';
import { type ArgumentError, invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { ifRow, ipDestRow, mcastBoundary, mcastIfEntry } from './structs.ts';
import {
  type MibData,
  type MibVariable,
  type MibWish,
  mibVariables,
  variableNamed,
} from './variables.ts';

const NUMBER = 4;
/** Where the data of an entry begins: behind the number of the variable, aligned to 8. */
const DATA = 8;
const LARGEST_DWORD = 0xffffffff;
/** More than any documented variable has. */
const MOST_OF_AN_INDEX = 15;

/** A number of an index. An IPv4 address may be given as text. */
export type MibIndex = number | string;

/**
 * The bytes that ask for a variable, or for the one of its entries that the index tells: the number of an interface,
 * an address.
 */
export function mibQuery(
  variable: MibVariable | number,
  index: readonly MibIndex[] = [],
): Uint8Array {
  const id = idOf(variable);
  if (!Array.isArray(index)) throw invalidArgType('index', 'Array', index);
  checkInteger('index.length', index.length, 0, MOST_OF_AN_INDEX);
  const bytes = new Uint8Array(NUMBER * (1 + index.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, id, true);
  index.forEach((one, i) => {
    const at = NUMBER * (i + 1);
    const name = `index[${i}]`;
    if (typeof one === 'number') {
      view.setUint32(at, checkInteger(name, one, 0, LARGEST_DWORD), true);
      return;
    }
    if (typeof one !== 'string') throw invalidArgType(name, ['number', 'string'], one);
    const address = bytesOfAddress(one, 4);
    if (address === undefined) throw invalidArgValue(name, one, 'must be an IPv4 address');
    bytes.set(address, at);
  });
  return bytes;
}

/**
 * The value of an entry that answers a query of this variable.
 *
 * @throws {TypeError} if the bytes are an entry of another variable, or not as it is documented
 */
export function readMibEntry<Name extends MibVariable>(
  variable: Name,
  entry: Uint8Array,
): MibData<Name> {
  const form = variableNamed(checkWord('variable', variable, mibVariables));
  if (!(entry instanceof Uint8Array)) throw invalidArgType('entry', 'Uint8Array', entry);
  // A success without data: an entry of multicast routes that is not there.
  const data = entry.subarray(Math.min(DATA, entry.length));
  if (entry.length > 0) {
    if (entry.length < NUMBER) throw notAnEntry(variable, entry, 'it is too short');
    const id = new DataView(entry.buffer, entry.byteOffset).getUint32(0, true);
    if (id !== form.id) throw notAnEntry(variable, entry, `it is one of variable ${id}`);
  }
  const value = form.read(data);
  if (value === undefined) throw notAnEntry(variable, entry, `it has ${data.length} bytes of data`);
  return value as MibData<Name>;
}

/** What can be created or changed, each as one row. */
const changeable = {
  ifRow,
  mcastIfEntry,
  mcastBoundary,
  routeMatching: ipDestRow,
} as const;

type Changeable = typeof changeable;

/** The variables whose entries `setMibEntry` and `createMibEntry` are documented to take. */
export type ChangeableMibVariable = keyof Changeable;

export type MibRow<Name extends ChangeableMibVariable> = Given<Changeable[Name]['fields']>;

/** The bytes for `setMibEntry`, or for `createMibEntry`: a route is a row of `routeMatching`. */
export function buildMibEntry<Name extends ChangeableMibVariable>(
  variable: Name,
  row: MibRow<Name>,
): Uint8Array {
  const names = Object.keys(changeable) as ChangeableMibVariable[];
  const of: Struct<Fields> = changeable[checkWord('variable', variable, names)];
  const bytes = new Uint8Array(DATA + of.size);
  new DataView(bytes.buffer).setUint32(0, idOf(variable), true);
  writeStruct(of, bytes, DATA, row, 'row');
  return bytes;
}

/** The data of a variable, for a simulated server: what follows the number of the variable in an entry. */
export function buildMibData<Name extends MibVariable>(
  variable: Name,
  value: MibWish<Name>,
): Uint8Array {
  const { write } = variableNamed(checkWord('variable', variable, mibVariables));
  if (write === undefined) throw invalidArgValue('variable', variable, 'cannot be put together');
  return write(value, 'value');
}

/** The number of a variable. */
export function mibVariableId(variable: MibVariable): number {
  return variableNamed(checkWord('variable', variable, mibVariables)).id;
}

function idOf(variable: MibVariable | number): number {
  if (typeof variable === 'number') return checkInteger('variable', variable, 0, LARGEST_DWORD);
  return mibVariableId(variable);
}

function notAnEntry(variable: string, entry: Uint8Array, reason: string): ArgumentError {
  const shown = Buffer.from(entry.subarray(0, DATA));
  return invalidArgValue('entry', shown, `is not an entry of ${variable}: ${reason}`);
}
