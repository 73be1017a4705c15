// What the addon's own table of functions does not say: why some functions of the two headers that are about servers,
// ports, connections, users, devices or transports are not called by any method, and which operations have methods of
// other names. MIBs and the stored configuration (MprConfig…) are other families of the same library.

/** No operation of their own: what they do for the others. */
export const inner = {
  MprAdminBufferFree: 'frees what the others hand out',
  RasAdminFreeBuffer: 'frees what the others hand out',
};

const callback = 'the server calls it, in an administration DLL; it is not there to be called';
const noPrototype = 'exported, but declared in no public header';
const routersFormat =
  "writes blocks in the router's own format, which nothing here can make or check";

/** Why it is not called. */
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
  'not called: its arguments take as much of the stack as those of Rassapi.dll, not as these';

/** Why Mprapi.dll's export of that name is not called, though it has one. */
export const leftOutOfNt4 = {
  RasAdminGetErrorString: otherArguments,
  RasAdminUserGetInfo: otherArguments,
  RasAdminUserSetInfo: otherArguments,
};

/** The methods of operations that have another name there. */
export const methodsOf = {
  connect: ['connect'],
  serverDisconnect: ['disconnect'],
  removeQuarantineByAddress: ['removeQuarantine'],
  watchConnections: ['watch'],
  endNotification: ['watch'],
};
