// Turns 32-bit counters into totals that never fall. A counter falls when it passes 4 GiB and wraps around,
// and when somebody clears it. The two must be told apart.

import type { Counters } from '../ports/counters.ts';
import type { Account } from './account.ts';
import type { Traffic } from './change.ts';

const MODULUS = 2 ** 32;

// The most that a frame can carry: IP's largest packet.
const LARGEST_FRAME = 65_536;

/** Counters of frames and errors never advance this far between two readings. */
const FAR = 2 ** 30;

/** The same for bytes, for a server that counts no frames. */
const FAR_IN_BYTES = 2 ** 31;

/**
 * What one session has carried by the last reading. It changes in place, because a watch meters every session in every
 * reading.
 */
export class Meter {
  #bytesSent: number;
  #bytesReceived: number;
  #framesSent: number;
  #framesReceived: number;
  #crcErrors: number;
  #timeoutErrors: number;
  #alignmentErrors: number;
  #hardwareOverruns: number;
  #framingErrors: number;
  #bufferOverruns: number;
  /** Where the session's further traffic and errors are counted as well. */
  account: Account;
  /** The ports of the session when the account was chosen. */
  ports: unknown;
  readonly #total: { -readonly [Name in keyof Traffic]: Traffic[Name] };

  /** Begins with the counters of the first reading that has the session. */
  constructor(counters: Counters, account: Account) {
    this.account = account;
    account.isMetered = true;
    this.#bytesSent = counters.bytesSent;
    this.#bytesReceived = counters.bytesReceived;
    this.#framesSent = counters.framesSent;
    this.#framesReceived = counters.framesReceived;
    this.#crcErrors = counters.crcErrors;
    this.#timeoutErrors = counters.timeoutErrors;
    this.#alignmentErrors = counters.alignmentErrors;
    this.#hardwareOverruns = counters.hardwareOverruns;
    this.#framingErrors = counters.framingErrors;
    this.#bufferOverruns = counters.bufferOverruns;
    this.#total = {
      bytesSent: counters.bytesSent,
      bytesReceived: counters.bytesReceived,
      framesSent: counters.framesSent,
      framesReceived: counters.framesReceived,
    };
  }

  get traffic(): Traffic {
    return { ...this.#total };
  }

  /** Takes the counters of the next reading. Returns whether they were cleared since the one before. */
  advance(now: Counters): boolean {
    if (this.#isAt(now)) return false;
    const hasRestarted = this.#haveRestarted(now);
    const { bytesSent, bytesReceived, framesSent, framesReceived } = now;
    const { account } = this;
    const total = this.#total;
    account.isMetered = true;
    // The traffic between the reading before and the restart is lost.
    const sent = gain(this.#bytesSent, bytesSent, hasRestarted);
    total.bytesSent += sent;
    account.bytesSent += sent;
    const received = gain(this.#bytesReceived, bytesReceived, hasRestarted);
    total.bytesReceived += received;
    account.bytesReceived += received;
    const outFrames = gain(this.#framesSent, framesSent, hasRestarted);
    total.framesSent += outFrames;
    account.framesSent += outFrames;
    const inFrames = gain(this.#framesReceived, framesReceived, hasRestarted);
    total.framesReceived += inFrames;
    account.framesReceived += inFrames;
    account.crcErrors += gain(this.#crcErrors, now.crcErrors, hasRestarted);
    account.timeoutErrors += gain(this.#timeoutErrors, now.timeoutErrors, hasRestarted);
    account.alignmentErrors += gain(this.#alignmentErrors, now.alignmentErrors, hasRestarted);
    account.hardwareOverruns += gain(this.#hardwareOverruns, now.hardwareOverruns, hasRestarted);
    account.framingErrors += gain(this.#framingErrors, now.framingErrors, hasRestarted);
    account.bufferOverruns += gain(this.#bufferOverruns, now.bufferOverruns, hasRestarted);
    this.#bytesSent = bytesSent;
    this.#bytesReceived = bytesReceived;
    this.#framesSent = framesSent;
    this.#framesReceived = framesReceived;
    this.#crcErrors = now.crcErrors;
    this.#timeoutErrors = now.timeoutErrors;
    this.#alignmentErrors = now.alignmentErrors;
    this.#hardwareOverruns = now.hardwareOverruns;
    this.#framingErrors = now.framingErrors;
    this.#bufferOverruns = now.bufferOverruns;
    return hasRestarted;
  }

  // Most sessions of a server are idle between two readings.
  #isAt(now: Counters): boolean {
    return (
      this.#bytesSent === now.bytesSent &&
      this.#bytesReceived === now.bytesReceived &&
      this.#framesSent === now.framesSent &&
      this.#framesReceived === now.framesReceived &&
      this.#crcErrors === now.crcErrors &&
      this.#timeoutErrors === now.timeoutErrors &&
      this.#alignmentErrors === now.alignmentErrors &&
      this.#hardwareOverruns === now.hardwareOverruns &&
      this.#framingErrors === now.framingErrors &&
      this.#bufferOverruns === now.bufferOverruns
    );
  }

  #haveRestarted(now: Counters): boolean {
    return (
      isFarBelow(this.#framesSent, now.framesSent) ||
      isFarBelow(this.#framesReceived, now.framesReceived) ||
      isFarBelow(this.#crcErrors, now.crcErrors) ||
      isFarBelow(this.#timeoutErrors, now.timeoutErrors) ||
      isFarBelow(this.#alignmentErrors, now.alignmentErrors) ||
      isFarBelow(this.#hardwareOverruns, now.hardwareOverruns) ||
      isFarBelow(this.#framingErrors, now.framingErrors) ||
      isFarBelow(this.#bufferOverruns, now.bufferOverruns) ||
      areTooMany(this.#bytesSent, now.bytesSent, this.#framesSent, now.framesSent) ||
      areTooMany(this.#bytesReceived, now.bytesReceived, this.#framesReceived, now.framesReceived)
    );
  }
}

/** Whether a counter of frames or errors has fallen, and not because it wrapped around. */
function isFarBelow(before: number, now: number): boolean {
  return now < before && advance(before, now) >= FAR;
}

/** Whether bytes have fallen, and would be more than the frames carried if they had wrapped around. */
function areTooMany(
  bytesBefore: number,
  bytesNow: number,
  framesBefore: number,
  framesNow: number,
): boolean {
  if (bytesNow >= bytesBefore) return false;
  return advance(bytesBefore, bytesNow) > mostBytes(framesBefore, framesNow);
}

/** As many bytes as the frames between two readings can have carried. */
function mostBytes(framesBefore: number, framesNow: number): number {
  const countsFrames = framesBefore > 0 || framesNow > 0;
  return countsFrames ? advance(framesBefore, framesNow) * LARGEST_FRAME : FAR_IN_BYTES;
}

/** What was counted between two readings, as far as they show. */
function gain(before: number, now: number, hasRestarted: boolean): number {
  return hasRestarted ? now : advance(before, now);
}

/** How far a counter has come if it wrapped around once at most. */
function advance(before: number, now: number): number {
  return now >= before ? now - before : now + MODULUS - before;
}
