// The report of `rras doctor --report`: what a server shows, without whom.

import { release } from 'node:os';
import { operations } from '../../call/operations.ts';
import type {
  Report,
  ReportedCall,
  ReportedCheck,
  ReportedServer,
} from '../../simulator/report.ts';
import type { Answers } from './questions.ts';
import {
  reportedConnection,
  reportedDevice,
  reportedInfo,
  reportedInfoEx,
  reportedPort,
} from './records.ts';
import { StandIns } from './stand_ins.ts';

export interface Examined {
  readonly answers: Answers;
  readonly checks: readonly ReportedCheck[];
}

export function reportOn(examined: readonly Examined[], version: string): Report {
  const standIns = new StandIns();
  return {
    report: 1,
    rras: version,
    node: process.version,
    platform: process.platform,
    arch: process.arch,
    // On Linux a name may follow.
    release: /^[\d.]*/.exec(release())?.[0] ?? '',
    servers: recordsOf(examined, standIns).map(([each, records]) =>
      reportedServer(each, records, standIns),
    ),
  };
}

type Records = Pick<ReportedServer, 'connections' | 'ports'>;

// These get the first numbers of the stand-ins, on all servers, because a simulator lists them in the same order.
function recordsOf(
  examined: readonly Examined[],
  standIns: StandIns,
): (readonly [Examined, Records])[] {
  return examined.map((each) => {
    const { connections, ports } = each.answers;
    return [
      each,
      {
        ...(connections && {
          connections: connections.map((connection) => reportedConnection(connection, standIns)),
        }),
        ...(ports && { ports: ports.map((port) => reportedPort(port, standIns)) }),
      },
    ];
  });
}

function reportedServer(
  { answers, checks }: Examined,
  records: Records,
  standIns: StandIns,
): ReportedServer {
  const { name = '', server, calls, info, infoEx, devices } = answers;
  return {
    server: standIns.name('server', name),
    ...(server && {
      dialect: server.dialect,
      library: fileOf(server.library),
      functions: server.functions.filter(isFunction),
      lacks: operations.filter((operation) => !server.supports(operation)),
    }),
    checks: checks.map(({ check, ok, exit }) => ({ check, ok, exit })),
    calls: calls.map(reportedCall),
    ...(info && { info: reportedInfo(info) }),
    ...(infoEx && { infoEx: reportedInfoEx(infoEx) }),
    ...(devices && { devices: devices.map((each) => reportedDevice(each, standIns)) }),
    ...records,
  };
}

function reportedCall(call: ReportedCall): ReportedCall {
  const { code, function: name, ...rest } = call;
  return {
    ...rest,
    ...(code !== undefined && { code: /^[A-Z][A-Z0-9_]*$/.test(code) ? code : 'unknown' }),
    ...(name !== undefined && isFunction(name) && { function: name }),
  };
}

function isFunction(name: string): boolean {
  return /^(?:(?:Mpr|Ras)Admin[A-Za-z0-9]{1,60}|LocalFree)$/.test(name);
}

const libraries = /^(?:mprapi\.dll|rassapi\.dll|rras-simulator-\w{1,10}\.(?:dll|so|dylib))$/i;

function fileOf(path: string): string {
  const file = path.split(/[\\/]/).at(-1) ?? '';
  return libraries.test(file) ? file : 'another file';
}

/** A record a line, so that a person can read through it before sending it. */
export function textOf(report: Report): string {
  const lists: readonly string[] = ['checks', 'calls', 'devices', 'ports', 'connections'];
  const records = new Map<string, string>();
  const short = (key: string, value: unknown): unknown => {
    if (!lists.includes(key) || !Array.isArray(value)) return value;
    return value.map((record) => {
      const place = `record ${records.size}`;
      records.set(JSON.stringify(place), JSON.stringify(record));
      return place;
    });
  };
  const text = JSON.stringify(report, short, 2);
  return `${text.replace(/"record \d+"/g, (place) => records.get(place) ?? place)}\n`;
}
