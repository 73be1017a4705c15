// Projections from the rows of the levels.

import type {
  Connection1Row,
  Connection2Row,
  Connection3Row,
  ConnectionExRow,
} from '../native/rows.ts';
import type {
  CompressionProjection,
  Ikev2Projection,
  Ipv4Projection,
  Ipv6Projection,
  LinkProjection,
  PppProjection,
} from './projection.ts';

function ipv4Of(row: Connection2Row | Connection3Row | ConnectionExRow): Ipv4Projection {
  return {
    error: row.ipError,
    address: row.ipAddress,
    remoteAddress: row.ipRemoteAddress,
    options: row.ipOptions,
    remoteOptions: row.ipRemoteOptions,
  };
}

// Level 1, and IKEv2, whose struct has no options for it.
function ipv4WithoutOptions(row: Connection1Row | ConnectionExRow): Ipv4Projection {
  return {
    error: row.ipError,
    address: row.ipAddress,
    remoteAddress: row.ipRemoteAddress,
    options: undefined,
    remoteOptions: undefined,
  };
}

function ipv6Of(row: Connection3Row | ConnectionExRow): Ipv6Projection {
  return {
    error: row.ipv6Error,
    interfaceIdentifier: row.ipv6Identifier,
    remoteInterfaceIdentifier: row.ipv6RemoteIdentifier,
    prefix: row.ipv6Prefix,
    prefixLength: row.ipv6PrefixLength,
  };
}

function linkOf(row: Connection2Row | Connection3Row | ConnectionExRow): LinkProjection {
  return {
    error: row.lcpError,
    authenticationProtocol: row.authenticationProtocol,
    authenticationData: row.authenticationData,
    remoteAuthenticationProtocol: row.remoteAuthenticationProtocol,
    remoteAuthenticationData: row.remoteAuthenticationData,
    options: row.lcpOptions,
    remoteOptions: row.lcpRemoteOptions,
    eapType: row.eapType,
  };
}

function compressionOf(
  row: Connection2Row | Connection3Row | ConnectionExRow,
): CompressionProjection {
  return {
    error: row.ccpError,
    algorithm: row.ccpAlgorithm,
    options: row.ccpOptions,
    remoteAlgorithm: row.ccpRemoteAlgorithm,
    remoteOptions: row.ccpRemoteOptions,
  };
}

/** From level 3, and from the level that Windows Server 2008 R2 brought. */
export function pppProjectionOf(row: Connection3Row | ConnectionExRow): PppProjection {
  return {
    type: 'ppp',
    ipv4: ipv4Of(row),
    ipv6: ipv6Of(row),
    link: linkOf(row),
    compression: compressionOf(row),
    netBios: undefined,
    ipx: undefined,
    appleTalk: undefined,
  };
}

/** From level 2. */
export function pppProjectionOfLevel2(row: Connection2Row): PppProjection {
  return {
    type: 'ppp',
    ipv4: ipv4Of(row),
    ipv6: undefined,
    link: linkOf(row),
    compression: compressionOf(row),
    netBios: { error: row.nbfError, address: row.nbfComputer },
    ipx: { error: row.ipxError, address: row.ipxAddress },
    appleTalk: { error: row.atError, address: row.atAddress },
  };
}

/** From level 1, which has the addresses alone. */
export function pppProjectionOfLevel1(row: Connection1Row): PppProjection {
  return {
    type: 'ppp',
    ipv4: ipv4WithoutOptions(row),
    ipv6: undefined,
    link: undefined,
    compression: undefined,
    netBios: { error: row.nbfError, address: row.nbfComputer },
    ipx: { error: row.ipxError, address: row.ipxAddress },
    appleTalk: { error: row.atError, address: row.atAddress },
  };
}

export function ikev2ProjectionOf(row: ConnectionExRow): Ikev2Projection {
  return {
    type: 'ikev2',
    ipv4: ipv4WithoutOptions(row),
    ipv6: ipv6Of(row),
    options: row.ikev2Options,
    authenticationProtocol: row.ikev2AuthenticationProtocol,
    eapType: row.ikev2EapType,
    compressionAlgorithm: row.ikev2CompressionAlgorithm,
    encryptionMethod: row.ikev2EncryptionMethod,
  };
}
