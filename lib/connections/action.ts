// Actions on one connection. Each is guarded: it fails if the connection is not the session its caller saw.

import { checkInteger, checkObject, checkString } from '../call/arguments.ts';
import { verdictOf } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { type Acting, checkGuard } from '../call/origin.ts';
import type { TablesReply } from '../call/reply.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import { checkSameSession, connectionChanged } from './changed.ts';
import { connectionIn, connectionsIn } from './operations.ts';
import { type ConnectionTarget, checkConnection } from './target.ts';
import { ipv4InNetworkOrder, isAddress } from './values.ts';

export interface ConnectionActionOptions extends CallOptions {
  /**
   * Whether the connection is read again right before the action, which then fails with
   * `ERR_RRAS_CONNECTION_CHANGED` if the handle belongs to another session. Default `true`. With `false`,
   * the action hits whatever session has the handle. It is refused with a handle or an address, because
   * only a snapshot can be compared.
   */
  readonly guard?: boolean;
}

export function checkActing(
  line: Line,
  options: ConnectionActionOptions,
  connection: unknown,
): Acting {
  return { server: line.server, guard: checkGuard(options.guard, connection) };
}

/** @throws {RasError} unless it is done */
export function checkDone(line: Line, reply: TablesReply, target: ConnectionTarget): void {
  const subject = { connection: target.handle };
  if (verdictOf(reply) === 'connection-changed' && target.listed !== undefined) {
    const [now] = connectionsIn(line, reply, subject);
    if (now !== undefined) throw connectionChanged(target.listed, now, line.server);
  }
  line.checkDone(reply, subject);
}

export async function clearConnectionStats(
  line: Line,
  connection: unknown,
  options?: ConnectionActionOptions,
): Promise<void> {
  await act(line, 'clearConnectionStats', connection, checkOptions(options, ['guard']));
}

export async function removeQuarantine(
  line: Line,
  connection: unknown,
  options?: ConnectionActionOptions,
): Promise<void> {
  const checked = checkOptions(options, ['guard']);
  if (typeof connection === 'string') return removeByAddress(line, connection, checked);
  await act(line, 'removeQuarantine', connection, checked);
}

async function act(
  line: Line,
  action: 'clearConnectionStats' | 'removeQuarantine',
  connection: unknown,
  options: ConnectionActionOptions,
): Promise<void> {
  const target = checkConnection(connection, checkActing(line, options, connection));
  await line.action(action, options, async (patience) => {
    const reply = await line.ask(patience, action, target.handle, target.expected);
    checkDone(line, reply, target);
  });
}

async function removeByAddress(
  line: Line,
  address: string,
  options: ConnectionActionOptions,
): Promise<void> {
  checkActing(line, options, address);
  const number = ipv4InNetworkOrder(address);
  if (number === undefined) {
    throw invalidArgValue('connection', address, 'must be an IPv4 address, if it is a text');
  }
  await line.action('removeQuarantine', options, async (patience) => {
    const reply = await line.ask(patience, 'removeQuarantineByAddress', number);
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
  const target = checkConnection(connection, checkActing(line, checked, connection));
  const { handle, expected } = target;
  await line.action('sendUserMessage', checked, async (patience) => {
    const reply = await line.ask(patience, 'sendUserMessage', handle, text, expected);
    checkDone(line, reply, target);
  });
}

/** The new end points of the tunnel of an IKEv2 connection. */
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
  const target = checkConnection(connection, checkActing(line, checked, connection));
  const { handle, expected, listed } = target;
  const args = [handle, interfaceIndex, localEndpoint, remoteEndpoint] as const;
  await line.action('updateConnection', checked, async (patience) => {
    const isGuarded = expected !== undefined && listed !== undefined;
    if (!isGuarded || !line.has('updateConnection')) {
      const reply = await line.ask(patience, 'updateConnection', ...args);
      return checkDone(line, reply, target);
    }
    const reply = await line.lookThen(patience, async (ask) => {
      const looked = await ask('getConnection', handle);
      checkSameSession(listed, connectionIn(line, looked, handle), line.server);
      return () => ask('updateConnection', ...args);
    });
    checkDone(line, reply, target);
  });
}

function checkAddress(name: string, address: string): void {
  if (!isAddress(checkString(name, address))) {
    throw invalidArgValue(name, address, 'must be an IPv4 or IPv6 address');
  }
}
