// Facts that the addon's own table of functions does not have: why no method calls certain functions of the two
// headers, and which operations have methods of other names.

/** Functions without an operation of their own, and their use in the others. */
export const inner = {
  MprAdminBufferFree: 'frees the blocks that the other functions return',
  MprAdminMIBBufferFree: 'frees the entries of the MIB',
  MprAdminMIBServerDisconnect: '`server.disconnect()`, once the MIB was asked for',
  MprConfigBufferFree: 'frees the blocks that the functions of the stored configuration return',
  RasAdminFreeBuffer: 'frees the blocks that the other functions return',
  MprInfoBlockExists: '`findInfoBlock()`, in TypeScript',
  MprInfoBlockAdd: '`addInfoBlock()`, in TypeScript',
  MprInfoBlockFind: '`findInfoBlock()`, in TypeScript',
  MprInfoBlockQuerySize: 'the length of what `buildInfoBlocks()` returns',
  MprInfoBlockRemove: '`removeInfoBlock()`, in TypeScript',
  MprInfoBlockSet: '`setInfoBlock()`, in TypeScript',
  MprInfoCreate: '`buildInfoBlocks([])`, in TypeScript',
  MprInfoDelete: 'nothing to free: blocks are plain objects',
  MprInfoDuplicate: 'blocks are plain objects, which `structuredClone` copies',
  MprInfoRemoveAll: '`buildInfoBlocks([])`, in TypeScript',
};

/** Those of them that the NT 4 Mprapi.dll has, too. */
export const innerOfNt4 = ['MprAdminBufferFree'];

const callback = 'the server calls it in an administration DLL; it is not for callers';
const noPrototype = 'exported, but declared in no public header';

const ipInIp = 'declared for IP-in-IP interfaces, which no supported Windows has';
const notExported = 'documented, but exported by no version of the DLL that is known';

/** The reasons why functions are not called. */
export const leftOut = {
  ...Object.fromEntries(
    [
      'AcceptNewConnection',
      'AcceptNewConnection2',
      'AcceptNewConnection3',
      'AcceptNewConnectionEx',
      'AcceptNewLink',
      'AcceptReauthentication',
      'AcceptReauthenticationEx',
      'AcceptTunnelEndpointChangeEx',
      'ConnectionHangupNotification',
      'ConnectionHangupNotification2',
      'ConnectionHangupNotification3',
      'ConnectionHangupNotificationEx',
      'GetIpAddressForUser',
      'GetIpv6AddressForUser',
      'InitializeDll',
      'InitializeDllEx',
      'LinkHangupNotification',
      'ReleaseIpAddress',
      'ReleaseIpv6AddressForUser',
      'TerminateDll',
    ].map((name) => [`MprAdmin${name}`, callback]),
  ),
  ...Object.fromEntries(
    ['Create', 'Delete', 'Enum', 'Free'].map((name) => [
      `MprSetupIpInIpInterfaceFriendlyName${name}`,
      ipInIp,
    ]),
  ),
  MprAdminMIBGetTrapInfo: notExported,
  MprAdminMIBSetTrapInfo: notExported,
  ...Object.fromEntries(
    [
      'MprAdminGetProtocolStatistics',
      'MprAdminInterfaceAddIkev2Policy',
      'MprAdminInterfaceCreateEx',
      'MprAdminIsModernStackEnabled',
      'MprAdminMarkServerOffline',
      'MprAdminProtocolAction',
      'MprAdminUpgradeUsers',
      'MprAdminUserOpen',
      'MprConfigInterfaceCreateEx',
      'MprConfigServerUnattendedInstall',
    ].map((name) => [name, noPrototype]),
  ),
  MprSetupProtocolEnum: 'a function of rtutils.dll, which no page describes',
  MprSetupProtocolFree: 'a function of rtutils.dll, which no page describes',
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
  setTransport: ['setTransport', 'changeTransport'],
  setInterfaceTransport: ['setInterfaceTransport', 'changeInterfaceTransport'],
  connectConfig: ['connectConfig'],
  configSetTransport: ['config.setTransport', 'config.changeTransport'],
  configSetInterfaceTransport: ['config.setInterfaceTransport', 'config.changeInterfaceTransport'],
};

/** The methods that call the functions of other methods, by dialect. */
export const throughOthers = {
  enumSessions: { mprapi: ['enumPorts', 'enumConnections'], rassapi: ['enumPorts'] },
  watch: { mprapi: ['enumPorts', 'enumConnections', 'watch'], rassapi: ['enumPorts'] },
  'config.changeTransport': { mprapi: ['config.getTransport', 'config.setTransport'] },
  changeTransport: { mprapi: ['getTransport', 'setTransport'] },
  'config.changeInterfaceTransport': {
    mprapi: ['config.getInterfaceTransport', 'config.setInterfaceTransport'],
  },
  changeInterfaceTransport: { mprapi: ['getInterfaceTransport', 'setInterfaceTransport'] },
  applyInterface: {
    mprapi: [
      'enumInterfaces',
      'getInterface',
      'getInterfaceDevice',
      'createInterface',
      'setInterface',
      'setInterfaceDevice',
      'setInterfaceCredentials',
      'setInterfaceCredentialsEx',
      'deleteInterface',
      'config.enumInterfaces',
      'config.getInterface',
      'config.createInterface',
      'config.setInterface',
      'config.deleteInterface',
    ],
  },
  disconnectSession: { mprapi: ['disconnectConnection'], rassapi: ['disconnectPort'] },
};
