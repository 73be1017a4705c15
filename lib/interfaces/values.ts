// Checks of small values that several calls take.

import { checkInteger } from '../call/arguments.ts';

const MOST_DEVICES = 0xffffffff;

/** The API counts devices from 1. */
export function checkDeviceIndex(index: number): number {
  return checkInteger('index', index, 1, MOST_DEVICES);
}
