// Turns any error into a message for the user and an exit code for the shell.

import type { ActionOutcome } from '../errors/action_outcome.ts';
import type { RasErrorName } from '../errors/ras_error_code.ts';
import { Complaint } from './complaint.ts';
import type { Exit } from './exit_codes.ts';

/** An error as messages and JSON show it. */
export interface Trouble {
  readonly exit: Exit;
  readonly code: string;
  /** What a function returned. */
  readonly status: number | null;
  /** The function that returned it. */
  readonly syscall: string | null;
  /** What is known about an action that failed. */
  readonly outcome: ActionOutcome | null;
  readonly message: string;
  readonly hint: string | null;
}

export interface ServerTrouble extends Trouble {
  readonly server: string;
}

// Recognised by its shape: importing the class would load the library, which `rras explain` does not need.
interface RasErrorShape {
  readonly code: RasErrorName;
  readonly status?: number;
  readonly syscall?: string;
  readonly outcome?: ActionOutcome;
  readonly message: string;
  readonly hint?: string;
}

const codesByExit = {
  accessDenied: [
    'ERROR_ACCESS_DENIED',
    'ERROR_NETWORK_ACCESS_DENIED',
    'ERROR_PRIVILEGE_NOT_HELD',
    'ERROR_LOGON_FAILURE',
    'ERROR_ACCOUNT_RESTRICTION',
    'ERROR_ACCOUNT_DISABLED',
    'ERROR_LOGON_TYPE_NOT_GRANTED',
    'ERROR_PASSWORD_MUST_CHANGE',
    'ERROR_ACCOUNT_LOCKED_OUT',
  ],
  unreachable: [
    'ERROR_REM_NOT_LIST',
    'ERROR_BAD_NETPATH',
    'ERROR_NETNAME_DELETED',
    'ERROR_BAD_NET_NAME',
    'ERROR_NO_NET_OR_BAD_PATH',
    'ERROR_NETWORK_UNREACHABLE',
    'RPC_S_SERVER_UNAVAILABLE',
    'RPC_S_SERVER_TOO_BUSY',
    'RPC_S_CALL_FAILED',
    'RPC_S_CALL_FAILED_DNE',
  ],
  serviceNotRunning: [
    'ERROR_DDM_NOT_RUNNING',
    'ERROR_SERVICE_DISABLED',
    'ERROR_SERVICE_DOES_NOT_EXIST',
    'ERROR_SERVICE_NOT_ACTIVE',
    // The machine answers, and nobody there speaks for Routing and Remote Access.
    'RPC_S_UNKNOWN_IF',
    'EPT_S_NOT_REGISTERED',
  ],
  notFound: [
    'ERROR_DEV_NOT_EXIST',
    'ERROR_INVALID_PORT_HANDLE',
    'ERROR_PORT_NOT_FOUND',
    'ERROR_INTERFACE_NOT_CONNECTED',
    'ERROR_NO_SUCH_INTERFACE',
    'ERROR_NOT_FOUND',
    'ERROR_NO_SUCH_USER',
    'NERR_UserNotFound',
  ],
  cancelled: ['ERR_RRAS_ABORTED'],
  timeOut: ['ERR_RRAS_TIMEOUT', 'ERROR_SEM_TIMEOUT', 'ERROR_TIMEOUT'],
  unsupportedPlatform: ['ERR_RRAS_UNSUPPORTED_PLATFORM', 'ERR_RRAS_LIBRARY', 'ERR_RRAS_NO_BINARY'],
} as const satisfies Partial<Record<Exit, readonly RasErrorName[]>>;

const exitsByCode: ReadonlyMap<string, Exit> = new Map(
  Object.entries(codesByExit).flatMap(([exit, codes]) =>
    codes.map((code) => [code, exit as Exit] as const),
  ),
);

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Complaint) {
    const { exit, message, hint, outcome = null } = error;
    return { ...trouble(exit, 'ERR_RRAS_CLI', message, hint), outcome };
  }
  if (isRasError(error)) {
    const { code, status = null, syscall = null, outcome = null, message, hint } = error;
    const exit = exitsByCode.get(code) ?? 'failure';
    const advice = hintForTheCommand(error) ?? inLab(hint);
    return { exit, code, status, syscall, outcome, message, hint: advice };
  }
  if (!(error instanceof Error)) return trouble('failure', 'ERR_RRAS_CLI', String(error));
  if (error.name === 'AbortError') return trouble('cancelled', 'AbortError', 'Cancelled');
  const code = 'code' in error ? String(error.code) : error.name;
  const exit = code.startsWith('ERR_INVALID_ARG') ? 'usage' : 'failure';
  return trouble(exit, code, error.message);
}

// The library's hint names options of the library; the command has its own.
function hintForTheCommand({ code, outcome }: RasErrorShape): string | undefined {
  if (code !== 'ERR_RRAS_TIMEOUT') return hints[code];
  const longer = '--timeout SECONDS waits longer; `rras doctor` finds out what hangs.';
  return outcome === 'unknown' ? `Look at the server before you repeat it. ${longer}` : longer;
}

const hints: Readonly<Record<string, string>> = {
  ERR_RRAS_UNSUPPORTED_PLATFORM:
    'Run rras on Windows, or try it on a simulated server: add --sim to the command.',
  ERR_RRAS_LIBRARY:
    'Look at the reason given for each file. --library PATH opens another, --sim is a simulated server.',
  ERR_RRAS_PORT_CHANGED: 'List the ports again and decide anew.',
  ERR_RRAS_INTERFACE_CHANGED: 'List the interfaces again and decide anew.',
};

// The simulator speaks to a program.
function inLab(hint: string | undefined): string | null {
  if (hint?.startsWith('The simulator has no such server') !== true) return hint ?? null;
  return 'The lab has no such server. A plain --sim has RAS01 and RAS02; the servers of --sim=FILE stand in the file.';
}

function trouble(exit: Exit, code: string, message: string, hint?: string): Trouble {
  return { exit, code, status: null, syscall: null, outcome: null, message, hint: hint ?? null };
}

function isRasError(error: unknown): error is RasErrorShape {
  return error instanceof Error && 'code' in error && 'server' in error;
}
