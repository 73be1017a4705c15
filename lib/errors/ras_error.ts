// The error class of the package, for a status that a function returned as well as for what the package
// found out by itself; and its subclass for time-outs.

import type { ActionOutcome } from './action_outcome.ts';
import { type PackageErrorName, packageCodes } from './codes/package.ts';
import { explain } from './explain.ts';
import { type Meaning, meaningInFunction } from './meaning_in_function.ts';
import { codeOf, type RasErrorName, wrapsWindowsCode } from './ras_error_code.ts';

/** Where it happened, and what more is known. */
interface Circumstances {
  /** The dialect of the library. The same name stands for different functions in `nt4` and `rassapi`. */
  readonly dialect?: string | undefined;
  /** As connected: '' is the local server. */
  readonly server: string;
  readonly port?: string | undefined;
  readonly connection?: number | undefined;
  readonly user?: string | undefined;
  readonly interface?: string | undefined;
  /** Added to the message, one line each. */
  readonly links?: readonly LinkResult[] | undefined;
  /** Added to the message, one line each. */
  readonly steps?: readonly StepResult[] | undefined;
  readonly hint?: string | undefined;
  readonly outcome?: ActionOutcome | undefined;
}

/** A function returned a status that is not success. */
export interface CallFailure extends Circumstances {
  readonly status: number;
  readonly syscall: string;
  /** What happened, as a sentence, when more is known than the status says. */
  readonly message?: string | undefined;
}

/** The package found out by itself what the documentation has a status for. No function returned it. */
export interface Conclusion extends Circumstances {
  readonly concluded: number;
  /** The function whose documentation says it best. */
  readonly inFunction?: string | undefined;
  /** What happened, as a sentence, when more is known than the status says. */
  readonly message?: string | undefined;
}

/** The package itself gives up. */
export interface PackageFailure extends Circumstances {
  readonly code: PackageErrorName;
  /** The whole message; without it, what the code means in general. */
  readonly message?: string | undefined;
  /** What the last function returned, if one was called. */
  readonly status?: number | undefined;
  readonly syscall?: string | undefined;
  /** Added to the message, one line each. */
  readonly attempts?: readonly LibraryAttempt[] | undefined;
}

export type Failure = CallFailure | Conclusion | PackageFailure;

/** A call was not answered within its time-out. */
export interface TimedOut {
  /** As connected: '' is the local server. */
  readonly server: string;
  /** The method that was called. */
  readonly operation: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly outcome?: ActionOutcome | undefined;
}

/** What became of one port of a connection. */
export interface LinkResult {
  /** The name of the port. */
  readonly port: string;
  readonly handle: number;
  /** What the function returned for it. */
  readonly status: number;
  /** `undefined` when the server accepted it. */
  readonly code: RasErrorName | undefined;
}

/** What became of one step of `applyInterface`. */
export interface StepResult {
  readonly side: 'running' | 'stored';
  readonly action: string;
  /** `not-done` failed; whether one that is `unknown` was done is not known; `not-begun` comes after one of these. */
  readonly result: 'done' | 'not-done' | 'unknown' | 'not-begun';
}

/** A library that was tried, and why it would not do. */
export interface LibraryAttempt {
  readonly file: string;
  readonly dialect: string;
  readonly reason: string;
}

export class RasError extends Error {
  declare readonly code: RasErrorName;
  /** What a function returned. Without it, the package found out by itself what `code` says. */
  declare readonly status?: number;
  /** The function that returned it. */
  declare readonly syscall?: string;
  /** The server as it was named to `connect`; '' is the local server. */
  declare readonly server: string;
  /** The port that the call was about. */
  declare readonly port?: string;
  /** The handle of the connection that the call was about. */
  declare readonly connection?: number;
  /** The user whose settings the call was about. */
  declare readonly user?: string;
  /** The interface that the call was about: its name, or its handle if the call had nothing else. */
  declare readonly interface?: string;
  /** What to do about it. */
  declare readonly hint?: string;
  /** What is known about an action that failed; only of calls that change something. */
  declare readonly outcome?: ActionOutcome;
  /** The libraries that were tried; only for `ERR_RRAS_LIBRARY`. */
  declare readonly attempts?: readonly LibraryAttempt[];
  /** Each port of a connection with its result, when not all could be disconnected. */
  declare readonly links?: readonly LinkResult[];
  /** What became of each step of `applyInterface`, when it could not be carried out as a whole. */
  declare readonly steps?: readonly StepResult[];

  static {
    setName(RasError.prototype, 'RasError');
  }

  /** @hidden */
  constructor(failure: Failure, options?: ErrorOptions) {
    const told = tell(failure);
    super(told.message, options);
    this.code = told.code;
    if ('status' in failure && failure.status !== undefined) {
      this.status = failure.status;
    }
    if ('syscall' in failure && failure.syscall !== undefined) {
      this.syscall = failure.syscall;
    }
    this.server = failure.server;
    if (failure.port !== undefined) {
      this.port = failure.port;
    }
    if (failure.connection !== undefined) {
      this.connection = failure.connection;
    }
    if (failure.user !== undefined) {
      this.user = failure.user;
    }
    if (failure.interface !== undefined) {
      this.interface = failure.interface;
    }
    if (told.hint !== undefined) {
      this.hint = told.hint;
    }
    if (failure.outcome !== undefined) {
      this.outcome = failure.outcome;
    }
    if (failure.links !== undefined) {
      this.links = failure.links;
    }
    if (failure.steps !== undefined) {
      this.steps = failure.steps;
    }
    if ('attempts' in failure && failure.attempts !== undefined) {
      this.attempts = failure.attempts;
    }
  }
}

