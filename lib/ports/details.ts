// A port in detail: its hardware, its speed, its counters.

import type { Counters } from './counters.ts';
import type { Port } from './port.ts';

/** 'operational', 'failure'; under `rassapi` also 'not-responding', 'incorrect-response', 'unknown'. */
export type HardwareCondition =
  | 'operational'
  | 'failure'
  | 'not-responding'
  | 'incorrect-response'
  | 'unknown'
  | `unknown-${number}`;

export interface PortDetails extends Port {
  readonly hardwareCondition: HardwareCondition;
  /** Bits per second. */
  readonly lineSpeed: number;
  /** Under `rassapi` of the whole connection, which may have several links. */
  readonly counters: Counters;
  /** Under `rassapi`: fields that only that API has. */
  readonly rassapi?: RassapiPortDetails;
}

/** Bytes before and after compression. Not valid for one link of several. */
export interface CompressionCounters {
  readonly bytesSentUncompressed: number;
  readonly bytesReceivedUncompressed: number;
  readonly bytesSentCompressed: number;
  readonly bytesReceivedCompressed: number;
}

export interface RassapiPortDetails {
  readonly compression: CompressionCounters;
  /** Of this link alone. */
  readonly portCounters: Counters;
  readonly portCompression: CompressionCounters;
  readonly addresses: {
    readonly netBios: {
      readonly error: number;
      readonly netBiosError: number;
      readonly name: string;
      readonly computer: string;
    };
    readonly ip: { readonly error: number; readonly address: string };
    readonly ipx: { readonly error: number; readonly address: string };
    readonly appleTalk: { readonly error: number; readonly address: string };
  };
  /** Parameters of the device by their keys, as in `MAXCONNECTBPS`. */
  readonly parameters: Readonly<Record<string, number | string>>;
}
