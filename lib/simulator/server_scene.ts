// What the verbs of a simulated server have in common: the scene, the server's place in it, and how
// they know its ports and connections.

import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { inspect } from '../errors/inspect.ts';
import type { SimulatedConnection } from './connections.ts';
import type { SimulatedPort } from './ports.ts';
import type { Scene } from './scene.ts';
import { notFound } from './simulator_error.ts';

export class ServerScene {
  /** As it was added; '' for the local server. */
  readonly name: string;
  /** @internal */
  protected readonly scene: Scene;
  /** @internal */
  protected readonly index: number;

  /** @internal */
  constructor(name: string, scene: Scene) {
    this.name = name;
    this.scene = scene;
    this.index = scene.live.addServer(name);
  }

  /** @internal */
  protected portOrdinal(argument: string, port: SimulatedPort | string): number {
    if (typeof port === 'string') {
      const ordinal = this.scene.live.findPort(this.index, port);
      if (ordinal === 0) throw this.noPort(port);
      return ordinal;
    }
    return this.#ordinalOf(argument, port, ['string', 'a port of the server']);
  }

  /** @internal */
  protected connectionOrdinal(argument: string, connection: SimulatedConnection): number {
    const wanted = 'a connection of the server';
    if (!isConnection(connection)) throw invalidArgType(argument, wanted, connection);
    return this.#ordinalOf(argument, connection, wanted);
  }

  /** @internal */
  protected noPort(name: string): Error {
    return notFound(`The server ${inspect(this.name)} has no port ${inspect(name)}`);
  }

  #ordinalOf(
    argument: string,
    thing: SimulatedPort | SimulatedConnection,
    wanted: string | readonly string[],
  ): number {
    if (typeof thing !== 'object' || thing === null || typeof thing.ordinal !== 'number') {
      throw invalidArgType(argument, wanted, thing);
    }
    if (thing.server !== this.name) {
      throw invalidArgValue(argument, thing, `must be of the server ${inspect(this.name)}`);
    }
    return thing.ordinal;
  }
}

/** Tells a connection from a port or a port's name. */
export function isConnection(
  what: SimulatedConnection | SimulatedPort | string,
): what is SimulatedConnection {
  return typeof what === 'object' && what !== null && 'ports' in what;
}
