// rras interface disconnect NAME: disconnects a demand-dial interface, after showing what goes over it.

import { setTimeout as pause } from 'node:timers/promises';
import { RasError } from '../../../errors/ras_error.ts';
import { compareConnections } from '../../../sessions/same_session.ts';
import { actOnInterface, interfaceReportFields, nameOf } from '../../acting/act_on_interface.ts';
import type { Settling } from '../../acting/batch.ts';
import { command, flag, optional } from '../../command.ts';
import { Complaint, usage } from '../../complaint.ts';
import { consentOptions, duration, outputOptions, serversOptions } from '../../options.ts';
import type { InterfaceItem } from '../../people/interface_fields.ts';
import { sessionsOn } from '../../people/people.ts';
import { type Rider, riderInWords, ridersOf } from '../../people/riders.ts';
import type { FoundInterface } from '../../select/interface.ts';
import type { Servers } from '../../servers/servers.ts';
import { type Trouble, troubleOf } from '../../trouble.ts';
import { milliseconds } from '../../units.ts';

const ONE_MINUTE = 60;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 1000;

export const disconnect = command({
  name: 'interface disconnect',
  description: 'Disconnect a demand-dial interface. Shows first which connections go over it.',
  examples: [
    'rras interface disconnect Paris --server RAS01',
    'rras interface disconnect RAS01/Paris --wait --yes',
  ],
  fields: interfaceReportFields,
  argument: ['<name>', 'the name of the interface'],
  options: {
    wait: flag('--wait', 'wait until it is down, and say so'),
    within: optional(
      '--within <time>',
      'with --wait: give up after this time (default: 60s)',
      duration,
    ),
    ...consentOptions,
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, [word = ''], options) => {
    const { wait, within } = options;
    if (within !== undefined && wait !== true) {
      throw usage('--within is about --wait, and that is not there.');
    }
    return actOnInterface(world, options, word, {
      command: 'interface disconnect',
      action: 'disconnectInterface',
      verb: 'disconnect',
      check: checkUp,
      notes: ({ one, riders }) => notesOn(one.name, riders),
      act: async (servers, found) => {
        const { server, one } = found;
        const place = servers.lab?.interfacePlaceOf(server.name, one.name);
        await checkRiders(servers, found);
        await server.disconnectInterface(one, servers.patienceToAct);
        servers.lab?.record(server.name, 'disconnectInterface', place);
        return undefined;
      },
      done: () => 'disconnecting',
      ...(wait === true && {
        settling: (servers, found) => settlingOf(servers, found, within ?? ONE_MINUTE),
      }),
    });
  },
});

function checkUp(found: FoundInterface): void {
  const { state } = found.one;
  if (state !== 'disconnected' && state !== 'unreachable') return;
  throw new Complaint(
    'notFound',
    `Nothing was done: the interface ${nameOf(found)} is ${state}, not connected.`,
  );
}

function notesOn(name: string, riders: readonly Rider[]): string[] {
  const whole =
    'The server does not report what uses the tunnel: a whole network can be behind it.';
  if (riders.length === 0) return [`The server lists no connection over ${name}. ${whole}`];
  return [
    ...riders.map((rider) => `Over ${name} goes the connection of ${riderInWords(rider)}.`),
    whole,
  ];
}

/** The person has agreed to what was shown. Another connection may go over the interface by now. */
async function checkRiders(
  servers: Servers,
  { server, one, riders }: FoundInterface,
): Promise<void> {
  const now = ridersOf(one, await sessionsOn(servers, server));
  const other = now.find(({ session: { connection } }) =>
    riders.every(
      ({ session: { connection: then } }) =>
        connection === undefined ||
        then === undefined ||
        compareConnections(then, connection) === 'another',
    ),
  );
  if (other === undefined) return;
  throw new Complaint(
    'failure',
    `Nothing was done to ${one.name}: since it was shown, a new connection goes over it: ${riderInWords(other)}.`,
    'Look at it again and decide anew.',
    'not-done',
  );
}

function settlingOf(
  servers: Servers,
  found: FoundInterface,
  within: number,
): Settling<InterfaceItem> {
  return {
    words: `${found.one.name} is down`,
    done: 'down',
    notDone: 'still up',
    wait: async (tasks) => {
      const trouble = await untilDown(servers, found, within);
      return new Map(trouble === undefined ? [] : tasks.map((task) => [task, trouble]));
    },
  };
}

async function untilDown(
  servers: Servers,
  { server, one }: FoundInterface,
  within: number,
): Promise<Trouble | undefined> {
  const { interrupt } = servers.world;
  const end = performance.now() + milliseconds(within);
  let why = 'The server has accepted to disconnect it.';
  for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    try {
      const { state } = await server.getInterface(one, servers.patience);
      if (state === 'disconnected' || state === 'unreachable') return undefined;
    } catch (error) {
      interrupt.throwIfAborted();
      if (!(error instanceof RasError)) throw error;
      // It may answer the next time.
      why = error.message;
    }
    if (performance.now() + wait > end) break;
    await pause(wait, undefined, { signal: interrupt });
  }
  const message = `It is not known to be down after ${within} s. ${why}`;
  const hint = `--within waits longer; \`rras interface show ${one.name}\` shows how it is.`;
  return troubleOf(new Complaint('timeOut', message, hint));
}
