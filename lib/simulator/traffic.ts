// Traffic on simulated ports and connections.

import { checkInteger, checkObject } from '../call/arguments.ts';

/** So much of each; what is left out is none. */
export interface SimulatedTraffic {
  readonly bytesSent?: number;
  readonly bytesReceived?: number;
  readonly framesSent?: number;
  readonly framesReceived?: number;
  readonly crcErrors?: number;
  readonly timeoutErrors?: number;
  readonly alignmentErrors?: number;
  readonly hardwareOverruns?: number;
  readonly framingErrors?: number;
  readonly bufferOverruns?: number;
}

/** The counters as the API shows them: in 32 bits, which wrap around. */
export type SimulatedCounters = Required<SimulatedTraffic>;

export const trafficMembers = [
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
] as const satisfies readonly (keyof SimulatedTraffic)[];

export function checkTraffic(name: string, traffic: SimulatedTraffic): SimulatedTraffic {
  for (const member of trafficMembers) {
    const amount = checkObject(name, traffic, trafficMembers)[member];
    if (amount !== undefined) {
      checkInteger(`${name}.${member}`, amount, 0, Number.MAX_SAFE_INTEGER);
    }
  }
  return traffic;
}
