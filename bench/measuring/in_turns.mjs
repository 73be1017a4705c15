// Runs the subjects of a comparison in turns, each time in a new process. So other load on the machine affects
// all of them alike, none pays for the garbage of another, and the placement of a process and its threads
// by the system varies.
import { inChild } from './child.mjs';

/**
 * @param {URL} module the program that measures
 * @param {Record<string, object>} tasks by name; `options` in a task are those of the process
 * @param {number} times how often each task runs
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
