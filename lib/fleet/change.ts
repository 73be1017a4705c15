// The changes that the watch of a fleet reports, and what it knows about each server.

import type { RasError } from '../errors/ras_error.ts';
import type { WatchChange, WatchChanges } from '../watch/change.ts';

/** A change on one server of the fleet. `server` is its name, and '' for the local one. */
export type FleetChange<Type extends keyof WatchChanges = keyof WatchChanges> =
  WatchChange<Type> & { readonly server: string };

/**
 * What the watch of a fleet knows about a server, whatever its consumer has taken so far: `up` if its last reading
 * succeeded, `lost` if it failed, `connecting` while it has neither answered nor failed.
 */
export type ServerState =
  | {
      readonly server: string;
      readonly state: 'connecting';
      readonly since: Date;
    }
  | {
      readonly server: string;
      readonly state: 'up';
      /** The first reading since the server is up. */
      readonly since: Date;
      readonly lastReading: Date;
    }
  | {
      readonly server: string;
      readonly state: 'lost';
      /** The first failure since the server is lost. */
      readonly since: Date;
      /** Why that one failed. */
      readonly error: RasError;
    };
