// A port of a server, as a listing has it.

/** The conditions that have a name, at the number that mprapi gives them. */
export const portConditions = [
  'non-operational',
  'disconnected',
  'calling-back',
  'listening',
  'authenticating',
  'authenticated',
  'initializing',
] as const;

/** The condition of a port. A number that this package does not know becomes `unknown-<n>`. */
export type PortCondition = (typeof portConditions)[number] | `unknown-${number}`;

/** A port as it was when the server answered: plain data, a snapshot. */
export interface Port {
  /** The name of the server that has the port, as `RasServer.name` gives it; '' for the local server. */
  readonly server: string;
  readonly name: string;
  /**
   * The server's id for the port, 32 bits wide. Under `rassapi`, which has no ids, the port's place in
   * the listing.
   */
  readonly handle: number;
  readonly condition: PortCondition;
  readonly deviceName: string;
  readonly deviceType: string;
  readonly mediaName: string;
  /** The id of the connection that uses the port; `undefined` when there is none, and under `rassapi`. */
  readonly connection: number | undefined;
  /** Calls that the port has served since the server started; 0 under `rassapi`. */
  readonly totalCalls: number;
  /** Seconds. */
  readonly connectDuration: number;
  /** Under `rassapi`, while a user is on the port. */
  readonly userName?: string;
  /** Under `rassapi`, while a user is on the port. */
  readonly computer?: string;
  /** Under `rassapi`, while a user is on the port. */
  readonly logonDomain?: string;
  /** Under `rassapi`, while a user is on the port. */
  readonly sessionStart?: Date;
}
