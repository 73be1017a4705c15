// Facts that the addon's own table of functions does not have: why no method calls certain functions of the two
// headers for servers, ports, connections, users, devices and transports, and which operations have methods of other
// names. MIBs and the stored configuration (MprConfig…) are other families of the same library.

/** Functions without an operation of their own, and their use in the others. */
export const inner = {
  MprAdminBufferFree: 'frees the blocks that the other functions return',
  MprAdminMIBBufferFree: 'frees the entries of the MIB',
  MprAdminMIBServerDisconnect: '`server.disconnect()`, once the MIB was asked for',
  RasAdminFreeBuffer: 'frees the blocks that the other functions return',
};

/** Those of them that the NT 4 Mprapi.dll has, too. */
export const innerOfNt4 = ['MprAdminBufferFree'];

const callback = 'the server calls it in an administration DLL; it is not for callers';
const noPrototype = 'exported, but declared in no public header';
const routersFormat =
  "writes blocks in the router's own format, which the package can neither make nor check";

/** The reasons why functions are not called. */
export const leftOut = {
  MprAdminTransportCreate: routersFormat,
  MprAdminTransportSetInfo: routersFormat,
  RasAdminAcceptNewConnection: callback,
  RasAdminConnectionHangupNotification: callback,
  RasAdminGetIpAddressForUser: callback,
  RasAdminReleaseIpAddress: callback,
  RasAdminDLLInit: noPrototype,
  RasAdminGetUserParms: noPrototype,
  RasAdminSetUserParms: noPrototype,
  RasAdminCompressPhoneNumber: noPrototype,
};

const otherArguments =
  'not called: its arguments have the stack size of those of Rassapi.dll, not of these';

/** The reasons why exports of these names in the NT 4 Mprapi.dll are not called. */
export const leftOutOfNt4 = {
  RasAdminGetErrorString: otherArguments,
  RasAdminUserGetInfo: otherArguments,
  RasAdminUserSetInfo: otherArguments,
};

/** The methods of operations with another name. */
export const methodsOf = {
  connect: ['connect'],
  serverDisconnect: ['disconnect'],
  removeQuarantineByAddress: ['removeQuarantine'],
  watchConnections: ['watch'],
  endNotification: ['watch'],
};

/** The methods that call the functions of other methods, by dialect. */
export const throughOthers = {
  enumSessions: { mprapi: ['enumPorts', 'enumConnections'], rassapi: ['enumPorts'] },
  watch: { mprapi: ['enumPorts', 'enumConnections', 'watch'], rassapi: ['enumPorts'] },
  disconnectSession: { mprapi: ['disconnectConnection'], rassapi: ['disconnectPort'] },
};
