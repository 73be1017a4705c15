// The commands that do something to somebody.

import type { Program } from './adding.ts';
import {
  collect,
  collectList,
  consentOptions,
  filterOptions,
  outputOptions,
  serverOptions,
  staleOptions,
} from './options.ts';

export function addActingCommands(program: Program): void {
  const { world } = program;

  program
    .add({
      name: 'disconnect',
      description:
        'Disconnect whoever is on a port, the connections of a user, or those that look dead.',
      examples: [
        'rras disconnect VPN2-5 --server RAS01',
        'rras disconnect --user alice --newest',
        'rras disconnect --stale --older-than 24h --max 10 --dry-run',
        "rras disconnect --all --device '*SSTP*' --yes",
      ],
      argument: ['[name...]', 'names of ports'],
      options: [serverOptions, outputOptions, filterOptions, staleOptions, consentOptions],
      work: async (names, options) =>
        (await import('./commands/disconnect.ts')).disconnect(world, names, options),
    })
    .option('--all', 'every port in use, or every connection of --user')
    .option('--one', 'of --user: the one connection; with several, nothing is done')
    .option('--newest', 'of --user: the one that began last')
    .option('--oldest', 'of --user: the one that began first')
    .option('--stale', 'what `rras stale` lists');

  program
    .add({
      name: 'reset',
      description:
        'Reset ports. By the specification of the protocol, servers do nothing and say that they did.',
      examples: ['rras reset VPN2-5 --server RAS01'],
      argument: ['[name...]', 'names of ports'],
      options: [serverOptions, outputOptions, filterOptions, consentOptions],
      work: async (names, options) =>
        (await import('./commands/reset.ts')).reset(world, names, options),
    })
    .option('--all', 'every port; --name, --device, --user and --condition say which');

  program
    .add({
      name: 'clear-stats',
      description:
        'Set the counters of ports, or of the connections of a user, to zero: for everybody who reads them.',
      examples: ['rras clear-stats VPN2-5 --server RAS01', 'rras clear-stats --user alice'],
      argument: ['[name...]', 'names of ports'],
      options: [serverOptions, outputOptions, filterOptions, consentOptions],
      work: async (names, options) =>
        (await import('./commands/clear_stats.ts')).clearStats(world, names, options),
    })
    .option('--all', 'every port, or every connection of --user');

  program
    .add({
      name: 'message',
      description:
        'Send a text to the screen of a client. Windows since Vista has nothing that shows it: that it is accepted says little.',
      examples: ["rras message alice 'We restart in ten minutes' --server RAS01"],
      argument: ['<words...>', 'to whom (a user, a port, a handle or a GUID), and the text'],
      options: [serverOptions, outputOptions, consentOptions],
      work: async (words, options) =>
        (await import('./commands/message.ts')).message(world, words, options),
    })
    .option('--all', 'to everybody: then there is the text alone')
    .option(
      '--user <pattern>',
      'to all users like this: then there is the text alone',
      collectList,
    );

  program
    .add({
      name: 'user',
      description: 'Show or set whether an account may dial in.',
      examples: [
        'rras user alice --server RAS01',
        'rras user alice --set mayDialIn=no --account-server DC01',
      ],
      argument: ['<name>', 'the account'],
      options: [serverOptions, outputOptions, consentOptions],
      work: async ([name = ''], options) =>
        (await import('./commands/user.ts')).user(world, name, options),
    })
    .option(
      '--set <field=value>',
      'mayDialIn, callback, phoneNumber or byPolicy; may be repeated',
      collect,
    )
    .option('--account-server <name>', 'the machine that keeps the account: a domain controller');
}
