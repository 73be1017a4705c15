// The actions of a client on ports and connections: one at a time, twice, many at once.

import { Ending } from '../model/ending.mjs';
import { numberOf } from '../model/number_of.mjs';
import { isPortRefusal, isUnchanged, mayHaveEnded } from '../model/refusals.mjs';
import { WrongAnswer } from '../wrong_answer.mjs';
import { listConnections, listPorts } from './reading.mjs';

/**
 * @typedef {import('./client.mjs').Client} Client
 * @typedef {{ row: import('rras').Port, port: import('../model/port.mjs').ModelPort }} Chosen
 */

const GONE = [87, 906];

/** A port of the last listing, preferably in use, that no other call is about to free. @param {Client} client @returns {Chosen | undefined} */
export function choosePort(client) {
  const free = client.ports.filter(({ port }) => port.pending === undefined);
  const inUse = free.filter(({ row }) => row.condition === 'authenticated');
  return client.dice.pick(inUse.length > 0 && client.dice.chance(0.9) ? inUse : free);
}

/**
 * Whether a disconnect by this row of a listing may find its session. Under rassapi, where nothing counts
 * calls, a port that was idle may be idle again.
 *
 * @param {Chosen} chosen
 */
export function isAsListed({ row, port }) {
  const { server } = port;
  return (
    isUnchanged(port, server.moment, row) || (!server.hasHandles && row.userName === undefined)
  );
}

/** @param {Client} client @param {Chosen} chosen @param {'snapshot' | 'name' | 'handle'} by */
export async function disconnect(client, { row, port }, by) {
  const { model } = client;
  const target = { snapshot: row, name: row.name, handle: row.handle }[by];
  const isRight = {
    snapshot: () => isAsListed({ row, port }),
    name: () => true,
    handle: () => port.now.handle === row.handle,
  }[by]();
  const operation = `disconnectPort(${row.name} by ${by})`;
  const ending = new Ending(model, operation, [port], isRight);
  const outcome = await client.ask('disconnectPort', (options) =>
    client.server.disconnectPort(target, options),
  );
  if (outcome.gaveUp) {
    ending.givenUp(outcome.error.outcome !== 'not-done');
    await lookAfter(client, ending);
  } else if (outcome.error === undefined) {
    ending.done();
  } else {
    ending.refused(outcome.error);
    const { error, window } = outcome;
    const isReason = isPortRefusal(model, port, error, window, { by, snapshot: row });
    client.checkError({ ...outcome, operation }, isReason);
  }
}

/** Finds out whether a given-up call was done: the next call of the same connection comes after it. @param {Client} client @param {Ending} ending */
export async function lookAfter(client, ending) {
  if (!client.dice.chance(0.5)) return;
  const outcome = await listPorts(client, { patient: true });
  if (outcome !== undefined) ending.settleAfter(outcome.window);
}

/** @param {Client} client */
async function disconnectPort(client) {
  const chosen = choosePort(client);
  if (chosen === undefined) return;
  const ways = client.model.hasHandles
    ? ['snapshot', 'snapshot', 'name', 'handle']
    : ['snapshot', 'name'];
  await disconnect(client, chosen, client.dice.pick(ways));
}

/** Twice the same port of the same listing: at most one of the two calls is done. @param {Client} client */
async function disconnectTwice(client) {
  const chosen = choosePort(client);
  if (chosen === undefined) return;
  const { model } = client;
  const { row, port } = chosen;
  const operation = `disconnectPort(${row.name} by snapshot), twice`;
  const ending = new Ending(model, operation, [port], isAsListed(chosen));
  const ask = () =>
    client.ask('disconnectPort', () => client.server.disconnectPort(row), { patient: true });
  const outcomes = await Promise.all([ask(), ask()]);
  const failed = outcomes.filter(({ error }) => error !== undefined);
  if (failed.length === 0) {
    const difference = 'both were reported as done';
    throw new WrongAnswer({ operation, server: model, difference });
  }
  if (failed.length === 1) ending.done();
  else ending.refused(failed[0].error);
  for (const outcome of failed) {
    const how = /** @type {const} */ ({ by: 'snapshot', snapshot: row });
    const isRight = isPortRefusal(model, port, outcome.error, outcome.window, how);
    client.checkError({ ...outcome, operation }, isRight);
  }
}

/** @param {Client} client */
async function disconnectConnection(client) {
  const chosen = client.dice.pick(client.connections);
  if (chosen !== undefined) await disconnectOne(client, chosen);
}

/** @param {Client} client @param {import('rras').Connection} connection */
async function disconnectOne(client, connection) {
  const { model } = client;
  const session = model.session(connection.userName);
  const links = session?.links ?? [];
  if (session === undefined || links.some(({ pending }) => pending !== undefined)) return;
  const operation = `disconnectConnection(${session.user})`;
  const ending = links.length === 0 ? undefined : new Ending(model, operation, links, true);
  const outcome = await client.ask('disconnectConnection', (options) =>
    client.server.disconnectConnection(connection, options),
  );
  const { error, window } = outcome;
  if (outcome.gaveUp) {
    ending?.givenUp(error.outcome !== 'not-done');
    if (ending !== undefined) await lookAfter(client, ending);
  } else if (error === undefined) {
    if (ending === undefined) {
      const difference = 'reported as done, but the connection had ended before';
      throw new WrongAnswer({ operation, server: model, window, difference });
    }
    ending.done();
  } else if (error.code === 'ERR_RRAS_PARTLY_DONE') {
    ending?.partlyDone(error.links);
    for (const { status, code } of error.links) {
      const isRight = code === undefined || status === model.statusWhenIdle;
      if (!isRight)
        client.checkError({ ...outcome, operation, error: { ...error, status, name: 'RasError' } });
    }
  } else {
    ending?.refused(error);
    const isGone = mayHaveEnded(session, model, window) && GONE.includes(numberOf(error));
    client.checkError({ ...outcome, operation }, isGone);
  }
}

/** Everybody of a group, all at once. @param {Client} client */
async function disconnectMany(client) {
  const group = client.dice.pick(['sales', 'plant', 'field']);
  const isMeant = (user) => user?.startsWith(group);
  const most = client.dice.between(2, 12);
  if (client.model.hasHandles) {
    await listConnections(client);
    const meant = client.connections.filter(({ userName }) => isMeant(userName));
    await Promise.all(meant.slice(0, most).map((each) => disconnectOne(client, each)));
    return;
  }
  await listPorts(client);
  const meant = client.ports.filter(
    ({ row, port }) => isMeant(row.userName) && port.pending === undefined,
  );
  await Promise.all(meant.slice(0, most).map((each) => disconnect(client, each, 'snapshot')));
}

/** @param {Client} client */
async function clearConnectionStats(client) {
  const chosen = client.dice.pick(client.connections);
  const { model } = client;
  const session = model.session(chosen?.userName ?? '');
  if (session === undefined || session.clearing !== undefined) return;
  const operation = `clearConnectionStats(${session.user})`;
  session.clearing = model.moment;
  const outcome = await client.ask('clearConnectionStats', (options) =>
    client.server.clearConnectionStats(chosen, options),
  );
  if (outcome.gaveUp) session.isUncounted = true;
  if (outcome.error === undefined) {
    session.cleared();
    return;
  }
  session.clearing = undefined;
  const isGone = mayHaveEnded(session, model, outcome.window);
  client.checkError({ ...outcome, operation }, isGone && GONE.includes(numberOf(outcome.error)));
}

export const acting = {
  disconnectPort,
  disconnectTwice,
  disconnectConnection,
  disconnectMany,
  clearConnectionStats,
};
