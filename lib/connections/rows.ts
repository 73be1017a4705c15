// Connections from the rows of an answer: either of the one level that has everything, or of the older
// levels, which have a part each.

import type {
  Connection0Row,
  Connection1Row,
  Connection2Row,
  Connection3Row,
  ConnectionExRow,
} from '../native/records.ts';
import { countersOf } from '../ports/counters.ts';
import type { Connection } from './connection.ts';
import type { Projection } from './projection.ts';
import { ikev2ProjectionOf, pppProjectionOf } from './projection_rows.ts';
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
export function connectionFromEx(row: ConnectionExRow, answered: Answered): Connection {
  const { projectionType } = row;
  const projection =
    projectionType === IKEV2
      ? ikev2ProjectionOf(row)
      : projectionType === PPP
        ? pppProjectionOf(row)
        : undefined;
  return {
    ...whoAndSince(row, answered),
    guid: row.guid,
    type: projection?.type ?? typeByFlags(row.flags, true),
    isDormant: (row.flags & connectionFlags.dormant) !== 0,
    ...quarantine(row),
    ...negotiated(projection),
    localEndpoint: textOf(row.localEndpoint),
    remoteEndpoint: textOf(row.remoteEndpoint),
    mobikeSwitches: row.switchOvers,
    counters: countersOf(row),
    projection,
  };
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
  answered: Answered,
): Connection {
  const { level1, level2, level3 } = levels;
  const highest = level3 ?? level2 ?? level1;
  const type = typeByFlags(row.flags, level3 !== undefined);
  // What a connection without PPP has in the place of a projection is empty.
  const projection =
    highest === undefined || type === 'ikev2' ? undefined : pppProjectionOf(highest);
  const isDormant = (row.flags & connectionFlags.dormant) !== 0;
  return {
    ...whoAndSince(row, answered),
    guid: level3?.guid ?? level2?.guid,
    type,
    // Not set may mean that the server is too old to.
    isDormant: isDormant ? true : undefined,
    quarantine: undefined,
    probationEnds: undefined,
    ...(level3 === undefined ? undefined : quarantine(level3)),
    ...negotiated(projection),
    ...(highest === undefined ? undefined : addresses(highest)),
    localEndpoint: undefined,
    remoteEndpoint: undefined,
    mobikeSwitches: undefined,
    counters: level1 === undefined ? undefined : countersOf(level1),
    projection,
  };
}

function whoAndSince(row: Connection0Row, { server, now }: Answered) {
  return {
    server,
    handle: row.connection,
    userName: row.userName,
    logonDomain: row.logonDomain,
    computer: row.computer,
    interfaceName: row.interfaceName,
    interface: row.interface,
    interfaceType: interfaceTypeOf(row.interfaceType),
    connectDuration: row.connectDuration,
    start: new Date(now - row.connectDuration * 1000),
  };
}

function typeByFlags(flags: number, isRecent: boolean): Connection['type'] {
  if ((flags & connectionFlags.ikev2) !== 0 && isRecent) return 'ikev2';
  return (flags & connectionFlags.ppp) !== 0 ? 'ppp' : undefined;
}

function quarantine(row: { readonly quarantine: number; readonly probationEnds: bigint }) {
  const state = quarantineOf(row.quarantine);
  // The time is valid in probation only.
  return {
    quarantine: state,
    probationEnds: state === 'probation' ? dateOf(row.probationEnds) : undefined,
  };
}

function addresses(row: {
  readonly ipError: number;
  readonly ipAddress: string;
  readonly ipRemoteAddress: string;
}) {
  const isThere = row.ipError === 0;
  return {
    localAddress: isThere ? textOf(row.ipAddress) : undefined,
    remoteAddress: isThere ? textOf(row.ipRemoteAddress) : undefined,
  };
}

function negotiated(projection: Projection | undefined) {
  const ipv4 = projection?.ipv4;
  const ipv6 = projection?.ipv6;
  const hasPrefix = ipv6 !== undefined && ipv6.error === 0 && ipv6.prefixLength > 0;
  return {
    ...addresses({
      ipError: ipv4?.error ?? 0,
      ipAddress: ipv4?.address ?? '',
      ipRemoteAddress: ipv4?.remoteAddress ?? '',
    }),
    ipv6Prefix: hasPrefix ? ipv6PrefixOf(ipv6.prefix, ipv6.prefixLength) : undefined,
    ...security(projection),
  };
}

function security(projection: Projection | undefined) {
  if (projection?.type === 'ikev2') {
    return {
      authentication: ikev2AuthenticationOf(projection.authenticationProtocol),
      encryption: ikev2EncryptionOf(projection.encryptionMethod),
    };
  }
  const link = projection?.link;
  const compression = projection?.compression;
  if (link === undefined || compression === undefined) {
    return { authentication: undefined, encryption: undefined };
  }
  // The EAP type belongs to the first pair (the second's is always 0), so the client's is the first.
  const isFirst = link.authenticationProtocol !== 0;
  return {
    authentication: isFirst
      ? pppAuthenticationOf(link.authenticationProtocol, link.authenticationData)
      : pppAuthenticationOf(link.remoteAuthenticationProtocol, link.remoteAuthenticationData),
    encryption: pppEncryptionOf(
      link.options | link.remoteOptions,
      compression.options | compression.remoteOptions,
    ),
  };
}

function textOf(text: string): string | undefined {
  return text === '' ? undefined : text;
}
