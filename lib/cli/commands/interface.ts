// rras interface: the interfaces of routers.

import { type Command, family } from '../command.ts';
import { didYouMean, usage } from '../complaint.ts';
import { apply } from './interface/apply.ts';
import { connect } from './interface/connect.ts';
import { diff } from './interface/diff.ts';
import { disconnect } from './interface/disconnect.ts';
import { keepUp } from './interface/keep_up.ts';
import { list } from './interface/list.ts';
import { show } from './interface/show.ts';

const commands: readonly Command[] = [list, show, connect, disconnect, keepUp, apply, diff];

/** What people type instead, by command. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  list: ['ls', 'all', 'dir'],
  show: ['get', 'info', 'status', 'state', 'why'],
  connect: ['dial', 'up', 'start', 'open', 'enable'],
  'keep-up': ['keepup', 'keep', 'persist', 'reconnect', 'monitor'],
  apply: ['set', 'create', 'add', 'new', 'delete', 'remove', 'rm', 'change'],
  diff: ['compare', 'difference', 'stored'],
  disconnect: ['down', 'stop', 'hangup', 'drop', 'close', 'kill', 'disable'],
};

export const interfaces = family({
  name: 'interface',
  description: 'The interfaces of the router: network cards and demand-dial interfaces.',
  examples: [
    'rras interface list --server RAS01',
    'rras interface show Paris',
    'rras interface connect Paris --within 2m',
    'rras interface disconnect Paris --wait',
  ],
  commands,
  otherwise: ([word = '']) => {
    const names = commands.map(({ name }) => name.split(' ').at(-1) ?? name);
    const all = names.map((name) => `rras interface ${name}`).join(', ');
    if (word.startsWith('-')) {
      return usage(`There is no option ${word} before the command.`, `There are: ${all}.`);
    }
    const folded = word.toLowerCase();
    const meant =
      names.find((name) => synonyms[name]?.includes(folded) === true) ?? didYouMean(word, names);
    return meant === undefined
      ? usage(
          `rras interface has no command ${word}.`,
          `If ${word} is an interface: rras interface show ${word}. There are: ${all}.`,
        )
      : usage(`rras interface has no command ${word}. Did you mean rras interface ${meant}?`);
  },
});
