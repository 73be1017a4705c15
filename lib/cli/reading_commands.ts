// The commands that look and touch nothing.

import type { Program } from './adding.ts';
import {
  connectionOptions,
  duration,
  filterOptions,
  outputOptions,
  serverOptions,
  staleOptions,
  wholeNumber,
} from './options.ts';

export function addReadingCommands(program: Program): void {
  const { world } = program;

  program
    .add({
      name: 'ports',
      description: 'List ports.',
      examples: [
        'rras ports --server RAS01 --in-use',
        "rras ports --device '*SSTP*' --condition listening",
        'rras ports --summary --min-free 10',
      ],
      options: [serverOptions, outputOptions, filterOptions],
      work: async (_, options) => (await import('./commands/ports.ts')).ports(world, options),
    })
    .option('--in-use', 'with somebody on it')
    .option('--idle', 'with nobody on it')
    .option('--summary', 'count used and free ports by device')
    .option(
      '--min-free <n>',
      'with --summary: exit code 8 if a device has fewer free ports',
      wholeNumber(0, 1_000_000),
    );

  program.add({
    name: 'port',
    description: 'Show one port.',
    examples: ['rras port VPN2-5 --server RAS01'],
    argument: ['<name>', 'the name of the port'],
    options: [serverOptions, outputOptions],
    work: async ([name = ''], options) =>
      (await import('./commands/port.ts')).port(world, name, options),
  });

  program.add({
    name: 'connections',
    description: 'List connections: who is connected, since when, from where.',
    examples: ['rras connections --server RAS01', 'rras connections --user alice --json'],
    options: [serverOptions, outputOptions, connectionOptions],
    work: async (_, options) =>
      (await import('./commands/connections.ts')).connections(world, options),
  });

  program.add({
    name: 'connection',
    description: 'Show one connection.',
    examples: ['rras connection alice --server RAS01'],
    argument: ['<who>', 'a user, the name of a port, a handle or a GUID'],
    options: [serverOptions, outputOptions],
    work: async ([who = ''], options) =>
      (await import('./commands/connections.ts')).connection(world, who, options),
  });

  program.add({
    name: 'server',
    description: 'Show a server: its service, its ports, how long it is up.',
    examples: ['rras server --server RAS01'],
    options: [serverOptions, outputOptions],
    work: async (_, options) => (await import('./commands/server.ts')).server(world, options),
  });

  program.add({
    name: 'stale',
    description:
      'List connections that look dead, each with its reasons: dormant (the peer cannot be reached), duplicate (the same user came again from the same computer), idle, age.',
    examples: ['rras stale --server RAS01', 'rras stale --older-than 24h --samples 3 --every 20s'],
    options: [serverOptions, outputOptions, staleOptions],
    work: async (_, options) => (await import('./commands/stale.ts')).stale(world, options),
  });

  program
    .add({
      name: 'watch',
      description:
        'Watch connections: a table that is drawn anew on a terminal, else a line of JSON for each change.',
      examples: ['rras watch --server RAS01', 'rras watch --jsonl --for 1h >> changes.jsonl'],
      options: [serverOptions, outputOptions, connectionOptions],
      work: async (_, options) => (await import('./commands/watch.ts')).watch(world, options),
    })
    .option('--every <time>', 'how often the server is asked (default: 5s)', duration)
    .option('--for <time>', 'end after this time; Ctrl-C ends it at any', duration);
}
