// Every function of the two headers that is about servers, ports, connections, users, devices or
// transports, by the library that has it; and why some are not called. Demand-dial interfaces, MIBs and
// the stored configuration (MprConfig…) are other families of the same library.

/** Of Mprapi.dll. The NT 4 redistributable has some of them with RasAdmin for MprAdmin. */
export const mprapi = [
  {
    about: 'The server',
    functions: [
      'MprAdminServerConnect',
      'MprAdminServerDisconnect',
      'MprAdminServerGetInfo',
      'MprAdminServerSetInfo',
      'MprAdminServerGetInfoEx',
      'MprAdminServerSetInfoEx',
      'MprAdminIsServiceRunning',
      'MprAdminIsServiceInitialized',
      'MprAdminGetErrorString',
      'MprAdminBufferFree',
      'MprAdminEstablishDomainRasServer',
      'MprAdminIsDomainRasServer',
      'MprAdminGetPDCServer',
      'MprAdminServerGetCredentials',
      'MprAdminServerSetCredentials',
    ],
  },
  {
    about: 'Ports',
    functions: [
      'MprAdminPortEnum',
      'MprAdminPortGetInfo',
      'MprAdminPortDisconnect',
      'MprAdminPortReset',
      'MprAdminPortClearStats',
    ],
  },
  {
    about: 'Connections',
    functions: [
      'MprAdminConnectionEnum',
      'MprAdminConnectionGetInfo',
      'MprAdminConnectionEnumEx',
      'MprAdminConnectionGetInfoEx',
      'MprAdminConnectionClearStats',
      'MprAdminConnectionRemoveQuarantine',
      'MprAdminRegisterConnectionNotification',
      'MprAdminDeregisterConnectionNotification',
      'MprAdminSendUserMessage',
      'MprAdminUpdateConnection',
    ],
  },
  { about: 'Users', functions: ['MprAdminUserGetInfo', 'MprAdminUserSetInfo'] },
  {
    about: 'Devices and transports',
    functions: [
      'MprAdminDeviceEnum',
      'MprAdminTransportCreate',
      'MprAdminTransportSetInfo',
      'MprAdminTransportGetInfo',
    ],
  },
];

/** Of Rassapi.dll, the API of NT 4. */
export const rassapi = [
  'RasAdminServerGetInfo',
  'RasAdminGetUserAccountServer',
  'RasAdminUserGetInfo',
  'RasAdminUserSetInfo',
  'RasAdminPortEnum',
  'RasAdminPortGetInfo',
  'RasAdminPortClearStatistics',
  'RasAdminPortDisconnect',
  'RasAdminFreeBuffer',
  'RasAdminGetErrorString',
  'RasAdminAcceptNewConnection',
  'RasAdminConnectionHangupNotification',
  'RasAdminGetIpAddressForUser',
  'RasAdminReleaseIpAddress',
  'RasAdminDLLInit',
  'RasAdminGetUserParms',
  'RasAdminSetUserParms',
  'RasAdminCompressPhoneNumber',
];

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
