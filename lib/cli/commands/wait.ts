// rras wait --ready: until a server can be worked with. A service that runs may not have begun yet.

import { setTimeout as pause } from 'node:timers/promises';
import type { RasServer } from '../../server.ts';
import { Complaint } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import type { Field } from '../output/fields.ts';
import { checkOutput, type OutputOptions, writeListing } from '../output/listing.ts';
import { exitOf, letGo, type ServerOptions, Session, troubles } from '../servers/session.ts';
import { unlessTooOld } from '../servers/too_old.ts';
import { troubleOf } from '../trouble.ts';
import type { World } from '../world.ts';
import { serverField } from './port_fields.ts';

export type WaitOptions = ServerOptions &
  OutputOptions & { readonly within?: number; readonly every?: number };

const TWO_MINUTES = 120;
const TWO_SECONDS = 2;

const fields: readonly Field[] = [
  serverField,
  { name: 'ready' },
  { name: 'seconds', isRight: true },
  { name: 'ports', isRight: true },
];

export async function wait(world: World, options: WaitOptions): Promise<Exit> {
  checkOutput(options, fields);
  return Session.during(world, options, async (session) => {
    const outcomes = await session.eachName((name) => untilReady(session, name, options));
    await writeListing(world, options, {
      command: 'wait',
      fields,
      key: 'server',
      items: outcomes.flatMap((each) =>
        'result' in each ? [{ server: each.server, ready: true, ...each.result }] : [],
      ),
      errors: troubles(outcomes),
      isOneServer: session.isOneServer,
    });
    return exitOf(outcomes);
  });
}

interface Readiness {
  readonly seconds: number;
  readonly ports: number;
}

async function untilReady(
  session: Session,
  name: string | undefined,
  { within = TWO_MINUTES, every = TWO_SECONDS }: WaitOptions,
): Promise<Readiness> {
  const { interrupt } = session.world;
  const begin = Date.now();
  const seconds = () => Math.round((Date.now() - begin) / 1000);
  for (;;) {
    let reason: string;
    try {
      const ports = await askedOnce(session, name);
      if (ports > 0) return { seconds: seconds(), ports };
      reason = 'It shows no ports yet.';
    } catch (error) {
      interrupt.throwIfAborted();
      const { exit, message } = troubleOf(error);
      // Time does not help against these.
      if (hopeless.includes(exit)) throw error;
      reason = message;
    }
    if (Date.now() - begin + every * 1000 > within * 1000) {
      const server = name ?? 'the local server';
      throw new Complaint('timeOut', `${server} was not ready within ${within} s: ${reason}`);
    }
    await pause(every * 1000, undefined, { signal: interrupt });
  }
}

const hopeless: readonly Exit[] = ['accessDenied', 'unsupportedPlatform', 'usage'];

/** How many ports it shows when all is well. */
async function askedOnce(session: Session, name: string | undefined): Promise<number> {
  const server = await session.connect(name);
  try {
    return await countPorts(session, server);
  } finally {
    await letGo(server);
  }
}

async function countPorts(session: Session, server: RasServer): Promise<number> {
  const { patience } = session;
  if ((await unlessTooOld(server.isServiceInitialized(patience))) === false) {
    throw new Complaint('serviceNotRunning', 'The service runs and is not initialised yet.');
  }
  return (await server.enumPorts(patience)).length;
}
