// Connections as the command shows them.

import type { Session } from '../../sessions/session.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { bytesInWords } from '../units.ts';
import { isRouterSession } from './people.ts';
import { ageField, routerField, serverField, WHOLE_ADDRESS } from './port_fields.ts';

export type ConnectionItem = Readonly<ReturnType<typeof connectionItem>>;

const field = fieldOf<ConnectionItem>();

export const connectionFields: readonly Field<ConnectionItem>[] = [
  serverField,
  field('userName', { header: 'USER' }),
  routerField,
  ageField,
  field('ports', { header: 'PORT', show: (names) => names.join(' ') }),
  field('computer', { isMinor: true }),
  field('remoteEndpoint', { header: 'FROM', least: WHOLE_ADDRESS, isBefore: true }),
  field('isDormant', {
    header: 'DORMANT',
    isRare: true,
    isBefore: true,
    paint: (is) => (is === true ? 'red' : undefined),
  }),
  field('bytesSent', { header: 'SENT', isRight: true, isBefore: true, show: bytesInWords }),
  field('bytesReceived', { header: 'RECV', isRight: true, isBefore: true, show: bytesInWords }),
  field('logonDomain', { isMinor: true }),
  field('start', { isMinor: true }),
  field('type', { isMinor: true }),
  field('remoteAddress', { isMinor: true }),
  field('localAddress', { isMinor: true }),
  field('localEndpoint', { isMinor: true }),
  field('ipv6Prefix', { isMinor: true }),
  field('authentication', { isMinor: true }),
  field('encryption', { isMinor: true }),
  field('quarantine', { isMinor: true }),
  field('probationEnds', { isMinor: true }),
  field('mobikeSwitches', { isMinor: true, isRight: true }),
  field('interfaceName', { isMinor: true }),
  field('interfaceType', { isMinor: true }),
  field('guid', { isMinor: true }),
  field('handle', { isMinor: true, isRight: true }),
];

export function connectionItem(server: string, session: Session) {
  const { connection, counters } = session;
  return {
    server,
    isRouter: isRouterSession(session),
    userName: session.userName,
    connectDuration: session.connectDuration,
    computer: session.computer,
    remoteEndpoint: session.remoteEndpoint,
    isDormant: connection?.isDormant,
    logonDomain: session.logonDomain,
    start: session.start,
    type: session.type,
    remoteAddress: session.remoteAddress,
    localAddress: session.localAddress,
    localEndpoint: session.localEndpoint,
    ipv6Prefix: session.ipv6Prefix,
    authentication: connection?.authentication,
    encryption: connection?.encryption,
    quarantine: connection?.quarantine,
    probationEnds: connection?.probationEnds,
    mobikeSwitches: connection?.mobikeSwitches,
    interfaceName: connection?.interfaceName,
    interfaceType: connection?.interfaceType,
    guid: connection?.guid,
    handle: connection?.handle,
    ports: session.ports.map(({ name }) => name),
    bytesSent: counters?.bytesSent,
    bytesReceived: counters?.bytesReceived,
  };
}

export interface StaleItem extends ConnectionItem {
  readonly reasons?: readonly string[] | undefined;
}

const reasonsField = fieldOf<StaleItem>()('reasons', {
  header: 'WHY',
  show: (reasons) => reasons.join(', '),
});

const saidOtherwise: readonly string[] = ['isDormant', 'bytesSent', 'bytesReceived'];

/** The reasons stand beside the name, because they matter most. Dormancy is one of them. */
export const staleFields: readonly Field<StaleItem>[] = connectionFields.flatMap((field) => {
  if (saidOtherwise.includes(field.name)) return [{ ...field, isMinor: true }];
  return field.name === 'userName' ? [field, reasonsField] : [field];
});
