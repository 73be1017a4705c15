// Disconnects that are given up before they can have begun: they must never be done, whatever happens later.

import { Ending } from '../model/ending.mjs';
import { numberOf } from '../model/number_of.mjs';
import { hangAt } from '../world/site.mjs';
import { WrongAnswer } from '../wrong_answer.mjs';
import { choosePort, isAsListed } from './acting.mjs';
import { hasGivenUp } from './giving_up.mjs';
import { listPorts } from './reading.mjs';

/** @typedef {import('./client.mjs').Client} Client */

/** It waits behind a listing that hangs. @param {Client} client */
async function givenUpInQueue(client) {
  const chosen = choosePort(client);
  const release = chosen === undefined ? undefined : hangOf(client, 'enumPorts');
  if (release === undefined) return;
  const listing = listPorts(client, { patient: true });
  // A failure of the listing shows when it is awaited.
  listing.catch(() => {});
  try {
    await giveUpDisconnect(client, chosen, 'in the queue');
  } finally {
    release();
  }
  await listing;
}

/** It hangs while its guard reads the port. @param {Client} client */
async function givenUpInGuard(client) {
  const chosen = choosePort(client);
  const release = chosen === undefined ? undefined : hangOf(client, 'getPort');
  if (release === undefined) return;
  try {
    await giveUpDisconnect(client, chosen, 'while its guard reads');
  } finally {
    release();
  }
}

/** Undefined while another hang is in force, because that one's end would release the call. */
function hangOf({ place, site, dice }, operation) {
  const name = site.functions[operation];
  if (site.isGone || (place.hangs.get(name) ?? 0) > 0) return undefined;
  return hangAt(place, name, { cancellable: dice.chance(0.5) });
}

async function giveUpDisconnect(client, { row, port }, when) {
  const { model } = client;
  const operation = `disconnectPort(${row.name} by snapshot), given up ${when}`;
  const ending = new Ending(model, operation, [port], isAsListed({ row, port }));
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), client.dice.between(0, 40));
  const window = model.request();
  const error = await client.server.disconnectPort(row, { signal: controller.signal }).then(
    () => undefined,
    (error) => error,
  );
  clearTimeout(timer);
  model.answered(window);
  client.soak.count('given up');
  ending.givenUp(false);
  if (hasGivenUp(error, { signal: controller.signal })) return;
  if (error !== undefined && model.mayFailWith(numberOf(error), window)) return;
  const difference = error === undefined ? 'reported as done' : `failed with ${error}`;
  throw new WrongAnswer({ operation, server: model, window, difference });
}

export const givenUpBeforehand = { givenUpInQueue, givenUpInGuard };
