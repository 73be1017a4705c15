// rras disconnect: ends what is on ports, or the connections of a user, or those that look dead.

import { actOn, portReportFields } from '../acting/act_on.ts';
import { command, flag, optional } from '../command.ts';
import { usage } from '../complaint.ts';
import {
  connectionFilterOptions,
  consentOptions,
  duration,
  includeRoutersOption,
  outputOptions,
  portFilterOptions,
  reasonOptions,
  serversOptions,
} from '../options.ts';
import { selectionOf } from '../select/selection.ts';

const ONE_MINUTE = 60;

export const disconnect = command({
  name: 'disconnect',
  description: 'Disconnect what is on a port, the connections of a user, or those that look dead.',
  examples: [
    'rras disconnect VPN2-5 --server RAS01',
    'rras disconnect --user alice --newest --wait',
    'rras disconnect --stale --max-age 24h --max 10 --dry-run',
    "rras disconnect --all --device '*SSTP*' --older-than 12h --yes",
  ],
  fields: portReportFields,
  argument: ['[name...]', 'names of ports'],
  options: {
    all: flag('--all', 'every port in use, or every connection of --user'),
    one: flag('--one', 'of --user: the one connection; with several, nothing is done'),
    newest: flag('--newest', 'of --user: the one that began last'),
    oldest: flag('--oldest', 'of --user: the one that began first'),
    stale: flag('--stale', 'what `rras stale` lists'),
    ...portFilterOptions,
    ...connectionFilterOptions,
    includeRouters: includeRoutersOption,
    ...reasonOptions,
    wait: flag('--wait', 'wait until the sessions are really gone, and say so'),
    within: optional(
      '--within <time>',
      'with --wait: give up after this time (default: 60s)',
      duration,
    ),
    ...consentOptions,
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, names, options) => {
    const { wait, within } = options;
    if (within !== undefined && wait !== true) {
      throw usage('--within is about --wait, and that is not there.');
    }
    const selection = selectionOf(names, options, {
      question: 'Disconnect what?',
      isInUse: true,
      byUser: 'connections',
      which: 'one',
      routers: 'asked for',
    });
    return actOn(world, options, selection, {
      command: 'disconnect',
      onPort: 'disconnectPort',
      onConnection: 'disconnectSession',
      verb: (what) => `disconnect ${what}`,
      // The API starts it and does not wait.
      done: 'disconnecting',
      goneWithin: wait === true ? (within ?? ONE_MINUTE) : undefined,
    });
  },
});
