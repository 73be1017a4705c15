// What a server can be asked to do, by name.

export const operations = [
  'enumPorts',
  'getPort',
  'disconnectPort',
  'resetPort',
  'clearPortStats',
  'disconnect',
] as const;

/** What a server can be asked to do. */
export type Operation = (typeof operations)[number];
