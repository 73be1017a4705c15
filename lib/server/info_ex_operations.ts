// Reads and sets all tunnels of a server, since Windows Server 2008 R2.

import { checkInteger } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { TablesReply } from '../call/reply.ts';
import { rowIn, rowsIn } from '../call/tables.ts';
import { Ikev2CertificateRow, Ikev2EkuRow, ServerExRow } from '../native/rows.ts';
import type { SettingsResult } from './info.ts';
import type { ServerInfoEx, ServerSettingsEx } from './info_ex.ts';
import { infoExOf } from './info_ex_rows.ts';
import { tooOld } from './info_operations.ts';
import {
  changedSettings,
  checkSettings,
  checkSettingsOptions,
  type SettingsOptions,
  type Shape,
  settingsResult,
  type Wish,
  wishesFor,
} from './settings.ts';
import { changedPorts, portSettings } from './tunnel_ports.ts';

export interface InfoExOptions extends CallOptions {
  /** The revision of the struct to ask for, 1 to 5. Default: the newest that the server takes. */
  readonly revision?: number;
}

export interface SettingsExOptions extends InfoExOptions, SettingsOptions {}

const NEWEST_REVISION = 5;

/** The parameters that can be set, with their columns. */
const ikev2Numbers = {
  idleTimeout: 'ikev2IdleTimeout',
  networkBlackoutTime: 'ikev2NetworkBlackoutTime',
  saLifeTime: 'ikev2SaLifeTime',
  saDataSize: 'ikev2SaDataSize',
  configOptions: 'ikev2ConfigOptions',
  encryptionType: 'ikev2EncryptionType',
  mainModeSaLifeTime: 'ikev2MainModeSaLifeTime',
} as const;

const ports = { settable: portSettings, reported: [] };

const protocols = {
  pptp: ports,
  l2tp: {
    settable: portSettings,
    reported: [
      'parameterFlags',
      'idleTimeout',
      'encryptionType',
      'saLifeTime',
      'saDataSize',
      'mainModeSaLifeTime',
    ],
  },
  sstp: {
    settable: portSettings,
    reported: ['usesHttps', 'certificateAlgorithm', 'hasDefaultCertificate', 'certificateHash'],
  },
  ikev2: {
    settable: [...portSettings, ...Object.keys(ikev2Numbers)],
    reported: [
      'parameterFlags',
      'policy',
      'machineCertificateName',
      'machineCertificateHash',
      'certificateNames',
      'ekus',
    ],
  },
  gre: ports,
} as const;

/** The settings of each protocol that can be set. */
export function settableFields(): Readonly<Record<keyof typeof protocols, readonly string[]>> {
  const { pptp, l2tp, sstp, ikev2, gre } = protocols;
  return {
    pptp: pptp.settable,
    l2tp: l2tp.settable,
    sstp: sstp.settable,
    ikev2: ikev2.settable,
    gre: gre.settable,
  };
}

const shape: Shape = {
  protocols,
  reported: ['isLanOnly'],
  // A value that was read as an older revision can be handed back as the newest.
  passing: ['revision', 'upTime', 'totalPorts', 'portsInUse'],
};

export async function getInfoEx(line: Line, options?: InfoExOptions): Promise<ServerInfoEx> {
  const checked = checkOptions(options, ['revision']);
  const revision = checkRevision(checked);
  const reply = await line.question('getInfoEx', checked, [revision]);
  return infoExIn(line, reply);
}

export async function setInfoEx(
  line: Line,
  settings: ServerSettingsEx,
  options?: SettingsExOptions,
): Promise<SettingsResult> {
  const checked = checkSettingsOptions(options, ['revision']);
  const revision = checkRevision(checked);
  const wishes = checkSettings(settings, shape);
  return line.action('setInfoEx', checked, async (patience) => {
    if (!line.has('setInfoEx')) {
      // It fails by itself, so nothing need be read.
      line.checkDone(await line.ask(patience, 'setInfoEx', revision, {}));
    }
    // Count and flags of a protocol are set together, so those that the caller leaves out are read first.
    return line.lookThen(patience, async (ask) => {
      const current = await ask('getInfoEx', revision);
      line.check(current);
      const lacks = (name: string) => tooOld(line, name);
      const changed = changedSettings(wishes, infoExIn(line, current), lacks);
      const written = checked.force === true ? wishes.filter((wish) => wish.isSettable) : changed;
      if (written.length === 0) return async () => settingsResult([]);
      const numbers = rowIn(line, current, 'serverEx', ServerExRow, (row) =>
        numbersOf(row, written),
      );
      return async () => {
        const reply = await ask('setInfoEx', revision, numbers);
        line.checkDone(reply);
        return settingsResult(changed, reply);
      };
    });
  });
}

function checkRevision({ revision }: InfoExOptions): number | undefined {
  if (revision === undefined) return undefined;
  return checkInteger('options.revision', revision, 1, NEWEST_REVISION);
}

function infoExIn(line: Line, reply: TablesReply): ServerInfoEx {
  const certificates = rowsIn(
    line,
    reply,
    'ikev2Certificate',
    Ikev2CertificateRow,
    ({ name }) => name,
  );
  const ekus = rowsIn(line, reply, 'ikev2Eku', Ikev2EkuRow, ({ isOid, eku }) => ({
    isOid: isOid !== 0,
    eku,
  }));
  const take = (row: ServerExRow) => infoExOf(row, certificates, ekus);
  return rowIn(line, reply, 'serverEx', ServerExRow, take);
}

function numbersOf(row: ServerExRow, wishes: readonly Wish[]): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const protocol of Object.keys(protocols) as (keyof typeof protocols)[]) {
    const settings = wishesFor(protocol, wishes);
    if (!portSettings.some((name) => settings[name] !== undefined)) continue;
    const [count, flags] = changedPorts(row[`${protocol}Ports`], row[`${protocol}Flags`], settings);
    numbers[`${protocol}Ports`] = count;
    numbers[`${protocol}Flags`] = flags;
  }
  const ikev2 = wishesFor('ikev2', wishes);
  for (const [name, column] of Object.entries(ikev2Numbers)) {
    const number = ikev2[name];
    if (typeof number === 'number') numbers[column] = number;
  }
  return numbers;
}
