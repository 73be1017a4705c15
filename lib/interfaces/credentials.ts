// What an interface is authenticated with at the other router. Passwords and keys are bytes, because the caller can
// wipe bytes but not a string. Errors show only their lengths.

import { checkObject, checkWord } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { Patience } from '../call/patience.ts';
import type { SecretReply } from '../call/reply.ts';
import { rowIn } from '../call/tables.ts';
import { invalidArgValue, invalidSecretType } from '../errors/argument_errors.ts';
import { InterfaceCredentialsRow } from '../native/rows.ts';
import { act, read } from './asking.ts';
import { checkText } from './demand_dial.ts';
import { subjectOf } from './rows.ts';
import { checkInterface } from './target.ts';

export interface InterfaceCredentials {
  readonly userName: string;
  readonly domain: string;
  /** In UTF-16, as Windows has it: `Buffer.from(text, 'utf16le')`. */
  readonly password: Uint8Array;
}

const kinds = ['eap', 'preshared-key'] as const;

/** 'eap' is the data of an EAP method, 'preshared-key' the key of IPsec. */
export type InterfaceSecretKind = (typeof kinds)[number];

const LONGEST_USER = 256;
const LONGEST_DOMAIN = 15;
const LONGEST_PASSWORD = 256;
// MS-RRASM has this limit for the key of a server.
const LONGEST_KEY = 256;
const LONGEST_EAP_DATA = 1 << 20;

export async function getInterfaceCredentials(
  line: Line,
  which: unknown,
  options?: CallOptions,
): Promise<InterfaceCredentials> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  const ask = (patience: Patience) => line.ask(patience, 'getInterfaceCredentials', ...target.args);
  return read(line, 'getInterfaceCredentials', target, checked, ask, (reply) => {
    const take = ({ userName, domain }: InterfaceCredentialsRow) => ({ userName, domain });
    const subject = subjectOf(target);
    const row = rowIn(line, reply, 'interfaceCredentials', InterfaceCredentialsRow, take, subject);
    return { ...row, password: secretIn(reply) ?? new Uint8Array() };
  });
}

export async function setInterfaceCredentials(
  line: Line,
  which: unknown,
  credentials: Partial<InterfaceCredentials> | null,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  const { userName = null, domain = null, password } = checkCredentials('credentials', credentials);
  const parts = [userName, domain, password === undefined ? 0 : 1, password ?? null] as const;
  try {
    await act(line, 'setInterfaceCredentials', target, checked, (patience) =>
      line.ask(patience, 'setInterfaceCredentials', ...target.args, ...parts),
    );
  } finally {
    password?.fill(0);
  }
}

export async function getInterfaceCredentialsEx(
  line: Line,
  which: unknown,
  kind: InterfaceSecretKind,
  options?: CallOptions,
): Promise<Uint8Array | undefined> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  const level = kinds.indexOf(checkWord('kind', kind, kinds));
  const ask = (patience: Patience) =>
    line.ask(patience, 'getInterfaceCredentialsEx', ...target.args, level);
  return read(line, 'getInterfaceCredentialsEx', target, checked, ask, secretIn);
}

export async function setInterfaceCredentialsEx(
  line: Line,
  which: unknown,
  kind: InterfaceSecretKind,
  secret: Uint8Array | null,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  const level = kinds.indexOf(checkWord('kind', kind, kinds));
  // Only the copy is wiped. The bytes belong to the caller.
  const copy = secret === null ? null : checkInterfaceSecret('secret', kind, secret);
  try {
    await act(line, 'setInterfaceCredentialsEx', target, checked, (patience) =>
      line.ask(patience, 'setInterfaceCredentialsEx', ...target.args, level, copy),
    );
  } finally {
    copy?.fill(0);
  }
}

/** A copy of a secret from a caller. @throws {TypeError} */
export function checkInterfaceSecret(
  name: string,
  kind: InterfaceSecretKind,
  secret: Uint8Array,
): Uint8Array {
  return checkSecret(name, secret, 1, kind === 'eap' ? LONGEST_EAP_DATA : LONGEST_KEY);
}

function secretIn({ secret }: SecretReply): Uint8Array | undefined {
  return secret === undefined || secret.byteLength === 0 ? undefined : new Uint8Array(secret);
}

/** A copy of credentials from a caller. @throws {TypeError} */
export function checkCredentials(
  name: string,
  credentials: Partial<InterfaceCredentials> | null,
): Partial<InterfaceCredentials> {
  if (credentials === null) return {};
  const given = checkObject<Partial<InterfaceCredentials>>(name, credentials, [
    'userName',
    'domain',
    'password',
  ]);
  const { userName, domain, password } = given;
  // To the API, no part at all means that everything is removed.
  if (userName === undefined && domain === undefined && password === undefined) {
    throw invalidArgValue(name, {}, 'must have some part; null removes the credentials');
  }
  if (userName !== undefined) {
    checkText(`${name}.userName`, userName, LONGEST_USER);
    if (userName === '') throw invalidArgValue(`${name}.userName`, '', 'must not be empty');
  }
  if (domain !== undefined) checkText(`${name}.domain`, domain, LONGEST_DOMAIN);
  if (password === undefined) return given;
  return { ...given, password: checkPassword(`${name}.password`, password) };
}

function checkPassword(name: string, password: Uint8Array): Uint8Array {
  const copy = checkSecret(name, password, 0, 2 * LONGEST_PASSWORD);
  const hasNul = copy.some((byte, at) => at % 2 === 0 && byte === 0 && copy[at + 1] === 0);
  if (copy.length % 2 === 0 && !hasNul) return copy;
  copy.fill(0);
  throw invalidArgValue(name, `${password.length} bytes`, 'must be UTF-16 without a NUL');
}

function checkSecret(name: string, secret: Uint8Array, least: number, most: number): Uint8Array {
  if (!(secret instanceof Uint8Array))
    throw invalidSecretType(name, ['Uint8Array', 'null'], secret);
  if (secret.length < least || secret.length > most) {
    throw invalidArgValue(name, `${secret.length} bytes`, `must have ${least} to ${most} bytes`);
  }
  // Not slice(): of a Buffer it is no copy.
  return new Uint8Array(secret);
}
