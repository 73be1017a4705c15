// What is known about an action that failed.

import { knownCode } from './ras_error_code.ts';

/**
 * `not-done`: the server has changed nothing, and will not. `unknown`: the server may have done it, may have
 * done a part of it, or may still do it.
 */
export type ActionOutcome = 'not-done' | 'unknown';

// The call broke off on its way, or nobody waited for its end. The server may have carried it out.
const brokenOff: readonly number[] = [
  64, // ERROR_NETNAME_DELETED
  121, // ERROR_SEM_TIMEOUT
  995, // ERROR_OPERATION_ABORTED
  1460, // ERROR_TIMEOUT
  1726, // RPC_S_CALL_FAILED
  1783, // RPC_X_BAD_STUB_DATA, which may be about the answer
  1818, // RPC_S_CALL_CANCELLED
];

/** What is known when the function that was to change something returned this status, which is no success. */
export function outcomeAfter(status: number): ActionOutcome {
  const isRefusal = knownCode(status) !== undefined && !brokenOff.includes(status);
  return isRefusal ? 'not-done' : 'unknown';
}
