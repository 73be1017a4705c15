// What RasAdminPortGetInfo tells of a port beyond the listing.

import type { Row } from './rows.ts';

export const rassapiPortColumns = [
  'lineCondition:u32',
  'hardwareCondition:u32',
  'lineSpeed:u32',
  'nbfError:u32',
  'netBiosError:u32',
  'netBiosName:bytes',
  'nbfComputer:text',
  'ipError:u32',
  'ipAddress:text',
  'ipxError:u32',
  'ipxAddress:text',
  'atError:u32',
  'atAddress:text',
] as const;

/** Of the connection with all its links, then of the port alone. */
export const rassapiStatisticsColumns = [
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

export const rassapiParameterColumns = [
  'key:text',
  'type:u32',
  'attributes:u32',
  'number:u32',
  'value:bytes',
] as const;

export type RassapiPortRow = Row<typeof rassapiPortColumns>;
export type RassapiStatisticsRow = Row<typeof rassapiStatisticsColumns>;
export type RassapiParameterRow = Row<typeof rassapiParameterColumns>;
