// rras reset: resets ports.

import { actOn, portReportFields } from '../acting/act_on.ts';
import { command, flag } from '../command.ts';
import {
  consentOptions,
  includeRoutersOption,
  outputOptions,
  portFilterOptions,
  serversOptions,
} from '../options.ts';
import { selectionOf } from '../select/selection.ts';

export const reset = command({
  name: 'reset',
  description:
    'Reset ports. By the specification of the protocol, servers do nothing and say that they did.',
  examples: ['rras reset VPN2-5 --server RAS01'],
  fields: portReportFields,
  argument: ['[name...]', 'names of ports'],
  options: {
    all: flag('--all', 'every port; --name, --device, --user and --condition say which'),
    ...portFilterOptions,
    includeRouters: includeRoutersOption,
    ...consentOptions,
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, names, options) => {
    const selection = selectionOf(names, options, {
      question: 'Reset what?',
      isInUse: false,
      byUser: 'ports',
      which: 'all',
      routers: 'asked for',
    });
    return actOn(world, options, selection, {
      command: 'reset',
      onPort: 'resetPort',
      onConnection: undefined,
      verb: (what) => `reset ${what}`,
      done: 'reset',
    });
  },
});
