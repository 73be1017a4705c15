// Reads interfaces from the tables of a reply.

import { verdictOf } from '../call/failure.ts';
import type { Line, Subject } from '../call/line.ts';
import type { TablesReply } from '../call/reply.ts';
import { rowIfAny, rowIn, rowsIn } from '../call/tables.ts';
import { interfaceTypes } from '../connections/connection.ts';
import { codeOf } from '../errors/ras_error_code.ts';
import {
  InterfaceDeviceRow,
  InterfaceEntryRow,
  InterfaceHoursRow,
  InterfaceRow,
} from '../native/rows.ts';
import { interfaceChanged } from './changed.ts';
import { type DemandDial, demandDialFrom, textsIn } from './demand_dial.ts';
import { type DialOutHours, hoursFrom } from './hours.ts';
import {
  type Interface,
  type InterfaceDetails,
  type InterfaceDevice,
  interfaceStates,
  type StoredInterface,
  type StoredInterfaceDetails,
  unreachabilityReasons,
} from './interface.ts';
import type { InterfaceTarget } from './target.ts';
import { wordAt, wordsOfBits } from './words.ts';

function interfaceFrom(row: InterfaceRow, server: string): Interface {
  const { lastError } = row;
  return {
    server,
    handle: row.handle,
    name: row.name,
    type: wordAt(interfaceTypes, row.type),
    isEnabled: row.isEnabled !== 0,
    state: wordAt(interfaceStates, row.state),
    unreachable: wordsOfBits(unreachabilityReasons, row.unreachable),
    lastError: lastError === 0 ? undefined : { status: lastError, code: codeOf(lastError) },
  };
}

export function interfacesIn(line: Line, reply: TablesReply): Interface[] {
  return rowsIn(line, reply, 'interface', InterfaceRow, (row) => interfaceFrom(row, line.server));
}

export function interfaceIn(line: Line, reply: TablesReply, target: InterfaceTarget): Interface {
  const take = (row: InterfaceRow) => interfaceFrom(row, line.server);
  return rowIn(line, reply, 'interface', InterfaceRow, take, subjectOf(target));
}

export function detailsIn(
  line: Line,
  reply: TablesReply,
  target: InterfaceTarget,
): InterfaceDetails {
  return {
    ...interfaceIn(line, reply, target),
    dialOutHours: rowIfAny(line, reply, 'interfaceHours', InterfaceHoursRow, hoursIn)?.hours,
    demandDial: rowIfAny(line, reply, 'interfaceEntry', InterfaceEntryRow, entryIn),
  };
}

export function storedInterfacesIn(line: Line, reply: TablesReply): StoredInterface[] {
  return rowsIn(line, reply, 'interface', InterfaceRow, (row) => storedFrom(row, line.server));
}

export function storedDetailsIn(
  line: Line,
  reply: TablesReply,
  target: InterfaceTarget,
): StoredInterfaceDetails {
  const subject = subjectOf(target);
  const take = (row: InterfaceRow) => storedFrom(row, line.server);
  return {
    ...rowIn(line, reply, 'interface', InterfaceRow, take, subject),
    dialOutHours: rowIn(line, reply, 'interfaceHours', InterfaceHoursRow, hoursIn, subject).hours,
  };
}

function storedFrom(row: InterfaceRow, server: string): StoredInterface {
  const { name, type, isEnabled } = interfaceFrom(row, server);
  return { server, name, type, isEnabled };
}

function hoursIn(row: InterfaceHoursRow): { readonly hours: DialOutHours | undefined } {
  return { hours: hoursFrom(textsIn(row.hours)) };
}

function entryIn(row: InterfaceEntryRow): DemandDial {
  return demandDialFrom(row, textsIn(row.alternates));
}

export function deviceIn(line: Line, reply: TablesReply, target: InterfaceTarget): InterfaceDevice {
  const take = (row: InterfaceDeviceRow): InterfaceDevice => ({
    deviceType: row.deviceType,
    deviceName: row.deviceName,
    phoneNumber: row.phoneNumber,
    alternates: textsIn(row.alternates),
  });
  return rowIn(line, reply, 'interfaceDevice', InterfaceDeviceRow, take, subjectOf(target));
}

export function subjectOf({ label }: InterfaceTarget): Subject {
  return { interface: label };
}

/** @throws {RasError} if another interface has the place of the one that the caller meant */
export function checkUnchanged(line: Line, reply: TablesReply, target: InterfaceTarget): void {
  if (verdictOf(reply) !== 'interface-changed') return;
  throw interfaceChanged(target, interfaceIn(line, reply, target), line.server);
}
