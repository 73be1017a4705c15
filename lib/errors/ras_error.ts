// The one error class of the package, for a status that a function returned as well as for what the
// package found out by itself.

import { type PackageErrorName, packageCodes } from './codes/package.ts';
import { explain } from './explain.ts';
import { meaningInFunction } from './meaning_in_function.ts';
import { codeOf, type RasErrorName } from './ras_error_code.ts';

/** A function returned a status that is not success. */
export interface CallFailure {
  readonly status: number;
  /** The function, '' when none was called. */
  readonly syscall: string;
  /** The dialect of the library. The same name stands for different functions in `nt4` and `rassapi`. */
  readonly dialect?: string | undefined;
  /** As connected: '' is the local server. */
  readonly server: string;
  readonly port?: string | undefined;
  readonly connection?: number | undefined;
  readonly user?: string | undefined;
  /** Added to the message, one line each. */
  readonly links?: readonly LinkResult[] | undefined;
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
  readonly links?: readonly LinkResult[] | undefined;
  readonly hint?: string | undefined;
  /** Added to the message, one line each. */
  readonly attempts?: readonly LibraryAttempt[] | undefined;
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
  /** Each port of a connection with its result, when not all could be disconnected. */
  declare readonly links?: readonly LinkResult[];

  static {
    // On the prototype it shows in the stack's first line and is no field of each error.
    Object.defineProperty(RasError.prototype, 'name', {
      value: 'RasError',
      writable: true,
      configurable: true,
    });
  }

  /** @hidden */
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
    if (failure.links !== undefined) {
      this.links = failure.links;
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
  lines.push(...linksInWords(failure));
  return { code: failure.code, message: lines.join('\n'), hint: failure.hint ?? hint };
}

function tellCallFailure(failure: CallFailure): Told {
  const { status, syscall, dialect } = failure;
  const code = codeOf(status);
  const general = explain(status);
  const [sentence, hint] = meaningInFunction(syscall, status, dialect) ?? [
    general?.message ?? 'The function returned a number that has no known meaning.',
    general?.hint,
  ];
  const isNamed = !code.startsWith('UNKNOWN_');
  const number = isNamed ? status : `${status} = ${hexadecimal(status)}`;
  const said = `${place(failure)}: ${withoutPeriod(failure.message ?? sentence)} (${code}, ${number})`;
  return {
    code,
    message: [said, ...linksInWords(failure)].join('\n'),
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

function linksInWords({ links = [] }: CallFailure | PackageFailure): string[] {
  return links.map(({ port, status, code }) => {
    return code === undefined ? `  ${port}: accepted` : `  ${port}: ${code} (${status})`;
  });
}

function withoutPeriod(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function hexadecimal(status: number): string {
  return `0x${(status >>> 0).toString(16).toUpperCase()}`;
}
