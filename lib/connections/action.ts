// Actions on one connection: which is meant, and whether it is still what its caller saw.

import { checkBoolean, checkInteger, checkObject, checkString } from '../call/arguments.ts';
import { verdictOf } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import type { TablesReply } from '../native/binding.ts';
import { checkSameSession, connectionChanged } from './changed.ts';
import { connectionIn, connectionsIn } from './operations.ts';
import { type ConnectionTarget, checkConnection } from './target.ts';
import { ipv4InNetworkOrder, isAddress } from './values.ts';

export interface ConnectionActionOptions extends CallOptions {
  /**
   * Whether a connection is read again right before, so that the call fails with
   * `ERR_RRAS_CONNECTION_CHANGED` when its handle belongs to another session by then. On unless `false`:
   * then the action hits whoever has the handle. A handle alone is never guarded.
   */
  readonly guard?: boolean;
}

export function checkActing(line: Line, options: ConnectionActionOptions) {
  const { guard = true } = options;
  return { server: line.server, guard: checkBoolean('options.guard', guard) };
}

/** @throws {RasError} unless it is done */
export function checkDone(line: Line, reply: TablesReply, target: ConnectionTarget): void {
  const subject = { connection: target.handle };
  if (verdictOf(reply) === 'connection-changed' && target.listed !== undefined) {
    const [now] = connectionsIn(line, reply, subject);
    if (now !== undefined) throw connectionChanged(target.listed, now, line.server, reply.syscall);
  }
  line.checkDone(reply, subject);
}

async function act(
  line: Line,
  name: string,
  options: CallOptions,
  target: ConnectionTarget,
  begin: (ticket: number) => Promise<TablesReply>,
): Promise<void> {
  await line.call(name, options, async (patience) => {
    checkDone(line, await line.ask(patience, begin), target);
  });
}

export async function clearConnectionStats(
  line: Line,
  connection: unknown,
  options?: ConnectionActionOptions,
): Promise<void> {
  const checked = checkOptions(options, ['guard']);
  const target = checkConnection(connection, checkActing(line, checked));
  await act(line, 'clearConnectionStats', checked, target, (ticket) =>
    line.binding.clearConnectionStats(ticket, line.connection, target.handle, target.expected),
  );
}

export async function removeQuarantine(
  line: Line,
  connection: unknown,
  options?: ConnectionActionOptions,
): Promise<void> {
  const checked = checkOptions(options, ['guard']);
  if (typeof connection === 'string') return removeByAddress(line, connection, checked);
  const target = checkConnection(connection, checkActing(line, checked));
  await act(line, 'removeQuarantine', checked, target, (ticket) =>
    line.binding.removeQuarantine(ticket, line.connection, target.handle, target.expected),
  );
}

async function removeByAddress(
  line: Line,
  address: string,
  options: ConnectionActionOptions,
): Promise<void> {
  checkActing(line, options);
  const number = ipv4InNetworkOrder(address);
  if (number === undefined) {
    throw invalidArgValue('connection', address, 'must be an IPv4 address, if it is a text');
  }
  await line.call('removeQuarantine', options, async (patience) => {
    const reply = await line.ask(patience, (ticket) =>
      line.binding.removeQuarantineByAddress(ticket, line.connection, number),
    );
    line.checkDone(reply);
  });
}

export async function sendUserMessage(
  line: Line,
  connection: unknown,
  text: string,
  options?: ConnectionActionOptions,
): Promise<void> {
  const checked = checkOptions(options, ['guard']);
  checkString('text', text);
  if (text === '') throw invalidArgValue('text', text, 'must not be empty');
  if (text.includes('\0')) throw invalidArgValue('text', text, 'must not contain NUL');
  const target = checkConnection(connection, checkActing(line, checked));
  const { handle, expected } = target;
  await act(line, 'sendUserMessage', checked, target, (ticket) =>
    line.binding.sendUserMessage(ticket, line.connection, handle, text, expected),
  );
}

/** Where the tunnel of an IKEv2 connection goes from now on. */
export interface ConnectionUpdate {
  /** The server's network interface, by its index. */
  readonly interfaceIndex: number;
  /** The server's end, IPv4 or IPv6. */
  readonly localEndpoint: string;
  /** The client's end, IPv4 or IPv6. */
  readonly remoteEndpoint: string;
}

const LARGEST_INDEX = 0xffffffff;

export async function updateConnection(
  line: Line,
  connection: unknown,
  update: ConnectionUpdate,
  options?: ConnectionActionOptions,
): Promise<void> {
  const checked = checkOptions(options, ['guard']);
  const members = ['interfaceIndex', 'localEndpoint', 'remoteEndpoint'] as const;
  const { interfaceIndex, localEndpoint, remoteEndpoint } = checkObject('update', update, members);
  checkInteger('update.interfaceIndex', interfaceIndex, 0, LARGEST_INDEX);
  checkAddress('update.localEndpoint', localEndpoint);
  checkAddress('update.remoteEndpoint', remoteEndpoint);
  const target = checkConnection(connection, checkActing(line, checked));
  const { handle, expected, listed } = target;
  const begin = (ticket: number) =>
    line.binding.updateConnection(
      ticket,
      line.connection,
      handle,
      interfaceIndex,
      localEndpoint,
      remoteEndpoint,
    );
  await line.call('updateConnection', checked, async (patience) => {
    const isGuarded = expected !== undefined && listed !== undefined;
    if (!isGuarded || !line.has('updateConnection')) {
      return checkDone(line, await line.ask(patience, begin), target);
    }
    const reply = await line.lookThen(patience, async (first) => {
      const looked = await first((ticket) =>
        line.binding.getConnection(ticket, line.connection, handle),
      );
      checkSameSession(listed, connectionIn(line, looked, handle), line.server, looked);
      return begin;
    });
    checkDone(line, reply, target);
  });
}

function checkAddress(name: string, address: string): void {
  if (!isAddress(checkString(name, address))) {
    throw invalidArgValue(name, address, 'must be an IPv4 or IPv6 address');
  }
}
