// Devices for connections.

/** A device that demand-dial interfaces can use. */
export interface Device {
  readonly type: string;
  readonly name: string;
}
