// Turns any error into a message for the user and an exit code for the shell.

import { Complaint } from './complaint.ts';
import type { Exit } from './exit_codes.ts';

/** An error as messages and JSON show it. */
export interface Trouble {
  readonly exit: Exit;
  readonly code: string;
  readonly status: number | null;
  readonly syscall: string | null;
  readonly message: string;
  readonly hint: string | null;
}

export interface ServerTrouble extends Trouble {
  readonly server: string;
}

// Recognised by its shape: importing the class would load the library, which `rras explain` does not need.
interface RasErrorShape {
  readonly code: string;
  readonly status: number;
  readonly syscall: string;
  readonly message: string;
  readonly hint?: string;
}

const exitsByCode: Readonly<Record<string, Exit>> = {
  ERR_RRAS_UNSUPPORTED_PLATFORM: 'unsupportedPlatform',
  ERR_RRAS_LIBRARY: 'unsupportedPlatform',
  ERR_RRAS_NO_BINARY: 'unsupportedPlatform',
};

const exitsByStatus: ReadonlyMap<number, Exit> = new Map([
  ...statuses('accessDenied', [5, 65, 1314, 1326, 1327, 1331, 1385, 1907, 1909]),
  ...statuses('unreachable', [51, 53, 64, 67, 1203, 1231, 1722, 1723, 1726, 1727]),
  // 1717 and 1753: the machine answers, and nobody there speaks for Routing and Remote Access.
  ...statuses('serviceNotRunning', [903, 1058, 1060, 1062, 1717, 1753]),
  ...statuses('notFound', [55, 601, 615, 906, 1168, 1317, 2221]),
  ...statuses('timeOut', [121, 1460]),
]);

function statuses(exit: Exit, numbers: readonly number[]): [number, Exit][] {
  return numbers.map((number) => [number, exit]);
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Complaint) {
    return trouble(error.exit, 'ERR_RRAS_CLI', error.message, error.hint);
  }
  if (isRasError(error)) {
    const { code, status, syscall, message, hint } = error;
    const exit = exitsByCode[code] ?? exitsByStatus.get(status) ?? 'failure';
    return { exit, code, status, syscall, message, hint: forTheCommand[code] ?? inLab(hint) };
  }
  if (!(error instanceof Error)) return trouble('failure', 'ERR_RRAS_CLI', String(error));
  if (error.name === 'TimeoutError') {
    const hint = '--timeout SECONDS waits longer; `rras doctor` finds out what hangs.';
    return trouble('timeOut', 'TimeoutError', error.message, hint);
  }
  if (error.name === 'AbortError') return trouble('cancelled', 'AbortError', 'Cancelled');
  const code = 'code' in error ? String(error.code) : error.name;
  const exit = code.startsWith('ERR_INVALID_ARG') ? 'usage' : 'failure';
  return trouble(exit, code, error.message);
}

// The library's hint names options of the library; the command has its own.
const forTheCommand: Readonly<Record<string, string>> = {
  ERR_RRAS_UNSUPPORTED_PLATFORM:
    'Run rras on Windows, or try it on a simulated server: add --sim to the command.',
  ERR_RRAS_LIBRARY:
    'Look at the reason given for each file. --library PATH opens another, --sim is a simulated server.',
  ERR_RRAS_PORT_CHANGED: 'List the ports again and decide anew.',
};

// The simulator speaks to a program.
function inLab(hint: string | undefined): string | null {
  if (hint?.startsWith('The simulator has no such server') !== true) return hint ?? null;
  return 'The lab has no such server. A plain --sim has RAS01 and RAS02; the servers of --sim=FILE stand in the file.';
}

function trouble(exit: Exit, code: string, message: string, hint?: string): Trouble {
  return { exit, code, status: null, syscall: null, message, hint: hint ?? null };
}

function isRasError(error: unknown): error is RasErrorShape {
  return error instanceof Error && error.name === 'RasError' && 'status' in error;
}
