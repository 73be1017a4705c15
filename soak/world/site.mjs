// A simulator with its servers, and the model of each. Sites come and go as a whole.

import { Simulator } from 'rras/simulator';
import { Journal } from '../model/journal.mjs';
import { ModelServer } from '../model/server.mjs';

const generations = ['2000', '2003', '2008', '2008r2', '2012r2', '2016'];

/**
 * @typedef {object} Place one simulated server
 * @property {import('rras/simulator').SimulatedServer} simulated
 * @property {ModelServer} model
 * @property {Map<string, number>} hangs by function, how many are in force
 *
 * @typedef {object} SiteSize
 * @property {number} servers
 * @property {number} leastPorts
 * @property {number} mostPorts
 */

/** The names in each dialect of the functions that a soak makes hang or fail. */
export const functionNames = {
  mprapi: {
    connect: 'MprAdminServerConnect',
    enumPorts: 'MprAdminPortEnum',
    getPort: 'MprAdminPortGetInfo',
    disconnectPort: 'MprAdminPortDisconnect',
    enumConnections: 'MprAdminConnectionEnum',
    enumConnectionsEx: 'MprAdminConnectionEnumEx',
  },
  nt4: {
    connect: 'RasAdminServerConnect',
    enumPorts: 'RasAdminPortEnum',
    getPort: 'RasAdminPortGetInfo',
    disconnectPort: 'RasAdminPortDisconnect',
    enumConnections: 'RasAdminConnectionEnum',
  },
  rassapi: {
    connect: 'RasAdminServerGetInfo',
    enumPorts: 'RasAdminPortEnum',
    getPort: 'RasAdminPortGetInfo',
    disconnectPort: 'RasAdminPortDisconnect',
  },
};

/** Makes a function hang. @param {Place} place @param {string} name @param {import('rras/simulator').HangOptions} options @returns {() => void} ends it */
export function hangAt({ simulated, hangs }, name, options) {
  const hang = simulated.hang(name, options);
  hangs.set(name, (hangs.get(name) ?? 0) + 1);
  return () => {
    hangs.set(name, (hangs.get(name) ?? 0) - 1);
    hang.release();
  };
}

let sitesSoFar = 0;

export class Site {
  /** @type {Place[]} */
  places = [];
  /** The simulator was disposed of; its users may only disconnect. */
  isGone = false;
  /** The number of the soak's own connections. */
  connected = 0;
  #users = 0;

  /**
   * @param {import('rras').Dialect} dialect
   * @param {SiteSize} size
   * @param {import('../random.mjs').Dice} dice
   */
  constructor(dialect, size, dice) {
    sitesSoFar += 1;
    this.name = `${dialect.toUpperCase()}-${sitesSoFar}`;
    this.dialect = dialect;
    this.functions = functionNames[dialect];
    // With a stepped clock the model knows each duration. rassapi reports the start of a session by the
    // calendar, which does not match a clock that stands still.
    this.simulator = new Simulator({ dialect, clock: dialect === 'rassapi' ? 'real' : 'stepped' });
    this.journal = new Journal(this.simulator);
    for (let number = 1; number <= size.servers; number += 1) this.#addServer(number, size, dice);
  }

  #addServer(number, { leastPorts, mostPorts }, dice) {
    const name = `${this.name}-${String(number).padStart(2, '0')}`;
    const generation = this.dialect === 'mprapi' ? dice.pick(generations) : 'nt4';
    const simulated = this.simulator.addServer(name, { generation });
    const model = new ModelServer({ name, dialect: this.dialect, generation });
    const modems = Math.ceil(leastPorts / 8);
    model.portsAdded(simulated.addPorts('modem', modems));
    const type = dice.pick(['sstp', 'pptp', 'l2tp']);
    model.portsAdded(simulated.addPorts(type, dice.between(leastPorts, mostPorts) - modems));
    this.places.push({ simulated, model, hangs: new Map() });
  }

  /** A user name that is unique in the soak. @param {import('../random.mjs').Dice} dice */
  newUser(dice) {
    this.#users += 1;
    return `${dice.pick(['sales', 'plant', 'field'])}-${this.name.split('-')[1]}-${this.#users}`;
  }

  get ports() {
    return this.places.reduce((sum, { model }) => sum + model.ports.length, 0);
  }

  /** Disposes of the simulator, even while calls are under way. */
  dispose() {
    if (this.isGone) return;
    this.isGone = true;
    for (const { model } of this.places) model.stopped();
    this.simulator.dispose();
    for (const { model } of this.places) model.isGone = true;
  }
}
