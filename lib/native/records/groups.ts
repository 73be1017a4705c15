// Columns that several records have in the same order.

/** What a port or a connection has counted. */
export const counterColumns = [
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
  'compressionRatioIn:u32',
  'compressionRatioOut:u32',
] as const;
