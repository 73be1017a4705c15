// Disconnects interfaces, and updates their routes and their phone-book entries.

import { checkBoolean, checkInteger, checkWord } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { Patience } from '../call/patience.ts';
import { until } from '../call/polling.ts';
import { valueIn } from '../call/tables.ts';
import { RasError } from '../errors/ras_error.ts';
import { act, check, checkDone, read } from './asking.ts';
import type { Interface } from './interface.ts';
import { readState } from './state.ts';
import { checkInterface, type InterfaceTarget } from './target.ts';

export interface DisconnectInterfaceOptions extends CallOptions {
  /**
   * Whether to wait until the interface is down, which is read repeatedly. The `timeout` covers all of it: an error
   * after the server has accepted the disconnect has the outcome `unknown`.
   */
  readonly wait?: boolean;
}

/** The transports whose routes can be updated. */
const routable = { ip: 0x21, ipx: 0x2b } as const;
export type RoutableTransport = keyof typeof routable;

const PENDING = 600;
/** ERROR_INTERFACE_NOT_CONNECTED, which also stands for a result that is not there. */
const NO_RESULT = 906;
const LARGEST_ID = 0xffffffff;
const QUERY = 'MprAdminInterfaceQueryUpdateResult';

export async function disconnectInterface(
  line: Line,
  which: unknown,
  options?: DisconnectInterfaceOptions,
): Promise<void> {
  const checked = checkOptions(options, ['wait']);
  const { wait = false } = checked;
  checkBoolean('options.wait', wait);
  const target = checkInterface(which, line.server);
  await line.action('disconnectInterface', checked, async (patience) => {
    const reply = await line.ask(patience, 'disconnectInterface', ...target.args);
    checkDone(line, reply, target);
    if (wait) await until(patience, async () => isDown(await readState(line, patience, target)));
  });
}

function isDown({ state }: Interface): boolean {
  return state === 'disconnected' || state === 'unreachable';
}

export async function updateRoutes(
  line: Line,
  which: unknown,
  transport: RoutableTransport | number,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  const id = checkTransport(transport);
  await line.action('updateRoutes', checked, async (patience) => {
    const event = line.has('updateRoutes') ? line.makeEvent() : undefined;
    const args = [...target.args, id, event?.object ?? null] as const;
    const reply = await line.ask(patience, 'updateRoutes', ...args);
    checkDone(line, reply, target);
    const isPending = reply.status === PENDING;
    if (event !== undefined && isPending) await line.eventSet(patience, event);
    const goesOn = event === undefined && isPending;
    const code = await resultOf(line, patience, target, id, goesOn);
    if (code !== 0) throw updateFailed(line, target, code);
  });
}

export async function queryUpdateResult(
  line: Line,
  which: unknown,
  transport: RoutableTransport | number,
  options?: CallOptions,
): Promise<number> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  const id = checkTransport(transport);
  const ask = (patience: Patience) => line.ask(patience, 'queryUpdateResult', ...target.args, id);
  return read(line, 'queryUpdateResult', target, checked, ask, (reply) => valueIn(line, reply));
}

/**
 * The result of an update that was begun. While one that `goesOn` without an event has no result yet, it is asked for
 * again as long as the interface is connected: no document says how a server answers until then.
 */
async function resultOf(
  line: Line,
  patience: Patience,
  target: InterfaceTarget,
  transport: number,
  goesOn: boolean,
): Promise<number> {
  let result: number = PENDING;
  await until(patience, async () => {
    const reply = await line.ask(patience, 'queryUpdateResult', ...target.args, transport);
    const isWithout = goesOn && reply.status === NO_RESULT;
    if (isWithout && (await readState(line, patience, target)).state === 'connected') return false;
    check(line, reply, target);
    result = valueIn(line, reply);
    return !goesOn || result !== PENDING;
  });
  return result;
}

export async function updatePhonebookInfo(
  line: Line,
  which: unknown,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  await act(line, 'updatePhonebookInfo', target, checked, (patience) =>
    line.ask(patience, 'updatePhonebookInfo', ...target.args),
  );
}

function checkTransport(transport: RoutableTransport | number): number {
  if (typeof transport === 'number') return checkInteger('transport', transport, 0, LARGEST_ID);
  return routable[checkWord('transport', transport, Object.keys(routable) as RoutableTransport[])];
}

function updateFailed(line: Line, target: InterfaceTarget, concluded: number): RasError {
  const { server, dialect } = line;
  const where = { dialect, server, interface: target.label };
  return new RasError({ concluded, inFunction: QUERY, ...where, outcome: 'unknown' });
}
