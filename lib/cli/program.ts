// The commands, what they take, and where their work is. Only the parser is loaded to begin with; the
// rest when a command is used, so that `rras explain` needs no addon and nobody waits for tables.

import { createRequire } from 'node:module';
import { Command } from 'commander';
import type { Exit } from './exit_codes.ts';
import { exitCodesInWords } from './exit_codes.ts';
import {
  consentOptions,
  duration,
  filterOptions,
  outputOptions,
  serverOptions,
  wholeNumber,
} from './options.ts';
import type { World } from './world.ts';

/** How the command that was run has ended. */
export interface Ended {
  exit: Exit;
}

export interface Program {
  readonly command: Command;
  readonly ended: Ended;
}

const examples = `Examples:
  rras ports --server RAS01                    every port, who is on it, since when
  rras ports --in-use --server RAS01,RAS02     those in use, on two servers
  rras disconnect VPN2-5 --server RAS01        shows who that is, asks, disconnects
  rras ports --summary --min-free 10 --json    for monitoring: exit code 8 if few are free
  rras explain 809                             what a number means, and what to do
  rras doctor --server RAS01                   finds out what is wrong
  rras ports --sim                             all of it on a simulated server, on any system
`;

export function program(world: World): Program {
  const ended: Ended = { exit: 'ok' };
  const rras = new Command('rras')
    .description('Run Windows Routing and Remote Access servers: ports, connections, sessions.')
    .version(version(), '-V, --version', 'the version of the package')
    .helpOption('-h, --help', 'examples, options, exit codes')
    .addHelpText('before', examples)
    .addHelpText('after', `\n${exitCodesInWords()}`)
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for examples and options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      getOutHelpWidth: () => world.stdout.columns ?? 100,
      getErrHelpWidth: () => world.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });

  /** A command whose work is in a file of its own. */
  const add = (
    name: string,
    description: string,
    shown: string,
    work: (args: string[], options: never) => Promise<Exit>,
  ): Command => {
    const command = rras
      .command(name)
      .description(description)
      .addHelpText('before', `Examples:\n${shown.replace(/^/gm, '  ')}\n`)
      .addHelpText('after', '\nExit codes: rras --help');
    command.action(async () => {
      ended.exit = await work(command.processedArgs.flat(), command.opts() as never);
    });
    return command;
  };

  filterOptions(
    outputOptions(
      serverOptions(
        add(
          'ports',
          'List ports.',
          [
            'rras ports --server RAS01 --in-use',
            "rras ports --device 'WAN Miniport (SSTP)' --condition listening",
            'rras ports --summary --min-free 10',
          ].join('\n'),
          async (_, options) => (await import('./commands/ports.ts')).ports(world, options),
        ),
      ),
    ),
  )
    .option('--in-use', 'with somebody on it')
    .option('--idle', 'with nobody on it')
    .option('--summary', 'count used and free ports by type of device')
    .option(
      '--min-free <n>',
      'with --summary: exit code 8 if a type has fewer free ports',
      wholeNumber(0, 1_000_000),
    );

  outputOptions(
    serverOptions(
      add(
        'port',
        'Show one port.',
        'rras port VPN2-5 --server RAS01',
        async ([name = ''], options) =>
          (await import('./commands/port.ts')).port(world, name, options),
      ).argument('<name>', 'the name of the port'),
    ),
  );

  consentOptions(
    filterOptions(
      outputOptions(
        serverOptions(
          add(
            'disconnect',
            'Disconnect whoever is on a port.',
            [
              'rras disconnect VPN2-5 --server RAS01',
              'rras disconnect VPN2-5 VPN3-1 --yes',
              "rras disconnect --all --device '*SSTP*' --max 20 --dry-run",
            ].join('\n'),
            async (names, options) =>
              (await import('./commands/disconnect.ts')).disconnect(world, names, options),
          ).argument('[name...]', 'names of ports'),
        ),
      ),
    ),
  ).option('--all', 'every port in use; --name, --device, --user and --condition say which');

  consentOptions(
    filterOptions(
      outputOptions(
        serverOptions(
          add(
            'reset',
            'Reset ports. By the specification of the protocol, servers do nothing and say that they did.',
            'rras reset VPN2-5 --server RAS01',
            async (names, options) =>
              (await import('./commands/reset.ts')).reset(world, names, options),
          ).argument('[name...]', 'names of ports'),
        ),
      ),
    ),
  ).option('--all', 'every port; --name, --device, --user and --condition say which');

  outputOptions(
    serverOptions(
      add(
        'wait',
        'Wait until a server is ready: its service runs, has begun, and shows ports.',
        'rras wait --ready --server RAS01 --within 5m',
        async (_, options) => (await import('./commands/wait.ts')).wait(world, options),
      ),
    ),
  )
    .option('--ready', 'what is waited for; there is nothing else yet, and it may be left out')
    .option('--within <time>', 'give up after this time (default: 2m)', duration)
    .option('--every <time>', 'how often to ask (default: 2s)', duration);

  outputOptions(
    serverOptions(
      add(
        'doctor',
        'Find out why a server cannot be reached, step by step.',
        'rras doctor --server RAS01',
        async (_, options) => (await import('./commands/doctor.ts')).doctor(world, options),
      ),
    ),
  );

  outputOptions(
    add(
      'explain',
      'Say what a code means, where it comes from and what to try. Works on any system.',
      [
        'rras explain 809',
        'rras explain 0x387 ERROR_DDM_NOT_RUNNING',
        'rras explain -2146762495',
      ].join('\n'),
      async (codes, options) =>
        (await import('./commands/explain.ts')).explain(world, codes, options),
    ).argument('<code...>', 'numbers in decimal or hexadecimal, or names'),
  );

  const sim = rras.command('sim').description('Make and forget simulated labs for --sim=FILE.');
  sim
    .command('init')
    .description('Write a lab with comments, to be changed.')
    .argument('<file>', 'where to: lab.yaml')
    .option('--force', 'write over a file that is there')
    .action(async (file: string, options) => {
      ended.exit = await (await import('./commands/sim.ts')).init(world, file, options);
    });
  sim
    .command('reset')
    .description('Forget what was done to a lab.')
    .argument('<file>', 'the lab')
    .action(async (file: string) => {
      ended.exit = await (await import('./commands/sim.ts')).reset(world, file);
    });

  add(
    'completion',
    'Write the completion script of a shell.',
    [
      'rras completion powershell | Out-String | Invoke-Expression',
      'source <(rras completion bash)',
      'rras completion zsh > ~/.zfunc/_rras',
      'rras completion fish > ~/.config/fish/completions/rras.fish',
    ].join('\n'),
    async ([shell = '']) => (await import('./commands/completion.ts')).completion(world, shell),
  ).argument('<shell>', 'powershell, bash, zsh or fish');

  // For the completion scripts. Everything after it is data: the words of the line.
  rras
    .command('__complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .helpOption(false)
    .passThroughOptions()
    .action(async (words: string[]) => {
      ended.exit = await (await import('./commands/complete.ts')).complete(world, rras, words);
    });

  return { command: rras, ended };
}

function version(): string {
  // By the package's own name: the bundle does not lie as deep as this file.
  const manifest: unknown = createRequire(import.meta.url)('rras/package.json');
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}
