// What a report asks of a server: everything that reads and that holds no secret, one call after another.

import type { Connection } from '../../connections/connection.ts';
import type { PortDetails } from '../../ports/details.ts';
import type { Port } from '../../ports/port.ts';
import type { Device } from '../../server/device.ts';
import type { ServerInfo } from '../../server/info.ts';
import type { ServerInfoEx } from '../../server/info_ex.ts';
import type { RasServer } from '../../server.ts';
import type { ReportedCall } from '../../simulator/report.ts';
import { letGo } from '../servers/servers.ts';
import { troubleOf } from '../trouble.ts';

/** Answers as they came, with names and addresses. */
export interface Answers {
  readonly name: string | undefined;
  readonly server: Pick<RasServer, 'dialect' | 'library' | 'functions' | 'supports'> | undefined;
  readonly calls: readonly ReportedCall[];
  readonly info: ServerInfo | undefined;
  readonly infoEx: ServerInfoEx | undefined;
  readonly devices: readonly Device[] | undefined;
  readonly ports: readonly (Port | PortDetails)[] | undefined;
  readonly connections: readonly Connection[] | undefined;
}

/** The servers of a command, as far as they are asked here. */
export interface Asked {
  connect(name: string | undefined): Promise<RasServer>;
  readonly patience: { readonly timeout: number; readonly signal: AbortSignal };
}

const NEWEST_REVISION = 5;

/** Details take a call for each port. */
const MOST_DETAILS = 100;

export async function askEverything(servers: Asked, name: string | undefined): Promise<Answers> {
  const calls = new Calls(servers);
  const server = await calls.ask('connect', () => servers.connect(name));
  const nothing = { info: undefined, infoEx: undefined, devices: undefined };
  if (server === undefined) {
    const rest = { ports: undefined, connections: undefined };
    return { name, server, calls: calls.done, ...nothing, ...rest };
  }
  try {
    const { patience } = servers;
    const answer = (is: boolean) => ({ answer: is });
    await calls.ask('isServiceRunning', () => server.isServiceRunning(patience), answer);
    if (server.supports('isServiceInitialized')) {
      await calls.ask('isServiceInitialized', () => server.isServiceInitialized(patience), answer);
    }
    const info = await calls.ask(
      'getInfo',
      () => server.getInfo(patience),
      (answer) => ({ shows: Object.keys(answer) }),
    );
    const infoEx = server.supports('getInfoEx') ? await askRevisions(calls, server) : undefined;
    const devices = server.supports('enumDevices')
      ? await calls.ask('enumDevices', () => server.enumDevices(patience), rows)
      : undefined;
    const ports = await calls.ask('enumPorts', () => server.enumPorts(patience), rows);
    const connections = server.supports('enumConnections')
      ? await calls.ask(
          'enumConnections',
          () => server.enumConnections(patience),
          (found) => ({ ...rows(found), shows: levelsIn(found) }),
        )
      : undefined;
    const detailed = ports && (await askDetails(calls, server, ports));
    return {
      name,
      server,
      calls: calls.done,
      ...{ info, infoEx, devices, connections, ports: detailed },
    };
  } finally {
    await letGo(server);
  }

  async function askRevisions(calls: Calls, server: RasServer): Promise<ServerInfoEx | undefined> {
    let newest: ServerInfoEx | undefined;
    for (let revision = NEWEST_REVISION; revision > 0; revision -= 1) {
      const found = await calls.ask(
        'getInfoEx',
        () => server.getInfoEx({ ...servers.patience, revision }),
        (answer) => ({ shows: [`revision ${answer.revision}`] }),
        revision,
      );
      newest ??= found;
    }
    return newest;
  }

  async function askDetails(
    calls: Calls,
    server: RasServer,
    ports: readonly Port[],
  ): Promise<(Port | PortDetails)[]> {
    if (!server.supports('getPort')) return [...ports];
    const first = [...ports].sort((a, b) => Number(isIdle(a)) - Number(isIdle(b)));
    const chosen = new Set(first.slice(0, MOST_DETAILS));
    const detailed: (Port | PortDetails)[] = [];
    for (const port of ports) {
      const details = chosen.has(port)
        ? await calls.ask('getPort', () => server.getPort(port.name, servers.patience))
        : undefined;
      // In between, somebody else may have got the port.
      detailed.push(details === undefined ? port : { ...details, ...port });
    }
    return detailed;
  }
}

function isIdle({ connection, userName }: Port): boolean {
  return connection === undefined && userName === undefined;
}

function rows(found: readonly unknown[]): { readonly rows: number } {
  return { rows: found.length };
}

/** From which levels the connections came: each has fields of its own. */
function levelsIn(connections: readonly Connection[]): string[] {
  const levels = new Set<string>();
  for (const { mobikeSwitches, quarantine, guid, counters } of connections) {
    if (mobikeSwitches !== undefined) levels.add('connections Ex');
    else {
      levels.add('connections 0');
      if (counters !== undefined) levels.add('connections 1');
      if (quarantine !== undefined) levels.add('connections 3');
      else if (guid !== undefined) levels.add('connections 2');
    }
  }
  return [...levels].sort();
}

/** Asks, and keeps how long it took and what became of it. */
class Calls {
  readonly done: ReportedCall[] = [];
  readonly #signal: AbortSignal;
  /** A server that does not answer once is not asked again: each call would wait as long. */
  #isSilent = false;

  constructor({ patience }: Asked) {
    this.#signal = patience.signal;
  }

  /** The details of a hundred ports are one entry. */
  #keep(call: ReportedCall): void {
    const last = this.done.at(-1);
    if (call.call !== 'getPort' || last?.call !== 'getPort' || last.code !== undefined) {
      this.done.push(call);
      return;
    }
    const milliseconds = last.milliseconds + call.milliseconds;
    this.done.splice(-1, 1, { ...last, milliseconds, times: (last.times ?? 1) + 1 });
  }

  async ask<Answer>(
    call: string,
    asking: () => Promise<Answer>,
    told: (answer: Answer) => Partial<ReportedCall> = () => ({}),
    revision?: number,
  ): Promise<Answer | undefined> {
    if (this.#isSilent) return undefined;
    const begin = performance.now();
    const asked = () => ({
      call,
      ...(revision !== undefined && { revision }),
      milliseconds: Math.round(performance.now() - begin),
    });
    try {
      const answer = await asking();
      this.#keep({ ...asked(), ...told(answer) });
      return answer;
    } catch (error) {
      this.#signal.throwIfAborted();
      const { code, status, syscall, exit } = troubleOf(error);
      if (exit === 'timeOut') this.#isSilent = true;
      this.done.push({
        ...asked(),
        code,
        ...(status !== null && { status }),
        ...(syscall !== null && { function: syscall }),
      });
      return undefined;
    }
  }
}
