// The program: its commands. The file of a command is loaded when the command is used, so that
// `rras explain` needs no addon and nobody waits for tables.

import { CommanderError, Command as Parser } from 'commander';
import type { Command } from './command.ts';
import { usage } from './complaint.ts';
import { type Exit, exitCodesInWords } from './exit_codes.ts';
import { unknownCommand } from './guesses.ts';
import { readConfigurationFile } from './servers/configuration_file.ts';
import type { World } from './terminal/world.ts';
import { version } from './version.ts';

const examples = `Examples:
  rras ports --server RAS01                    every port, who is on it, since when
  rras connections --server RAS01,RAS02        who is connected, on two servers
  rras disconnect VPN2-5 --server RAS01        shows who that is, asks, disconnects
  rras disconnect --user alice --oldest        one of several sessions
  rras stale --max-age 24h                     connections that look dead, and why
  rras ports --summary --min-free 10 --json    for monitoring: exit code 8 if few are free
  rras explain 809                             what a number means, and what to do
  rras doctor --server RAS01                   finds out what is wrong
  rras ports --sim                             all of it on a simulated server, on any system
`;

/** In the order of the help. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['ports', async () => (await import('./commands/ports.ts')).ports],
  ['port', async () => (await import('./commands/port.ts')).port],
  ['connections', async () => (await import('./commands/connections.ts')).connections],
  ['connection', async () => (await import('./commands/connection.ts')).connection],
  ['server', async () => (await import('./commands/server.ts')).server],
  ['interface', async () => (await import('./commands/interface.ts')).interfaces],
  ['stale', async () => (await import('./commands/stale.ts')).stale],
  ['watch', async () => (await import('./commands/watch.ts')).watch],
  ['metrics', async () => (await import('./commands/metrics.ts')).metrics],
  ['check', async () => (await import('./commands/check.ts')).check],
  ['disconnect', async () => (await import('./commands/disconnect.ts')).disconnect],
  ['reset', async () => (await import('./commands/reset.ts')).reset],
  ['clear-stats', async () => (await import('./commands/clear_stats.ts')).clearStats],
  ['message', async () => (await import('./commands/message.ts')).message],
  ['user', async () => (await import('./commands/user.ts')).user],
  ['wait', async () => (await import('./commands/wait.ts')).wait],
  ['doctor', async () => (await import('./commands/doctor.ts')).doctor],
  ['explain', async () => (await import('./commands/explain.ts')).explain],
  ['config', async () => (await import('./commands/config.ts')).config],
  ['sim', async () => (await import('./commands/sim.ts')).sim],
  ['completion', async () => (await import('./commands/completion.ts')).completion],
  ['__complete', async () => (await import('./commands/complete.ts')).complete],
]);

export interface Program {
  readonly rras: Parser;
  /** How the command that was run has ended. */
  readonly ended: { exit: Exit };
}

/** `argv` is the command line: only its command is loaded, or every command if it names none. */
export async function program(world: World, argv: readonly string[] = []): Promise<Program> {
  const rras = new Parser('rras')
    .description('Run Windows Routing and Remote Access servers: ports, connections, sessions.')
    .option('-v, --version', 'the version of the package')
    .helpOption('-h, --help', 'examples, options, exit codes')
    .addHelpText('before', examples)
    .addHelpText('after', `\n${exitCodesInWords()}`)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.text(text),
      writeErr: (text) => world.stderr.text(text),
      // `run` writes errors, in the words of the command.
      outputError: () => {},
      getOutHelpWidth: () => world.stdout.columns ?? 100,
      getErrHelpWidth: () => world.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  // Not by the parser's own means, which would have every command read package.json.
  rras.on('option:version', () => {
    world.stdout.text(`${version()}\n`);
    throw new CommanderError(0, 'commander.version', version());
  });
  rras.hook('preAction', async (_, command) => {
    checkValues(argv, command);
    await configure(world, command);
  });
  checkCommand(argv);
  const ended: { exit: Exit } = { exit: 'ok' };
  for (const command of await commandsFor(argv)) {
    command.addTo(rras, world, (exit) => {
      ended.exit = exit;
    });
  }
  return { rras, ended };
}

/** The command line as the parser takes it: some ask for the version in other words. */
export function usualWords(argv: readonly string[]): readonly string[] {
  return argv.length === 1 && (argv[0] === '-V' || argv[0] === 'version') ? ['--version'] : argv;
}

function checkCommand([first = '']: readonly string[]): void {
  if (first === '' || first === 'help' || first.startsWith('-') || commands.has(first)) return;
  throw unknownCommand(
    first,
    [...commands.keys()].filter((name) => !name.startsWith('_')),
  );
}

async function commandsFor([first = '']: readonly string[]): Promise<Command[]> {
  if (first === '-v' || first === '--version') return [];
  const one = first === '__complete' ? undefined : commands.get(first);
  return one === undefined ? allCommands() : [await one()];
}

/** Every command, the hidden one for completion scripts included. */
export function allCommands(): Promise<Command[]> {
  return Promise.all([...commands.values()].map((load) => load()));
}

// The parser takes the next word as the value, but in `--user --all` it is not a pattern of users.
function checkValues(words: readonly string[], command: Parser): void {
  const end = words.indexOf('--');
  for (const [index, word] of words.slice(0, end < 0 ? words.length : end).entries()) {
    const next = words[index + 1] ?? '';
    const option = optionOf(command, word);
    if (option?.required !== true || optionOf(command, next.split('=', 1)[0]) === undefined)
      continue;
    throw usage(`${word} has no value: ${next} is the next option.`);
  }
}

const formOptions = ['output', 'json', 'jsonl', 'csv', 'quiet', 'fields', 'headers'];
// Forms that have no end.
const formsOfWatch: readonly unknown[] = ['table', 'wide', 'jsonl'];

/** The defaults of the configuration file, for options that were not typed. */
async function configure(world: World, command: Parser): Promise<void> {
  // `rras config` reads the file itself, to show what it says.
  if (!command.options.some((option) => option.attributeName() === 'config')) return;
  const named: unknown = command.getOptionValue('config');
  const read = readConfigurationFile(world, typeof named === 'string' ? named : undefined);
  if (read.bytes === undefined) return;
  const { configurationIn } = await import('./servers/configuration.ts');
  const { defaults } = configurationIn(read);
  const isTyped = (key: string) => command.getOptionValueSource(key) === 'cli';
  for (const [key, value] of defaults) {
    const isKnown = command.options.some((option) => option.attributeName() === key);
    if (!isKnown || isTyped(key)) continue;
    // What was typed about the form must not contradict a default.
    if (key === 'output') {
      if (formOptions.some(isTyped)) continue;
      if (command.name() === 'watch' && !formsOfWatch.includes(value)) continue;
    }
    command.setOptionValueWithSource(key, value, 'config');
  }
}

function optionOf(command: Parser, word: string | undefined) {
  return command.options.find(({ long, short }) => word === long || word === short);
}
