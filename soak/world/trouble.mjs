// Troubles of the servers: calls hang or fail, the service stops and starts again, a site vanishes.

import { setTimeout as after } from 'node:timers/promises';
import { hangAt } from './site.mjs';

/**
 * @typedef {import('./site.mjs').Site} Site
 * @typedef {import('../random.mjs').Dice} Dice
 */

const weights = { hang: 50, fault: 25, outage: 23, vanish: 2 };

// RPC's "server too busy", and access denied.
const statuses = [1723, 5];

/**
 * One trouble from its beginning to its end.
 *
 * @param {Site} site
 * @param {Dice} dice
 * @param {{ longest: number, mayVanish: boolean }} limits
 * @returns {Promise<keyof typeof weights>} the kind of trouble
 */
export async function happen(site, dice, { longest, mayVanish }) {
  const place = dice.pick(site.places);
  const what = dice.weigh({ ...weights, vanish: mayVanish ? weights.vanish : 0 });
  if (place === undefined || site.isGone) return what;
  const duration = dice.between(5, longest);
  if (what === 'hang') await hang(site, place, dice, duration);
  if (what === 'fault') await fault(site, place, dice, duration);
  if (what === 'outage') await outage(site, place, duration);
  if (what === 'vanish') site.dispose();
  return what;
}

async function hang({ functions }, place, dice, duration) {
  const name = dice.pick(Object.values(functions));
  const times = dice.chance(0.5) ? { times: dice.between(1, 4) } : {};
  const release = hangAt(place, name, { ...times, cancellable: dice.chance(0.5) });
  await after(duration);
  release();
}

async function fault(site, { simulated, model }, dice, duration) {
  const name = dice.pick(Object.values(site.functions));
  const status = dice.pick(statuses);
  const known = model.faultBegan(status);
  const failing = simulated.fail(name, status, { times: dice.between(1, 6) });
  await after(Math.min(duration, 200));
  if (site.isGone) return;
  failing.clear();
  model.faultEnded(known);
}

async function outage(site, { simulated, model }, duration) {
  if (!model.isRunning) return;
  simulated.stopService();
  model.stopped();
  await after(duration);
  if (site.isGone) return;
  simulated.startService();
  model.started(simulated.ports);
}
