// Turns 32-bit counters into totals that never fall. A counter falls when it passes 4 GiB and wraps around,
// and when somebody clears it. The two must be told apart.

import type { Counters } from '../ports/counters.ts';
import type { Traffic } from './change.ts';

/** The counters of a reading, and what the connection has carried by then. */
export interface Metered {
  readonly counters: Counters;
  readonly traffic: Traffic;
  /** Whether the counters show that they were cleared since the reading before. */
  readonly hasRestarted: boolean;
}

const MODULUS = 2 ** 32;

// The most that a frame can carry: IP's largest packet.
const LARGEST_FRAME = 65_536;

/** Counters of frames and errors never advance this far between two readings. */
const FAR = 2 ** 30;

/** The same for bytes, for a server that counts no frames. */
const FAR_IN_BYTES = 2 ** 31;

const slow = [
  'framesSent',
  'framesReceived',
  'crcErrors',
  'timeoutErrors',
  'alignmentErrors',
  'hardwareOverruns',
  'framingErrors',
  'bufferOverruns',
] as const;

const directions = [
  ['bytesSent', 'framesSent'],
  ['bytesReceived', 'framesReceived'],
] as const;

/** The next reading after `before`, or the first. */
export function meter(before: Metered | undefined, counters: Counters): Metered {
  const { bytesSent, bytesReceived, framesSent, framesReceived } = counters;
  const traffic = { bytesSent, bytesReceived, framesSent, framesReceived };
  if (before === undefined) return { counters, traffic, hasRestarted: false };
  const hasRestarted = haveRestarted(before.counters, counters);
  for (const name of ['bytesSent', 'bytesReceived', 'framesSent', 'framesReceived'] as const) {
    // The traffic between the reading before and the restart is lost.
    if (!hasRestarted) traffic[name] = advance(before.counters[name], counters[name]);
    traffic[name] += before.traffic[name];
  }
  return { counters, traffic, hasRestarted };
}

function haveRestarted(before: Counters, now: Counters): boolean {
  return (
    slow.some((name) => now[name] < before[name] && advance(before[name], now[name]) >= FAR) ||
    directions.some(
      ([bytes, frames]) =>
        now[bytes] < before[bytes] &&
        advance(before[bytes], now[bytes]) > mostBytes(before[frames], now[frames]),
    )
  );
}

/** As many bytes as the frames between two readings can have carried. */
function mostBytes(framesBefore: number, framesNow: number): number {
  const countsFrames = framesBefore > 0 || framesNow > 0;
  return countsFrames ? advance(framesBefore, framesNow) * LARGEST_FRAME : FAR_IN_BYTES;
}

/** How far a counter has come if it wrapped around once at most. */
function advance(before: number, now: number): number {
  return now >= before ? now - before : now + MODULUS - before;
}
