// Changes in, metrics out.

import { checkInteger, checkObject, checkWord } from '../call/arguments.ts';
import type { FleetChange } from '../fleet/change.ts';
import {
  type FamilyName,
  families,
  familyNames,
  type MetricFamily,
  needsHistory,
} from './families.ts';
import { type Sample, type Samples, samplesOf } from './samples.ts';
import { reduce, type ServerMetrics, unknownServer } from './state.ts';
import { endOf, headOf, linesOf, type MetricFormat, metricFormats } from './text.ts';

export interface MetricsOptions {
  /**
   * For how many connections of each server there is an `rras_session_info` with their user; needs a watch with
   * `readings: 'sessions'`. Default 0: users are in no metric.
   */
  readonly sessions?: number;
  /**
   * Whether there are counters and histograms, which need more than one reading. Default true.
   */
  readonly counters?: boolean;
}

/** A metric with its samples. */
export interface MetricSamples extends MetricFamily {
  readonly samples: readonly Sample[];
}

const MOST_SESSIONS = 1_000_000;

interface Known {
  state: ServerMetrics;
  /** What follows from the state, made when it is asked for. */
  samples: Samples | undefined;
  readonly texts: Map<MetricFormat, Partial<Record<FamilyName, string>>>;
}

/**
 * The metrics of a fleet. It takes the changes of a watch with `readings`, and gives what they amount to. It asks no
 * server and has no clock.
 */
export class Metrics {
  readonly #most: number;
  readonly #names: readonly FamilyName[];
  readonly #servers = new Map<string, Known>();

  constructor(options: MetricsOptions = {}) {
    const copy = checkObject('options', options, ['sessions', 'counters']);
    const { sessions = 0, counters = true } = copy;
    this.#most = checkInteger('options.sessions', sessions, 0, MOST_SESSIONS);
    this.#names = familyNames.filter((name) => counters || !needsHistory(name));
  }

  /** Takes the next change. */
  add(change: FleetChange): void {
    const known = this.#servers.get(change.server);
    const state = reduce(known?.state ?? unknownServer, change);
    if (known === undefined) {
      this.#servers.set(change.server, { state, samples: undefined, texts: new Map() });
    } else if (known.state !== state) {
      known.state = state;
      known.samples = undefined;
      known.texts.clear();
    }
  }

  /** Takes the changes of a watch until it ends. */
  async follow(changes: AsyncIterable<FleetChange>): Promise<void> {
    for await (const change of changes) this.add(change);
  }

  /** Drops all series of a server that is no longer watched. */
  forget(server: string): void {
    this.#servers.delete(server);
  }

  /** Every metric that has a sample. */
  families(): MetricSamples[] {
    const all = this.#inOrder().map(([name, known]) => this.#samplesOf(name, known));
    return this.#names
      .map((name) => ({ ...families[name], samples: all.flatMap((of) => of[name] ?? []) }))
      .filter(({ samples }) => samples.length > 0);
  }

  /** The samples of one metric. */
  samples(name: FamilyName): Sample[] {
    return this.#inOrder().flatMap(([server, known]) => this.#samplesOf(server, known)[name] ?? []);
  }

  /** What a scrape is answered with; `formatFor` chooses the format, `contentTypes` has its content type. */
  text(format: MetricFormat = 'prometheus'): string {
    checkWord('format', format, metricFormats);
    const all = this.#inOrder().map(([name, known]) => this.#textsOf(name, known, format));
    let text = '';
    for (const name of this.#names) {
      const lines = all.map((of) => of[name] ?? '').join('');
      if (lines !== '') text += headOf(families[name], format) + lines;
    }
    return text + endOf(format);
  }

  #inOrder(): [string, Known][] {
    return [...this.#servers].toSorted(([one], [other]) => (one < other ? -1 : 1));
  }

  #samplesOf(name: string, known: Known): Samples {
    known.samples ??= samplesOf(name, known.state, this.#most);
    return known.samples;
  }

  #textsOf(
    server: string,
    known: Known,
    format: MetricFormat,
  ): Partial<Record<FamilyName, string>> {
    const made = known.texts.get(format);
    if (made !== undefined) return made;
    const samples = this.#samplesOf(server, known);
    const texts: Partial<Record<FamilyName, string>> = {};
    for (const name of this.#names) {
      texts[name] = linesOf(families[name].name, samples[name] ?? [], format);
    }
    known.texts.set(format, texts);
    return texts;
  }
}
