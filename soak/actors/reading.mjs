// The readings of a client, and the check of each answer.

import { checkConnection, checkConnections } from '../model/connection_listing.mjs';
import { numberOf } from '../model/number_of.mjs';
import { checkPages, checkPorts, everyMoment } from '../model/port_listing.mjs';
import { isPortRefusal, mayHaveEnded } from '../model/refusals.mjs';
import { WrongAnswer } from '../wrong_answer.mjs';

/** @typedef {import('./client.mjs').Client} Client */

// The answers of servers for a connection that is gone, which differ between functions in the documentation.
const GONE = [87, 906];

/** @param {Client} client @param {{ patient?: boolean }} [how] */
export async function listPorts(client, how) {
  const outcome = await client.ask('enumPorts', (options) => client.server.enumPorts(options), how);
  if (outcome.value === undefined) {
    client.checkError(outcome);
    return undefined;
  }
  checkPorts(client.model, outcome.value, outcome.window, 'enumPorts');
  client.ports = outcome.value.flatMap((row) => {
    const port = client.model.port(row.name);
    return port === undefined ? [] : [{ row, port }];
  });
  return outcome;
}

/** @param {Client} client */
export async function listConnections(client) {
  if (!client.server.supports('enumConnections')) return;
  const outcome = await client.ask('enumConnections', (options) =>
    client.server.enumConnections(options),
  );
  if (outcome.value === undefined) {
    client.checkError(outcome);
    return;
  }
  checkConnections(client.model, outcome.value, outcome.window, 'enumConnections');
  client.connections = outcome.value;
}

/** @param {Client} client */
async function listPages(client) {
  const pageBytes = client.dice.between(400, 20_000);
  if (!client.model.hasHandles) return;
  const operation = `enumPorts({ pageBytes: ${pageBytes} })`;
  const outcome = await client.ask('enumPorts in pages', (options) =>
    client.server.enumPorts({ ...options, pageBytes }),
  );
  if (outcome.value === undefined) client.checkError(outcome);
  else checkPages(client.model, outcome.value, outcome.window, operation);
}

/** Several at once, which are answered in order. @param {Client} client */
async function listAtOnce(client) {
  const order = [];
  await Promise.all(
    [0, 1, 2, 3].map(async (number) => {
      await listPorts(client, { patient: true });
      order.push(number);
    }),
  );
  if (order.join() === '0,1,2,3') return;
  const difference = `answered in the order ${order.join()}`;
  throw new WrongAnswer({ operation: 'four enumPorts at once', server: client.model, difference });
}

/** @param {Client} client */
async function readPort(client) {
  const chosen = client.dice.pick(client.ports);
  if (chosen === undefined) return;
  const { row, port } = chosen;
  const by = client.dice.pick(
    client.model.hasHandles ? ['snapshot', 'name', 'handle'] : ['snapshot', 'name'],
  );
  const target = { snapshot: row, name: row.name, handle: row.handle }[by];
  const operation = `getPort(${row.name} by ${by})`;
  const outcome = await client.ask('getPort', (options) => client.server.getPort(target, options));
  const { error, value, window } = outcome;
  if (value === undefined) {
    const isRight =
      numberOf(error) !== client.model.statusWhenIdle &&
      isPortRefusal(client.model, port, error, window, { by, snapshot: row });
    client.checkError({ ...outcome, operation }, isRight);
    return;
  }
  const difference = everyMoment(value, port, window);
  if (difference !== undefined) {
    throw new WrongAnswer({ operation, server: client.model, window, difference });
  }
}

/** @param {Client} client */
async function readConnection(client) {
  const chosen = client.dice.pick(client.connections);
  if (chosen === undefined) return;
  const operation = `getConnection(${chosen.userName})`;
  const outcome = await client.ask('getConnection', (options) =>
    client.server.getConnection(chosen, options),
  );
  const { error, value, window } = outcome;
  if (value !== undefined) {
    checkConnection(client.model, value, window, operation);
    return;
  }
  const session = client.model.session(chosen.userName);
  const isGone = session === undefined || mayHaveEnded(session, client.model, window);
  client.checkError({ ...outcome, operation }, isGone && GONE.includes(numberOf(error)));
}

/** @param {Client} client */
async function isRunning(client) {
  const operation = 'isServiceRunning';
  if (!client.server.supports(operation)) return;
  const outcome = await client.ask(operation, (options) => client.server.isServiceRunning(options));
  const { value, window } = outcome;
  if (value === undefined) {
    client.checkError(outcome);
    return;
  }
  const { model } = client;
  for (let moment = window.from; moment <= window.to; moment += 1) {
    if (model.at(moment).isRunning === value) return;
  }
  const difference = `answered ${value}, which was true at no moment`;
  throw new WrongAnswer({ operation, server: model, window, difference });
}

export const reading = {
  listPorts: (/** @type {Client} */ client) => listPorts(client),
  listPages,
  listConnections,
  listAtOnce,
  readPort,
  readConnection,
  isRunning,
};
