// The native scene of a simulator, and whether it may still be set.

import type { NativeLibrary, NativeScene } from './native.ts';
import { SimulatorError } from './simulator_error.ts';

export class Scene {
  readonly library: NativeLibrary;
  /** For what can be asked for ever: counts, the journal, how many calls hang. */
  readonly native: NativeScene;
  #disposed = false;

  constructor(library: NativeLibrary, clockRuns: boolean) {
    this.library = library;
    this.native = new library.Scene(clockRuns, SimulatorError);
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  /** For what needs a living simulator. */
  get live(): NativeScene {
    if (this.#disposed) {
      throw new SimulatorError('ERR_RRAS_SIMULATOR_DISPOSED', 'The simulator has been disposed of');
    }
    return this.native;
  }

  dispose(): void {
    this.#disposed = true;
    this.native.dispose();
  }
}
