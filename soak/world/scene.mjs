// Events on the servers themselves: callers and ports come and go, time passes.

import { WrongAnswer } from '../wrong_answer.mjs';

/**
 * @typedef {import('./site.mjs').Site} Site
 * @typedef {import('./site.mjs').Place} Place
 * @typedef {import('../random.mjs').Dice} Dice
 */

const weights = {
  dial: 44,
  hangUp: 22,
  replace: 8,
  traffic: 20,
  step: 4,
  addPorts: 1,
  removePort: 1,
};

/** One thing happens at one server of the site. @param {Site} site @param {Dice} dice @returns {string} what it was */
export function happen(site, dice) {
  const place = dice.pick(site.places);
  const what = dice.weigh(weights);
  if (place === undefined || site.isGone) return what;
  if (what === 'step') step(site, dice);
  if (what === 'addPorts') addPorts(place, dice);
  if (!place.model.isRunning) return what;
  if (what === 'dial') dialAnywhere(site, place, dice);
  if (what === 'hangUp') hangUpSomebody(place, dice);
  if (what === 'replace') replace(site, place, dice);
  if (what === 'traffic') traffic(place, dice);
  if (what === 'removePort') removePort(place, dice);
  return what;
}

function step(site, dice) {
  if (site.dialect === 'rassapi') return;
  const seconds = dice.between(1, 30);
  site.simulator.step(seconds);
  for (const { model } of site.places) model.advance({ clock: model.clock + seconds });
}

// As many as keeps the total about the same.
function addPorts({ simulated, model }, dice) {
  if (model.ports.length > 300) return;
  model.portsAdded(simulated.addPorts('modem', dice.between(1, 3)));
}

function removePort({ simulated, model }, dice) {
  const port = dice.pick(model.ports.filter(({ type }) => type === 'modem'));
  if (port === undefined || model.ports.length < 4) return;
  simulated.removePort(port.name);
  model.portRemoved(port);
}

function dialAnywhere(site, place, dice) {
  const port = dice.pick(place.model.ports);
  if (port !== undefined) dialIn(site, place, port, dice);
}

/** @param {Site} site @param {Place} place @param {import('../model/port.mjs').ModelPort} port @param {Dice} dice */
function dialIn(site, { simulated, model }, port, dice) {
  // A call that the stop of the service left open could end this session as well as the one before.
  if (port.pending?.effect === 'either') return;
  const { session } = port.now;
  if (session !== undefined && !port.mayBeGoneNow) return;
  const userName = site.newUser(dice);
  const caller = {
    userName,
    computer: `PC-${userName.split('-')[2]}`,
    logonDomain: dice.pick(['CORP', 'LAB', '']),
  };
  // rassapi shows two links as two sessions.
  const links = session === undefined && model.hasHandles && dice.chance(0.1) ? 2 : 1;
  let connection;
  try {
    connection = simulated.dialIn({ ...caller, port: port.name, links });
  } catch (error) {
    // A port that a call is about to free may still be in use, and a second link needs a free one.
    if (session !== undefined || links > 1) return;
    throw unexpected(model, `dialling in on ${port.name}`, error);
  }
  for (const { name } of connection.ports) {
    const taken = model.port(name);
    if (taken?.now.session === undefined) continue;
    if (taken.mayBeGoneNow) taken.endedByCall();
    else
      throw unexpected(
        model,
        `dialling in on ${name}`,
        `it is free, but ${taken.now.session.user} on it`,
      );
  }
  model.dialledIn(connection);
}

function hangUpSomebody(place, dice) {
  const port = dice.pick(place.model.ports);
  if (port?.now.session !== undefined) hangUp(place, port);
}

function hangUp({ simulated, model }, port) {
  try {
    simulated.hangUp(port.name);
  } catch (error) {
    if (!port.mayBeGoneNow) throw unexpected(model, `hanging up on ${port.name}`, error);
    if (port.pending?.effect === undefined) port.endedByCall();
    return;
  }
  model.hungUp(port);
}

/** The port gets another user at once. A call with the old listing must not disconnect that user. */
function replace(site, place, dice) {
  const port = dice.pick(place.model.ports);
  if (port?.now.session === undefined) return;
  hangUp(place, port);
  dialIn(site, place, port, dice);
}

function traffic({ simulated, model }, dice) {
  const session = dice.pick(model.sessions);
  // With two links, or with a call that may set it to zero meanwhile, the sum would not be known.
  if (session === undefined || session.isMultilink || session.clearing !== undefined) return;
  const [port] = session.links;
  if (port === undefined || port.pending !== undefined) return;
  const bytes = dice.between(1, 1_000_000);
  simulated.traffic(port.name, { bytesReceived: bytes });
  model.advance();
  session.receive(bytes);
}

function unexpected(server, operation, error) {
  return new WrongAnswer({
    operation: `the scene, ${operation}`,
    server,
    difference: String(error),
  });
}

/** Half of the ports of a new site are in use. @param {Site} site @param {Dice} dice */
export function fill(site, dice) {
  for (const place of site.places) {
    const wanted = Math.floor(place.model.ports.length / 2);
    for (let calls = 0; calls < wanted; calls += 1) dialAnywhere(site, place, dice);
  }
}
