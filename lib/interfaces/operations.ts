// Reads the interfaces of a server.

import { checkBoolean } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { checkPageBytes, type EnumerationOptions } from '../call/paging.ts';
import type { Patience } from '../call/patience.ts';
import { valueIn } from '../call/tables.ts';
import { read } from './asking.ts';
import type { Interface, InterfaceDetails, InterfaceDevice } from './interface.ts';
import { detailsIn, deviceIn, interfacesIn } from './rows.ts';
import { checkInterface, checkName } from './target.ts';
import { checkDeviceIndex } from './values.ts';

export interface InterfaceHandleOptions extends CallOptions {
  /** Whether the interfaces of dialled-in clients are searched too. Default `false`. */
  readonly clients?: boolean;
}

export async function enumInterfaces(
  line: Line,
  options?: EnumerationOptions,
): Promise<Interface[]> {
  const checked = checkOptions(options, ['pageBytes']);
  const pageBytes = checkPageBytes(checked);
  return interfacesIn(line, await line.question('enumInterfaces', checked, [pageBytes]));
}

export async function getInterface(
  line: Line,
  which: unknown,
  options?: CallOptions,
): Promise<InterfaceDetails> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  const ask = (patience: Patience) => line.ask(patience, 'getInterface', ...target.args);
  return read(line, 'getInterface', target, checked, ask, (reply) =>
    detailsIn(line, reply, target),
  );
}

export async function getInterfaceHandle(
  line: Line,
  name: string,
  options?: InterfaceHandleOptions,
): Promise<number> {
  const checked = checkOptions(options, ['clients']);
  const wanted = checkName('name', name);
  const { clients = false } = checked;
  checkBoolean('options.clients', clients);
  const args = [wanted, clients ? 1 : 0] as const;
  const reply = await line.question('getInterfaceHandle', checked, [...args], {
    interface: wanted,
  });
  return valueIn(line, reply);
}

export async function getInterfaceDevice(
  line: Line,
  which: unknown,
  index: number,
  options?: CallOptions,
): Promise<InterfaceDevice> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  checkDeviceIndex(index);
  const ask = (patience: Patience) =>
    line.ask(patience, 'getInterfaceDevice', ...target.args, index);
  return read(line, 'getInterfaceDevice', target, checked, ask, (reply) =>
    deviceIn(line, reply, target),
  );
}
