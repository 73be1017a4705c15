// What a status means in one particular function, where its reference page is more exact than the
// code alone: a bad handle is 6, 87, 601, 906 or 1702 depending on the function.

export type Meaning = readonly [sentence: string, hint?: string | undefined];

const listPortsAgain =
  'List the ports again: the caller may have hung up, or the service was restarted in between.';
const listConnectionsAgain =
  'List the connections again: the client may have left, or the service was restarted in between.';
const olderServer =
  'The functions whose names end in Ex need Windows Server 2008 R2 or later on both sides.';
const notADomainUser = 'Run the program as a user of the domain, not as a local account.';

const domainRegistration = {
  1168: ['There is no computer with that name in the domain.', 'Check the spelling of the name.'],
  1355: ['This computer is not a member of a domain.', 'Run this on a member of the domain.'],
  8224: ['The account that asks is not a user of the domain.', notADomainUser],
  8250: [
    'The name of the domain is wrong, or no domain controller can be reached.',
    "Check the domain's name (nltest /dsgetdc:DOMAIN).",
  ],
} as const;

const accounts = {
  1317: [
    'The server that was asked has no account with that name.',
    'Check the spelling, and that this server holds the account: for a domain account, name a domain controller.',
  ],
} as const;

const meanings: Readonly<Record<string, Readonly<Record<number, Meaning>>>> = {
  MprAdminServerConnect: {
    1717: [
      'Routing and Remote Access is not running on the server.',
      'Start it there with Start-Service RemoteAccess; if it is disabled, configure Routing and Remote Access first.',
    ],
    1702: ['The call was made without a place for the server handle.'],
  },
  MprAdminServerGetInfo: {
    1702: ['The server handle is missing.', 'Connect to the server again.'],
  },
  MprAdminServerSetInfo: {
    50: [
      'The server does not know this level of settings.',
      'The server may run an older version of Windows.',
    ],
    87: [
      'The settings were refused: too many ports for this server, no PPTP port at all, or flags that are not valid.',
      'Stay within the limits of the server edition, and keep at least one PPTP port.',
    ],
  },
  MprConfigServerSetInfo: {
    50: [
      'The stored configuration does not know this level of settings.',
      'The server may run an older version of Windows.',
    ],
    87: [
      'The settings were refused: too many ports for this server, no PPTP port at all, or flags that are not valid.',
      'Stay within the limits of the server edition, and keep at least one PPTP port.',
    ],
  },
  MprConfigServerGetInfoEx: {
    127: ['The server is too old to give its stored settings in this form.', olderServer],
  },
  MprConfigTransportGetHandle: {
    902: [
      'The transport is not in the stored configuration.',
      'List the transports with enumTransports(), or store it with createTransport().',
    ],
  },
  MprAdminServerGetInfoEx: {
    127: ['The server is too old to give its settings in this form.', olderServer],
  },
  MprAdminServerSetInfoEx: {
    127: ['The server is too old to take settings in this form.', olderServer],
  },
  MprAdminPortEnum: {
    6: [
      'The call was made without a connection; all ports are meant by INVALID_HANDLE_VALUE, not by NULL.',
    ],
    50: [
      'The server does not know this level of information about ports; listing knows level 0 only.',
    ],
    87: ['The call was made without a place for its answer.'],
  },
  MprAdminPortGetInfo: {
    50: ['The server does not know this level of information about a port.'],
    87: ['The call was made without a place for its answer.'],
    601: ['There is no port with this handle on the server.', listPortsAgain],
  },
  MprAdminPortDisconnect: {
    87: [
      'The port handle or the server handle is not valid; a port to which nobody is connected may be refused in this way too.',
      listPortsAgain,
    ],
  },
  MprAdminPortReset: {
    87: ['The port handle or the server handle is not valid.', listPortsAgain],
  },
  MprAdminPortClearStats: {
    1702: ['The port handle or the server handle is not valid.', listPortsAgain],
  },
  MprAdminConnectionEnum: {
    124: [
      'The server does not know this level of information about connections.',
      'Ask for a lower level: 3 came with Windows Server 2008, 1 and 2 with Windows 2000, and NT 4 knows 0 only.',
    ],
  },
  MprAdminConnectionGetInfo: {
    124: [
      'The server does not know this level of information about a connection.',
      'Ask for a lower level: 3 came with Windows Server 2008, 1 and 2 with Windows 2000, and NT 4 knows 0 only.',
    ],
    906: ['There is no connection with this handle on the server.', listConnectionsAgain],
  },
  MprAdminConnectionEnumEx: {
    127: ['The server is too old to list connections in this form.', olderServer],
  },
  MprAdminConnectionGetInfoEx: {
    127: ['The server is too old to tell about a connection in this form.', olderServer],
  },
  MprAdminConnectionClearStats: {
    87: ['There is no connection with this handle on the server.', listConnectionsAgain],
    1702: ['The server handle is missing.', 'Connect to the server again.'],
  },
  MprAdminConnectionRemoveQuarantine: {
    1168: [
      'The connection is not in quarantine.',
      'Nothing needs doing, unless another connection was meant.',
    ],
  },
  MprAdminSendUserMessage: {
    87: ['The call was made without a message.'],
    906: ['There is no connection with this handle on the server.', listConnectionsAgain],
  },
  MprAdminIsServiceInitialized: {
    1062: [
      'The Routing and Remote Access service is not running.',
      'Start it with Start-Service RemoteAccess.',
    ],
  },
  MprAdminInterfaceConnect: {
    600: [
      'The interface is being connected; this is not a failure.',
      'Wait for the event that was passed in, or ask for the state of the interface.',
    ],
  },
  MprAdminInterfaceUpdateRoutes: {
    600: [
      'The routes are being updated; this is not a failure.',
      'Ask for the result when the event is signalled.',
    ],
    906: [
      'The interface is not connected, so its routes cannot be updated.',
      'Connect the interface first.',
    ],
  },
  MprAdminInterfaceQueryUpdateResult: {
    906: [
      'The interface is not connected any more, so the result of the update is gone.',
      'Connect the interface and update its routes again.',
    ],
  },
  MprAdminInterfaceTransportRemove: {
    905: ['The protocol is not on this interface.'],
  },
  MprAdminInterfaceTransportGetInfo: {
    905: ['The protocol is not on this interface.'],
  },
  MprAdminInterfaceTransportSetInfo: {
    905: ['The protocol is not on this interface.'],
  },
  MprAdminInterfaceGetCredentials: {
    623: [
      'There is no demand-dial interface with that name.',
      'List the interfaces and check the spelling.',
    ],
  },
  MprAdminInterfaceSetCredentials: {
    623: [
      'There is no demand-dial interface with that name.',
      'List the interfaces and check the spelling.',
    ],
  },
  MprAdminEstablishDomainRasServer: domainRegistration,
  MprAdminIsDomainRasServer: domainRegistration,
  MprAdminUserGetInfo: accounts,
  MprAdminUserSetInfo: accounts,
  RasAdminPortEnum: {
    2115: [
      'The server has no port for incoming calls to show.',
      'Check how the ports are configured: ports that are all used for dialling out are not listed.',
    ],
  },
  RasAdminPortGetInfo: {
    55: ['The server has no port with that name.', 'List the ports and check the spelling.'],
  },
  RasAdminPortClearStatistics: {
    55: ['The server has no port with that name.', 'List the ports and check the spelling.'],
  },
  RasAdminPortDisconnect: {
    55: ['The server has no port with that name.', 'List the ports and check the spelling.'],
    601: ['The server has no such port.', 'List the ports and check the spelling.'],
    2221: [
      'Nobody is connected to the port.',
      'List the ports again: the caller may have hung up already.',
    ],
  },
  RasAdminUserGetInfo: {
    2123: [
      'The server ran out of memory while reading the dial-in settings of the user.',
      'Try again.',
    ],
  },
  RasAdminUserSetInfo: {
    13: [
      'The dial-in settings of the user were refused as not valid.',
      'Set at least one of the three callback privileges: none, preset number, or number given by the caller.',
    ],
    751: ['The callback number of the user contains a character that is not allowed.'],
    2123: [
      'The server ran out of memory while storing the dial-in settings of the user.',
      'Try again.',
    ],
  },
};

