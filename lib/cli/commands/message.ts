// rras message: a text to the screen of a client.

import { actOn, connectionReportFields } from '../acting/act_on.ts';
import { command, flag, list } from '../command.ts';
import { usage } from '../complaint.ts';
import { consentOptions, outputOptions, serversOptions } from '../options.ts';
import { filterOf } from '../select/filter.ts';
import type { Selection } from '../select/selection.ts';
import { nameIn } from '../servers/qualified_name.ts';

export const message = command({
  name: 'message',
  description:
    'Send a text to the screen of a client. Windows since Vista has nothing that shows it: that it is accepted says little.',
  examples: ["rras message alice 'We restart in ten minutes' --server RAS01"],
  fields: connectionReportFields,
  argument: ['<words...>', 'to whom (a user, a port, a handle or a GUID), and the text'],
  options: {
    all: flag('--all', 'to everybody: then there is the text alone'),
    user: list('--user <pattern>', 'to all users like this: then there is the text alone'),
    ...consentOptions,
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, words, options) => {
    const { all, user } = options;
    const isToMany = all === true || user !== undefined;
    const [who = '', text, ...others] = isToMany ? ['', ...words] : words;
    if (text === undefined || others.length > 0) {
      throw usage(
        isToMany ? 'Which text?' : 'To whom, and which text?',
        "As in: rras message alice 'We restart in ten minutes'. To everybody: --all instead of a name.",
      );
    }
    const selection: Selection = isToMany
      ? {
          kind: 'connections',
          users: user,
          which: 'all',
          filter: filterOf({ user }),
          routers: 'any',
        }
      : { kind: 'one connection', who: nameIn(who) };
    return actOn(world, options, selection, {
      command: 'message',
      onPort: undefined,
      onConnection: 'sendUserMessage',
      text,
      verb: (what) => `send this to ${what}`,
      // There is no way to know whether anybody saw it.
      done: 'accepted',
      // A text disconnects nobody, but sending it to many people needs consent.
      isHarmless: !isToMany,
    });
  },
});
