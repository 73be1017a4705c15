// Asks a server again and again until something is so.

import type { Patience } from './patience.ts';

const FIRST_PAUSE = 25;
const LONGEST_PAUSE = 1000;

/** The pauses between the questions grow from 25 milliseconds to a second. */
export async function until(patience: Patience, isSo: () => Promise<boolean>): Promise<void> {
  for (let pause = FIRST_PAUSE; !(await isSo()); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    await sleep(patience, pause);
  }
}

async function sleep(patience: Patience, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await patience.until(pause, () => clearTimeout(timer));
}
