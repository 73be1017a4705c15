// Connects an interface and waits for the end of the attempt. On the local server Windows sets an event then; other
// servers are asked for the state again and again. No operation is under way meanwhile, so further calls are served.

import { checkBoolean } from '../call/arguments.ts';
import { verdictOf } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { Patience } from '../call/patience.ts';
import { until } from '../call/polling.ts';
import type { TablesReply } from '../call/reply.ts';
import type { ActionOutcome } from '../errors/action_outcome.ts';
import { RasAbortError, RasError, RasTimeoutError } from '../errors/ras_error.ts';
import type { Interface } from './interface.ts';
import { checkUnchanged, interfaceIn, subjectOf } from './rows.ts';
import { readState } from './state.ts';
import { checkInterface, type InterfaceTarget, targetOf } from './target.ts';

const PENDING = 600;
const ALREADY_CONNECTING = 910;
const ALREADY_CONNECTED = 901;

/** So many readings may show an interface as it was, before the server has begun what it accepted. */
const READINGS_BEFORE_BEGINNING = 3;

export interface ConnectInterfaceOptions extends CallOptions {
  /** Whether to wait for the end of the attempt. Default `true`. */
  readonly wait?: boolean;
}

/** The interface as it is when it is connected; without waiting, as it is right after the attempt has begun. */
export async function connectInterface(
  line: Line,
  which: unknown,
  options?: ConnectInterfaceOptions,
): Promise<Interface> {
  const checked = checkOptions(options, ['wait']);
  const { wait = true } = checked;
  checkBoolean('options.wait', wait);
  const target = checkInterface(which, line.server);
  const seen: Seen = { now: undefined };
  try {
    return await line.action('connectInterface', checked, async (patience) => {
      try {
        return wait
          ? await connectAndWait(line, patience, target, seen)
          : await begin(line, patience, target);
      } finally {
        // A caller may give up before the server has answered.
        seen.hasBegun = patience.mayHaveActed;
      }
    });
  } catch (error) {
    throw withState(error, seen, target, line.server, checked.signal);
  }
}

/** The last reading, for the error of a caller who gives up. */
interface Seen {
  now: Interface | undefined;
  hasBegun?: boolean;
}

async function begin(line: Line, patience: Patience, target: InterfaceTarget): Promise<Interface> {
  const reply = await dial(line, patience, target, undefined);
  return readState(line, patience, targetOf(interfaceIn(line, reply, target)));
}

async function connectAndWait(
  line: Line,
  patience: Patience,
  target: InterfaceTarget,
  seen: Seen,
): Promise<Interface> {
  const event = line.has('connectInterface') ? line.makeEvent() : undefined;
  const reply = await dial(line, patience, target, event);
  const before = interfaceIn(line, reply, target);
  if (event !== undefined && reply.status === PENDING) await line.eventSet(patience, event);
  const end = await untilEnded(line, patience, before, seen, reply.status === PENDING);
  if (end.state === 'connected') return end;
  throw attemptFailed(line, end);
}

/** An attempt that runs already, and a connection that is there, are as good as a new one. */
async function dial(
  line: Line,
  patience: Patience,
  target: InterfaceTarget,
  event: ReturnType<Line['makeEvent']>,
): Promise<TablesReply> {
  const reply = await line.ask(patience, 'connectInterface', ...target.args, event?.object ?? null);
  checkUnchanged(line, reply, target);
  const isAnswered = verdictOf(reply) === 'answered' && reply.acted === true;
  const goesOn = [0, PENDING, ALREADY_CONNECTING, ALREADY_CONNECTED].includes(reply.status);
  if (!isAnswered || !goesOn) line.checkDone(reply, subjectOf(target));
  return reply;
}

/** `isNew`: the attempt may not be visible yet. */
async function untilEnded(
  line: Line,
  patience: Patience,
  before: Interface,
  seen: Seen,
  isNew: boolean,
): Promise<Interface> {
  let now = before;
  let patienceLeft = isNew ? READINGS_BEFORE_BEGINNING : 0;
  await until(patience, async () => {
    now = await readState(line, patience, targetOf(before));
    seen.now = now;
    if (now.state === 'connecting') return false;
    const isAsBefore =
      now.state === before.state && now.lastError?.status === before.lastError?.status;
    if (now.state === 'connected' || !isAsBefore) return true;
    patienceLeft -= 1;
    return patienceLeft <= 0;
  });
  return now;
}

function attemptFailed(line: Line, { name, lastError, state, unreachable }: Interface): RasError {
  const { server, dialect } = line;
  const outcome: ActionOutcome = 'not-done';
  if (lastError !== undefined) {
    const { status: concluded } = lastError;
    const inFunction = 'MprAdminInterfaceConnect';
    return new RasError({ concluded, inFunction, dialect, server, interface: name, outcome });
  }
  const why = unreachable.length === 0 ? '' : ` (${unreachable.join(', ')})`;
  const message = `The attempt to connect the interface ${name} ended without a connection: it is ${state}${why}`;
  return new RasError({
    code: 'ERR_RRAS_NOT_CONNECTED',
    server,
    interface: name,
    message,
    outcome,
  });
}

/** Makes an error of a caller who gave up say what is known about the connection. */
function withState(
  error: unknown,
  { now, hasBegun }: Seen,
  { label }: InterfaceTarget,
  server: string,
  signal: AbortSignal | undefined,
): unknown {
  if (error instanceof RasTimeoutError) {
    if (hasBegun !== true) return error;
    return Object.assign(error, { interface: label, hint: stateInWords(now) });
  }
  if (hasBegun !== true || signal?.aborted !== true || error !== signal.reason) return error;
  return new RasAbortError(
    {
      code: 'ERR_RRAS_ABORTED',
      server,
      interface: label,
      message: `Nobody waits any more for the interface ${label} to be connected. The attempt goes on.`,
      hint: stateInWords(now),
      outcome: 'unknown',
    },
    { cause: error },
  );
}

function stateInWords(now: Interface | undefined): string {
  const look = 'Read the interface to learn whether it is connected by now.';
  return now === undefined ? look : `It was ${now.state} when it was last read. ${look}`;
}
