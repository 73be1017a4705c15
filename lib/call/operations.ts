// What a server can be asked to do, by name.

// `disconnect` has another name in the addon; the others are called alike.
export const operations = [
  'isServiceRunning',
  'isServiceInitialized',
  'getInfo',
  'setInfo',
  'getInfoEx',
  'setInfoEx',
  'getErrorString',
  'getCredentials',
  'setCredentials',
  'isDomainRasServer',
  'establishDomainRasServer',
  'getPdcServer',
  'enumPorts',
  'getPort',
  'disconnectPort',
  'resetPort',
  'clearPortStats',
  'enumConnections',
  'getConnection',
  'disconnectConnection',
  'clearConnectionStats',
  'removeQuarantine',
  'sendUserMessage',
  'updateConnection',
  'getUser',
  'setUser',
  'enumDevices',
  'getTransport',
  'disconnect',
] as const;

/** What a server can be asked to do. */
export type Operation = (typeof operations)[number];
