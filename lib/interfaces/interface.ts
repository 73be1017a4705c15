// An interface of the router, as the server reports it.

import type { InterfaceType } from '../connections/connection.ts';
import type { RasErrorName } from '../errors/ras_error_code.ts';
import type { DemandDial } from './demand_dial.ts';
import type { DialOutHours } from './hours.ts';

/** The states that have a name, at their number. */
export const interfaceStates = ['unreachable', 'disconnected', 'connecting', 'connected'] as const;

/**
 * - `unreachable`: it cannot be connected now; `unreachable` says why.
 * - `disconnected`: it is idle. Traffic or `connectInterface` may dial it.
 * - `connecting`: an attempt is running.
 * - `connected`: it is up.
 *
 * A number that this package does not know becomes `unknown-<n>`.
 */
export type InterfaceState = (typeof interfaceStates)[number] | `unknown-${number}`;

/** Why an interface is unreachable, by bit. */
export const unreachabilityReasons = {
  'out-of-resources': 0x01,
  'admin-disabled': 0x02,
  'connection-failure': 0x04,
  'service-paused': 0x08,
  'dial-out-hours': 0x10,
  'no-media-sense': 0x20,
  'no-device': 0x40,
} as const;

/** A bit that this package does not know becomes `unknown-<n>`, with the value of the bit. */
export type UnreachabilityReason = keyof typeof unreachabilityReasons | `unknown-${number}`;

/** Why the last attempt to connect failed. `explain(status)` has the words. */
export interface LastError {
  readonly status: number;
  readonly code: RasErrorName;
}

/** An interface as it was when the server answered: plain data, a snapshot. */
export interface Interface {
  /** The name of the server that has the interface, as `RasServer.name` gives it; '' for the local server. */
  readonly server: string;
  /** The server's id for the interface, 32 bits wide. It may be reused when the interface is gone. */
  readonly handle: number;
  readonly name: string;
  /** Demand-dial interfaces are 'full-router', or 'home-router' if only one side dials. */
  readonly type: InterfaceType;
  /** Whether an administrator allows its use. */
  readonly isEnabled: boolean;
  readonly state: InterfaceState;
  /** Why it is unreachable; empty in the other states. */
  readonly unreachable: readonly UnreachabilityReason[];
  readonly lastError: LastError | undefined;
}

/** What `getInterface` reports in addition. */
export interface InterfaceDetails extends Interface {
  /** When the router may dial; `undefined` if it always may, or if the server does not report it. */
  readonly dialOutHours: DialOutHours | undefined;
  /** How it is dialled. Only interfaces of type 'full-router' have it. */
  readonly demandDial: DemandDial | undefined;
}

/** What a call needs to find the same interface again, for example from JSON. */
export type InterfaceReference = Pick<Interface, 'server' | 'handle' | 'name' | 'type'>;

/**
 * An interface in a stored configuration, which has no state and is known by its name. A network card's name there is
 * its GUID.
 */
export type StoredInterface = Pick<Interface, 'server' | 'name' | 'type' | 'isEnabled'>;

/** What `getInterface` of a stored configuration reports. How an interface is dialled is in the router's phone book. */
export type StoredInterfaceDetails = StoredInterface & Pick<InterfaceDetails, 'dialOutHours'>;

/** What a call needs to find the same interface again. One of the running router will do, too. */
export type StoredInterfaceReference = Pick<Interface, 'server' | 'name' | 'type'>;

/** One device over which an interface dials. */
export interface InterfaceDevice {
  /** Such as 'vpn' or 'modem'. */
  readonly deviceType: string;
  readonly deviceName: string;
  /** The number that this device dials; '' if the server does not report it. */
  readonly phoneNumber: string;
  readonly alternates: readonly string[];
}
