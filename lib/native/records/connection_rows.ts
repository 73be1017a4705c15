// A connection at each level, as the addon packs it.

import { counterColumns } from './groups.ts';
import { at, ccp, ip, ipOptions, ipv6, ipx, lcp, nbf } from './ppp_groups.ts';
import type { Row } from './rows.ts';

/** Every server has it. */
export const connection0 = [
  'connection:id',
  'interface:id',
  'connectDuration:u32',
  'interfaceType:u32',
  'flags:u32',
  'interfaceName:repeated',
  'userName:text',
  'logonDomain:repeated',
  'computer:text',
] as const;

/** Since Windows 2000. */
export const connection1 = [
  'connection:id',
  'interface:id',
  ...nbf,
  ...ip,
  ...ipx,
  ...at,
  ...counterColumns,
] as const;

/** Since Windows 2000. */
export const connection2 = [
  'connection:id',
  'userName:text',
  'interfaceType:u32',
  'guid:guid',
  ...nbf,
  ...ip,
  ...ipOptions,
  ...ipx,
  ...at,
  ...ccp,
  ...lcp,
] as const;

/** Since Windows Server 2008. */
export const connection3 = [
  'connection:id',
  'userName:text',
  'interfaceType:u32',
  'guid:guid',
  ...ip,
  ...ipOptions,
  ...ipv6,
  'ipv6Options:u32',
  'ipv6RemoteOptions:u32',
  ...ccp,
  ...lcp,
  'quarantine:u32',
  'probationEnds:u64',
] as const;

/** Since Windows Server 2008 R2. What the type of the projection does not have is 0 or ''. */
export const connectionEx = [
  ...connection0,
  'guid:guid',
  'quarantine:u32',
  'probationEnds:u64',
  ...counterColumns,
  'switchOvers:u32',
  'remoteEndpoint:text',
  'localEndpoint:text',
  'projectionType:u32',
  ...ip,
  ...ipOptions,
  'ipv4SubInterface:u64',
  ...ipv6,
  'ipv6SubInterface:u64',
  ...lcp,
  ...ccp,
  'ikev2Options:u32',
  'ikev2AuthenticationProtocol:u32',
  'ikev2EapType:u32',
  'ikev2CompressionAlgorithm:u32',
  'ikev2EncryptionMethod:u32',
] as const;

/** What became of each port when the connection was to be disconnected. */
export const portStatus = ['handle:id', 'status:u32'] as const;

export type Connection0Row = Row<typeof connection0>;
export type Connection1Row = Row<typeof connection1>;
export type Connection2Row = Row<typeof connection2>;
export type Connection3Row = Row<typeof connection3>;
export type ConnectionExRow = Row<typeof connectionEx>;
