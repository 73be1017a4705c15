// rras watch --summary: a line for each server instead of one for each connection.

import type { Interface } from '../../interfaces/interface.ts';
import { isInUse, portStateOf } from '../../ports/state.ts';
import type { Reading } from '../../sessions/reading.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { isRouterSession } from '../people/people.ts';
import { serverField } from '../people/port_fields.ts';
import type { Filter } from '../select/filter.ts';
import { bytesInWords } from '../units.ts';

export interface SummaryItem {
  readonly server: string;
  readonly connected: number;
  readonly dormant: number;
  readonly routers: number;
  readonly totalPorts: number;
  readonly portsInUse: number;
  readonly portsFree: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Demand-dial interfaces; undefined if the server has no interfaces to report. */
  readonly tunnelsUp: number | undefined;
  readonly tunnelsDown: number | undefined;
}

export interface ReadingToWatch extends Pick<Reading, 'ports' | 'sessions'> {
  readonly interfaces: readonly Interface[] | undefined;
}

const field = fieldOf<SummaryItem>();

export const watchSummaryFields: readonly Field<SummaryItem>[] = [
  serverField,
  field('connected', { isRight: true }),
  field('dormant', { isRight: true, paint: (count) => (count > 0 ? 'red' : undefined) }),
  field('routers', { isRight: true }),
  field('totalPorts', { header: 'PORTS', isRight: true }),
  field('portsInUse', { header: 'USED', isRight: true }),
  field('portsFree', {
    header: 'FREE',
    isRight: true,
    paint: (count) => (count === 0 ? 'red' : undefined),
  }),
  field('bytesSent', { header: 'SENT', isRight: true, show: bytesInWords }),
  field('bytesReceived', { header: 'RECV', isRight: true, show: bytesInWords }),
  field('tunnelsUp', { isMinor: true, isRight: true }),
  field('tunnelsDown', {
    isMinor: true,
    isRight: true,
    paint: (count = 0) => (count > 0 ? 'red' : undefined),
  }),
];

/** The connections are those that the filter selects, the ports are all. */
export function summaryOf(
  server: string,
  { ports, sessions, interfaces }: ReadingToWatch,
  { hasSession }: Filter,
): SummaryItem {
  const tunnels = interfaces?.filter(
    ({ type }) => type === 'full-router' || type === 'home-router',
  );
  const tunnelsUp = tunnels?.filter(({ state }) => state === 'connected').length;
  const selected = sessions.filter(hasSession);
  const sum = (name: 'bytesSent' | 'bytesReceived') =>
    selected.reduce((total, { counters }) => total + (counters?.[name] ?? 0), 0);
  return {
    server,
    connected: selected.length,
    dormant: selected.filter(({ connection }) => connection?.isDormant === true).length,
    routers: selected.filter(isRouterSession).length,
    totalPorts: ports.length,
    portsInUse: ports.filter(isInUse).length,
    portsFree: ports.filter((port) => portStateOf(port) === 'free').length,
    bytesSent: sum('bytesSent'),
    bytesReceived: sum('bytesReceived'),
    tunnelsUp,
    tunnelsDown: tunnels === undefined ? undefined : tunnels.length - (tunnelsUp ?? 0),
  };
}
