// What is to happen in a world later on: on a stepped clock during `step`, on a real one by itself.

import { clearTimeout, setTimeout } from 'node:timers';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { checkDuration, type Duration } from './duration.ts';
import type { Scene } from './scene.ts';
import { SimulatorError } from './simulator_error.ts';

interface Planned {
  /** Milliseconds of the simulator's clock. */
  due: number;
  readonly period: number | undefined;
  readonly happen: () => void;
}

// Node fires a longer timer at once.
const LONGEST_TIMER = 2 ** 31 - 1;

/** An event that a script has planned. */
export class ScriptedEvent implements Disposable {
  readonly #cancel: () => void;

  /** @internal */
  constructor(cancel: () => void) {
    this.#cancel = cancel;
  }

  /** Cancels the event. A second call does nothing. */
  cancel(): void {
    this.#cancel();
  }

  [Symbol.dispose](): void {
    this.cancel();
  }
}

export class Script {
  readonly #scene: Scene;
  readonly #runs: boolean;
  /** In the order in which they were planned. */
  readonly #planned = new Set<Planned>();
  #timer: NodeJS.Timeout | undefined;
  #isHappening = false;

  constructor(scene: Scene, runs: boolean) {
    this.#scene = scene;
    this.#runs = runs;
  }

  at(time: Duration, happen: () => void): ScriptedEvent {
    const due = milliseconds('time', time);
    checkFunction(happen);
    const now = this.#now();
    if (due < now) {
      throw invalidArgValue('time', time, `must not be over: the clock shows ${now / 1000} s`);
    }
    return this.#plan({ due, period: undefined, happen });
  }

  every(period: Duration, happen: () => void): ScriptedEvent {
    const checked = milliseconds('period', period);
    if (checked === 0) throw invalidArgValue('period', period, 'must be at least a millisecond');
    checkFunction(happen);
    return this.#plan({ due: this.#now() + checked, period: checked, happen });
  }

  step(time: Duration): void {
    let left = milliseconds('time', time);
    const { live } = this.#scene;
    if (this.#isHappening) {
      throw new SimulatorError(
        'ERR_RRAS_SIMULATOR_IMPOSSIBLE',
        'What happens by script cannot step the clock',
      );
    }
    for (;;) {
      const next = this.#next();
      const ahead = next === undefined ? Number.POSITIVE_INFINITY : next.due - this.#now();
      if (next === undefined || ahead > left) break;
      if (ahead > 0) {
        live.step(ahead / 1000);
        left -= ahead;
      }
      this.#happen(next);
      // It may have disposed of the simulator.
      if (this.#scene.disposed) return;
    }
    live.step(left / 1000);
    this.#arm();
  }

  dispose(): void {
    this.#planned.clear();
    this.#arm();
  }

  #plan(planned: Planned): ScriptedEvent {
    this.#planned.add(planned);
    this.#arm();
    return new ScriptedEvent(() => {
      this.#planned.delete(planned);
      this.#arm();
    });
  }

  #next(): Planned | undefined {
    let next: Planned | undefined;
    for (const planned of this.#planned) {
      if (next === undefined || planned.due < next.due) next = planned;
    }
    return next;
  }

  // Planned anew before it happens, so that an event that throws does not end those that follow.
  #happen(event: Planned): void {
    this.#planned.delete(event);
    if (event.period !== undefined) {
      event.due += event.period;
      this.#planned.add(event);
    }
    this.#arm();
    this.#isHappening = true;
    try {
      event.happen();
    } finally {
      this.#isHappening = false;
    }
  }

  // One timer, for the next event. It does not keep the process alive.
  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.#runs ? this.#next() : undefined;
    if (next === undefined) return;
    const wait = Math.min(Math.max(0, next.due - this.#now()), LONGEST_TIMER);
    this.#timer = setTimeout(() => this.#catchUp(), wait).unref();
  }

  #catchUp(): void {
    for (let next = this.#next(); next !== undefined && next.due <= this.#now(); ) {
      this.#happen(next);
      next = this.#next();
    }
    this.#arm();
  }

  #now(): number {
    return Math.round(this.#scene.live.now() * 1000);
  }
}

function milliseconds(name: string, time: Duration): number {
  return Math.round(checkDuration(name, time) * 1000);
}

function checkFunction(happen: unknown): void {
  if (typeof happen !== 'function') throw invalidArgType('happen', 'function', happen);
}
