// A server that is too old for a question has not failed: its answer is undefined.

import { RasError } from '../../errors/ras_error.ts';
import type { RasErrorName } from '../../errors/ras_error_code.ts';

const tooOld: readonly RasErrorName[] = [
  'ERROR_NOT_SUPPORTED',
  'ERROR_CALL_NOT_IMPLEMENTED',
  'ERROR_INVALID_LEVEL',
  'ERROR_PROC_NOT_FOUND',
  'RPC_S_PROCNUM_OUT_OF_RANGE',
];

/** The answer; undefined if the server or the library does not know the question. */
export async function unlessTooOld<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof RasError && tooOld.includes(error.code)) return undefined;
    throw error;
  }
}
