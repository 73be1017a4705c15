// The expected hits of a command line: a second implementation of the rules, which shares no code with lib/cli.

import type { TrueLab } from './selection_labs.ts';
import type { ActingCommand, ActingLine } from './selection_lines.ts';
import { code, Nothing, readOptions, refused } from './selection_options.ts';
import { combined, connectionOn, selected, type Target } from './selection_targets.ts';

/** What is hit: 'RAS01 VPN2-0' is a port, 'RAS01 VPN2-0+VPN2-1' a connection, 'RAS01 alice' an account. */
export type Hit = string;

export interface Verdict {
  /** The exit code of the command. */
  readonly code: number;
  /** Ports that the servers are asked to act on, and connections and accounts that they changed. */
  readonly hits: readonly Hit[];
  /** The actions on each server: 'RAS01 MprAdminPortReset'. */
  readonly calls: readonly string[];
  /** The lines of the audit log: 'RAS01 resetPort done'. */
  readonly audited: readonly string[];
  /** The reason, for the message of a failure. */
  readonly why: string;
}

export function verdict(lab: TrueLab, line: ActingLine): Verdict {
  try {
    return judged(lab, line);
  } catch (error) {
    if (error instanceof Nothing)
      return { code: error.code, hits: [], calls: [], audited: [], why: error.why };
    throw error;
  }
}

function judged(lab: TrueLab, line: ActingLine): Verdict {
  const options = readOptions(line);
  const { targets, exits } = selected(lab, line, options);
  if (targets.length === 0) {
    throw new Nothing(exits.length > 0 ? combined(exits) : code.notFound, 'nothing is selected');
  }
  if (options.max !== undefined && targets.length > options.max) {
    throw new Nothing(code.threshold, `${targets.length} are more than --max`);
  }
  if (options.isDry) throw new Nothing(combined([...targets.map(() => code.ok), ...exits]), 'dry');
  const isOfOne = line.command === 'message' && !options.all && options.user === undefined;
  if (!options.yes && !isOfOne) throw refused('nobody consented');
  const ends = targets.map((target) => endOf(line.command, target));
  return {
    code: combined([...exits, ...ends]),
    hits: targets.flatMap((target) => hitsOf(line.command, target)).sort(),
    calls: targets.flatMap((target) => callsOf(line.command, target)).sort(),
    audited: targets.map((target) => auditOf(line.command, target)).sort(),
    why: 'these are selected',
  };
}

function hitsOf(command: ActingCommand, target: Target): Hit[] {
  const { name } = target.server;
  if ('port' in target) return [`${name} ${target.port.name}`];
  // The API has no call that disconnects a connection: each of its ports is disconnected.
  if ('connection' in target && command === 'disconnect') {
    return target.connection.ports.map((port) => `${name} ${port}`);
  }
  if (endOf(command, target) !== code.ok) return [];
  if ('account' in target) return [`${name} ${target.account.toLowerCase()}`];
  return [`${name} ${target.connection.ports.join('+')}`];
}

function callsOf(command: ActingCommand, target: Target): string[] {
  const call = `${target.server.name} ${functionOf(command, target)}`;
  const isOnEachPort = 'connection' in target && command === 'disconnect';
  return isOnEachPort ? target.connection.ports.map(() => call) : [call];
}

function auditOf(command: ActingCommand, target: Target): string {
  const kind = 'port' in target ? 'Port' : 'Connection';
  const action = {
    disconnect: 'port' in target ? 'disconnectPort' : 'disconnectSession',
    reset: 'resetPort',
    'clear-stats': `clear${kind}Stats`,
    message: 'sendUserMessage',
    user: 'setUser',
  }[command];
  const result = endOf(command, target) === code.ok ? 'done' : 'failed';
  return `${target.server.name} ${action} ${result}`;
}

/** The code of the action on one target. */
function endOf(command: ActingCommand, target: Target): number {
  const { fault, generation } = target.server;
  const asked = functionOf(command, target);
  if (fault === asked) return code.denied;
  // For an idle port the server returns an error.
  const isVacant = 'port' in target && connectionOn(target.server, target.port) === undefined;
  if (command === 'disconnect' && isVacant) return code.failure;
  if (command === 'message' && generation === 'nt4') return code.failure;
  return code.ok;
}

function functionOf(command: ActingCommand, target: Target): string {
  if (command === 'clear-stats') {
    return 'port' in target ? 'MprAdminPortClearStats' : 'MprAdminConnectionClearStats';
  }
  return {
    disconnect: 'MprAdminPortDisconnect',
    reset: 'MprAdminPortReset',
    message: 'MprAdminSendUserMessage',
    user: 'MprAdminUserSetInfo',
  }[command];
}
