// A server that is too old for a question has not failed: its answer is undefined.

import { RasError } from '../../errors/ras_error.ts';

// ERROR_NOT_SUPPORTED, ERROR_CALL_NOT_IMPLEMENTED, ERROR_INVALID_LEVEL, ERROR_PROC_NOT_FOUND,
// RPC_S_PROCNUM_OUT_OF_RANGE.
const tooOld: readonly number[] = [50, 120, 124, 127, 1745];

/** The answer; undefined if the server or the library does not know the question. */
export async function unlessTooOld<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof RasError && tooOld.includes(error.status)) return undefined;
    throw error;
  }
}
