// Interfaces as the command shows them.

import type { Interface } from '../../interfaces/interface.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import type { Colour } from '../terminal/colour.ts';
import { bytesInWords } from '../units.ts';
import { whyDown, whyDownInBrief } from './interface_words.ts';
import { ageField, serverField, WHOLE_ADDRESS } from './port_fields.ts';
import type { Rider } from './riders.ts';

export type InterfaceItem = Readonly<ReturnType<typeof interfaceItem>>;

const field = fieldOf<InterfaceItem>();

export const interfaceFields: readonly Field<InterfaceItem>[] = [
  serverField,
  field('name', { header: 'INTERFACE' }),
  field('state', { isBefore: true, paint: interfaceColour }),
  field('unreachable', {
    header: 'WHY',
    isBefore: true,
    show: (reasons) => reasons.join(', '),
    brief: whyDownInBrief,
  }),
  field('lastError', { header: 'ERROR', isRight: true, isBefore: true }),
  field('type'),
  ageField,
  field('ports', { header: 'PORT', show: (names) => names.join(' ') }),
  field('userName', { isMinor: true }),
  field('reason', { isMinor: true, isProse: true }),
  field('lastErrorName', { isMinor: true }),
  field('isEnabled', { isMinor: true }),
  field('remoteEndpoint', { isMinor: true, least: WHOLE_ADDRESS }),
  field('bytesSent', { isMinor: true, isRight: true, show: bytesInWords }),
  field('bytesReceived', { isMinor: true, isRight: true, show: bytesInWords }),
  field('foundBy', { isMinor: true, show: (parts) => parts.join(', ') }),
  field('handle', { isMinor: true, isRight: true }),
];

/** Of the connections that go over it, usually one, the fields show the first; `ports` are those of all. */
export function interfaceItem(server: string, one: Interface, riders: readonly Rider[]) {
  const { name, state, unreachable, lastError, type, isEnabled, handle } = one;
  const [first] = riders;
  const ports = riders.flatMap(({ session }) => session.ports.map((port) => port.name));
  return {
    server,
    name,
    state,
    unreachable,
    lastError: lastError?.status,
    type,
    connectDuration: first?.session.connectDuration,
    ports,
    userName: first?.session.userName,
    reason: whyDown(one),
    lastErrorName: lastError?.code,
    isEnabled,
    remoteEndpoint: first?.session.remoteEndpoint,
    bytesSent: first?.session.counters?.bytesSent,
    bytesReceived: first?.session.counters?.bytesReceived,
    foundBy: riders.map(({ agreement }) => agreement),
    handle,
  };
}

function interfaceColour(state: Interface['state']): Colour | undefined {
  if (state === 'connected') return 'green';
  if (state === 'connecting') return 'yellow';
  return state === 'unreachable' ? 'red' : undefined;
}
