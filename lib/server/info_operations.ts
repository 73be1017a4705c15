// Reads a server's uptime and ports, and sets its ports by tunnel protocol.

import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { TablesReply } from '../call/reply.ts';
import { rowIfAny, rowIn } from '../call/tables.ts';
import { RasError } from '../errors/ras_error.ts';
import { RassapiServerRow, Server0Row, Server1Row, Server2Row } from '../native/rows.ts';
import type { ServerInfo, ServerSettings, SettingsResult } from './info.ts';
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
import { changedPorts, portSettings, tunnelPortsOf } from './tunnel_ports.ts';

const ERROR_NOT_SUPPORTED = 50;

const ports = { settable: portSettings, reported: [] };

const shape: Shape = {
  protocols: { pptp: ports, l2tp: ports, sstp: ports },
  reported: ['isLanOnly', 'rasVersion'],
  passing: ['upTime', 'totalPorts', 'portsInUse'],
};

export async function getInfo(line: Line, options?: CallOptions): Promise<ServerInfo> {
  const reply = await line.question('getInfo', checkOptions(options, []), []);
  return infoIn(line, reply);
}

function infoIn(line: Line, reply: TablesReply): ServerInfo {
  if (reply.tables?.rassapiServer !== undefined) {
    return rowIn(line, reply, 'rassapiServer', RassapiServerRow, (row) => ({
      isLanOnly: undefined,
      upTime: undefined,
      totalPorts: row.totalPorts,
      portsInUse: row.portsInUse,
      rasVersion: row.rasVersion,
    }));
  }
  const general = rowIn(line, reply, 'server0', Server0Row, (row) => ({
    isLanOnly: row.lanOnly !== 0,
    upTime: row.upTime,
    totalPorts: row.totalPorts,
    portsInUse: row.portsInUse,
  }));
  const { level1, level2 } = portLevels(line, reply);
  const level = level2 ?? level1;
  return {
    ...general,
    ...(level === undefined
      ? undefined
      : {
          pptp: tunnelPortsOf(level.pptpPorts, level.pptpFlags),
          l2tp: tunnelPortsOf(level.l2tpPorts, level.l2tpFlags),
        }),
    ...(level2 === undefined
      ? undefined
      : { sstp: tunnelPortsOf(level2.sstpPorts, level2.sstpFlags) }),
  };
}

export async function setInfo(
  line: Line,
  settings: ServerSettings,
  options?: SettingsOptions,
): Promise<SettingsResult> {
  const checked = checkSettingsOptions(options, []);
  const wishes = checkSettings(settings, shape);
  return line.action('setInfo', checked, async (patience) => {
    if (!line.has('setInfo')) {
      // It fails by itself, so nothing need be read.
      line.checkDone(await line.ask(patience, 'setInfo', [0, 0, 0, 0]));
    }
    // All numbers are set together, so settings that the caller leaves out are read first.
    return line.lookThen(patience, async (ask) => {
      const current = await ask('getInfo');
      line.check(current);
      const lacks = (name: string) => tooOld(line, name);
      const changed = changedSettings(wishes, infoIn(line, current), lacks);
      const written = checked.force === true ? wishes.filter((wish) => wish.isSettable) : changed;
      if (written.length === 0) return async () => settingsResult([]);
      const numbers = numbersOf(line, current, written);
      return async () => {
        const reply = await ask('setInfo', numbers);
        line.checkDone(reply);
        return settingsResult(changed, reply);
      };
    });
  });
}

function portLevels(line: Line, reply: TablesReply) {
  return {
    level1: rowIfAny(line, reply, 'server1', Server1Row, level1Of),
    level2: rowIfAny(line, reply, 'server2', Server2Row, (row) => ({
      ...level1Of(row),
      sstpPorts: row.sstpPorts,
      sstpFlags: row.sstpFlags,
    })),
  };
}

function level1Of({ pptpPorts, pptpFlags, l2tpPorts, l2tpFlags }: Server1Row | Server2Row) {
  return { pptpPorts, pptpFlags, l2tpPorts, l2tpFlags };
}

function numbersOf(line: Line, reply: TablesReply, wishes: readonly Wish[]): number[] {
  const { level1, level2 } = portLevels(line, reply);
  const level = level2 ?? level1;
  if (level === undefined) return [];
  const numbers = [
    ...changedPorts(level.pptpPorts, level.pptpFlags, wishesFor('pptp', wishes)),
    ...changedPorts(level.l2tpPorts, level.l2tpFlags, wishesFor('l2tp', wishes)),
  ];
  if (level2 === undefined) return numbers;
  const sstp = changedPorts(level2.sstpPorts, level2.sstpFlags, wishesFor('sstp', wishes));
  return [...numbers, ...sstp];
}

/** The error for a setting that the server has no place for. */
export function tooOld(line: Line, setting: string): RasError {
  return new RasError({
    concluded: ERROR_NOT_SUPPORTED,
    server: line.server,
    message: `The server is too old for the setting ${setting}.`,
  });
}
