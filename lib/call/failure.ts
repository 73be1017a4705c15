// Makes errors from the numbers that an operation answers with.

import { outcomeAfter } from '../errors/action_outcome.ts';
import { RasError, withOutcome } from '../errors/ras_error.ts';
import type { IdOutOfRange } from '../native/packed.ts';
import { type Reply, verdicts } from './reply.ts';

/** Where an operation was done, for its error. */
export interface Place {
  readonly server: string;
  readonly dialect: string;
  readonly library: string;
  readonly port?: string | undefined;
  readonly connection?: number | undefined;
  readonly user?: string | undefined;
  readonly interface?: string | undefined;
  /** What to do about a failure there, where more is known than the status says. */
  readonly hint?: string | undefined;
}

type Verdict = (typeof verdicts)[number];

export function verdictOf(reply: Reply): Verdict {
  return verdicts[reply.verdict] ?? 'unreadable';
}

// Pending, and done but for a restart of the machine or of the service.
const ALSO_SUCCESSES: readonly number[] = [600, 3010, 3011];

/** Whether an action with this status is done, or will be. */
export function isSuccess(status: number): boolean {
  return status === 0 || ALSO_SUCCESSES.includes(status);
}

/** The error that an action's reply stands for; undefined for a success. A changed port has its own error. */
export function actionFailureOf(reply: Reply, place: Place): RasError | undefined {
  const isAnswered = verdictOf(reply) === 'answered';
  if (isAnswered && isSuccess(reply.status)) return undefined;
  const failure = failureOf(reply, place);
  if (failure === undefined) return undefined;
  if (reply.acted !== true) return withOutcome(failure, 'not-done');
  return withOutcome(failure, isAnswered ? outcomeAfter(reply.status) : 'unknown');
}

/** The error that a reply stands for; undefined for a success. */
export function failureOf(reply: Reply, place: Place): RasError | undefined {
  const { status, syscall } = reply;
  const { library, ...where } = place;
  const call = { ...where, status, syscall };
  const conclusion = { ...where, concluded: status, inFunction: syscall };
  switch (verdictOf(reply)) {
    case 'answered':
      return status === 0 ? undefined : new RasError(call);
    case 'concluded':
      return new RasError(conclusion);
    case 'dialect-lacks':
      return new RasError({
        ...conclusion,
        message: `The dialect ${place.dialect} has no function for this.`,
        hint: `It is there with the library 'mprapi'; ask server.supports() first.`,
      });
    case 'library-lacks':
      return new RasError({
        ...conclusion,
        message: `${library} does not export ${syscall}.`,
        hint: `Ask server.supports() first, or open another library.`,
      });
    case 'no-progress':
      return new RasError({ code: 'ERR_RRAS_NO_PROGRESS', ...call });
    default:
      return unreadable(reply, place);
  }
}

export function idOutOfRange(error: IdOutOfRange, reply: Reply, place: Place): RasError {
  const { status, syscall } = reply;
  const { kind, id, port } = error;
  const owner = port === undefined ? '' : `port ${port} `;
  return new RasError({
    code: 'ERR_RRAS_HANDLE_RANGE',
    status,
    syscall,
    server: place.server,
    port,
    message: `${syscall} gave ${owner}the ${kind} 0x${id.toString(16)}, which a number cannot hold exactly`,
  });
}

export function unreadable(reply: Reply, place: Place): RasError {
  const { status, syscall } = reply;
  const { dialect, library, hint, ...where } = place;
  return new RasError({ code: 'ERR_RRAS_UNREADABLE', status, syscall, ...where });
}

export function closed(server: string): RasError {
  return new RasError({ code: 'ERR_RRAS_CLOSED', server });
}
