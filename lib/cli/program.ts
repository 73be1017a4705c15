// The program: its commands, and what they take. Only the parser is loaded to begin with; the rest when
// a command is used, so that `rras explain` needs no addon and nobody waits for tables.

import { createRequire } from 'node:module';
import { Command } from 'commander';
import { addActingCommands } from './acting_commands.ts';
import { Program } from './adding.ts';
import { usage } from './complaint.ts';
import { exitCodesInWords } from './exit_codes.ts';
import { addReadingCommands } from './reading_commands.ts';
import { safeLines } from './talk/safe_text.ts';
import { addToolCommands } from './tool_commands.ts';
import type { World } from './world.ts';

const examples = `Examples:
  rras ports --server RAS01                    every port, who is on it, since when
  rras connections --server RAS01,RAS02        who is connected, on two servers
  rras disconnect VPN2-5 --server RAS01        shows who that is, asks, disconnects
  rras disconnect --user alice --oldest        one of several sessions
  rras stale --older-than 24h                  connections that look dead, and why
  rras ports --summary --min-free 10 --json    for monitoring: exit code 8 if few are free
  rras explain 809                             what a number means, and what to do
  rras doctor --server RAS01                   finds out what is wrong
  rras ports --sim                             all of it on a simulated server, on any system
`;

/** `argv` is what is going to be parsed. */
export function program(world: World, argv: readonly string[] = []): Program {
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
      // It repeats the words that it does not understand.
      writeErr: (text) => world.stderr.write(safeLines(text)),
      getOutHelpWidth: () => world.stdout.columns ?? 100,
      getErrHelpWidth: () => world.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  rras.hook('preAction', (_, command) => checkValues(argv, command));
  const all = new Program(world, rras);
  addReadingCommands(all);
  addActingCommands(all);
  addToolCommands(all);
  return all;
}

// The parser takes whatever stands next for the value, and `--user --all` is no pattern of users.
function checkValues(words: readonly string[], command: Command): void {
  const end = words.indexOf('--');
  for (const [index, word] of words.slice(0, end < 0 ? words.length : end).entries()) {
    const next = words[index + 1] ?? '';
    const option = optionOf(command, word);
    if (option?.required !== true || optionOf(command, next.split('=', 1)[0]) === undefined)
      continue;
    throw usage(`${word} has no value: ${next} is the next option.`);
  }
}

function optionOf(command: Command, word: string | undefined) {
  return command.options.find(({ long, short }) => word === long || word === short);
}

function version(): string {
  // By the package's own name: the bundle does not lie as deep as this file.
  const manifest: unknown = createRequire(import.meta.url)('rras/package.json');
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}
