// Reads the interfaces of a server.

import { checkBoolean } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { checkPageBytes, type EnumerationOptions } from '../call/paging.ts';
import { valueIn } from '../call/tables.ts';
import type { Interface, InterfaceDetails, InterfaceDevice } from './interface.ts';
import { checkUnchanged, detailsIn, deviceIn, interfacesIn, subjectOf } from './rows.ts';
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
  return line.call('getInterface', checked, async (patience) => {
    const reply = await line.ask(patience, 'getInterface', ...target.args);
    checkUnchanged(line, reply, target);
    line.check(reply, subjectOf(target));
    return detailsIn(line, reply, target);
  });
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
  return line.call('getInterfaceDevice', checked, async (patience) => {
    const reply = await line.ask(patience, 'getInterfaceDevice', ...target.args, index);
    checkUnchanged(line, reply, target);
    line.check(reply, subjectOf(target));
    return deviceIn(line, reply, target);
  });
}
