// The transports of the router: IP, IPv6 and their like. The same functions work on a running router and on a stored
// configuration, because a line asks for the operations of its own side.

import { type IpInfo, readIpInfo } from '../blocks/ip_info.ts';
import { checkInteger, checkObject, checkString, checkWord } from '../call/arguments.ts';
import { actionFailureOf } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { Reply, TablesReply } from '../call/reply.ts';
import { rowIn } from '../call/tables.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { StoredTransportRow, TransportRow } from '../native/rows.ts';
import {
  type StoredTransport,
  type StoredTransportChanges,
  storedParts,
  type Transport,
  type TransportName,
  type TransportPart,
  type TransportSettings,
  transports,
} from './transport.ts';

const LARGEST_ID = 0xffffffff;
/** The field of the API's struct holds 40 characters and a terminator. */
const LONGEST_NAME = 40;
/** The addon refuses to read a larger block. */
const LARGEST_BLOCK = 2 ** 24;

export async function getTransport(
  line: Line,
  transport: TransportName | number,
  options?: CallOptions,
): Promise<Transport> {
  const checked = checkOptions(options, []);
  const id = transportId('transport', transport);
  return transportIn(line, id, await line.question('getTransport', checked, [id]));
}

export async function getStoredTransport(
  line: Line,
  transport: TransportName | number,
  options?: CallOptions,
): Promise<StoredTransport> {
  const checked = checkOptions(options, []);
  const id = transportId('transport', transport);
  return storedTransportIn(line, id, await line.question('getTransport', checked, [id]));
}

export async function createTransport(
  line: Line,
  transport: TransportName | number,
  settings: TransportSettings,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const id = transportId('transport', transport);
  const given = checkObject('settings', settings, ['name', ...storedParts]);
  const name = given.name === undefined ? null : checkName('settings.name', given.name);
  const { globalInfo, clientInterfaceInfo, dllPath } = partsOf('settings', given);
  await line.action('createTransport', checked, async (patience) => {
    const blocks = [globalInfo, clientInterfaceInfo] as const;
    line.checkDone(await line.ask(patience, 'createTransport', id, name, ...blocks, dllPath));
  });
}

export async function setTransport(
  line: Line,
  transport: TransportName | number,
  changes: StoredTransportChanges,
  options: CallOptions | undefined,
  allowed: readonly TransportPart[],
): Promise<void> {
  const checked = checkOptions(options, []);
  const id = transportId('transport', transport);
  const parts = partsOf('changes', checkObject('changes', changes, allowed));
  if (givenIn(parts) === 0) {
    throw invalidArgValue('changes', changes, `must have one of ${allowed.join(', ')}`);
  }
  await line.action('setTransport', checked, async (patience) => {
    const { globalInfo, clientInterfaceInfo, dllPath } = parts;
    const blocks = [globalInfo, clientInterfaceInfo] as const;
    checkSet(line, parts, await line.ask(patience, 'setTransport', id, ...blocks, dllPath));
  });
}

/** Reads the transport, asks for the changes and writes them, with no other call of this line in between. */
export async function changeTransport<Of extends Transport>(
  line: Line,
  transport: TransportName | number,
  change: (transport: Of) => StoredTransportChanges,
  options: CallOptions | undefined,
  read: (line: Line, id: number, reply: TablesReply) => Of,
  allowed: readonly TransportPart[],
): Promise<void> {
  const checked = checkOptions(options, []);
  const id = transportId('transport', transport);
  checkChange(change);
  await line.action('changeTransport', checked, (patience) =>
    line.lookThen(patience, async (ask) => {
      const current = await ask('getTransport', id);
      line.check(current);
      const changes = checkObject('change()', change(read(line, id, current)), allowed);
      const parts = partsOf('change()', changes);
      return async () => {
        if (givenIn(parts) === 0) return;
        const { globalInfo, clientInterfaceInfo, dllPath } = parts;
        const blocks = [globalInfo, clientInterfaceInfo] as const;
        checkSet(line, parts, await ask('setTransport', id, ...blocks, dllPath));
      };
    }),
  );
}

export function checkChange(change: unknown): void {
  if (typeof change !== 'function') throw invalidArgType('change', 'function', change);
}

