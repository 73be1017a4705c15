// Devices and transports, as far as they are read.

import { checkInteger, checkWord } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { rowIn, rowsIn } from '../call/tables.ts';
import { DeviceRow, TransportRow } from '../native/rows.ts';
import { type Device, type Transport, type TransportName, transports } from './device.ts';

const LARGEST_ID = 0xffffffff;

export async function enumDevices(line: Line, options?: CallOptions): Promise<Device[]> {
  const reply = await line.question('enumDevices', checkOptions(options, []), []);
  return rowsIn(line, reply, 'device', DeviceRow, (row) => ({
    type: row.deviceType,
    name: row.deviceName,
  }));
}

export async function getTransport(
  line: Line,
  transport: TransportName | number,
  options?: CallOptions,
): Promise<Transport> {
  const checked = checkOptions(options, []);
  const id = transportId('transport', transport);
  const reply = await line.question('getTransport', checked, [id]);
  return rowIn(line, reply, 'transport', TransportRow, (row) => ({
    globalInfo: row.globalInfo,
    clientInterfaceInfo: row.clientInterfaceInfo,
  }));
}

/** The number of a transport that a caller named. */
export function transportId(name: string, transport: TransportName | number): number {
  if (typeof transport === 'number') return checkInteger(name, transport, 0, LARGEST_ID);
  const names = Object.keys(transports) as TransportName[];
  return transports[checkWord(name, transport, names)];
}
