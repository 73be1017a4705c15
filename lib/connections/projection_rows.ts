// Projections from the rows of the levels.

import type {
  Connection1Row,
  Connection2Row,
  Connection3Row,
  ConnectionExRow,
} from '../native/records.ts';
import type {
  CompressionProjection,
  Ikev2Projection,
  Ipv4Projection,
  Ipv6Projection,
  LinkProjection,
  PppProjection,
} from './projection.ts';

type WithIp = Connection1Row | Connection2Row | Connection3Row | ConnectionExRow;
type WithIpv6 = Connection3Row | ConnectionExRow;
type WithLink = Connection2Row | Connection3Row | ConnectionExRow;

function ipv4Of(row: WithIp): Ipv4Projection {
  return {
    error: row.ipError,
    address: row.ipAddress,
    remoteAddress: row.ipRemoteAddress,
    options: 'ipOptions' in row ? row.ipOptions : undefined,
    remoteOptions: 'ipRemoteOptions' in row ? row.ipRemoteOptions : undefined,
  };
}

function ipv6Of(row: WithIpv6): Ipv6Projection {
  return {
    error: row.ipv6Error,
    interfaceIdentifier: row.ipv6Identifier,
    remoteInterfaceIdentifier: row.ipv6RemoteIdentifier,
    prefix: row.ipv6Prefix,
    prefixLength: row.ipv6PrefixLength,
  };
}

function linkOf(row: WithLink): LinkProjection {
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

function compressionOf(row: WithLink): CompressionProjection {
  return {
    error: row.ccpError,
    algorithm: row.ccpAlgorithm,
    options: row.ccpOptions,
    remoteAlgorithm: row.ccpRemoteAlgorithm,
    remoteOptions: row.ccpRemoteOptions,
  };
}

/** Of the highest level that there is. */
export function pppProjectionOf(row: WithIp): PppProjection {
  const isOld = 'nbfError' in row;
  const hasLink = 'lcpError' in row;
  return {
    type: 'ppp',
    ipv4: ipv4Of(row),
    ipv6: 'ipv6Error' in row ? ipv6Of(row) : undefined,
    link: hasLink ? linkOf(row) : undefined,
    compression: hasLink ? compressionOf(row) : undefined,
    netBios: isOld ? { error: row.nbfError, address: row.nbfComputer } : undefined,
    ipx: isOld ? { error: row.ipxError, address: row.ipxAddress } : undefined,
    appleTalk: isOld ? { error: row.atError, address: row.atAddress } : undefined,
  };
}

export function ikev2ProjectionOf(row: ConnectionExRow): Ikev2Projection {
  return {
    type: 'ikev2',
    // The struct has no options for it.
    ipv4: { ...ipv4Of(row), options: undefined, remoteOptions: undefined },
    ipv6: ipv6Of(row),
    options: row.ikev2Options,
    authenticationProtocol: row.ikev2AuthenticationProtocol,
    eapType: row.ikev2EapType,
    compressionAlgorithm: row.ikev2CompressionAlgorithm,
    encryptionMethod: row.ikev2EncryptionMethod,
  };
}