/** A call was not answered within its time-out. */
export class RasTimeoutError extends RasError {
  declare readonly code: 'ERR_RRAS_TIMEOUT';
  /** The method that was called: 'enumPorts', 'connect'. */
  readonly operation: string;
  /** Milliseconds. */
  readonly timeout: number;

  static {
    setName(RasTimeoutError.prototype, 'TimeoutError');
  }

  /** @hidden */
  constructor({ server, operation, timeout, outcome }: TimedOut) {
    const code = 'ERR_RRAS_TIMEOUT';
    const message = `${operation} on ${nameOf(server)} was not answered within ${timeout} ms. ${tellAfterTimeout(outcome)}`;
    const hint = outcome === 'unknown' ? lookFirst : undefined;
    super({ code, server, message, outcome, hint });
    this.operation = operation;
    this.timeout = timeout;
  }
}

/** The caller of an action has stopped waiting, and more is known than the reason of its signal. */
export class RasAbortError extends RasError {
  static {
    // What Node's own errors are called that have the reason as their cause.
    setName(RasAbortError.prototype, 'AbortError');
  }
}

/** Adds what is known about an action to an error that does not say it yet. */
export function withOutcome(error: RasError, outcome: ActionOutcome): RasError {
  return error.outcome === undefined ? Object.assign(error, { outcome }) : error;
}

// On the prototype it shows in the stack's first line and is no field of each error.
function setName(prototype: Error, name: string): void {
  Object.defineProperty(prototype, 'name', { value: name, writable: true, configurable: true });
}

const lookFirst =
  'Look at the state on the server before you repeat the call. A longer `timeout`, or `callTimeout` of connect(), waits longer.';

function tellAfterTimeout(outcome: ActionOutcome | undefined): string {
  switch (outcome) {
    case 'not-done':
      return 'Nothing was done, and nothing will be.';
    case 'unknown':
      return 'The server may have done it, or may still do it.';
    default:
      return 'A late answer is dropped.';
  }
}

interface Told {
  readonly code: RasErrorName;
  readonly message: string;
  readonly hint: string | undefined;
}

function tell(failure: Failure): Told {
  if ('code' in failure) return tellPackageFailure(failure);
  return 'concluded' in failure ? tellConclusion(failure) : tellCallFailure(failure);
}

function tellPackageFailure(failure: PackageFailure): Told {
  const [sentence, hint] = packageCodes[failure.code];
  const lines = [failure.message ?? sentence];
  for (const attempt of failure.attempts ?? []) {
    lines.push(`  ${attempt.file} (${attempt.dialect}): ${attempt.reason}`);
  }
  lines.push(...linksInWords(failure), ...stepsInWords(failure));
  return { code: failure.code, message: lines.join('\n'), hint: failure.hint ?? hint };
}

function tellConclusion(failure: Conclusion): Told {
  const { concluded, inFunction = '' } = failure;
  const code = codeOf(concluded);
  const [sentence, hint] = meaningOf(failure, inFunction, concluded);
  const message = `On ${place(failure)}: ${withoutPeriod(failure.message ?? sentence)} (${code})`;
  return { code, message, hint: failure.hint ?? hint };
}

function tellCallFailure(failure: CallFailure): Told {
  const { status, syscall } = failure;
  const code = codeOf(status);
  const [sentence, hint] = meaningOf(failure, syscall, status);
  const isPlain = !code.startsWith('UNKNOWN_') && !wrapsWindowsCode(status);
  const number = isPlain ? status : `${status} = ${hexadecimal(status)}`;
  const said = `${syscall} on ${place(failure)}: ${withoutPeriod(failure.message ?? sentence)} (${code}, ${number})`;
  return {
    code,
    message: [said, ...linksInWords(failure)].join('\n'),
    hint: failure.hint ?? hint,
  };
}

function meaningOf({ dialect }: Circumstances, syscall: string, status: number): Meaning {
  const general = explain(status);
  return (
    meaningInFunction(syscall, status, dialect) ?? [
      general?.message ?? 'The function returned a number that has no known meaning.',
      general?.hint,
    ]
  );
}

function place(failure: Circumstances): string {
  const port = failure.port === undefined ? '' : `, port ${failure.port}`;
  const connection = failure.connection === undefined ? '' : `, connection ${failure.connection}`;
  const user = failure.user === undefined ? '' : `, user ${failure.user}`;
  const one = failure.interface === undefined ? '' : `, interface ${failure.interface}`;
  return `${nameOf(failure.server)}${port}${connection}${user}${one}`;
}

function nameOf(server: string): string {
  return server === '' ? 'the local server' : server;
}

function linksInWords({ links = [] }: Circumstances): string[] {
  return links.map(({ port, status, code }) => {
    return code === undefined ? `  ${port}: accepted` : `  ${port}: ${code} (${status})`;
  });
}

function stepsInWords({ steps = [] }: Circumstances): string[] {
  return steps.map(({ side, action, result }) => `  ${side}, ${action}: ${result}`);
}

function withoutPeriod(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function hexadecimal(status: number): string {
  return `0x${(status >>> 0).toString(16).toUpperCase()}`;
}
