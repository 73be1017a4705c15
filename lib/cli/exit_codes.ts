// The exit codes: scripts can tell each kind of trouble by its number.

export const exitCodes = {
  ok: [0, 'success'],
  failure: [1, 'any other failure'],
  usage: [2, 'wrong command line, or --yes is needed; nothing was done'],
  accessDenied: [3, 'access denied'],
  unreachable: [4, 'the server cannot be reached'],
  serviceNotRunning: [5, 'Routing and Remote Access is not running there, or is LAN-only'],
  notFound: [6, 'no such port, connection, interface, user or code'],
  partly: [7, 'partly: done for some servers or items only'],
  threshold: [8, 'a limit was exceeded: --min-free, --max'],
  timeOut: [9, 'no answer in time'],
  cancelled: [10, 'cancelled with Ctrl-C or by answering no'],
  unsupportedPlatform: [11, 'this system has no library for reaching a server'],
} as const;

/** Those of `rras check`, as Nagios has them: every failure of its own is 3. */
export const checkExitCodes = {
  checkWarning: [1, 'a warning'],
  checkCritical: [2, 'critical'],
  checkUnknown: [
    3,
    'unknown: a wrong command line, an empty value, or a server that cannot be read',
  ],
} as const;

export type Exit = keyof typeof exitCodes | keyof typeof checkExitCodes;

export function exitNumber(exit: Exit): number {
  return { ...exitCodes, ...checkExitCodes }[exit][0];
}

/** The same for a command line: a wrong one of `rras check` must not pass for a critical server. */
export function exitNumberOf(exit: Exit, [name]: readonly string[]): number {
  const isOwn = exit === 'ok' || exit in checkExitCodes;
  return name === 'check' && !isOwn ? exitNumber('checkUnknown') : exitNumber(exit);
}

/** The table for --help. */
export function exitCodesInWords(): string {
  const lines = Object.values(exitCodes).map(
    ([number, words]) => `  ${String(number).padStart(2)}  ${words}`,
  );
  return ['Exit codes:', ...lines].join('\n');
}

/** The exit code of a list of named things: `exit` is that of the servers, `missing` are the names that were not found. */
export function exitWithWords(
  exit: Exit,
  names: readonly unknown[],
  missing: readonly unknown[],
): Exit {
  if (missing.length === 0) return exit;
  const words: Exit[] = names.map((_, index) => (index < missing.length ? 'notFound' : 'ok'));
  return combine(exit === 'ok' ? words : [exit, ...words]);
}

/** The exit code for several servers or items together. */
export function combine(exits: readonly Exit[]): Exit {
  const [first = 'ok', ...others] = exits;
  if (others.every((exit) => exit === first)) return first;
  return exits.includes('ok') || exits.includes('partly') ? 'partly' : 'failure';
}
