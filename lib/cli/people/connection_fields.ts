// Connections as the command shows them.

import type { Session } from '../../sessions/session.ts';
import type { Field, Item } from '../output/fields.ts';
import { bytesInWords, durationInWords } from '../units.ts';
import { isRouterConnection } from './people.ts';
import { routerField, serverField } from './port_fields.ts';

export const connectionFields: readonly Field[] = [
  serverField,
  { name: 'userName' },
  routerField,
  { name: 'connectDuration', isRight: true, show: durationInWords },
  { name: 'ports', show: (names: readonly string[]) => names.join(' ') },
  { name: 'computer' },
  { name: 'remoteEndpoint' },
  { name: 'isDormant', paint: (is: boolean | undefined) => (is === true ? 'red' : undefined) },
  { name: 'bytesSent', isRight: true, show: bytesInWords },
  { name: 'bytesReceived', isRight: true, show: bytesInWords },
  { name: 'logonDomain', isMinor: true },
  { name: 'start', isMinor: true },
  { name: 'type', isMinor: true },
  { name: 'remoteAddress', isMinor: true },
  { name: 'localAddress', isMinor: true },
  { name: 'localEndpoint', isMinor: true },
  { name: 'ipv6Prefix', isMinor: true },
  { name: 'authentication', isMinor: true },
  { name: 'encryption', isMinor: true },
  { name: 'quarantine', isMinor: true },
  { name: 'probationEnds', isMinor: true },
  { name: 'mobikeSwitches', isMinor: true, isRight: true },
  { name: 'interfaceName', isMinor: true },
  { name: 'interfaceType', isMinor: true },
  { name: 'guid', isMinor: true },
  { name: 'handle', isMinor: true, isRight: true },
];

export function connectionItem(server: string, { connection, ports }: Session): Item {
  const { counters } = connection;
  return {
    server,
    isRouter: isRouterConnection(connection),
    ...Object.fromEntries(
      connectionFields.flatMap(({ name }) =>
        name in connection ? [[name, Reflect.get(connection, name)]] : [],
      ),
    ),
    ports: ports.map(({ name }) => name),
    bytesSent: counters?.bytesSent,
    bytesReceived: counters?.bytesReceived,
  };
}

/** The reasons stand beside the name: they are what it is about. Dormancy is one of them. */
export const staleFields: readonly Field[] = connectionFields.flatMap((field) => {
  if (field.name === 'isDormant') return [{ ...field, isMinor: true }];
  if (field.name !== 'userName') return [field];
  return [field, { name: 'reasons', show: (reasons: readonly string[]) => reasons.join(', ') }];
});
