// rras interface connect NAME: connects a demand-dial interface, and says how the attempt has ended.

import {
  actOnInterface,
  connectWithin,
  interfaceReportFields,
} from '../../acting/act_on_interface.ts';
import { command, optional } from '../../command.ts';
import { usage } from '../../complaint.ts';
import { consentOptions, duration, outputOptions, serversOptions } from '../../options.ts';
import { milliseconds } from '../../units.ts';

const ONE_MINUTE = 60;

export const connect = command({
  name: 'interface connect',
  description:
    'Connect a demand-dial interface, wait for the end of the attempt, and say how it has ended.',
  examples: [
    'rras interface connect Paris --server RAS01',
    'rras interface connect RAS01/Paris --within 2m',
    'rras interface connect Paris --no-wait',
  ],
  fields: interfaceReportFields,
  argument: ['<name>', 'the name of the interface'],
  options: {
    wait: {
      flags: '--wait',
      words: 'wait for the end of the attempt; this is the default',
      opposite: 'only begin the attempt',
    },
    within: optional('--within <time>', 'stop waiting after this time (default: 60s)', duration),
    ...consentOptions,
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, [word = ''], options) => {
    const { wait = true, within } = options;
    if (!wait && within !== undefined) {
      throw usage('--within is about waiting, and --no-wait does not wait.');
    }
    const time = milliseconds(within ?? ONE_MINUTE);
    return actOnInterface(world, options, word, {
      command: 'interface connect',
      action: 'connectInterface',
      verb: 'connect',
      act: async (servers, found) => {
        if (wait) return connectWithin(servers, found, time, world.interrupt);
        const { server, one } = found;
        const place = servers.lab?.interfacePlaceOf(server.name, one.name);
        const now = await server.connectInterface(one, { wait: false, ...servers.patienceToAct });
        servers.lab?.record(server.name, 'dialInterface', place);
        return now;
      },
      done: (now) => (now?.state === 'connected' ? 'connected' : 'connecting'),
      progress: ({ one }) => `Waiting until ${one.name} is connected; Ctrl-C ends the waiting.`,
      // Nobody loses a connection by it.
      isHarmless: true,
    });
  },
});
