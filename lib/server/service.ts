// Whether the service runs, and the library's own text for a code.

import { checkInteger } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { valueIn } from '../call/tables.ts';

const LARGEST_CODE = 0xffffffff;

export async function isServiceRunning(line: Line, options?: CallOptions): Promise<boolean> {
  const reply = await line.question('isServiceRunning', checkOptions(options, []), []);
  return valueIn(line, reply);
}

export async function isServiceInitialized(line: Line, options?: CallOptions): Promise<boolean> {
  const reply = await line.question('isServiceInitialized', checkOptions(options, []), []);
  return valueIn(line, reply);
}

export async function getErrorString(
  line: Line,
  code: number,
  options?: CallOptions,
): Promise<string | undefined> {
  const checked = checkOptions(options, []);
  checkInteger('code', code, 0, LARGEST_CODE);
  const reply = await line.question('getErrorString', checked, [code]);
  // 317, no such message, is an answer.
  return reply.value === undefined ? undefined : valueIn(line, reply);
}
