// The number that an error stands for: what a function returned, or what the package found out by itself.

import { RasErrorCode } from 'rras';

/** @param {any} error @returns {number | undefined} */
export function numberOf(error) {
  return error?.status ?? /** @type {Record<string, number>} */ (RasErrorCode)[error?.code];
}
