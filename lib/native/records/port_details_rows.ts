// What is told of one port beyond the listing, as the addon packs it.

import { counterColumns } from './groups.ts';
import { at, ipx } from './ppp_groups.ts';
import type { Row } from './rows.ts';

export const portDetails = [
  'handle:id',
  'connection:id',
  'hardwareCondition:u32',
  'lineSpeed:u32',
  ...counterColumns,
] as const;

export const rassapiPort = [
  'lineCondition:u32',
  'hardwareCondition:u32',
  'lineSpeed:u32',
  'nbfError:u32',
  'netBiosError:u32',
  'netBiosName:bytes',
  'nbfComputer:text',
  'ipError:u32',
  'ipAddress:text',
  ...ipx,
  ...at,
] as const;

/** Of the connection with all its links, then of the port alone. */
export const rassapiStatistics = [
  'bytesSent:u32',
  'bytesReceived:u32',
  'framesSent:u32',
  'framesReceived:u32',
  'crcErrors:u32',
  'timeoutErrors:u32',
  'alignmentErrors:u32',
  'hardwareOverruns:u32',
  'framingErrors:u32',
  'bufferOverruns:u32',
  'bytesSentUncompressed:u32',
  'bytesReceivedUncompressed:u32',
  'bytesSentCompressed:u32',
  'bytesReceivedCompressed:u32',
  'portBytesSent:u32',
  'portBytesReceived:u32',
  'portFramesSent:u32',
  'portFramesReceived:u32',
  'portCrcErrors:u32',
  'portTimeoutErrors:u32',
  'portAlignmentErrors:u32',
  'portHardwareOverruns:u32',
  'portFramingErrors:u32',
  'portBufferOverruns:u32',
  'portBytesSentUncompressed:u32',
  'portBytesReceivedUncompressed:u32',
  'portBytesSentCompressed:u32',
  'portBytesReceivedCompressed:u32',
] as const;

export const rassapiParameter = [
  'key:text',
  'type:u32',
  'attributes:u32',
  'number:u32',
  'value:bytes',
] as const;

export type PortDetailsRow = Row<typeof portDetails>;
export type RassapiPortRow = Row<typeof rassapiPort>;
export type RassapiStatisticsRow = Row<typeof rassapiStatistics>;
export type RassapiParameterRow = Row<typeof rassapiParameter>;
