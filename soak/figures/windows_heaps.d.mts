/** Bytes, in all heaps of the process. */
export interface Heaps {
  readonly allocated: number;
  readonly taken: number;
}

/** Undefined where koffi or the library is missing. */
export function windowsHeaps(): (() => Heaps | undefined) | undefined;
