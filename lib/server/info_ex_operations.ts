// Reads and sets all tunnels of a server, since Windows Server 2008 R2.

import { checkInteger, checkObject } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { TablesReply } from '../call/reply.ts';
import { rowIn, rowsIn } from '../call/tables.ts';
import {
  ikev2CertificateColumns,
  ikev2EkuColumns,
  type Row,
  serverExColumns,
} from '../native/records.ts';
import type { SettingsResult } from './info.ts';
import type { Ikev2Settings, ServerInfoEx, ServerSettingsEx } from './info_ex.ts';
import { infoExOf } from './info_ex_rows.ts';
import { settingsResult } from './info_operations.ts';
import { changedPorts, checkPortSettings, checkTunnelPorts, portSettings } from './tunnel_ports.ts';

export interface InfoExOptions extends CallOptions {
  /** The revision of the struct to ask for, 1 to 5. Default: the newest that the server takes. */
  readonly revision?: number;
}

const NEWEST_REVISION = 5;
const LARGEST = 0xffffffff;

const ikev2Numbers = {
  idleTimeout: 'ikev2IdleTimeout',
  networkBlackoutTime: 'ikev2NetworkBlackoutTime',
  saLifeTime: 'ikev2SaLifeTime',
  saDataSize: 'ikev2SaDataSize',
  configOptions: 'ikev2ConfigOptions',
  encryptionType: 'ikev2EncryptionType',
  mainModeSaLifeTime: 'ikev2MainModeSaLifeTime',
} as const;

const protocols = ['pptp', 'l2tp', 'sstp', 'ikev2', 'gre'] as const;

export async function getInfoEx(line: Line, options?: InfoExOptions): Promise<ServerInfoEx> {
  const checked = checkOptions(options, ['revision']);
  const { revision } = checked;
  if (revision !== undefined) checkInteger('options.revision', revision, 1, NEWEST_REVISION);
  const reply = await line.question('getInfoEx', checked, [revision]);
  return infoExOf(
    rowOf(line, reply),
    rowsIn(line, reply, 'ikev2Certificate', ikev2CertificateColumns),
    rowsIn(line, reply, 'ikev2Eku', ikev2EkuColumns),
  );
}

export async function setInfoEx(
  line: Line,
  settings: ServerSettingsEx,
  options?: InfoExOptions,
): Promise<SettingsResult> {
  const checked = checkOptions(options, ['revision']);
  const { revision } = checked;
  if (revision !== undefined) checkInteger('options.revision', revision, 1, NEWEST_REVISION);
  const wishes = checkSettings(settings);
  return line.call('setInfoEx', checked, async (patience) => {
    // Two of the flags are set together, so settings that the caller leaves out are read first.
    const reply = line.has('setInfoEx')
      ? await line.lookThen(patience, async (ask) => {
          const current = await ask('getInfoEx', revision);
          line.check(current);
          const numbers = numbersOf(rowOf(line, current), wishes);
          return () => ask('setInfoEx', revision, numbers);
        })
      : await line.ask(patience, 'setInfoEx', revision, {});
    return settingsResult(line, reply);
  });
}

function rowOf(line: Line, reply: TablesReply): Row<typeof serverExColumns> {
  return rowIn(line, reply, 'serverEx', serverExColumns);
}

function checkSettings(settings: ServerSettingsEx): ServerSettingsEx {
  const given = checkObject('settings', settings, protocols);
  const copy: { -readonly [Protocol in keyof ServerSettingsEx]: ServerSettingsEx[Protocol] } = {};
  for (const protocol of protocols) {
    const ports = given[protocol];
    if (ports !== undefined && protocol !== 'ikev2') {
      copy[protocol] = checkPortSettings(`settings.${protocol}`, ports);
    }
  }
  if (given.ikev2 !== undefined) copy.ikev2 = checkIkev2(given.ikev2);
  return copy;
}

function checkIkev2(settings: Ikev2Settings): Ikev2Settings {
  const names = Object.keys(ikev2Numbers) as (keyof typeof ikev2Numbers)[];
  const copy = checkObject('settings.ikev2', settings, [...portSettings, ...names]);
  checkTunnelPorts('settings.ikev2', copy);
  for (const name of names) {
    const number = copy[name];
    if (number !== undefined) checkInteger(`settings.ikev2.${name}`, number, 0, LARGEST);
  }
  return copy;
}

function numbersOf(
  row: Row<typeof serverExColumns>,
  settings: ServerSettingsEx,
): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const protocol of protocols) {
    const wish = settings[protocol];
    if (wish === undefined) continue;
    const { count, forRas, forRouting } = wish;
    if (count === undefined && forRas === undefined && forRouting === undefined) continue;
    const [ports, flags] = changedPorts(row[`${protocol}Ports`], row[`${protocol}Flags`], wish);
    numbers[`${protocol}Ports`] = ports;
    numbers[`${protocol}Flags`] = flags;
  }
  for (const [name, column] of Object.entries(ikev2Numbers)) {
    const number = settings.ikev2?.[name as keyof typeof ikev2Numbers];
    if (number !== undefined) numbers[column] = number;
  }
  return numbers;
}
