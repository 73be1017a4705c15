// The transports of an interface, of a running router and in a stored configuration: a line asks for the operations of
// its own side.

import type { IpInfo } from '../blocks/ip_info.ts';
import { checkObject } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { TablesReply } from '../call/reply.ts';
import { rowIn, rowsIn } from '../call/tables.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import { checkUnchanged, subjectOf } from '../interfaces/rows.ts';
import type { InterfaceTarget } from '../interfaces/target.ts';
import { InterfaceTransportRow, TransportEntryRow } from '../native/rows.ts';
import type { TransportEntry, TransportName } from './transport.ts';
import {
  checkBlock,
  checkChange,
  checkName,
  ipInfoIn,
  transportId,
} from './transport_operations.ts';

/** What a transport has on one interface: information blocks, as bytes and, for IP and IPv6, read. */
export interface InterfaceTransport {
  readonly info: Uint8Array;
  /** `info`, read. Missing for other transports than IP and IPv6, and if the bytes are no information blocks. */
  readonly ip?: IpInfo;
}

/** `buildIpInfo` and `changeIpInfo` make the bytes. */
export interface InterfaceTransportSettings {
  readonly info: Uint8Array;
}

export interface StoredInterfaceTransportSettings extends InterfaceTransportSettings {
  /** At most 40 characters. Default: 'IP', 'IPX', or the number of the transport. */
  readonly name?: string | undefined;
}

/** What is left out stays. */
export type InterfaceTransportChanges = Partial<InterfaceTransportSettings>;

/** How a side knows its interfaces: `checkInterface` or `checkStoredInterface`. */
export type CheckTarget = (which: unknown, server: string) => InterfaceTarget;

export async function enumInterfaceTransports(
  line: Line,
  check: CheckTarget,
  which: unknown,
  options?: CallOptions,
): Promise<TransportEntry[]> {
  const checked = checkOptions(options, []);
  const target = check(which, line.server);
  return line.call('enumInterfaceTransports', checked, async (patience) => {
    const reply = await line.ask(patience, 'enumInterfaceTransports', ...target.args);
    checkUnchanged(line, reply, target);
    line.check(reply, subjectOf(target));
    const take = ({ id, name }: TransportEntryRow) => ({ id, name });
    return rowsIn(line, reply, 'transportEntry', TransportEntryRow, take, subjectOf(target));
  });
}

export async function getInterfaceTransport(
  line: Line,
  check: CheckTarget,
  which: unknown,
  transport: TransportName | number,
  options?: CallOptions,
): Promise<InterfaceTransport> {
  const checked = checkOptions(options, []);
  const target = check(which, line.server);
  const id = transportId('transport', transport);
  return line.call('getInterfaceTransport', checked, async (patience) =>
    transportIn(
      line,
      target,
      id,
      await line.ask(patience, 'getInterfaceTransport', ...target.args, id),
    ),
  );
}

export async function addInterfaceTransport(
  line: Line,
  check: CheckTarget,
  which: unknown,
  transport: TransportName | number,
  settings: StoredInterfaceTransportSettings,
  options: CallOptions | undefined,
  allowed: readonly (keyof StoredInterfaceTransportSettings)[],
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = check(which, line.server);
  const id = transportId('transport', transport);
  const given = checkObject('settings', settings, allowed);
  const info = checkInfo('settings.info', given.info);
  const name = given.name === undefined ? null : checkName('settings.name', given.name);
  await line.action('addInterfaceTransport', checked, async (patience) => {
    const args = [...target.args, id, info, name] as const;
    checkDone(line, target, await line.ask(patience, 'addInterfaceTransport', ...args));
  });
}

export async function setInterfaceTransport(
  line: Line,
  check: CheckTarget,
  which: unknown,
  transport: TransportName | number,
  settings: InterfaceTransportSettings,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = check(which, line.server);
  const id = transportId('transport', transport);
  const info = checkInfo('settings.info', checkObject('settings', settings, ['info']).info);
  await line.action('setInterfaceTransport', checked, async (patience) => {
    const reply = await line.ask(patience, 'setInterfaceTransport', ...target.args, id, info);
    checkDone(line, target, reply);
  });
}

/** Reads the transport, asks for the changes and writes them, with no other call of this line in between. */
export async function changeInterfaceTransport(
  line: Line,
  check: CheckTarget,
  which: unknown,
  transport: TransportName | number,
  change: (transport: InterfaceTransport) => InterfaceTransportChanges,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = check(which, line.server);
  const id = transportId('transport', transport);
  checkChange(change);
  await line.action('changeInterfaceTransport', checked, (patience) =>
    line.lookThen(patience, async (ask) => {
      const current = await ask('getInterfaceTransport', ...target.args, id);
      const read = transportIn(line, target, id, current);
      const { info } = checkObject('change()', change(read), ['info']);
      const bytes = info === undefined ? undefined : checkInfo('change().info', info);
      return async () => {
        if (bytes === undefined) return;
        checkDone(line, target, await ask('setInterfaceTransport', ...target.args, id, bytes));
      };
    }),
  );
}

export async function removeInterfaceTransport(
  line: Line,
  check: CheckTarget,
  which: unknown,
  transport: TransportName | number,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = check(which, line.server);
  const id = transportId('transport', transport);
  await line.action('removeInterfaceTransport', checked, async (patience) => {
    checkDone(
      line,
      target,
      await line.ask(patience, 'removeInterfaceTransport', ...target.args, id),
    );
  });
}

function transportIn(
  line: Line,
  target: InterfaceTarget,
  id: number,
  reply: TablesReply,
): InterfaceTransport {
  checkUnchanged(line, reply, target);
  line.check(reply, subjectOf(target));
  const take = (row: InterfaceTransportRow) => row.info;
  const info = rowIn(
    line,
    reply,
    'interfaceTransport',
    InterfaceTransportRow,
    take,
    subjectOf(target),
  );
  const ip = ipInfoIn(id, info);
  return { info, ...(ip !== undefined && { ip }) };
}

function checkDone(line: Line, target: InterfaceTarget, reply: TablesReply): void {
  checkUnchanged(line, reply, target);
  line.checkDone(reply, subjectOf(target));
}

/** No bytes would change nothing, or be refused. */
function checkInfo(name: string, info: unknown): Uint8Array {
  const bytes = checkBlock(name, info);
  if (bytes.length > 0) return bytes;
  throw invalidArgValue(
    name,
    info,
    'must not be empty; buildInfoBlocks([]) is a header without blocks',
  );
}