/** From Windows Server 2003 on, every function of Rassapi.dll answers 120. */
const rassapiIsGone: Meaning = [
  'The library has this function in name only.',
  'From Windows Server 2003 on, every function of Rassapi.dll answers so: use the mprapi dialect.',
];

/** Not in the table of codes, whose words for 120 are about Rassapi.dll. */
const notInRedistributable: Meaning = [
  'The server or the library does not implement this function.',
  'Ask server.supports() first, or use the mprapi dialect on Windows 2000 and later.',
];

/** `dialect` is the library's, if it is known: functions of the same name differ between `nt4` and `rassapi`. */
export function meaningInFunction(
  syscall: string,
  status: number,
  dialect?: string,
): Meaning | undefined {
  if (dialect === 'nt4') {
    if (status === 120) return notInRedistributable;
    return lookUp(syscall.replace('RasAdmin', 'MprAdmin'), status);
  }
  const own = lookUp(syscall, status);
  if (own !== undefined || !syscall.startsWith('RasAdmin')) {
    return own;
  }
  if (status === 120) {
    return rassapiIsGone;
  }
  // Without a dialect the function may be that of the NT 4 redistributable, whose numbers differ.
  return lookUp(syscall.replace('RasAdmin', 'MprAdmin'), status);
}

function lookUp(syscall: string, status: number): Meaning | undefined {
  return Object.hasOwn(meanings, syscall) ? meanings[syscall]?.[status] : undefined;
}
