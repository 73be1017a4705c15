// What a server can be asked to do, by name.

export const operations = ['enumPorts', 'disconnectPort', 'resetPort', 'disconnect'] as const;

/** What a server can be asked to do. */
export type Operation = (typeof operations)[number];
