// The stored configuration of a simulated server, beside the running one.

import { interfaceTypes } from '../connections/connection.ts';
import { inspect } from '../errors/inspect.ts';
import { hoursFrom } from '../interfaces/hours.ts';
import { wordAt } from '../interfaces/words.ts';
import {
  checkNewStoredInterface,
  type NewStoredSimulatedInterface,
  type SimulatedInterface,
} from './interfaces.ts';
import type { Scene } from './scene.ts';
import type { SimulatedTransport } from './setup.ts';
import { notFound } from './simulator_error.ts';

/** A transport in the stored configuration. */
export interface SimulatedStoredTransport extends SimulatedTransport {
  readonly name: string;
  /** `''` if none is stored. */
  readonly dllPath: string;
}

/** An interface in the stored configuration. */
export interface SimulatedStoredInterface
  extends Pick<
    SimulatedInterface,
    'name' | 'type' | 'isEnabled' | 'dialOutHours' | 'transports' | 'ikev2'
  > {
  /** `''` for none. */
  readonly friendlyName: string;
}

/**
 * What the service reads when it starts, as `server.stored`. Everything that a scene sets up is in it, too; what
 * callers change afterwards is on the side that they changed.
 */
export class StoredSetup {
  readonly #scene: Scene;
  readonly #server: number;

  /** @internal */
  constructor(scene: Scene, server: number) {
    this.#scene = scene;
    this.#server = server;
  }

  get transports(): SimulatedStoredTransport[] {
    return this.#scene.live.storedTransports(this.#server);
  }

  /** In the order in which they were added. */
  get interfaces(): SimulatedStoredInterface[] {
    return this.#scene.live.storedInterfaces(this.#server).map((native) => ({
      name: native.name,
      friendlyName: native.friendlyName,
      type: wordAt(interfaceTypes, native.type),
      isEnabled: native.isEnabled,
      dialOutHours: hoursFrom(native.hours),
      transports: Object.fromEntries(native.transports.map(({ id, info }) => [id, info])),
      ikev2: native.ikev2,
    }));
  }

  /**
   * Stores an interface that does not run before the service next starts. How it is dialled, and how the other router
   * answers, is kept for then.
   */
  addInterface(options: NewStoredSimulatedInterface): void {
    this.#scene.live.storeInterface(this.#server, checkNewStoredInterface(options));
  }

  /** Takes an interface out of the stored configuration. It runs until the service next starts. */
  removeInterface(name: string): void {
    if (this.#scene.live.removeStoredInterface(this.#server, name)) return;
    throw notFound(`No interface ${inspect(name)} is stored`);
  }

  /** The folders that hold a backup, in lower case and without a backslash at the end. */
  get backups(): string[] {
    return this.#scene.live.backups(this.#server);
  }
}
