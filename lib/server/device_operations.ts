// The devices of a server.

import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { rowsIn } from '../call/tables.ts';
import { DeviceRow } from '../native/rows.ts';
import type { Device } from './device.ts';

export async function enumDevices(line: Line, options?: CallOptions): Promise<Device[]> {
  const reply = await line.question('enumDevices', checkOptions(options, []), []);
  return rowsIn(line, reply, 'device', DeviceRow, (row) => ({
    type: row.deviceType,
    name: row.deviceName,
  }));
}
