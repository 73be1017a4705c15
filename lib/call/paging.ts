// The size of the pages in which a listing is read.

import { checkInteger } from './arguments.ts';
import type { CallOptions } from './options.ts';

export interface EnumerationOptions extends CallOptions {
  /**
   * The size in bytes that each answer should have. Without it, everything is asked for at once; a
   * smaller size asks in pages. The server takes it as a preference.
   */
  readonly pageBytes?: number;
}

export const EVERYTHING_AT_ONCE = 0xffffffff;

export function checkPageBytes({ pageBytes = EVERYTHING_AT_ONCE }: EnumerationOptions): number {
  return checkInteger('options.pageBytes', pageBytes, 1, EVERYTHING_AT_ONCE);
}
