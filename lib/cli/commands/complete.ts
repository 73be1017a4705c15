// Completions of a command line. The completion scripts ask for them at each press of the key.

import type { Option, Command as Parser } from 'commander';
import { RasErrorCode } from '../../errors/ras_error_code.ts';
import { portConditions } from '../../ports/port.ts';
import { type Command, declaredFields, declaredOption } from '../command.ts';
import type { Exit } from '../exit_codes.ts';
import { defaultScenario } from '../labs/scenario.ts';
import type { OutputOptions, ServersOptions } from '../options.ts';
import { sessionsOn } from '../people/people.ts';
import { interfacesOn } from '../select/interface.ts';
import { configurationOf } from '../servers/configuration.ts';
import type { Named } from '../servers/names.ts';
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
  const line = new Line(world, command, rest);
  const candidates = await line.candidates(typed).catch(() => []);
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

/** With the name of its family: 'interface list'. */
function wholeName(command: Parser): string {
  const family = command.parent?.parent === null ? undefined : command.parent;
  return [family, command].flatMap((each) => each?.name() ?? []).join(' ');
}

/** What a word without an option can be, by command. */
const wordsOfCommands: Readonly<Record<string, readonly (keyof typeof sources)[]>> = {
  ports: ['ports'],
  port: ['ports'],
  connections: ['users', 'ports'],
  connection: ['users', 'ports'],
  disconnect: ['ports'],
  reset: ['ports'],
  'clear-stats': ['ports'],
  message: ['users', 'ports'],
  user: ['users'],
  server: ['servers'],
  doctor: ['servers'],
  wait: ['servers'],
  explain: ['codes'],
  completion: ['shells'],
  'interface list': ['interfaces'],
  'interface show': ['interfaces'],
  'interface connect': ['interfaces'],
  'interface disconnect': ['interfaces'],
  'interface keep-up': ['interfaces'],
  'interface diff': ['interfaces'],
};

/** Of these, the first word only is a name. */
const takesOneName: readonly string[] = [
  'port',
  'connection',
  'message',
  'user',
  'interface show',
  'interface connect',
  'interface disconnect',
  'interface keep-up',
  'interface diff',
];

/** The values of options. */
const valuesOfOptions: Readonly<Record<string, keyof typeof sources>> = {
  server: 'servers',
  user: 'users',
  name: 'ports',
  fields: 'fields',
  sort: 'fields',
  condition: 'conditions',
  library: 'libraries',
};

const sources = {
  ports: (line: Line, typed: string) => line.ports(typed),
  users: (line: Line, typed: string) => line.users(typed),
  interfaces: (line: Line, typed: string) => line.interfaces(typed),
  servers: (line: Line) => line.servers(),
  fields: async (line: Line) => declaredFields(line.command),
  codes: async () => Object.entries(RasErrorCode).flatMap(([name, code]) => [name, String(code)]),
  conditions: async () => portConditions,
  libraries: async () => ['auto', 'mprapi', 'nt4', 'rassapi'],
  shells: async () => ['powershell', 'bash', 'zsh', 'fish'],
} as const satisfies Readonly<
  Record<string, (line: Line, typed: string) => Promise<readonly string[]>>
>;

class Line {
  readonly command: Parser;
  readonly #world: World;
  readonly #before: readonly string[];

  constructor(world: World, command: Parser, before: readonly string[]) {
    const stderr = new Paper({ write() {}, isTTY: false, columns: undefined });
    this.#world = { ...world, stderr };
    this.command = command;
    this.#before = before;
  }

  async candidates(typed: string): Promise<readonly string[]> {
    const { command } = this;
    const waiting = optionNamed(command, this.#before.at(-1));
    if (waiting?.required === true) return this.#values(waiting, typed);
    const [, name, value] = /^(--[\w-]+)=(.*)$/s.exec(typed) ?? [];
    if (name !== undefined && value !== undefined) {
      const option = optionNamed(command, name);
      const values = option === undefined ? [] : await this.#values(option, value);
      return values.map((each) => `${name}=${each}`);
    }
    if (typed.startsWith('-')) return optionsOf(command);
    const commands = command.commands
      .map((each) => each.name())
      .filter((each) => each !== '__complete');
    if (commands.length > 0) return [...commands, 'help'];
    return this.#words(typed);
  }

  async #words(typed: string): Promise<string[]> {
    const name = wholeName(this.command);
    const given = this.#parsed().operands;
    if (takesOneName.includes(name) && given.length > 0) return [];
    const found: string[] = [];
    for (const source of wordsOfCommands[name] ?? []) {
      found.push(...(await sources[source](this, typed)));
    }
    return found.filter((each) => !given.includes(each));
  }

