// The server's pre-shared key for L2TP. It is passed as bytes, because the caller can wipe bytes but not a
// string. Errors show only its length.

import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { invalidArgValue, invalidSecretType } from '../errors/argument_errors.ts';

const LONGEST_KEY = 256;

export async function getCredentials(
  line: Line,
  options?: CallOptions,
): Promise<Uint8Array | undefined> {
  const { secret } = await line.question('getCredentials', checkOptions(options, []), []);
  return secret === undefined || secret.byteLength === 0 ? undefined : new Uint8Array(secret);
}

export async function setCredentials(
  line: Line,
  key: Uint8Array | null,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const copy = key === null ? null : copyOf(key);
  try {
    await line.action('setCredentials', checked, async (patience) => {
      const reply = await line.ask(patience, 'setCredentials', copy);
      line.checkDone(reply);
    });
  } finally {
    copy?.fill(0);
  }
}

// The caller may wipe or transfer the bytes at once, while the call still waits for its turn.
function copyOf(key: Uint8Array): Uint8Array {
  if (!(key instanceof Uint8Array)) throw invalidSecretType('key', ['Uint8Array', 'null'], key);
  const { byteLength } = key;
  if (byteLength < 1 || byteLength > LONGEST_KEY) {
    const reason = `must be from 1 to ${LONGEST_KEY}; null deletes the key`;
    throw invalidArgValue('key.byteLength', byteLength, reason);
  }
  return new Uint8Array(key);
}
