// Runs a command line in a lab, and reads its effects from the simulated servers.

import { rm } from 'node:fs/promises';
import { historyFile } from '../../lib/cli/labs/history.ts';
import { Simulator } from '../../lib/simulator/index.ts';
import type { Labs } from '../cli/labs.ts';
import { rras } from '../cli/terminal.ts';
import type { TrueLab, TrueServer } from './selection_labs.ts';
import { type Line, wordsOf } from './selection_lines.ts';
import type { Hit } from './selection_model.ts';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Ports that the servers were asked to act on, and connections and accounts that have changed. */
  readonly hits: readonly Hit[];
  /** The actions on each server: 'RAS01 MprAdminPortReset'. */
  readonly calls: readonly string[];
  /** Whether a server refused to act. */
  readonly hasRefusal: boolean;
  /** The lines of the audit log: 'RAS01 resetPort done'. */
  readonly audited: readonly string[];
}

interface Seen {
  readonly hits: Hit[];
  readonly calls: string[];
  readonly hasRefusal: boolean;
}

const onPorts = ['MprAdminPortDisconnect', 'MprAdminPortReset', 'MprAdminPortClearStats'];
const onOthers = [
  ...['MprAdminConnectionClearStats', 'MprAdminSendUserMessage', 'MprAdminUserSetInfo'],
];
const acting = [...onPorts, ...onOthers];

export async function runIn(here: Labs, lab: TrueLab, line: Line): Promise<Run> {
  const file = await here.write('lab.yaml', lab.text);
  const log = here.path('audit.jsonl');
  await Promise.all([historyFile(file), log].map((each) => rm(each, { force: true })));
  // The command disposes of its simulator, which is read right before. A spy would keep every simulator alive.
  const seen: Seen[] = [];
  const { dispose } = Simulator.prototype;
  Simulator.prototype.dispose = function () {
    seen.push(whatWasSeen(this, lab));
    dispose.call(this);
  };
  try {
    const { environment } = line;
    const env = {
      RRAS_AUDIT_LOG: log,
      ...(environment === undefined ? {} : { RRAS_SERVER: environment }),
    };
    const { code, stdout, stderr } = await rras([...wordsOf(line), `--sim=${file}`], { env });
    const [last = { hits: [], calls: [], hasRefusal: false }] = seen;
    const audited = audit(await here.read('audit.jsonl').catch(() => ''));
    return { code, stdout, stderr, ...last, audited };
  } finally {
    Simulator.prototype.dispose = dispose;
  }
}

function audit(log: string): string[] {
  const lines = log.split('\n').filter((line) => line !== '');
  return lines
    .map((line) => {
      const { server, action, error } = JSON.parse(line);
      // The log has the typed name of the server.
      return `${server.toUpperCase()} ${action} ${error === null ? 'done' : 'failed'}`;
    })
    .sort();
}

function whatWasSeen(simulator: Simulator, lab: TrueLab): Seen {
  const journal = simulator.journal.filter((call) => acting.includes(call.function));
  const touched = journal.filter((call) => onPorts.includes(call.function));
  return {
    hits: [
      ...touched.map(({ server, port }) => `${server} ${portNamed(simulator, server, port)}`),
      ...lab.servers.flatMap((server) => changesOn(simulator, server)),
    ].sort(),
    calls: journal.map((call) => `${call.server} ${call.function}`).sort(),
    hasRefusal: journal.some(({ status }) => status !== 0),
  };
}

function portNamed(simulator: Simulator, server: string, handle: string | undefined): string {
  const port = simulator.server(server).ports.find((each) => String(each.handle) === handle);
  return port?.name ?? `a port ${handle} that it has not`;
}

/** Connections with counters at zero or with a message, and accounts that have changed. */
function changesOn(simulator: Simulator, { name, accounts }: TrueServer): Hit[] {
  const server = simulator.server(name);
  const connections = server.connections.filter((connection) => {
    const { bytesSent } = server.counters(connection);
    return (
      connection.messages.length > 0 || (connection.isAuthenticated && Number(bytesSent) === 0)
    );
  });
  const changed = accounts.filter((account) => {
    const { mayDialIn, phoneNumber } = server.user(account);
    return !mayDialIn || phoneNumber !== '';
  });
  return [
    ...connections.map(({ ports }) => `${name} ${ports.map((port) => port.name).join('+')}`),
    ...changed.map((account) => `${name} ${account}`),
  ];
}
