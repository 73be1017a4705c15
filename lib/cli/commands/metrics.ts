// rras metrics: what a monitoring system wants to know. Once, again and again into a file, or for whoever asks.

import { RasError } from '../../errors/ras_error.ts';
import { watchFleet } from '../../fleet/watch.ts';
import { Metrics } from '../../metrics/metrics.ts';
import type { MetricFormat } from '../../metrics/text.ts';
import type { RasServer } from '../../server.ts';
import { command, flag, list, optional, text, type ValuesOf } from '../command.ts';
import { usage, wordsOf } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import { allServersOptions, duration, talkOptions, wholeNumber } from '../options.ts';
import { exitOf, Servers, troubles } from '../servers/servers.ts';
import { tellServerTroubles } from '../terminal/tell_trouble.ts';
import { say, type World } from '../terminal/world.ts';
import { milliseconds } from '../units.ts';
import { Ending } from './ending.ts';
import { type Endpoint, endpointOf, listenOptionsOf } from './metrics_endpoint.ts';
import { MetricsFile } from './metrics_file.ts';

const FIFTEEN_SECONDS = 15;
// In a lab it costs nothing.
const IN_A_LAB = 1;
const MOST_USERS = 200;

const options = {
  textfile: text(
    '--textfile <path>',
    "write them to this file, which is replaced at once: for a textfile collector's folder",
  ),
  listen: text('--listen <address>', 'answer scrapes: :9836 on this machine only, or HOST:PORT'),
  every: optional(
    '--every <time>',
    'how often the servers are asked, and the file is written (default: 15s for --listen)',
    duration,
  ),
  for: optional('--for <time>', 'end after this time; Ctrl-C ends it at any', duration),
  perUser: flag('--per-user', 'also a metric with the user of each connection'),
  perUserMax: optional(
    '--per-user-max <n>',
    'for at most n connections of a server (default: 200)',
    wholeNumber(1, 1_000_000),
  ),
  tokenFile: text('--token-file <file>', 'scrapes need the bearer token in this file'),
  tlsCert: text('--tls-cert <file>', 'answer with TLS: the certificate, with its chain, in PEM'),
  tlsKey: text('--tls-key <file>', 'the key of the certificate, in PEM'),
  host: list('--host <names>', 'names by which scrapes may address this machine'),
  behindProxy: flag('--behind-proxy', 'a proxy with TLS stands before it: docs/monitoring.md'),
  ...allServersOptions,
  ...talkOptions,
};

type Options = ValuesOf<typeof options>;

export const metrics = command({
  name: 'metrics',
  description:
    'Metrics for Prometheus: once to stdout, into a file of a textfile collector, or for scrapes.',
  examples: [
    'rras metrics --server RAS01',
    'rras metrics -s RAS01,RAS02 --textfile rras.prom --every 30s',
    'rras metrics -s @edge --listen :9836',
  ],
  options,
  run: async (world, _, given) => {
    const { textfile, every, for: length, perUser, perUserMax } = given;
    const listen = listenOptionsOf(given);
    if (perUserMax !== undefined && perUser !== true) {
      throw usage('--per-user-max is for --per-user, which is not there.');
    }
    if (textfile !== undefined && listen !== undefined) {
      throw usage('--textfile and --listen cannot be combined.');
    }
    const isOnce = listen === undefined && every === undefined;
    if (isOnce && length !== undefined) {
      throw usage('--for ends what goes on: --listen, or --textfile with --every.');
    }
    if (textfile === undefined && listen === undefined && every !== undefined) {
      throw usage('--every is for --textfile and --listen: to stdout they are written once.');
    }
    const users = perUser === true ? (perUserMax ?? MOST_USERS) : 0;
    const endpoint = listen === undefined ? undefined : await endpointOf(listen);
    return Servers.during(world, given, async (servers) => {
      const file = textfile === undefined ? undefined : new MetricsFile(textfile);
      if (isOnce) return once(servers, given, users, file);
      const usual = servers.lab === undefined ? FIFTEEN_SECONDS : IN_A_LAB;
      const interval = milliseconds(every ?? usual);
      const ending = new Ending([world.interrupt], length);
      try {
        return await goOn(servers, { interval, users, file, endpoint, end: ending.signal });
      } finally {
        ending.dispose();
      }
    });
  },
});

