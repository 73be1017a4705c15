/** Bytes, in all heaps of the process. */
export interface Heaps {
  readonly allocated: number;
  readonly taken: number;
}

/** Undefined where koffi is missing. */
export function windowsHeaps(): (() => Heaps) | undefined;
