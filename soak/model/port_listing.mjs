// Checks a listing of ports: it must equal the state of the server at one of the moments between request and
// answer. A listing in pages shows several moments, so each row is compared with all of them. So it is under
// rassapi, where the condition of each port is read after the listing.

import { WrongAnswer } from '../wrong_answer.mjs';
import { isAtSomeMoment } from './refusals.mjs';

/**
 * @typedef {import('./server.mjs').ModelServer} ModelServer
 * @typedef {import('./server.mjs').Window} Window
 * @typedef {import('./port.mjs').Entry} Entry
 * @typedef {import('rras').Port} Port
 */

/** @param {ModelServer} server @param {readonly Port[]} listed @param {Window} window @param {string} operation */
export function checkPorts(server, listed, window, operation) {
  if (!server.hasHandles) {
    checkOneByOne(server, listed, window, operation);
    learn(server, listed, window);
    return;
  }
  /** @type {{ count: number, text: string } | undefined} */
  let nearest;
  for (let moment = window.to; moment >= window.from; moment -= 1) {
    const wrong = differences(server, listed, moment, window);
    if (wrong.length === 0) {
      learn(server, listed, window);
      return;
    }
    if (nearest === undefined || wrong.length < nearest.count) {
      nearest = { count: wrong.length, text: atMoment(moment, wrong) };
    }
  }
  throw new WrongAnswer({ operation, server, window, difference: nearest?.text ?? 'no moment' });
}

function atMoment(moment, wrong) {
  const more = wrong.length > 5 ? [`… and ${wrong.length - 5} more`] : [];
  return [`compared with moment ${moment}, the most similar:`, ...wrong.slice(0, 5), ...more].join(
    '\n',
  );
}

/** @returns {string[]} */
function differences(server, listed, moment, window) {
  if (!server.at(moment).isRunning) return ['an answer, though the service was stopped'];
  const there = server.portsAt(moment);
  const wrong = [];
  if (listed.length !== there.length) {
    wrong.push(`${listed.length} ports listed, ${there.length} exist`);
  }
  for (const [index, row] of listed.entries()) {
    const port = there[index];
    const difference =
      port === undefined
        ? `${row.name}: listed but does not exist`
        : rowDifference(row, port, { index, moment, window });
    if (difference !== undefined) wrong.push(difference);
  }
  return wrong;
}

/**
 * @param {Port} row
 * @param {import('./port.mjs').ModelPort} port
 * @param {{ index: number | undefined, moment: number, window: Window }} place
 * @returns {string | undefined}
 */
export function rowDifference(row, port, place) {
  const entries = port.at(place.moment);
  if (entries.some((entry) => isShown(row, port, entry, place))) return undefined;
  const must = entries.map((entry) => inWords(expected(port, entry, place)));
  return [
    `${port.name}`,
    `  answered  ${inWords(row)}`,
    `  must be   ${must.join('\n       or   ')}`,
    ...port.lately.map((what) => `    ${what}`),
  ].join('\n');
}

// The same comparison as with `expected`, without an object for each of thousands of rows.
function isShown(row, port, { session, handle, calls }, place) {
  const { server } = port;
  const isSame =
    row.name === port.name &&
    row.condition === conditionOf(session) &&
    row.deviceName === port.deviceName &&
    row.deviceType === port.deviceType;
  if (!isSame || !isAge(row.connectDuration, session, server, place)) return false;
  if (server.hasHandles) {
    return row.handle === handle && row.connection === session?.handle && row.totalCalls === calls;
  }
  return (
    (place.index === undefined || row.handle === place.index) &&
    row.userName === session?.user &&
    row.computer === session?.computer &&
    row.logonDomain === session?.domain
  );
}

const conditionOf = (session) => (session === undefined ? 'listening' : 'authenticated');

function expected(port, entry, { index }) {
  const { session } = entry;
  const { server } = port;
  const common = {
    name: port.name,
    condition: conditionOf(session),
    deviceName: port.deviceName,
    deviceType: port.deviceType,
  };
  if (server.hasHandles) {
    return {
      ...common,
      handle: entry.handle,
      connection: session?.handle,
      totalCalls: entry.calls,
    };
  }
  return {
    ...common,
    ...(index !== undefined && { handle: index }),
    userName: session?.user,
    computer: session?.computer,
    logonDomain: session?.domain,
  };
}

