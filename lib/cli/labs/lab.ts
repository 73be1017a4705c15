// What a command uses of the simulated servers of --sim.

import type { Library } from '../../connect/library_choice.ts';
import type { InterfacePlace, Place } from './deeds.ts';

/** A simulated lab, as the servers of a command use it. */
export interface Lab {
  readonly library: Library;
  /** The server for commands that name none. */
  readonly firstServer: string | undefined;
  /** To be asked right before an action on a port or on a session: see `record`. */
  placeOf(server: string, port: string): Place;
  /** The same for an action on an interface. */
  interfacePlaceOf(server: string, name: string): InterfacePlace;
  /** Keeps an action that has succeeded, for all that use the lab. */
  record(server: string, action: string, ...args: unknown[]): void;
  /** Calls back when the lab was reset or changed: the connections to its servers have failed. */
  onReplaced(callback: () => void): void;
  close(): void;
}

// Short enough for a screen to look alive, and for a watch to see within a second what another command does.
const TICK_MILLISECONDS = 50;

/** Does not keep the process alive. */
export function ticking(tick: () => void): NodeJS.Timeout {
  return setInterval(tick, TICK_MILLISECONDS).unref();
}
