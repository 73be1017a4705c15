// Checks a listing of connections. A newer server answers at one moment. With an older one, each connection is
// compared with all moments between request and answer, and none that existed throughout may be missing.

import { WrongAnswer } from '../wrong_answer.mjs';
import { isAge } from './port_listing.mjs';
import { mayHaveEnded } from './refusals.mjs';

/**
 * @typedef {import('./server.mjs').ModelServer} ModelServer
 * @typedef {import('./server.mjs').Window} Window
 * @typedef {import('./session.mjs').Session} Session
 * @typedef {import('rras').Connection} Connection
 */

/** @param {ModelServer} server @param {readonly Connection[]} listed @param {Window} window @param {string} operation */
export function checkConnections(server, listed, window, operation) {
  if (listed.length !== new Set(listed.map(({ handle }) => handle)).size) {
    throw new WrongAnswer({ operation, server, window, difference: 'a handle is listed twice' });
  }
  const moments = [];
  for (let moment = window.to; moment >= window.from; moment -= 1) {
    if (server.at(moment).isRunning) moments.push(moment);
  }
  if (moments.length === 0) {
    const difference = 'an answer, though the service was stopped';
    throw new WrongAnswer({ operation, server, window, difference });
  }
  const wrong = server.listsConnectionsAtOnce
    ? atOneMoment(server, listed, moments, window)
    : atSeveral(server, listed, moments, window);
  if (wrong.length === 0) return;
  throw new WrongAnswer({ operation, server, window, difference: wrong.slice(0, 5).join('\n') });
}

function atOneMoment(server, listed, moments, window) {
  /** @type {string[] | undefined} */
  let nearest;
  for (const moment of moments) {
    const wrong = [];
    const left = sessionsAt(server, moment);
    for (const row of listed) {
      const found = [...left.keys()].find((session) => session.handle === row.handle);
      if (found !== undefined) left.delete(found);
      const difference = rowDifference(row, found, moment, window);
      if (difference !== undefined) wrong.push(difference);
    }
    for (const [session, isCertain] of left) {
      if (isCertain) wrong.push(`${session.user}: connected but not listed`);
    }
    if (wrong.length === 0) return [];
    if (nearest === undefined || wrong.length < nearest.length) nearest = wrong;
  }
  return nearest ?? [];
}

function atSeveral(server, listed, moments, window) {
  const wrong = [];
  const throughout = new Map();
  for (const moment of moments) {
    for (const [session, isCertain] of sessionsAt(server, moment)) {
      throughout.set(session, (throughout.get(session) ?? 0) + (isCertain ? 1 : 0));
    }
  }
  const sessions = [...throughout.keys()];
  const answered = new Set();
  for (const row of listed) {
    const found = sessions.find((session) => session.handle === row.handle);
    answered.add(found);
    const difference =
      found === undefined
        ? rowDifference(row, found, window.to, window)
        : rowDifferenceInParts(row, found, window);
    if (difference !== undefined) wrong.push(difference);
  }
  const all = window.to - window.from + 1;
  for (const [session, certain] of throughout) {
    if (certain === all && !answered.has(session)) {
      wrong.push(`${session.user}: connected throughout but not listed`);
    }
  }
  return wrong;
}

/** The sessions at a moment, and whether each is certain. @returns {Map<Session, boolean>} */
function sessionsAt(server, moment) {
  const sessions = new Map();
  for (const port of server.portsAt(moment)) {
    const entries = port.at(moment);
    const { session } = entries[0];
    if (session === undefined) continue;
    if (entries.length === 1) sessions.set(session, true);
    else if (!sessions.has(session)) sessions.set(session, false);
  }
  return sessions;
}

/** @param {Connection} row @param {Session | undefined} session @returns {string | undefined} */
function rowDifference(row, session, moment, window) {
  if (session === undefined) return `${row.userName}: listed but not connected`;
  const { server } = session;
  const wrong = [];
  const must = (name, value) => {
    if (row[name] !== value) wrong.push(`${name} is ${row[name]}, must be ${value}`);
  };
  must('userName', session.user);
  must('logonDomain', session.domain);
  must('computer', session.computer);
  must('handle', session.handle);
  if (server.hasGuids) must('guid', session.guid);
  if (!isAge(row.connectDuration, session, server, { moment, window })) {
    const age = server.at(moment).clock - session.beganAt;
    wrong.push(`connectDuration is ${row.connectDuration}, must be ${age}`);
  }
  const received = row.counters?.bytesReceived;
  const may = session.receivedAt(moment);
  if (server.hasGuids && !session.isUncounted && !session.isMultilink && !may.includes(received)) {
    wrong.push(`bytesReceived is ${received}, must be ${may.join(' or ')}`);
  }
  return wrong.length === 0 ? undefined : `${session.user}: ${wrong.join('; ')}`;
}

/** Checks one connection that was read by its handle. @param {ModelServer} server @param {Connection} row @param {Window} window @param {string} operation */
export function checkConnection(server, row, window, operation) {
  let difference = `${row.userName}: listed but not connected`;
  for (let moment = window.to; moment >= window.from; moment -= 1) {
    if (!server.at(moment).isRunning) continue;
    for (const session of sessionsAt(server, moment).keys()) {
      if (session.handle !== row.handle) continue;
      const wrong = server.listsConnectionsAtOnce
        ? rowDifference(row, session, moment, window)
        : rowDifferenceInParts(row, session, window);
      if (wrong === undefined) return;
      difference = wrong;
    }
  }
  throw new WrongAnswer({ operation, server, window, difference });
}

// An older server returns user, GUID and counters in separate answers. A connection that ended in between has
// only the earlier ones.
function rowDifferenceInParts(row, session, window) {
  const { server } = session;
  const hasLeft = mayHaveEnded(session, server, window);
  const guid = row.guid === undefined && hasLeft ? session.guid : row.guid;
  const isCounted = row.counters !== undefined || !hasLeft;
  const received = row.counters?.bytesReceived;
  let isRight = !isCounted || session.isUncounted || session.isMultilink;
  let difference;
  for (let moment = window.to; moment >= window.from; moment -= 1) {
    const [bytesReceived, ...others] = session.receivedAt(moment);
    if ([bytesReceived, ...others].includes(received)) isRight = true;
    const whole = { ...row, guid, counters: { ...row.counters, bytesReceived } };
    const wrong = rowDifference(whole, session, moment, window);
    if (wrong === undefined) {
      difference = undefined;
      break;
    }
    difference = wrong;
  }
  for (let moment = window.to; !isRight && moment >= window.from; moment -= 1) {
    isRight = session.receivedAt(moment).includes(received);
  }
  return difference ?? (isRight ? undefined : `${session.user}: bytesReceived is ${received}`);
}
