// The counters of a port and of a connection.

/**
 * 32-bit counters of the server: they wrap around at 4 GiB and restart when anybody clears them. On a port
 * the bytes are counted on the line, after compression.
 */
export interface Counters {
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly framesSent: number;
  readonly framesReceived: number;
  readonly crcErrors: number;
  readonly timeoutErrors: number;
  readonly alignmentErrors: number;
  readonly hardwareOverruns: number;
  readonly framingErrors: number;
  readonly bufferOverruns: number;
  /** Compressed in percent of uncompressed; `undefined` under `rassapi`, which counts bytes instead. */
  readonly compressionRatioIn: number | undefined;
  /** Compressed in percent of uncompressed; `undefined` under `rassapi`, which counts bytes instead. */
  readonly compressionRatioOut: number | undefined;
}

/** The names of all counters, in the order in which the API has them. */
export const counterNames = [
  'bytesSent',
  'bytesReceived',
  'framesSent',
  'framesReceived',
  'crcErrors',
  'timeoutErrors',
  'alignmentErrors',
  'hardwareOverruns',
  'framingErrors',
  'bufferOverruns',
  'compressionRatioIn',
  'compressionRatioOut',
] as const satisfies readonly (keyof Counters)[];

/** The counters of a row, without its other fields. */
export function countersOf(row: Counters): Counters {
  return {
    bytesSent: row.bytesSent,
    bytesReceived: row.bytesReceived,
    framesSent: row.framesSent,
    framesReceived: row.framesReceived,
    crcErrors: row.crcErrors,
    timeoutErrors: row.timeoutErrors,
    alignmentErrors: row.alignmentErrors,
    hardwareOverruns: row.hardwareOverruns,
    framingErrors: row.framingErrors,
    bufferOverruns: row.bufferOverruns,
    compressionRatioIn: row.compressionRatioIn,
    compressionRatioOut: row.compressionRatioOut,
  };
}
