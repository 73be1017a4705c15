// Completions of a command line. The completion scripts ask for them at each press of the key.

import type { Option, Command as Parser } from 'commander';
import { portConditions } from '../../ports/port.ts';
import type { Command } from '../command.ts';
import type { Exit } from '../exit_codes.ts';
import type { ServersOptions } from '../options.ts';
import { results, Servers } from '../servers/servers.ts';
import { Paper } from '../terminal/paper.ts';
import type { World } from '../terminal/world.ts';

// Nobody waits longer at a prompt.
const PATIENCE = 3;

// For the completion scripts. Everything after it is data: the words of the line.
export const complete: Command = {
  name: '__complete',
  options: {},
  addTo(program, world, ended) {
    program
      .command('__complete', { hidden: true })
      .argument('[words...]')
      .allowUnknownOption()
      .helpOption(false)
      .passThroughOptions()
      .action(async (words: string[]) => {
        ended(await completeLine(world, program, words));
      });
  },
};

/** `words` are those after `rras`; the last one is being typed, and may be empty. */
async function completeLine(
  world: World,
  program: Parser,
  words: readonly string[],
): Promise<Exit> {
  const last = words.at(-1) ?? '';
  // Windows PowerShell loses an empty argument on the way to a program.
  const typed = last === '--empty-word' ? '' : last;
  const { command, rest } = commandOf(program, words.slice(0, -1));
  const candidates = await candidatesFor(world, command, rest, typed);
  const folded = typed.toLowerCase();
  const fitting = candidates.filter((each) => each.toLowerCase().startsWith(folded));
  world.stdout.lines([...new Set(fitting)]);
  return 'ok';
}

function commandOf(program: Parser, words: readonly string[]) {
  let command = program;
  let at = 0;
  for (const [index, word] of words.entries()) {
    const next = command.commands.find((each) => each.name() === word);
    if (next === undefined) break;
    command = next;
    at = index + 1;
  }
  return { command, rest: words.slice(at) };
}

async function candidatesFor(
  world: World,
  command: Parser,
  before: readonly string[],
  typed: string,
): Promise<string[]> {
  const waiting = optionNamed(command, before.at(-1));
  if (waiting?.required === true) return valuesOf(waiting, '');
  const assigned = /^(--[\w-]+)=/.exec(typed);
  if (assigned?.[1] !== undefined) {
    const option = optionNamed(command, assigned[1]);
    return option === undefined ? [] : valuesOf(option, `${assigned[1]}=`);
  }
  if (typed.startsWith('-')) return optionsOf(command);
  const commands = command.commands
    .map((each) => each.name())
    .filter((each) => each !== '__complete');
  if (commands.length > 0) return [...commands, 'help'];
  if (command.name() === 'completion') return ['powershell', 'bash', 'zsh', 'fish'];
  return takesPorts.includes(command.name()) ? portNames(world, command, before) : [];
}

const takesPorts: readonly string[] = ['port', 'disconnect', 'reset', 'clear-stats'];

function optionNamed(command: Parser, word: string | undefined): Option | undefined {
  return command.options.find(
    ({ long, short }) => word !== undefined && (long === word || short === word),
  );
}

function optionsOf(command: Parser): string[] {
  const own = command.options.flatMap(({ long }) => (long ? [long] : []));
  return [...own, '--help'];
}

function valuesOf(option: Option, prefix: string): string[] {
  const words: Readonly<Record<string, readonly string[]>> = {
    condition: portConditions,
    library: ['auto', 'mprapi', 'nt4', 'rassapi'],
  };
  const values = option.argChoices ?? words[option.attributeName()] ?? [];
  return values.map((value) => prefix + value);
}

/** The names of the ports on the servers that the line names; none if anything goes wrong. */
async function portNames(
  world: World,
  command: Parser,
  before: readonly string[],
): Promise<string[]> {
  const stderr = new Paper({ write() {}, isTTY: false, columns: undefined });
  const silent: World = { ...world, stderr };
  try {
    const { operands } = command
      .exitOverride()
      .configureOutput({ writeErr() {} })
      .parseOptions([...before]);
    const options = { ...command.opts<ServersOptions>(), timeout: PATIENCE };
    return await Servers.during(silent, options, async (servers) => {
      const listings = await servers.each((server) => server.enumPorts(servers.patience));
      return results(listings)
        .flatMap(({ result }) => result.map(({ name }) => name))
        .filter((name) => !operands.includes(name));
    });
  } catch {
    return [];
  }
}
