// Code of a test that is asked about the calls that simulated servers get.

import { invalidArgValue } from '../errors/argument_errors.ts';
import { type KnownErrorName, RasErrorCode } from '../errors/ras_error_code.ts';
import { checkStatus } from './functions.ts';
import type { NativeQuestion } from './native.ts';
import type { Scene } from './scene.ts';

/** A call that a server has got and not yet answered. */
export interface SimulatedCall {
  /** The exported function. */
  readonly function: string;
  /** The server; '' for the local one. */
  readonly server: string;
  /** The port, by name or by handle as text, when the function is about one. */
  readonly port?: string;
  /** As in the journal. */
  readonly arguments: CallArgumentValues;
  /** When, in seconds of the simulator's clock since it was made. */
  readonly at: number;
}

/**
 * Arguments under the names of the API's documentation: numbers, handles and texts. What a function takes or
 * fills as a struct or a buffer is not there, so no secret is.
 */
export interface CallArgumentValues {
  readonly [name: string]: number | string | null;
}

/** The status that the call ends with, by number or by name; `undefined` lets the server answer. */
export type CallAnswer = number | KnownErrorName | undefined;

/** Decides about a call. The call waits until it is decided; the event loop does not. */
export type CallHook = (
  call: SimulatedCall,
  // biome-ignore lint/suspicious/noConfusingVoidType: a hook that only looks on has no return at all
) => CallAnswer | void | Promise<CallAnswer | void>;

/** A hook that is in place. */
export class InstalledHook implements Disposable {
  readonly #remove: () => void;

  /** @internal */
  constructor(remove: () => void) {
    this.#remove = remove;
  }

  /** Takes the hook away; calls that wait for its answer go on. Twice is fine. */
  remove(): void {
    this.#remove();
  }

  [Symbol.dispose](): void {
    this.remove();
  }
}

export class Hooks {
  readonly #scene: Scene;
  readonly #hooks = new Map<number, CallHook>();
  // One function for all hooks of the scene: native code keeps the first that it is given.
  readonly #asked = (question: NativeQuestion): void => {
    void this.#decide(question);
  };

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  add(server: number, functions: readonly string[], hook: CallHook): InstalledHook {
    const number = this.#scene.live.hook(server, functions, this.#asked);
    this.#hooks.set(number, hook);
    return new InstalledHook(() => {
      this.#hooks.delete(number);
      this.#scene.native.endHook(number);
    });
  }

  async #decide({ number, hooks, ...call }: NativeQuestion): Promise<void> {
    let status: number | undefined;
    try {
      for (const hook of hooks) {
        const given = await this.#hooks.get(hook)?.(call);
        if (given === undefined) continue;
        if (!this.#returnsStatus(call.function)) {
          const reason = `must be left out: ${call.function} returns no status`;
          throw invalidArgValue('answer', given, reason);
        }
        status = checkStatus('answer', given);
        break;
      }
    } catch (error) {
      if (this.#returnsStatus(call.function)) status = RasErrorCode.RPC_S_CALL_FAILED;
      // Nobody awaits a hook. Its mistake must not look like an answer of the server.
      queueMicrotask(() => {
        throw error;
      });
    }
    this.#scene.native.answer(number, status);
  }

  #returnsStatus(name: string): boolean {
    const found = this.#scene.library.functions.find((exported) => exported.name === name);
    return found?.returnsStatus === true;
  }
}
