// Lets the subjects of a comparison take turns, each time in a new process: what else the machine does
// troubles all of them alike, none has to clear away the garbage of another, and where the system
// happens to put a process and its threads is not decided once for all.
import { inChild } from './child.mjs';

/**
 * @param {URL} module the program that measures
 * @param {Record<string, object>} tasks what it is to do, by name; `options` in a task are those of
 *   the process
 * @param {number} times how often each of them
 * @returns {Promise<Record<string, object[]>>} the reports, by name
 */
export async function inTurns(module, tasks, times) {
  const reports = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let time = 0; time < times; time += 1) {
    for (const [name, { options, ...task }] of Object.entries(tasks)) {
      reports[name].push(await inChild(module, task, options));
    }
  }
  return reports;
}
