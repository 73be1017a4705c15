// Columns of what was negotiated over PPP, which several records have in the same order.
export const nbf = ['nbfError:u32', 'nbfComputer:text'] as const;
export const ip = ['ipError:u32', 'ipAddress:text', 'ipRemoteAddress:text'] as const;
export const ipOptions = ['ipOptions:u32', 'ipRemoteOptions:u32'] as const;
export const ipx = ['ipxError:u32', 'ipxAddress:text'] as const;
export const at = ['atError:u32', 'atAddress:text'] as const;

export const ipv6 = [
  'ipv6Error:u32',
  'ipv6Identifier:bytes8',
  'ipv6RemoteIdentifier:bytes8',
  'ipv6Prefix:bytes8',
  'ipv6PrefixLength:u32',
] as const;

export const ccp = [
  'ccpError:u32',
  'ccpAlgorithm:u32',
  'ccpOptions:u32',
  'ccpRemoteAlgorithm:u32',
  'ccpRemoteOptions:u32',
] as const;

export const lcp = [
  'lcpError:u32',
  'authenticationProtocol:u32',
  'authenticationData:u32',
  'remoteAuthenticationProtocol:u32',
  'remoteAuthenticationData:u32',
  'terminateReason:u32',
  'remoteTerminateReason:u32',
  'lcpOptions:u32',
  'lcpRemoteOptions:u32',
  'eapType:u32',
  'remoteEapType:u32',
] as const;
