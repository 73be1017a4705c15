// What the sessions in one kind of tunnel have carried and done since the watch began. Sessions that have ended
// count on, so no total ever falls.

import type { Counters } from '../ports/counters.ts';
import type { Carried } from './change.ts';

export class Account {
  connects = 0;
  disconnects = 0;
  /** Whether any session had counters. */
  isMetered = false;
  bytesSent = 0;
  bytesReceived = 0;
  framesSent = 0;
  framesReceived = 0;
  crcErrors = 0;
  timeoutErrors = 0;
  alignmentErrors = 0;
  hardwareOverruns = 0;
  framingErrors = 0;
  bufferOverruns = 0;

  /** Counts what a session has carried before it was first seen. */
  add(counters: Counters): void {
    this.bytesSent += counters.bytesSent;
    this.bytesReceived += counters.bytesReceived;
    this.framesSent += counters.framesSent;
    this.framesReceived += counters.framesReceived;
    this.crcErrors += counters.crcErrors;
    this.timeoutErrors += counters.timeoutErrors;
    this.alignmentErrors += counters.alignmentErrors;
    this.hardwareOverruns += counters.hardwareOverruns;
    this.framingErrors += counters.framingErrors;
    this.bufferOverruns += counters.bufferOverruns;
  }

  get carried(): Carried | undefined {
    if (!this.isMetered) return undefined;
    const { connects: _, disconnects: __, isMetered: ___, ...carried } = this;
    return carried;
  }
}
