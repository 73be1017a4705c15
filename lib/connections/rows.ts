// Connections from the rows of an answer: either of the one level that has everything, or of the older
// levels, which have a part each.
//
// Thousands of connections are an ordinary answer, and this runs on the program's main thread. An object that is
// made in one literal, with its fields in one order, is quick to make; one that grows or is put together is not.

import type {
  Connection0Row,
  Connection1Row,
  Connection2Row,
  Connection3Row,
  ConnectionExRow,
} from '../native/rows.ts';
import { countersOf } from '../ports/counters.ts';
import type { Connection } from './connection.ts';
import type { Ipv6Projection, Projection } from './projection.ts';
import {
  ikev2ProjectionOf,
  pppProjectionOf,
  pppProjectionOfLevel1,
  pppProjectionOfLevel2,
} from './projection_rows.ts';
import { dateOf, ipv6PrefixOf } from './values.ts';
import {
  connectionFlags,
  ikev2AuthenticationOf,
  ikev2EncryptionOf,
  interfaceTypeOf,
  pppAuthenticationOf,
  pppEncryptionOf,
  quarantineOf,
} from './words.ts';

const PPP = 1;
const IKEV2 = 2;

/** Where an answer came from, and when it was read. */
export interface Answered {
  readonly server: string;
  readonly now: number;
}

/** From the level that Windows Server 2008 R2 brought. */
export function connectionFromEx(row: ConnectionExRow, { server, now }: Answered): Connection {
  const { connectDuration, flags } = row;
  const quarantine = quarantineOf(row.quarantine);
  const projection = projectionFromEx(row);
  const ipv4 = projection?.ipv4;
  const hasIpv4 = ipv4?.error === 0;
  return {
    server,
    handle: row.connection,
    userName: row.userName,
    logonDomain: row.logonDomain,
    computer: row.computer,
    interfaceName: row.interfaceName,
    interface: row.interface,
    interfaceType: interfaceTypeOf(row.interfaceType),
    connectDuration,
    start: new Date(now - connectDuration * 1000),
    guid: row.guid,
    type: projection?.type ?? typeByFlags(flags, true),
    isDormant: (flags & connectionFlags.dormant) !== 0,
    quarantine,
    // The time is valid in probation only.
    probationEnds: quarantine === 'probation' ? dateOf(row.probationEnds) : undefined,
    localAddress: hasIpv4 ? textOf(ipv4.address) : undefined,
    remoteAddress: hasIpv4 ? textOf(ipv4.remoteAddress) : undefined,
    ipv6Prefix: prefixOf(projection?.ipv6),
    authentication: authenticationOf(projection),
    encryption: encryptionOf(projection),
    localEndpoint: textOf(row.localEndpoint),
    remoteEndpoint: textOf(row.remoteEndpoint),
    mobikeSwitches: row.switchOvers,
    counters: countersOf(row),
    projection,
  };
}

function projectionFromEx(row: ConnectionExRow): Projection | undefined {
  switch (row.projectionType) {
    case PPP:
      return pppProjectionOf(row);
    case IKEV2:
      return ikev2ProjectionOf(row);
    default:
      return undefined;
  }
}

/** What the older levels have of one connection. */
export interface Levels {
  readonly level1: Connection1Row | undefined;
  readonly level2: Connection2Row | undefined;
  readonly level3: Connection3Row | undefined;
}

/** From the older levels, the first of which every server has. */
export function connectionFromLevels(
  row: Connection0Row,
  levels: Levels,
  { server, now }: Answered,
): Connection {
  const { level1, level2, level3 } = levels;
  const { connectDuration, flags } = row;
  const type = typeByFlags(flags, level3 !== undefined);
  const negotiated = projectionFromLevels(levels);
  const ipv4 = negotiated?.ipv4;
  const hasIpv4 = ipv4?.error === 0;
  // What a connection without PPP has in the place of a projection is empty.
  const projection = type === 'ikev2' ? undefined : negotiated;
  const quarantine = level3 === undefined ? undefined : quarantineOf(level3.quarantine);
  return {
    server,
    handle: row.connection,
    userName: row.userName,
    logonDomain: row.logonDomain,
    computer: row.computer,
    interfaceName: row.interfaceName,
    interface: row.interface,
    interfaceType: interfaceTypeOf(row.interfaceType),
    connectDuration,
    start: new Date(now - connectDuration * 1000),
    guid: level3?.guid ?? level2?.guid,
    type,
    // Not set may mean that the server is too old to.
    isDormant: (flags & connectionFlags.dormant) !== 0 ? true : undefined,
    quarantine,
    probationEnds: quarantine === 'probation' ? dateOf(level3?.probationEnds ?? 0n) : undefined,
    localAddress: hasIpv4 ? textOf(ipv4.address) : undefined,
    remoteAddress: hasIpv4 ? textOf(ipv4.remoteAddress) : undefined,
    ipv6Prefix: prefixOf(projection?.ipv6),
    authentication: authenticationOf(projection),
    encryption: encryptionOf(projection),
    localEndpoint: undefined,
    remoteEndpoint: undefined,
    mobikeSwitches: undefined,
    counters: level1 === undefined ? undefined : countersOf(level1),
    projection,
  };
}

/** Of the highest level that there is. */
function projectionFromLevels({ level1, level2, level3 }: Levels): Projection | undefined {
  if (level3 !== undefined) return pppProjectionOf(level3);
  if (level2 !== undefined) return pppProjectionOfLevel2(level2);
  return level1 === undefined ? undefined : pppProjectionOfLevel1(level1);
}

function typeByFlags(flags: number, isRecent: boolean): Connection['type'] {
  if ((flags & connectionFlags.ikev2) !== 0 && isRecent) return 'ikev2';
  return (flags & connectionFlags.ppp) !== 0 ? 'ppp' : undefined;
}

function prefixOf(ipv6: Ipv6Projection | undefined): string | undefined {
  if (ipv6 === undefined || ipv6.error !== 0 || ipv6.prefixLength === 0) return undefined;
  return ipv6PrefixOf(ipv6.prefix, ipv6.prefixLength);
}

function authenticationOf(projection: Projection | undefined): Connection['authentication'] {
  if (projection?.type === 'ikev2') {
    return ikev2AuthenticationOf(projection.authenticationProtocol);
  }
  const link = projection?.link;
  if (link === undefined) return undefined;
  // The EAP type belongs to the first pair (the second's is always 0), so the client's is the first.
  return link.authenticationProtocol !== 0
    ? pppAuthenticationOf(link.authenticationProtocol, link.authenticationData)
    : pppAuthenticationOf(link.remoteAuthenticationProtocol, link.remoteAuthenticationData);
}

function encryptionOf(projection: Projection | undefined): Connection['encryption'] {
  if (projection?.type === 'ikev2') return ikev2EncryptionOf(projection.encryptionMethod);
  const link = projection?.link;
  const compression = projection?.compression;
  if (link === undefined || compression === undefined) return undefined;
  return pppEncryptionOf(
    link.options | link.remoteOptions,
    compression.options | compression.remoteOptions,
  );
}

function textOf(text: string): string | undefined {
  return text === '' ? undefined : text;
}
