// rras clear-stats: sets counters to zero, for everybody who reads them.

import { actOn, portReportFields } from '../acting/act_on.ts';
import { command, flag } from '../command.ts';
import { consentOptions, outputOptions, portFilterOptions, serversOptions } from '../options.ts';
import { selectionOf } from '../select/selection.ts';

export const clearStats = command({
  name: 'clear-stats',
  description:
    'Set the counters of ports, or of the connections of a user, to zero: for everybody who reads them.',
  examples: ['rras clear-stats VPN2-5 --server RAS01', 'rras clear-stats --user alice'],
  fields: portReportFields,
  argument: ['[name...]', 'names of ports'],
  options: {
    all: flag('--all', 'every port, or every connection of --user'),
    ...portFilterOptions,
    ...consentOptions,
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, names, options) => {
    const selection = selectionOf(names, options, {
      question: 'Clear the counters of what?',
      isInUse: false,
      byUser: 'connections',
      which: 'all',
      // It disconnects nobody.
      routers: 'any',
    });
    return actOn(world, options, selection, {
      command: 'clear-stats',
      onPort: 'clearPortStats',
      onConnection: 'clearConnectionStats',
      verb: (what) => `clear the counters of ${what}`,
      done: 'cleared',
    });
  },
});
