// What the servers themselves say was done: each disconnect that was reported as done must be in the journal
// once, and no other.

import { WrongAnswer } from '../wrong_answer.mjs';

const disconnects = new Set(['MprAdminPortDisconnect', 'RasAdminPortDisconnect']);

// The simulator keeps no more.
const KEPT = 100_000;

/**
 * Counts, compares and forgets; only when nothing is under way but watches, which touch nothing.
 *
 * @param {import('../world/site.mjs').Site} site
 */
export function checkJournal({ simulator, places }) {
  const { journal } = simulator;
  const isWhole = journal.length < KEPT;
  /** @type {Map<string, Map<string, number>>} */
  const counted = new Map();
  for (const { function: name, server, port = '', status } of journal) {
    if (status !== 0 || !disconnects.has(name)) continue;
    const ports = counted.get(server) ?? new Map();
    counted.set(server, ports.set(port, (ports.get(port) ?? 0) + 1));
  }
  simulator.clearJournal();
  for (const { model } of places) {
    const ports = counted.get(model.name) ?? new Map();
    for (const key of new Set([...ports.keys(), ...model.done.keys()])) {
      const times = ports.get(key) ?? 0;
      const least = model.done.get(key) ?? 0;
      const most = least + (model.mayBeDone.get(key) ?? 0);
      if ((times >= least || !isWhole) && times <= most) continue;
      throw new WrongAnswer({
        operation: 'all disconnects since the last count',
        server: model,
        difference: `port ${key}: the server carried out ${times}, reported as done were ${least === most ? least : `${least} to ${most}`}`,
      });
    }
  }
  return journal.length;
}
