// The stored configuration of a simulated server, beside the running one.

import type { Scene } from './scene.ts';
import type { SimulatedTransport } from './setup.ts';

/** A transport in the stored configuration. */
export interface SimulatedStoredTransport extends SimulatedTransport {
  readonly name: string;
  /** `''` if none is stored. */
  readonly dllPath: string;
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

  /** The folders that hold a backup, in lower case and without a backslash at the end. */
  get backups(): string[] {
    return this.#scene.live.backups(this.#server);
  }
}
