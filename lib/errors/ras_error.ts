// The one error class of the package, for a status that a function returned as well as for what the
// package found out by itself.

import { type PackageErrorName, packageCodes } from './codes/package.ts';
import { explain } from './explain.ts';
import { meaningInFunction } from './meaning_in_function.ts';
import { knownCode, type RasErrorName } from './ras_error_code.ts';

/** A function returned a status that is not success. */
export interface CallFailure {
  readonly status: number;
  /** The function, '' when none was called. */
  readonly syscall: string;
  /** As connected: '' is the local server. */
  readonly server: string;
  readonly port?: string | undefined;
  readonly connection?: number | undefined;
  readonly user?: string | undefined;
  /** What happened, as a sentence, when more is known than the status says. */
  readonly message?: string | undefined;
  readonly hint?: string | undefined;
}

/** The package itself gives up. */
export interface PackageFailure {
  readonly code: PackageErrorName;
  /** The whole message; without it, what the code means in general. */
  readonly message?: string | undefined;
  readonly server: string;
  readonly syscall?: string | undefined;
  readonly status?: number | undefined;
  readonly port?: string | undefined;
  readonly connection?: number | undefined;
  readonly user?: string | undefined;
  readonly hint?: string | undefined;
  /** Added to the message, one line each. */
  readonly attempts?: readonly LibraryAttempt[] | undefined;
}

/** A library that was tried, and why it would not do. */
export interface LibraryAttempt {
  readonly file: string;
  readonly dialect: string;
  readonly reason: string;
}

export class RasError extends Error {
  declare readonly code: RasErrorName;
  /** What the function returned; -1 when no function was called. */
  declare readonly status: number;
  /** The function that returned it; '' when no function was called. */
  declare readonly syscall: string;
  /** The server as it was named to `connect`; '' is the local server. */
  declare readonly server: string;
  declare readonly port?: string;
  /** The handle of the connection that the call was about. */
  declare readonly connection?: number;
  /** The user whose settings the call was about. */
  declare readonly user?: string;
  /** What to do about it. */
  declare readonly hint?: string;
  /** The libraries that were tried; only for `ERR_RRAS_LIBRARY`. */
  declare readonly attempts?: readonly LibraryAttempt[];

  static {
    // On the prototype it shows in the stack's first line and is no field of each error.
    Object.defineProperty(RasError.prototype, 'name', {
      value: 'RasError',
      writable: true,
      configurable: true,
    });
  }

  constructor(failure: CallFailure | PackageFailure, options?: ErrorOptions) {
    const told = 'code' in failure ? tellPackageFailure(failure) : tellCallFailure(failure);
    super(told.message, options);
    this.code = told.code;
    this.status = failure.status ?? -1;
    this.syscall = failure.syscall ?? '';
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
    if (told.hint !== undefined) {
      this.hint = told.hint;
    }
    if ('attempts' in failure && failure.attempts !== undefined) {
      this.attempts = failure.attempts;
    }
  }
}

interface Told {
  readonly code: RasErrorName;
  readonly message: string;
  readonly hint: string | undefined;
}

function tellPackageFailure(failure: PackageFailure): Told {
  const [sentence, hint] = packageCodes[failure.code];
  const lines = [failure.message ?? sentence];
  for (const attempt of failure.attempts ?? []) {
    lines.push(`  ${attempt.file} (${attempt.dialect}): ${attempt.reason}`);
  }
  return { code: failure.code, message: lines.join('\n'), hint: failure.hint ?? hint };
}

function tellCallFailure(failure: CallFailure): Told {
  const { status, syscall } = failure;
  const name = knownCode(status)?.name;
  const code: RasErrorName = name ?? `UNKNOWN_${status}`;
  const general = explain(status);
  const [sentence, hint] = meaningInFunction(syscall, status) ?? [
    general?.message ?? 'The function returned a number that has no known meaning.',
    general?.hint,
  ];
  const number = name === undefined ? `${status} = ${hexadecimal(status)}` : status;
  return {
    code,
    message: `${place(failure)}: ${withoutPeriod(failure.message ?? sentence)} (${code}, ${number})`,
    hint: failure.hint ?? hint,
  };
}

function place(failure: CallFailure): string {
  const server = failure.server === '' ? 'the local server' : failure.server;
  const port = failure.port === undefined ? '' : `, port ${failure.port}`;
  const connection = failure.connection === undefined ? '' : `, connection ${failure.connection}`;
  const user = failure.user === undefined ? '' : `, user ${failure.user}`;
  const subject = `${port}${connection}${user}`;
  return `${failure.syscall === '' ? 'On' : `${failure.syscall} on`} ${server}${subject}`;
}

function withoutPeriod(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function hexadecimal(status: number): string {
  return `0x${(status >>> 0).toString(16).toUpperCase()}`;
}
