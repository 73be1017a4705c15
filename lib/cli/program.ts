// The commands, what they take, and where their work is. Only the parser is loaded to begin with; the
// rest when a command is used, so that `rras explain` needs no addon and nobody waits for tables.

import { createRequire } from 'node:module';
import { Command } from 'commander';
import type { Exit } from './exit_codes.ts';
import { exitCodesInWords } from './exit_codes.ts';
import {
  collect,
  collectList,
  connectionOptions,
  consentOptions,
  duration,
  filterOptions,
  outputOptions,
  serverOptions,
  staleOptions,
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

  connectionOptions(
    outputOptions(
      serverOptions(
        add(
          'connections',
          'List connections: who is connected, since when, from where.',
          ['rras connections --server RAS01', 'rras connections --user alice --json'].join('\n'),
          async (_, options) =>
            (await import('./commands/connections.ts')).connections(world, options),
        ),
      ),
    ),
  );

  outputOptions(
    serverOptions(
      add(
        'connection',
        'Show one connection.',
        'rras connection alice --server RAS01',
        async ([who = ''], options) =>
          (await import('./commands/connections.ts')).connection(world, who, options),
      ).argument('<who>', 'a user, the name of a port, a handle or a GUID'),
    ),
  );

  outputOptions(
    serverOptions(
      add(
        'server',
        'Show a server: its service, its ports, how long it is up.',
        'rras server --server RAS01',
        async (_, options) => (await import('./commands/server.ts')).server(world, options),
      ),
    ),
  );

  staleOptions(
    outputOptions(
      serverOptions(
        add(
          'stale',
          'List connections that look dead, each with its reasons: dormant (the peer cannot be reached), duplicate (the same user came again from the same computer), idle, age.',
          ['rras stale --server RAS01', 'rras stale --older-than 24h --samples 3 --every 20s'].join(
            '\n',
          ),
          async (_, options) => (await import('./commands/stale.ts')).stale(world, options),
        ),
      ),
    ),
  );

  connectionOptions(
    outputOptions(
      serverOptions(
        add(
          'watch',
          'Watch connections: a table that is drawn anew on a terminal, else a line of JSON for each change.',
          ['rras watch --server RAS01', 'rras watch --jsonl --for 1h >> changes.jsonl'].join('\n'),
          async (_, options) => (await import('./commands/watch.ts')).watch(world, options),
        ),
      ),
    ),
  )
    .option('--every <time>', 'how often the server is asked (default: 5s)', duration)
    .option('--for <time>', 'end after this time; Ctrl-C ends it at any', duration);

  consentOptions(
    staleOptions(
      filterOptions(
        outputOptions(
          serverOptions(
            add(
              'disconnect',
              'Disconnect whoever is on a port, the connections of a user, or those that look dead.',
              [
                'rras disconnect VPN2-5 --server RAS01',
                'rras disconnect --user alice --newest',
                'rras disconnect --stale --older-than 24h --max 10 --dry-run',
                "rras disconnect --all --device '*SSTP*' --yes",
              ].join('\n'),
              async (names, options) =>
                (await import('./commands/disconnect.ts')).disconnect(world, names, options),
            ).argument('[name...]', 'names of ports'),
          ),
        ),
      ),
    ),
  )
    .option('--all', 'every port in use, or every connection of --user')
    .option('--one', 'of --user: the one connection; with several, nothing is done')
    .option('--newest', 'of --user: the one that began last')
    .option('--oldest', 'of --user: the one that began first')
    .option('--stale', 'what `rras stale` lists');

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

  consentOptions(
    filterOptions(
      outputOptions(
        serverOptions(
          add(
            'clear-stats',
            'Set the counters of ports, or of the connections of a user, to zero: for everybody who reads them.',
            ['rras clear-stats VPN2-5 --server RAS01', 'rras clear-stats --user alice'].join('\n'),
            async (names, options) =>
              (await import('./commands/clear_stats.ts')).clearStats(world, names, options),
          ).argument('[name...]', 'names of ports'),
        ),
      ),
    ),
  ).option('--all', 'every port, or every connection of --user');

  consentOptions(
    outputOptions(
      serverOptions(
        add(
          'message',
          'Send a text to the screen of a client. Windows since Vista has nothing that shows it: that it is accepted says little.',
          "rras message alice 'We restart in ten minutes' --server RAS01",
          async (words, options) =>
            (await import('./commands/message.ts')).message(world, words, options),
        ).argument('<words...>', 'to whom (a user, a port, a handle or a GUID), and the text'),
      ),
    ),
  )
    .option('--all', 'to everybody: then there is the text alone')
    .option(
      '--user <pattern>',
      'to all users like this: then there is the text alone',
      collectList,
    );

  consentOptions(
    outputOptions(
      serverOptions(
        add(
          'user',
          'Show or set whether an account may dial in.',
          [
            'rras user alice --server RAS01',
            'rras user alice --set mayDialIn=no --account-server DC01',
          ].join('\n'),
          async ([name = ''], options) =>
            (await import('./commands/user.ts')).user(world, name, options),
        ).argument('<name>', 'the account'),
      ),
    ),
  )
    .option(
      '--set <field=value>',
      'mayDialIn, callback, phoneNumber or byPolicy; may be repeated',
      collect,
    )
    .option('--account-server <name>', 'the machine that keeps the account: a domain controller');

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
