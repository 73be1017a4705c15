// Checks the world while only watches are under way: every server and every watch agrees with the model,
// each disconnect was carried out once, and nothing is left behind.

import { setTimeout as after } from 'node:timers/promises';
import { connect } from 'rras';
import { collect } from './figures/collect.mjs';
import { checkConnections } from './model/connection_listing.mjs';
import { checkPorts } from './model/port_listing.mjs';
import { WrongAnswer } from './wrong_answer.mjs';

/**
 * @typedef {import('./world/site.mjs').Site} Site
 * @typedef {import('./actors/client.mjs').Client} Client
 * @typedef {import('./actors/watcher.mjs').Watcher} Watcher
 */

/** Waits until there is no difference. @param {number} patience milliseconds @param {() => string | undefined} difference @returns {Promise<string | undefined>} */
async function gone(patience, difference) {
  const end = performance.now() + patience;
  for (;;) {
    const left = difference();
    if (left === undefined || performance.now() > end) return left;
    // A forgotten server releases its handle when it is collected.
    collect();
    await after(20);
  }
}

/**
 * @param {Site} site
 * @param {{ clients: readonly Client[], watchers: readonly Watcher[] }} users of the site
 * @param {number} patience
 */
export async function checkSettled(site, { clients, watchers }, patience) {
  // A given-up call is over when the next one in its lane is, and a call of a terminated worker when its
  // connection is released.
  await Promise.all(clients.map((client) => client.lookOnce()));
  await checkNothingLeft(site, patience, watchers.length);
  for (const { model } of site.places) await checkServer(site, model);
  for (const place of site.places) checkSimulator(place);
  for (const watcher of watchers) {
    const difference = await gone(patience, () => watcher.difference());
    if (difference === undefined) continue;
    throw new WrongAnswer({
      operation: 'watch, when nothing changes any more',
      server: watcher.model,
      difference,
    });
  }
  await checkNothingLeft(site, patience, watchers.length);
  site.journal.check(site.places.map(({ model }) => model));
  for (const { model } of site.places) model.prune();
}

async function checkServer(site, model) {
  const server = await connect(model.name, { library: site.simulator });
  const window = model.request();
  const ports = await server.enumPorts();
  model.answered(window);
  checkPorts(model, ports, window, 'enumPorts, when nothing is under way');
  // All given-up calls are over, and their effects are known.
  for (const port of model.ports) port.pending = undefined;
  const settled = model.request();
  const again = await server.enumPorts();
  checkPorts(model, again, settled, 'enumPorts, when nothing is under way');
  if (server.supports('enumConnections')) {
    const connections = await server.enumConnections();
    checkConnections(model, connections, settled, 'enumConnections, when nothing is under way');
  }
  await server.disconnect();
}

/** The scene's own view, which uses neither the addon nor the library's functions. */
function checkSimulator({ simulated, model }) {
  const there = new Map(
    simulated.connections.map((connection) => [connection.userName, connection]),
  );
  const wrong = model.sessions
    .filter(({ user }) => !there.delete(user))
    .map(({ user }) => `${user}: in the model but not in the simulator`);
  for (const user of there.keys()) wrong.push(`${user}: in the simulator but not in the model`);
  if (wrong.length === 0) return;
  const difference = wrong.slice(0, 5).join('\n');
  throw new WrongAnswer({ operation: 'the simulator’s connections', server: model, difference });
}

/** @param {Site} site @param {number} patience @param {number} watches each of which may have connected once more */
export async function checkNothingLeft(site, patience, watches = 0) {
  const { simulator, connected } = site;
  const expected = site.dialect === 'rassapi' ? 0 : connected;
  const most = site.dialect === 'rassapi' ? 0 : connected + watches;
  const difference = await gone(patience, () => {
    const { unreturnedBuffers, openHandles, wrongFrees } = simulator;
    if (wrongFrees > 0) return `${wrongFrees} wrong pointers freed`;
    // A watch may just be reading.
    if (unreturnedBuffers > 0) return `${unreturnedBuffers} buffers not returned`;
    if (openHandles >= expected && openHandles <= most) return undefined;
    return `${openHandles} handles open, ${connected} connections in use`;
  });
  if (difference === undefined) return;
  throw new WrongAnswer({
    operation: `buffers and handles of site ${site.name}`,
    server: undefined,
    difference,
  });
}
