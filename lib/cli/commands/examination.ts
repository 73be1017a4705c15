// The checks of the doctor. If one fails, the checks that depend on it are skipped.

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { operations } from '../../call/operations.ts';
import { isInUse } from '../../ports/state.ts';
import type { RasServer } from '../../server.ts';
import type { Exit } from '../exit_codes.ts';
import { letGo, type Servers } from '../servers/servers.ts';
import { unlessTooOld } from '../servers/too_old.ts';
import { troubleOf } from '../trouble.ts';

export interface Check {
  readonly check: string;
  /** Undefined: skipped. */
  readonly ok: boolean | undefined;
  readonly finding: string;
  readonly advice?: string | undefined;
  readonly exit: Exit;
}

export async function examine(servers: Servers, name: string | undefined): Promise<Check[]> {
  const checks = [platform(servers), await resolution(servers, name)];
  let server: RasServer;
  try {
    server = await servers.connect(name);
  } catch (error) {
    const { exit, syscall } = troubleOf(error);
    const culprit = culprits[exit] ?? 'connect';
    const rest = ['library', 'connect', 'rights', 'service', 'initialised', 'ports'];
    const looked = rest.map((check) => {
      if (check === culprit) return wrong(check, error);
      // A function that was called exists, whatever it answered.
      const isThere = check === 'library' && /^(?:Mpr|Ras)Admin/.test(syscall ?? '');
      return isThere ? right(check, `has ${syscall}`) : untouched(check);
    });
    return [...checks, ...looked];
  }
  try {
    checks.push(...libraryChecks(server), right('connect', connected(server)));
    checks.push(...(await portChecks(servers, server)));
    return checks;
  } finally {
    await letGo(server);
  }
}

// The check that a failed connect is charged to, if it is not 'connect' itself.
const culprits: Readonly<Partial<Record<Exit, string>>> = {
  unsupportedPlatform: 'library',
  accessDenied: 'rights',
  serviceNotRunning: 'service',
};

function platform(servers: Servers): Check {
  const { platform, arch, version } = process;
  const finding = `${platform} ${arch}, Node ${version}`;
  if (servers.lab !== undefined) return right('platform', `${finding}; servers are simulated`);
  if (platform === 'win32') return right('platform', finding);
  return {
    check: 'platform',
    ok: false,
    finding: `${finding}: servers can be reached from Windows only`,
    advice: 'Run rras on Windows, or try it on a simulated server with --sim.',
    exit: 'unsupportedPlatform',
  };
}

async function resolution(servers: Servers, name: string | undefined): Promise<Check> {
  const check = 'name';
  if (name === undefined) return right(check, 'the local server');
  if (servers.lab !== undefined) return right(check, `${name}, simulated`);
  const host = name.replace(/^\\\\/, '');
  if (isIP(host) !== 0) return right(check, `${host} is an address`);
  try {
    const { address } = await lookup(host);
    return right(check, `${host} is ${address}`);
  } catch {
    const finding = `${host} is not known to this machine's name resolution`;
    const advice = `Check the spelling, and try \`nslookup ${host}\`; the full DNS name may help.`;
    return { check, ok: false, finding, advice, exit: 'unreachable' };
  }
}

function libraryChecks(server: RasServer): Check[] {
  const missing = operations.filter((operation) => !server.supports(operation));
  return [
    right('library', server.library),
    right('dialect', dialectOf(server)),
    right(
      'functions',
      missing.length === 0 ? 'all are there' : `not with this library: ${missing.join(', ')}`,
    ),
  ];
}

/** The redistributable for NT 4 may have some functions under the names of mprapi, and an mprapi those of nt4. */
function dialectOf({ dialect, functions }: RasServer): string {
  const usual = dialect === 'mprapi' ? 'MprAdmin' : 'RasAdmin';
  const others = functions.filter((name) => !name.startsWith(usual));
  return others.length === 0 ? dialect : `${dialect}, with the functions ${others.join(', ')}`;
}

function connected({ name }: RasServer): string {
  return `${name === '' ? 'the local server' : name} gave a handle`;
}

async function portChecks(servers: Servers, server: RasServer): Promise<Check[]> {
  const checks = await serviceChecks(servers, server);
  const isStopped = checks.some(({ ok }) => ok === false);
  try {
    const ports = await server.enumPorts(servers.patience);
    const inUse = ports.filter(isInUse).length;
    return [
      right('rights', 'this user may administer the server'),
      ...checks,
      ports.length > 0
        ? right('ports', `${ports.length}, ${inUse} of them in use`)
        : {
            check: 'ports',
            ok: false,
            finding: 'there are none',
            advice: 'Give it ports: Set-VpnServerConfiguration, or Ports in rrasmgmt.msc.',
            exit: 'failure',
          },
    ];
  } catch (error) {
    // Without rights the API reports a running service as stopped, which would be misleading.
    if (troubleOf(error).exit === 'accessDenied') {
      return [
        wrong('rights', error),
        ...checks.map(({ check }) => untouched(check)),
        untouched('ports'),
      ];
    }
    const ports = isStopped ? untouched('ports') : wrong('ports', error);
    return [untouched('rights'), ...checks, ports];
  }
}

/** Whether the service runs and is initialised. For a while after its start only the first is true. */
async function serviceChecks(servers: Servers, server: RasServer): Promise<Check[]> {
  const running = await asked('service', server, 'isServiceRunning', servers, {
    yes: 'it runs',
    no: 'Routing and Remote Access does not run there',
    advice:
      'Start it there: Start-Service RemoteAccess. Without rights it looks the same from here.',
  });
  if (running.ok === false) return [running, untouched('initialised')];
  const initialised = await asked('initialised', server, 'isServiceInitialized', servers, {
    yes: 'it has begun its work',
    no: 'it has started, and has not begun its work yet',
    advice: 'Wait for it: `rras wait --ready`.',
  });
  return [running, initialised];
}

async function asked(
  check: string,
  server: RasServer,
  question: 'isServiceRunning' | 'isServiceInitialized',
  { patience }: Servers,
  { yes, no, advice }: { readonly yes: string; readonly no: string; readonly advice: string },
): Promise<Check> {
  try {
    const answer = await unlessTooOld(server[question](patience));
    if (answer === undefined) return { ...untouched(check), finding: 'cannot be asked there' };
    if (answer) return right(check, yes);
    return { check, ok: false, finding: no, advice, exit: 'serviceNotRunning' };
  } catch (error) {
    return wrong(check, error);
  }
}

function right(check: string, finding: string): Check {
  return { check, ok: true, finding, exit: 'ok' };
}

function wrong(check: string, error: unknown): Check {
  const { message, hint, exit } = troubleOf(error);
  return { check, ok: false, finding: message, advice: hint ?? undefined, exit };
}

function untouched(check: string): Check {
  return { check, ok: undefined, finding: 'not looked at', exit: 'ok' };
}
