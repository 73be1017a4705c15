// Reads a server's uptime and ports, and sets its ports by tunnel protocol.

import { checkObject } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { Reply, TablesReply } from '../call/reply.ts';
import { rowIfAny, rowIn } from '../call/tables.ts';
import { RasError } from '../errors/ras_error.ts';
import {
  rassapiServerColumns,
  server0Columns,
  server1Columns,
  server2Columns,
} from '../native/records.ts';
import type { ServerInfo, ServerSettings, SettingsResult } from './info.ts';
import { changedPorts, checkPortSettings, tunnelPortsOf } from './tunnel_ports.ts';

const ERROR_NOT_SUPPORTED = 50;
const REBOOT_REQUIRED = 3010;
const RESTART_REQUIRED = 3011;

const protocols = ['pptp', 'l2tp', 'sstp'] as const;

export async function getInfo(line: Line, options?: CallOptions): Promise<ServerInfo> {
  const reply = await line.question('getInfo', checkOptions(options, []), []);
  if (reply.tables?.rassapiServer !== undefined) {
    const row = rowIn(line, reply, 'rassapiServer', rassapiServerColumns);
    return { isLanOnly: undefined, upTime: undefined, ...row, ports: {} };
  }
  const { lanOnly, upTime, totalPorts, portsInUse } = rowIn(line, reply, 'server0', server0Columns);
  const { level1, level2 } = portLevels(line, reply);
  const level = level2 ?? level1;
  return {
    isLanOnly: lanOnly !== 0,
    upTime,
    totalPorts,
    portsInUse,
    ports: {
      ...(level === undefined
        ? undefined
        : {
            pptp: tunnelPortsOf(level.pptpPorts, level.pptpFlags),
            l2tp: tunnelPortsOf(level.l2tpPorts, level.l2tpFlags),
          }),
      ...(level2 === undefined
        ? undefined
        : { sstp: tunnelPortsOf(level2.sstpPorts, level2.sstpFlags) }),
    },
  };
}

export async function setInfo(
  line: Line,
  settings: ServerSettings,
  options?: CallOptions,
): Promise<SettingsResult> {
  const checked = checkOptions(options, []);
  const wishes = checkSettings(settings);
  return line.call('setInfo', checked, async (patience) => {
    // All numbers are set together, so settings that the caller leaves out are read first.
    const reply = line.has('setInfo')
      ? await line.lookThen(patience, async (ask) => {
          const current = await ask('getInfo');
          line.check(current);
          const numbers = numbersOf(line, current, wishes);
          return () => ask('setInfo', numbers);
        })
      : await line.ask(patience, 'setInfo', [0, 0, 0, 0]);
    return settingsResult(line, reply);
  });
}

function checkSettings(settings: ServerSettings): ServerSettings {
  const given = checkObject('settings', settings, protocols);
  const copy: { -readonly [Protocol in keyof ServerSettings]: ServerSettings[Protocol] } = {};
  for (const protocol of protocols) {
    const ports = given[protocol];
    if (ports !== undefined) copy[protocol] = checkPortSettings(`settings.${protocol}`, ports);
  }
  return copy;
}

/** Whether the settings need a restart. @throws {RasError} unless the server has accepted them */
export function settingsResult(line: Line, reply: Reply): SettingsResult {
  line.checkDone(reply);
  return {
    rebootRequired: reply.status === REBOOT_REQUIRED,
    restartRequired: reply.status === RESTART_REQUIRED,
  };
}

function portLevels(line: Line, reply: TablesReply) {
  return {
    level1: rowIfAny(line, reply, 'server1', server1Columns),
    level2: rowIfAny(line, reply, 'server2', server2Columns),
  };
}

function numbersOf(line: Line, reply: TablesReply, settings: ServerSettings): number[] {
  const { level1, level2 } = portLevels(line, reply);
  const level = level2 ?? level1;
  if (level === undefined || (level2 === undefined && settings.sstp !== undefined)) {
    throw new RasError({
      status: ERROR_NOT_SUPPORTED,
      syscall: reply.syscall,
      server: line.server,
      message:
        level === undefined
          ? 'The server is too old to have its numbers of ports set.'
          : 'The server is too old to have SSTP ports.',
    });
  }
  const { pptp, l2tp, sstp } = settings;
  const numbers = [
    ...changedPorts(level.pptpPorts, level.pptpFlags, pptp),
    ...changedPorts(level.l2tpPorts, level.l2tpFlags, l2tp),
  ];
  return level2 === undefined
    ? numbers
    : [...numbers, ...changedPorts(level2.sstpPorts, level2.sstpFlags, sstp)];
}
