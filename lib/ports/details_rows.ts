// The details of a port from the rows of an answer.

import type { TablesReply } from '../call/reply.ts';
import { readRows } from '../native/packed.ts';
import {
  PortDetailsRow,
  RassapiParameterRow,
  RassapiPortRow,
  RassapiStatisticsRow,
} from '../native/rows.ts';
import { countersOf } from './counters.ts';
import type { HardwareCondition, PortDetails, RassapiPortDetails } from './details.ts';
import type { Port } from './port.ts';

const conditions: readonly HardwareCondition[] = ['operational', 'failure'];

// Counted from 1, and finer.
const rassapiConditions: readonly (HardwareCondition | undefined)[] = [
  undefined,
  'operational',
  'not-responding',
  'failure',
  'incorrect-response',
  'unknown',
];

/** The port with its details; undefined if the answer has none. */
export function detailsIn(tables: TablesReply['tables'], port: Port): PortDetails | undefined {
  if (tables?.portDetails !== undefined) {
    const [row] = readRows(PortDetailsRow, tables.portDetails);
    if (row === undefined) return undefined;
    return Object.assign(port, {
      hardwareCondition: conditions[row.hardwareCondition] ?? unknown(row.hardwareCondition),
      lineSpeed: row.lineSpeed,
      counters: countersOf(row),
    });
  }
  if (tables?.rassapiPort === undefined || tables.rassapiStatistics === undefined) {
    return undefined;
  }
  const [row] = readRows(RassapiPortRow, tables.rassapiPort);
  const [statistics] = readRows(RassapiStatisticsRow, tables.rassapiStatistics);
  if (row === undefined || statistics === undefined) return undefined;
  const parameters =
    tables.rassapiParameter === undefined
      ? []
      : readRows(RassapiParameterRow, tables.rassapiParameter);
  return Object.assign(port, {
    hardwareCondition: rassapiConditions[row.hardwareCondition] ?? unknown(row.hardwareCondition),
    lineSpeed: row.lineSpeed,
    counters: {
      bytesSent: statistics.bytesSent,
      bytesReceived: statistics.bytesReceived,
      framesSent: statistics.framesSent,
      framesReceived: statistics.framesReceived,
      crcErrors: statistics.crcErrors,
      timeoutErrors: statistics.timeoutErrors,
      alignmentErrors: statistics.alignmentErrors,
      hardwareOverruns: statistics.hardwareOverruns,
      framingErrors: statistics.framingErrors,
      bufferOverruns: statistics.bufferOverruns,
      compressionRatioIn: undefined,
      compressionRatioOut: undefined,
    },
    rassapi: rassapiDetails(row, statistics, parameters),
  });
}

function unknown(condition: number): HardwareCondition {
  return `unknown-${condition}`;
}

function rassapiDetails(
  row: RassapiPortRow,
  statistics: RassapiStatisticsRow,
  parameters: readonly RassapiParameterRow[],
): RassapiPortDetails {
  return {
    compression: {
      bytesSentUncompressed: statistics.bytesSentUncompressed,
      bytesReceivedUncompressed: statistics.bytesReceivedUncompressed,
      bytesSentCompressed: statistics.bytesSentCompressed,
      bytesReceivedCompressed: statistics.bytesReceivedCompressed,
    },
    portCounters: {
      bytesSent: statistics.portBytesSent,
      bytesReceived: statistics.portBytesReceived,
      framesSent: statistics.portFramesSent,
      framesReceived: statistics.portFramesReceived,
      crcErrors: statistics.portCrcErrors,
      timeoutErrors: statistics.portTimeoutErrors,
      alignmentErrors: statistics.portAlignmentErrors,
      hardwareOverruns: statistics.portHardwareOverruns,
      framingErrors: statistics.portFramingErrors,
      bufferOverruns: statistics.portBufferOverruns,
      compressionRatioIn: undefined,
      compressionRatioOut: undefined,
    },
    portCompression: {
      bytesSentUncompressed: statistics.portBytesSentUncompressed,
      bytesReceivedUncompressed: statistics.portBytesReceivedUncompressed,
      bytesSentCompressed: statistics.portBytesSentCompressed,
      bytesReceivedCompressed: statistics.portBytesReceivedCompressed,
    },
    addresses: {
      netBios: {
        error: row.nbfError,
        netBiosError: row.netBiosError,
        name: ansi(row.netBiosName).trimEnd(),
        computer: row.nbfComputer,
      },
      ip: { error: row.ipError, address: row.ipAddress },
      ipx: { error: row.ipxError, address: row.ipxAddress },
      appleTalk: { error: row.atError, address: row.atAddress },
    },
    parameters: Object.fromEntries(
      parameters.map(({ key, type, number, value }) => [key, type === 1 ? ansi(value) : number]),
    ),
  };
}

// The server does not report its code page, so bytes beyond ASCII are read as Latin-1.
function ansi(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Buffer.from(end === -1 ? bytes : bytes.subarray(0, end)).toString('latin1');
}
