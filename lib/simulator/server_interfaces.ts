// The verbs on a simulated server's interfaces.

import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { inspect } from '../errors/inspect.ts';
import { codeOf, type KnownErrorName } from '../errors/ras_error_code.ts';
import { checkDword } from './api_values.ts';
import { checkStatus } from './functions.ts';
import {
  checkInterfaceSetup,
  checkNewInterface,
  type InterfaceSetup,
  type NewSimulatedInterface,
  type SimulatedInterface,
  simulatedInterface,
} from './interfaces.ts';
import { ServerConnections } from './server_connections.ts';
import { notFound, SimulatorError } from './simulator_error.ts';

const PENDING = 600;

export class ServerInterfaces extends ServerConnections {
  /**
   * Adds an interface. A demand-dial interface takes a port of the server when it connects, and then has a connection:
   * one of the tunnel that its VPN strategy names, or any. The stored configuration has it, too, unless `stored` is
   * false; `server.stored.addInterface` adds one that runs at the next start only.
   *
   * @example
   * ras01.addPorts('ikev2', 1);
   * ras01.addInterface({ name: 'Paris', demandDial: { phoneNumber: 'vpn.paris.example' } });
   */
  addInterface(options: NewSimulatedInterface): SimulatedInterface {
    const native = this.scene.live.addInterface(this.index, checkNewInterface(options));
    return simulatedInterface(native, this.name);
  }

  /** The interfaces as they are now, in the order in which they were added. */
  get interfaces(): SimulatedInterface[] {
    const natives = this.scene.live.interfaces(this.index);
    return natives.map((native) => simulatedInterface(native, this.name));
  }

  /** The interface of this name as it is now; without case if no other has it. An error if there is none. */
  interface(name: string): SimulatedInterface {
    const all = this.interfaces;
    const found =
      all.find((one) => one.name === name) ??
      all.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (found !== undefined) return found;
    throw notFound(`The server ${inspect(this.name)} has no interface ${inspect(name)}`);
  }

  /** Changes an interface, running and as far as it is stored. What is left out stays. */
  setInterface(which: SimulatedInterface | string, setup: InterfaceSetup): void {
    const ordinal = this.#ordinalOf(which);
    this.scene.live.setInterface(this.index, ordinal, checkInterfaceSetup(setup));
  }

  /** Takes an interface away, with its connection, and out of the stored configuration. */
  removeInterface(which: SimulatedInterface | string): void {
    this.scene.live.removeInterface(this.index, this.#ordinalOf(which));
  }

  /** Traffic dials the interface, as it does when a route leads over it. An error if it may not be dialled. */
  dialInterface(which: SimulatedInterface | string): void {
    const status = this.scene.live.dialInterface(this.index, this.#ordinalOf(which));
    if (status !== PENDING) throw impossible('The interface cannot be dialled now', status);
  }

  /** Somebody else updates the routes of a transport (0x21 is IP). The result waits to be asked for. */
  updateRoutes(which: SimulatedInterface | string, transport: number): void {
    const id = checkDword('transport', transport);
    const status = this.scene.live.updateInterfaceRoutes(this.index, this.#ordinalOf(which), id);
    if (status !== 0) throw impossible('The routes cannot be updated now', status);
  }

  /** The interface goes down by itself, with this code as its last error. */
  dropInterface(which: SimulatedInterface | string, reason: number | KnownErrorName = 0): void {
    const status = checkStatus('reason', reason);
    this.scene.live.bringInterfaceDown(this.index, this.#ordinalOf(which), status);
  }

  #ordinalOf(which: SimulatedInterface | string): number {
    if (typeof which === 'string') return this.interface(which).ordinal;
    if (typeof which !== 'object' || which === null || typeof which.ordinal !== 'number') {
      throw invalidArgType('which', ['string', 'an interface of the server'], which);
    }
    if (which.server !== this.name) {
      throw invalidArgValue('which', which, `must be of the server ${inspect(this.name)}`);
    }
    return which.ordinal;
  }
}

function impossible(what: string, status: number): SimulatorError {
  return new SimulatorError(
    'ERR_RRAS_SIMULATOR_IMPOSSIBLE',
    `${what}: ${codeOf(status)} (${status})`,
  );
}