  /** The values of an option; those of a list after what is there of it. */
  async #values(option: Option, typed: string): Promise<string[]> {
    const name = option.attributeName();
    const declared = declaredOption(option);
    const kept = declared?.hasCommas === true ? typed.slice(0, typed.lastIndexOf(',') + 1) : '';
    const last = typed.slice(kept.length);
    const source = valuesOfOptions[name];
    const values =
      option.argChoices ??
      declared?.suggestions ??
      (source === undefined ? [] : await sources[source](this, last));
    const chosen = kept.toLowerCase().split(',');
    const sign = name === 'sort' && last.startsWith('-') ? '-' : '';
    return values
      .filter((each) => !chosen.includes(each.toLowerCase()))
      .map((each) => kept + sign + each);
  }

  #parsed(): { readonly operands: readonly string[]; readonly options: Options } {
    const parser = this.command.exitOverride().configureOutput({ writeErr() {}, outputError() {} });
    // An option that waits for the word that is being typed has no value yet.
    const waits = optionNamed(parser, this.#before.at(-1))?.required === true;
    const { operands } = parser.parseOptions(this.#before.slice(0, waits ? -1 : undefined));
    return { operands, options: { ...parser.opts<Options>(), timeout: PATIENCE } };
  }

  /** The ports of the servers that the line names, each with its server if there are several. */
  ports(typed: string): Promise<string[]> {
    return this.#onServers(typed, async (servers, server) =>
      (await server.enumPorts(servers.patience)).map(({ name }) => name),
    );
  }

  /** Who is connected. */
  users(typed: string): Promise<string[]> {
    return this.#onServers(typed, async (servers, server) =>
      (await sessionsOn(servers, server)).map(({ userName }) => userName),
    );
  }

  interfaces(typed: string): Promise<string[]> {
    return this.#onServers(typed, async (servers, server) =>
      (await interfacesOn(servers, server)).map(({ name }) => name),
    );
  }

  async #onServers(
    typed: string,
    names: (
      servers: Servers,
      server: Parameters<Parameters<Servers['each']>[0]>[0],
    ) => Promise<string[]>,
  ): Promise<string[]> {
    const { options } = this.#parsed();
    // A name that brings its server: RAS02/VP.
    const at = typed.indexOf('/');
    const brought = at > 0 ? typed.slice(0, at) : undefined;
    const named: Named | undefined = brought === undefined ? undefined : { servers: [brought] };
    return Servers.during(
      this.#world,
      options,
      async (servers) => {
        const outcomes = results(await servers.each((server) => names(servers, server)));
        return outcomes.flatMap(({ server, result }) => {
          if (brought !== undefined) return result.map((name) => `${brought}/${name}`);
          return servers.isOneServer ? result : result.map((name) => `${server}/${name}`);
        });
      },
      { named },
    );
  }

  /** The groups and servers of the configuration, the servers of RRAS_SERVER, and those of a lab. */
  async servers(): Promise<string[]> {
    const { options } = this.#parsed();
    const { groups } = configurationOf(this.#world, options.config);
    const variable = this.#world.env.RRAS_SERVER?.split(',').map((each) => each.trim()) ?? [];
    return [
      ...[...groups.keys()].map((name) => `@${name}`),
      ...(await labServers(options.sim)),
      ...variable.filter((each) => each !== ''),
      ...[...groups.values()].flat(),
    ];
  }
}

type Options = ServersOptions & Partial<OutputOptions>;

async function labServers(sim: string | true | undefined): Promise<string[]> {
  if (sim === undefined) return [];
  const namesIn = (servers: readonly { readonly name?: string | undefined }[]) =>
    servers.flatMap(({ name }) => name ?? []);
  if (sim === true) {
    return namesIn(defaultScenario.servers);
  }
  const [{ readFile }, { readScenario }] = await Promise.all([
    import('node:fs/promises'),
    import('../labs/scenario_file.ts'),
  ]);
  return namesIn(readScenario(await readFile(sim, 'utf8'), sim).servers);
}

function optionNamed(command: Parser, word: string | undefined): Option | undefined {
  return command.options.find(
    ({ long, short }) => word !== undefined && (long === word || short === word),
  );
}

function optionsOf(command: Parser): string[] {
  const own = command.options.flatMap(({ long }) => (long ? [long] : []));
  return [...own, '--help'];
}
