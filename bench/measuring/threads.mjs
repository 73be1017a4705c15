// How many threads of the package there are: they bear its name. Only Linux tells.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const TASKS = '/proc/self/task';

/** Undefined where the system does not tell. */
export function packageThreads() {
  if (!existsSync(TASKS)) return undefined;
  return readdirSync(TASKS).filter((task) => nameOf(task) === 'rras').length;
}

// A thread may end between the listing and the reading.
function nameOf(task) {
  try {
    return readFileSync(`${TASKS}/${task}/comm`, 'utf8').trimEnd();
  } catch {
    return undefined;
  }
}