export function transportIn(line: Line, id: number, reply: TablesReply): Transport {
  const blocks = rowIn(line, reply, 'transport', TransportRow, (row) => ({
    globalInfo: row.globalInfo,
    clientInterfaceInfo: row.clientInterfaceInfo,
  }));
  return { ...blocks, ...readBlocks(id, blocks) };
}

export function storedTransportIn(line: Line, id: number, reply: TablesReply): StoredTransport {
  const blocks = rowIn(line, reply, 'storedTransport', StoredTransportRow, (row) => ({
    globalInfo: row.globalInfo,
    clientInterfaceInfo: row.clientInterfaceInfo,
    dllPath: row.dllPath === '' ? undefined : row.dllPath,
  }));
  return { ...blocks, ...readBlocks(id, blocks) };
}

function readBlocks(
  id: number,
  { globalInfo, clientInterfaceInfo }: Transport,
): Pick<Transport, 'global' | 'clientInterface'> {
  const global = ipInfoIn(id, globalInfo);
  const clientInterface = ipInfoIn(id, clientInterfaceInfo);
  return {
    ...(global !== undefined && { global }),
    ...(clientInterface !== undefined && { clientInterface }),
  };
}

/** The blocks of IP or IPv6. `undefined` for other transports, whose numbers mean other things, and for other bytes. */
export function ipInfoIn(id: number, bytes: Uint8Array): IpInfo | undefined {
  if (id !== transports.ip && id !== transports.ipv6) return undefined;
  try {
    return readIpInfo(bytes);
  } catch {
    // The bytes themselves are there, and readIpInfo tells the caller what is wrong with them.
    return undefined;
  }
}

/** The parts of a transport for the addon; null stands for one that stays as it is. */
interface Parts {
  readonly globalInfo: Uint8Array | null;
  readonly clientInterfaceInfo: Uint8Array | null;
  readonly dllPath: string | null;
}

function partsOf(name: string, given: StoredTransportChanges): Parts {
  const { globalInfo, clientInterfaceInfo, dllPath } = given;
  return {
    globalInfo: globalInfo === undefined ? null : checkBlock(`${name}.globalInfo`, globalInfo),
    clientInterfaceInfo:
      clientInterfaceInfo === undefined
        ? null
        : checkBlock(`${name}.clientInterfaceInfo`, clientInterfaceInfo),
    dllPath: dllPath === undefined ? null : checkText(`${name}.dllPath`, dllPath),
  };
}

function givenIn(parts: Parts): number {
  return Object.values(parts).filter((part) => part !== null).length;
}

/**
 * A stored configuration sets the parts one after another and stops at the first that fails, so of several parts some
 * may have been set.
 */
function checkSet(line: Line, parts: Parts, reply: Reply): void {
  if (givenIn(parts) < 2 || reply.acted !== true) {
    line.checkDone(reply);
    return;
  }
  const failure = actionFailureOf(reply, {
    ...line.place(),
    hint: 'The parts are set in the order globalInfo, clientInterfaceInfo, dllPath. Those before the one that failed may have been set: read the transport again.',
  });
  if (failure !== undefined) throw Object.assign(failure, { outcome: 'unknown' });
}

/** The number of a transport that a caller named. */
export function transportId(name: string, transport: TransportName | number): number {
  if (typeof transport === 'number') return checkInteger(name, transport, 0, LARGEST_ID);
  const names = Object.keys(transports) as TransportName[];
  return transports[checkWord(name, transport, names)];
}

/** A copy of the bytes, because the call may wait for its turn. */
export function checkBlock(name: string, bytes: unknown): Uint8Array {
  if (!(bytes instanceof Uint8Array)) throw invalidArgType(name, 'Uint8Array', bytes);
  if (bytes.length > LARGEST_BLOCK) {
    throw invalidArgValue(`${name}.length`, bytes.length, `must be at most ${LARGEST_BLOCK}`);
  }
  return new Uint8Array(bytes);
}

/** A text that the API reads up to a NUL. */
export function checkText(name: string, value: unknown): string {
  const text = checkString(name, value);
  if (text === '' || text.includes('\0')) {
    throw invalidArgValue(name, text, 'must not be empty, and must not have a NUL character');
  }
  return text;
}

export function checkName(name: string, value: unknown): string {
  const text = checkText(name, value);
  if (text.length > LONGEST_NAME) {
    throw invalidArgValue(name, text, `must not be longer than ${LONGEST_NAME} characters`);
  }
  return text;
}