/** One reading of each server. What needs two of them is left out. */
async function once(
  servers: Servers,
  { color }: Options,
  users: number,
  file: MetricsFile | undefined,
): Promise<Exit> {
  const { world, isOneServer } = servers;
  const metrics = new Metrics({ sessions: users, counters: false });
  const outcomes = await servers.each((server) => readOnce(servers, server, users, metrics));
  const failed = troubles(outcomes);
  for (const outcome of outcomes) {
    if (!('error' in outcome)) continue;
    const { server, error } = outcome;
    if (!(error instanceof RasError)) throw error;
    metrics.add({ server, type: 'server-lost', at: new Date(), error });
  }
  const written = metrics.text();
  if (file === undefined) world.stdout.data(written.split('\n').slice(0, -1));
  else await file.write(written);
  tellServerTroubles(world, failed, isOneServer, color);
  return exitOf(outcomes);
}

async function readOnce(
  { patience }: Servers,
  server: RasServer,
  users: number,
  metrics: Metrics,
): Promise<void> {
  for await (const change of server.watch({
    ...patience,
    interfaces: true,
    readings: readingsFor(users),
  })) {
    metrics.add({ ...change, server: server.name });
    if (change.type === 'reading') break;
  }
}

interface Going {
  readonly interval: number;
  readonly users: number;
  readonly file: MetricsFile | undefined;
  readonly endpoint: Endpoint | undefined;
  readonly end: AbortSignal;
}

async function goOn(servers: Servers, going: Going): Promise<Exit> {
  const { interval, users, file, endpoint, end } = going;
  const metrics = new Metrics({ sessions: users });
  const watch = watchFleet(servers.fleet, {
    interval,
    interfaces: true,
    readings: readingsFor(users),
    timeout: servers.patience.timeout,
    signal: end,
  });
  const writer = file === undefined ? undefined : new Writer(servers.world, file, interval);
  try {
    if (endpoint !== undefined) {
      const url = await endpoint.open((format: MetricFormat) => metrics.text(format));
      say(servers.world, `Scrapes are answered at ${url}`);
    }
    for await (const change of watch) {
      metrics.add(change);
      const isComplete = () => watch.servers.every(({ state }) => state !== 'connecting');
      if (writer?.hasBegun === false && isComplete()) writer.begin(() => metrics.text());
    }
  } catch (error) {
    if (!end.aborted) throw error;
  } finally {
    await Promise.all([writer?.end(), endpoint?.close()]);
  }
  return 'ok';
}

function readingsFor(users: number): 'totals' | 'sessions' {
  return users > 0 ? 'sessions' : 'totals';
}

/** Writes the file from the first time on at which every server has answered or failed. */
class Writer {
  readonly #world: World;
  readonly #file: MetricsFile;
  readonly #interval: number;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #hasFailed = false;

  constructor(world: World, file: MetricsFile, interval: number) {
    this.#world = world;
    this.#file = file;
    this.#interval = interval;
  }

  get hasBegun(): boolean {
    return this.#timer !== undefined;
  }

  begin(text: () => string): void {
    const write = () => {
      // A disk that hangs gets no second file.
      this.#writing ??= this.#write(text()).finally(() => {
        this.#writing = undefined;
      });
    };
    this.#timer = setInterval(write, this.#interval);
    write();
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
  }

  async #write(text: string): Promise<void> {
    try {
      await this.#file.write(text);
      if (this.#hasFailed) say(this.#world, 'The file is written again.');
      this.#hasFailed = false;
    } catch (error) {
      // The folder may be back for the next time.
      if (!this.#hasFailed) say(this.#world, `error: ${wordsOf(error)}`);
      this.#hasFailed = true;
    }
  }
}
