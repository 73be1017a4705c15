// rras wait --ready: waits until a server is ready. A running service may not be initialised yet.

import { setTimeout as pause } from 'node:timers/promises';
import type { RasServer } from '../../server.ts';
import { command, flag, optional } from '../command.ts';
import { Complaint } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import { allServersOptions, duration, outputOptions } from '../options.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { serverField } from '../people/port_fields.ts';
import { serversInWords } from '../servers/names.ts';
import { exitOf, letGo, Servers, troubles } from '../servers/servers.ts';
import { unlessTooOld } from '../servers/too_old.ts';
import { troubleOf } from '../trouble.ts';
import { milliseconds } from '../units.ts';
import { WaitingNote } from './waiting_note.ts';

const TWO_MINUTES = 120;
const TWO_SECONDS = 2;

interface ReadyItem extends Readiness {
  readonly server: string;
  readonly ready: true;
}

const field = fieldOf<ReadyItem>();

const fields: readonly Field<ReadyItem>[] = [
  serverField,
  field('ready'),
  field('seconds', { isRight: true }),
  field('ports', { isRight: true }),
];

export const wait = command({
  name: 'wait',
  description: 'Wait until a server is ready: its service runs, has begun, and shows ports.',
  examples: ['rras wait --ready --server RAS01 --within 5m'],
  fields: fields,
  argument: ['[server...]', 'servers; the same as --server'],
  options: {
    ready: flag('--ready', 'what is waited for; there is nothing else yet, and it may be left out'),
    within: optional('--within <time>', 'give up after this time (default: 2m)', duration),
    every: optional('--every <time>', 'how often to ask (default: 2s)', duration),
    ...allServersOptions,
    ...outputOptions,
  },
  run: (world, words, options) => {
    checkOutput(options, fields);
    const { ready: __, within = TWO_MINUTES, every = TWO_SECONDS } = options;
    return Servers.during(
      world,
      options,
      async (servers) => {
        const note = new WaitingNote(world);
        // Each server waits separately, so that one that is not ready does not delay the others.
        const outcomes = await servers
          .eachAtOnce(async (name) => {
            try {
              return await untilReady(servers, name, { within, every, note });
            } finally {
              note.remove(name ?? 'the local server');
            }
          })
          .finally(() => note.end());
        await writeListing(world, options, {
          command: 'wait',
          fields,
          key: 'server',
          items: outcomes.flatMap((each) =>
            'result' in each ? [{ server: each.server, ready: true as const, ...each.result }] : [],
          ),
          errors: troubles(outcomes),
          isOneServer: servers.isOneServer,
        });
        return exitOf(outcomes);
      },
      { named: serversInWords(words, options) },
    );
  },
});

interface Readiness {
  readonly seconds: number;
  readonly ports: number;
}

async function untilReady(
  servers: Servers,
  name: string | undefined,
  {
    within,
    every,
    note,
  }: { readonly within: number; readonly every: number; readonly note: WaitingNote },
): Promise<Readiness> {
  const { interrupt } = servers.world;
  const begin = Date.now();
  const seconds = () => Math.round((Date.now() - begin) / 1000);
  for (;;) {
    let reason: string;
    try {
      const ports = await askedOnce(servers, name);
      if (ports > 0) return { seconds: seconds(), ports };
      reason = 'It shows no ports yet.';
    } catch (error) {
      interrupt.throwIfAborted();
      const { exit, message } = troubleOf(error);
      // Time does not help against these.
      if (hopeless.includes(exit)) throw error;
      reason = message;
    }
    note.add(name ?? 'the local server', reason);
    if (Date.now() - begin + every * 1000 > within * 1000) {
      const server = name ?? 'the local server';
      throw new Complaint('timeOut', `${server} was not ready within ${within} s: ${reason}`);
    }
    await pause(milliseconds(every), undefined, { signal: interrupt });
  }
}

const hopeless: readonly Exit[] = ['accessDenied', 'unsupportedPlatform', 'usage'];

/** The number of ports, once the server is ready. */
async function askedOnce(servers: Servers, name: string | undefined): Promise<number> {
  const server = await servers.connect(name);
  try {
    return await countPorts(servers, server);
  } finally {
    await letGo(server);
  }
}

async function countPorts({ patience }: Servers, server: RasServer): Promise<number> {
  if ((await unlessTooOld(server.isServiceInitialized(patience))) === false) {
    throw new Complaint('serviceNotRunning', 'The service runs and is not initialised yet.');
  }
  return (await server.enumPorts(patience)).length;
}