/**
 * Whether a session can have this age. With a stepped clock the age is exact.
 *
 * @param {number} seconds
 * @param {import('./session.mjs').Session | undefined} session
 * @param {ModelServer} server
 * @param {{ moment: number, window: Window }} place
 */
export function isAge(seconds, session, server, { moment, window }) {
  if (session === undefined) return seconds === 0;
  if (server.hasHandles) return seconds === server.at(moment).clock - session.beganAt;
  const least = (window.realFrom - session.beganReal) / 1000 - 2;
  const most = (window.realTo - session.beganReal) / 1000 + 2;
  return least <= seconds && seconds <= most;
}

function inWords({ name, handle, condition, connection, totalCalls, userName, connectDuration }) {
  const parts = [
    `handle ${handle}`,
    condition,
    ...(connection === undefined ? [] : [`connection ${connection}`]),
    ...(userName === undefined ? [] : [`user ${userName}`]),
    ...(totalCalls === undefined ? [] : [`${totalCalls} calls`]),
    ...(connectDuration === undefined ? [] : [`for ${connectDuration} s`]),
  ];
  return `${name}: ${parts.join(', ')}`;
}

function checkOneByOne(server, listed, window, operation) {
  const names = listed.map(({ name }) => name).join();
  for (let moment = window.to; moment >= window.from; moment -= 1) {
    const there = server.portsAt(moment);
    if (!server.at(moment).isRunning || there.map(({ name }) => name).join() !== names) continue;
    const wrong = listed.flatMap((row, index) => {
      const port = there[index];
      // A port that has gone since is only in the listing.
      if (!port.isThereAt(window.to)) return [];
      return everyMoment(row, port, window, index) ?? [];
    });
    if (wrong.length === 0) return;
    const difference = wrong.slice(0, 5).join('\n');
    throw new WrongAnswer({ operation, server, window, difference });
  }
  const difference = `not the ports of any moment: ${names}`;
  throw new WrongAnswer({ operation, server, window, difference });
}

/** If a port with a disconnect under way is listed as free, the disconnect has happened. */
function learn(server, listed, window) {
  for (const row of listed) {
    const port = server.port(row.name);
    const session = port?.now.session;
    if (session === undefined || port?.pending === undefined || port.pending.effect !== undefined) {
      continue;
    }
    const who = server.hasHandles ? row.connection : row.userName;
    // If another session, or none, was on it within the window, the listing could be of that moment.
    const wasAlwaysTheirs = !isAtSomeMoment(
      window,
      (moment) => port.at(moment)[0].session !== session,
    );
    if (who === undefined && wasAlwaysTheirs && port.mayBeGoneNow) port.endedByCall();
  }
}

/** @param {ModelServer} server @param {readonly Port[]} listed @param {Window} window @param {string} operation */
export function checkPages(server, listed, window, operation) {
  const wrong = [];
  const seen = new Set();
  const ports = new Map();
  let isSettled = true;
  for (let moment = window.from; moment <= window.to; moment += 1) {
    for (const port of server.portsAt(moment)) {
      ports.set(port.name, port);
      if (!port.isThereAt(window.from) || !port.isThereAt(window.to)) isSettled = false;
    }
  }
  for (const row of listed) {
    if (seen.has(row.name) && isSettled) wrong.push(`${row.name}: listed twice`);
    seen.add(row.name);
    const difference = everyMoment(row, ports.get(row.name), window);
    if (difference !== undefined) wrong.push(difference);
  }
  // If ports come and go between two pages, the API does not say which of them are listed.
  if (isSettled) {
    for (const name of ports.keys()) if (!seen.has(name)) wrong.push(`${name}: not listed`);
  }
  if (wrong.length === 0) return;
  throw new WrongAnswer({ operation, server, window, difference: wrong.slice(0, 5).join('\n') });
}

/** @returns {string | undefined} undefined when the row is right at one of the moments */
export function everyMoment(row, port, window, index) {
  if (port === undefined) return `${row.name}: listed but never existed`;
  let difference;
  for (let moment = window.to; moment >= window.from; moment -= 1) {
    if (!port.isThereAt(moment) || !port.server.at(moment).isRunning) continue;
    const wrong = rowDifference(row, port, { index, moment, window });
    if (wrong === undefined) return undefined;
    difference ??= wrong;
  }
  return difference ?? `${row.name}: listed but did not exist then`;
}
