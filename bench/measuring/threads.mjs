// Counts the package's threads, which have its name. Only possible on Linux.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const TASKS = '/proc/self/task';

/** undefined on other systems. */
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
