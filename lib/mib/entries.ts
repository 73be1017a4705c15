// Entries of the MIB as bytes: what a router manager or one of its clients knows of itself.

import { checkInteger, checkObject } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { rowIn } from '../call/tables.ts';
import { invalidArgType } from '../errors/argument_errors.ts';
import { MibEntryRow } from '../native/rows.ts';
import type { TransportName } from '../server/transport.ts';
import { transportId } from '../server/transport_operations.ts';

/** Whom a question about the MIB is for. */
export interface MibClient {
  /** Such as 'ip', or the number of the transport. */
  readonly transport: TransportName | number;
  /**
   * The number of a client of the transport's router manager: a routing protocol, for example. Without it, the
   * router manager of IP answers (10000).
   */
  readonly client?: number;
}

/** The router manager of IP and of IPv6, which answers for the tables of the system. */
const IP_ROUTER_MANAGER = 10_000;
const LARGEST_DWORD = 0xffffffff;
/** The number of the variable. */
const FEWEST_BYTES = 4;
const MOST_BYTES = 0x100000;

type Reading = 'getMibEntry' | 'getFirstMibEntry' | 'getNextMibEntry';
type Change = 'setMibEntry' | 'createMibEntry' | 'deleteMibEntry';

export async function readEntry(
  line: Line,
  operation: Reading,
  client: MibClient,
  query: Uint8Array,
  options?: CallOptions,
): Promise<Uint8Array> {
  const checked = checkOptions(options, []);
  const reply = await line.question(operation, checked, [
    ...checkClient(client),
    checkBytes('query', query),
  ]);
  return rowIn(line, reply, 'mibEntry', MibEntryRow, (row) => row.entry);
}

export async function changeEntry(
  line: Line,
  operation: Change,
  client: MibClient,
  bytes: Uint8Array,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const [transport, id] = checkClient(client);
  const copy = checkBytes(operation === 'deleteMibEntry' ? 'query' : 'entry', bytes);
  await line.action(operation, checked, async (patience) => {
    line.checkDone(await line.ask(patience, operation, transport, id, copy));
  });
}

function checkClient(client: MibClient): [number, number] {
  const checked = checkObject('client', client, ['transport', 'client']);
  const id = checked.client ?? IP_ROUTER_MANAGER;
  return [
    transportId('client.transport', checked.transport),
    checkInteger('client.client', id, 0, LARGEST_DWORD),
  ];
}

// A copy, because the caller may change the bytes while the call waits for its turn.
function checkBytes(name: string, bytes: Uint8Array): Uint8Array {
  if (!(bytes instanceof Uint8Array)) throw invalidArgType(name, 'Uint8Array', bytes);
  checkInteger(`${name}.byteLength`, bytes.byteLength, FEWEST_BYTES, MOST_BYTES);
  return new Uint8Array(bytes);
}
