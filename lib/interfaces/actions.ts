// Disconnects interfaces, and updates their routes and their phone-book entries.

import { checkBoolean, checkInteger, checkWord } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { until } from '../call/polling.ts';
import { valueIn } from '../call/tables.ts';
import { RasError } from '../errors/ras_error.ts';
import type { Interface } from './interface.ts';
import { checkUnchanged, subjectOf } from './rows.ts';
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
    checkUnchanged(line, reply, target);
    line.checkDone(reply, subjectOf(target));
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
    checkUnchanged(line, reply, target);
    line.checkDone(reply, subjectOf(target));
    if (event !== undefined && reply.status === PENDING) await line.eventSet(patience, event);
    const result = await line.ask(patience, 'queryUpdateResult', ...target.args, id);
    line.check(result, subjectOf(target));
    const code = valueIn(line, result);
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
  return line.call('queryUpdateResult', checked, async (patience) => {
    const reply = await line.ask(patience, 'queryUpdateResult', ...target.args, id);
    checkUnchanged(line, reply, target);
    line.check(reply, subjectOf(target));
    return valueIn(line, reply);
  });
}

export async function updatePhonebookInfo(
  line: Line,
  which: unknown,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  await line.action('updatePhonebookInfo', checked, async (patience) => {
    const reply = await line.ask(patience, 'updatePhonebookInfo', ...target.args);
    checkUnchanged(line, reply, target);
    line.checkDone(reply, subjectOf(target));
  });
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
