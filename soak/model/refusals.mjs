// Checks the error of a call: it needs a reason in the model, at some moment between request and answer.

import { inWords, WrongAnswer } from '../wrong_answer.mjs';
import { numberOf } from './number_of.mjs';

/**
 * @typedef {import('./server.mjs').ModelServer} ModelServer
 * @typedef {import('./server.mjs').Window} Window
 * @typedef {import('rras').Port} Port
 */

const PORT_NOT_FOUND = 615;

/** Whether a call failed for what the scene did to the server. @param {ModelServer} server @param {any} error @param {Window} window */
export function isTroubled(server, error, window) {
  return error?.name === 'RasError' && server.mayFailWith(numberOf(error), window);
}

/**
 * @param {ModelServer} server
 * @param {any} error
 * @param {Window} window
 * @param {string} operation
 * @param {boolean} [isRight] whether there is a reason other than the scene
 */
export function checkError(server, error, window, operation, isRight = false) {
  if (isRight || isTroubled(server, error, window)) return;
  const difference = `failed with ${inWords(error)}, for which there is no reason`;
  throw new WrongAnswer({ operation, server, window, difference });
}

/**
 * Whether an action on a port may fail with this error.
 *
 * @param {ModelServer} server
 * @param {import('./port.mjs').ModelPort} port
 * @param {any} error
 * @param {Window} window
 * @param {{ by: 'snapshot' | 'name' | 'handle', snapshot: Port }} how
 */
export function isPortRefusal(server, port, error, window, { by, snapshot }) {
  const sometimes = (is) => isAtSomeMoment(window, is);
  const isAway = (moment) => !port.isThereAt(moment);
  const hasOtherHandle = (moment) =>
    port.at(moment).some(({ handle }) => handle !== snapshot.handle);
  if (error?.code === 'ERR_RRAS_PORT_CHANGED') {
    return by === 'snapshot' && sometimes((moment) => !isUnchanged(port, moment, snapshot));
  }
  if (by === 'name' && numberOf(error) === PORT_NOT_FOUND) return sometimes(isAway);
  if (numberOf(error) === server.statusWhenPortGone) {
    return sometimes((moment) => isAway(moment) || (server.hasHandles && hasOtherHandle(moment)));
  }
  if (numberOf(error) === server.statusWhenIdle) {
    return sometimes(
      (moment) =>
        port.at(moment).some(({ session }) => session === undefined) ||
        isAway(moment) ||
        (server.hasHandles && by === 'handle' && hasOtherHandle(moment)),
    );
  }
  return false;
}

/** Whether the port may show what it showed in a listing. @param {import('./port.mjs').ModelPort} port @param {number} moment @param {Port} snapshot */
export function isUnchanged(port, moment, snapshot) {
  const { hasHandles } = port.server;
  if (!port.isThereAt(moment)) return false;
  return port
    .at(moment)
    .every(({ session, handle, calls }) =>
      hasHandles
        ? handle === snapshot.handle &&
          calls === snapshot.totalCalls &&
          session?.handle === snapshot.connection
        : session?.user === snapshot.userName,
    );
}

/** @param {Window} window @param {(moment: number) => boolean} is */
export function isAtSomeMoment({ from, to }, is) {
  for (let moment = from; moment <= to; moment += 1) if (is(moment)) return true;
  return false;
}

/** Whether the session was gone, for certain or perhaps, at some moment. @param {import('./session.mjs').Session} session @param {ModelServer} server @param {Window} window */
export function mayHaveEnded(session, server, { from, to }) {
  for (let moment = from; moment <= to; moment += 1) {
    const isCertain = server.portsAt(moment).some((port) => {
      const entries = port.at(moment);
      return entries.length === 1 && entries[0].session === session;
    });
    if (!isCertain) return true;
  }
  return false;
}
