// How a command is declared: its options with the type of each value, and what it does. Help,
// completion and the parser come from the same declaration.

import { InvalidArgumentError, Option, type Command as Parser } from 'commander';
import { type Complaint, usage } from './complaint.ts';
import type { Exit } from './exit_codes.ts';
import type { World } from './terminal/world.ts';

/** An option. Its key in a table is its long name in camel case: `olderThan: --older-than`. */
export interface OptionOf<Value> {
  readonly flags: string;
  readonly words: string;
  /** Reads the value from a text. Without it, the option takes no value. */
  readonly read?: (text: string) => Value;
  /** `--no-NAME` turns it off; this is what help says about that. */
  readonly opposite?: string;
  /** Each occurrence adds to the list. */
  readonly isList?: boolean;
  /** Its value is a list with commas. */
  readonly hasCommas?: boolean;
  readonly choices?: readonly string[];
  /** What completion offers, where other values are right, too: 'sstp='. */
  readonly suggestions?: readonly string[];
  /** The value if the option is not given, and how help shows it. */
  readonly otherwise?: readonly [value: Value, words?: string];
  /** The value if the option stands alone, for options whose value may be omitted. */
  readonly alone?: string;
  /** Help shows it under this heading, after the options that have none. */
  readonly group?: Group;
  /** It only affects how output looks, and need not have an effect. */
  readonly isAmbient?: boolean;
}

const groups = ['Output', 'Servers'] as const;
type Group = (typeof groups)[number];

export type OptionTable = Readonly<Record<string, OptionOf<unknown>>>;

/** The values that a command with these options gets. */
export type ValuesOf<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends OptionOf<infer Value> ? Value : never;
};

export interface Declaration<Table extends OptionTable> {
  /** With the name of its family, if it has one: 'interface list'. */
  readonly name: string;
  readonly description: string;
  /** Help begins with them. */
  readonly examples: readonly string[];
  readonly argument?: readonly [name: string, description: string];
  readonly options: Table;
  /** What --fields and --sort can name. */
  readonly fields?: readonly { readonly name: string }[];
  /** `words` are the arguments that are not options. */
  run(world: World, words: readonly string[], options: ValuesOf<Table>): Promise<Exit>;
}

/** A declared command, whatever its options. */
export interface Command {
  readonly name: string;
  readonly options: OptionTable;
  /** The commands of a family. */
  readonly commands?: readonly Command[];
  /** Adds it to the program; `ended` is called with its exit code. */
  addTo(program: Parser, world: World, ended: (exit: Exit) => void): void;
}

const fieldsOf = new WeakMap<Parser, readonly string[]>();
const declarationsOf = new WeakMap<Option, OptionOf<unknown>>();

/** For completion: the fields of a command that was added to a program. */
export function declaredFields(parser: Parser): readonly string[] {
  return fieldsOf.get(parser) ?? [];
}

/** For completion: how an option was declared. */
export function declaredOption(option: Option): OptionOf<unknown> | undefined {
  return declarationsOf.get(option);
}

export function command<Table extends OptionTable>(declared: Declaration<Table>): Command {
  const { name, argument, options, run } = declared;
  return {
    name,
    options,
    addTo(program, world, ended) {
      const parser = introduced(program, declared)
        .addHelpText('after', '\nExit codes: rras --help')
        .allowExcessArguments();
      fieldsOf.set(parser, declared.fields?.map((each) => each.name) ?? []);
      if (argument !== undefined) parser.argument(...argument);
      for (const [key, option] of inGroups(options)) {
        parser.addOption(parsed(key, option));
        if (option.opposite !== undefined) parser.addOption(oppositeOf(option, option.opposite));
      }
      parser.action(async () => {
        const words = parser.args;
        for (const word of words) {
          if (isBlank(word)) throw usage(emptyWords('An argument of the command'), emptyHint);
        }
        const most = argument === undefined ? 0 : argument[0].includes('...') ? Infinity : 1;
        if (words.length > most) throw tooManyWords(declared, words);
        const given = new Given(parser.opts<ValuesOf<Table>>(), (key) => {
          const source = parser.getOptionValueSource(key);
          return source !== undefined && source !== 'default' && source !== 'config';
        });
        ended(await run({ ...world, unused: () => given.unused(options) }, words, given.values));
        const [unused] = given.unused(options);
        if (unused !== undefined) throw new Error(`${unused} was accepted and not used`);
      });
    },
  };
}

interface Family extends Pick<Declaration<OptionTable>, 'name' | 'description' | 'examples'> {
  readonly commands: readonly Command[];
  /** What to answer to words that begin with none of the commands. */
  readonly otherwise: (words: readonly string[]) => Complaint;
}

/** Commands about one thing, which share their first word: `rras interface list`. */
export function family(declared: Family): Command {
  const { name, commands, otherwise } = declared;
  return {
    name,
    options: {},
    commands,
    addTo(program, world, ended) {
      const parser = introduced(program, declared)
        // Not for help: it lists the commands instead.
        .argument('[command...]')
        .usage('<command>')
        .configureHelp({ visibleArguments: () => [] })
        .allowUnknownOption();
      for (const each of commands) each.addTo(parser, world, ended);
      parser.action(() => {
        if (parser.args.length === 0) parser.help({ error: true });
        throw otherwise(parser.args);
      });
    },
  };
}

function introduced(
  program: Parser,
  { name, description, examples }: Pick<Family, 'name' | 'description' | 'examples'>,
): Parser {
  return program
    .command(name.split(' ').at(-1) ?? name)
    .description(description)
    .addHelpText('before', `Examples:\n${examples.map((each) => `  ${each}\n`).join('')}`);
}

function inGroups(options: OptionTable): [string, OptionOf<unknown>][] {
  const rank = ({ group }: OptionOf<unknown>) => (group === undefined ? -1 : groups.indexOf(group));
  return Object.entries(options).toSorted(([, one], [, other]) => rank(one) - rank(other));
}

/** A name was given to a command that takes none, or none more. */
function tooManyWords(
  { name, argument, options }: Declaration<OptionTable>,
  words: readonly string[],
): Complaint {
  if (argument !== undefined) {
    return usage(
      `rras ${name} takes one argument, and there are ${words.length}: ${words.join(', ')}.`,
      'A text with blanks needs quotation marks.',
    );
  }
  const [word = ''] = words;
  const ways = Object.entries({ server: 'server', user: 'user', name: 'port' })
    .filter(([option]) => option in options)
    .map(([option, what]) => `--${option} ${word} names a ${what}`);
  return usage(`rras ${name} takes no arguments, and there is ${word}.`, `${ways.join('; ')}.`);
}

/** The values of the options, and which of the given ones have not been read. */
class Given<Values extends object> {
  readonly values: Values;
  readonly #isGiven: (key: string) => boolean;
  readonly #looked = new Set<string | symbol>();

  constructor(values: Values, isGiven: (key: string) => boolean) {
    this.#isGiven = isGiven;
    this.values = new Proxy(values, {
      get: (target, key, receiver) => {
        this.#looked.add(key);
        return Reflect.get(target, key, receiver);
      },
    });
  }

  unused(options: OptionTable): string[] {
    return Object.entries(options)
      .filter(([key, { isAmbient }]) => {
        return isAmbient !== true && this.#isGiven(key) && !this.#looked.has(key);
      })
      .map(([, { flags }]) => longName(flags));
  }
}

function parsed(key: string, option: OptionOf<unknown>): Option {
  const { flags, words, read, isList, choices, otherwise, alone, group } = option;
  const made = new Option(flags, words);
  if (made.attributeName() !== key) throw new Error(`${flags} stands under ${key}`);
  declarationsOf.set(made, option);
  if (group !== undefined) made.helpGroup(`${group}:`);
  if (alone !== undefined) made.preset(alone);
  if (otherwise !== undefined) made.default(...otherwise);
  if (choices !== undefined) made.choices(choices);
  const check = made.parseArg;
  if (made.required || made.optional) {
    made.argParser((text: string, before: unknown) => {
      // An unset variable of a script: `--user=$WHO`. No value is not the same as no filter.
      if (isBlank(text)) throw usage(emptyWords(longName(flags)), emptyHint);
      const value = readValue(longName(flags), text, () => {
        check?.(text, before);
        return read === undefined ? text : read(text);
      });
      if (isList !== true || !Array.isArray(value)) return value;
      return Array.isArray(before) ? [...before, ...value] : value;
    });
  }
  return made;
}

function oppositeOf({ flags, group }: OptionOf<unknown>, words: string): Option {
  const made = new Option(`--no-${longName(flags).slice(2)}`, words);
  if (group !== undefined) made.helpGroup(`${group}:`);
  return made;
}

function readValue(option: string, text: string, read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw usage(`Wrong value for ${option}: ${text}. ${error.message}`);
  }
}

function longName(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}

/** Empty, or nothing but white space. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

export function emptyWords(what: string): string {
  return `${what} is empty.`;
}

export const emptyHint =
  'A variable that is not set gives an empty value. Nothing was asked of a server.';

/** The words of a list: alice,bob. */
export function wordsIn(text: string): string[] {
  const words = text.split(',').map((word) => word.trim());
  if (words.includes('')) throw new InvalidArgumentError('The list has an empty element.');
  return words;
}

export function flag(flags: string, words: string): OptionOf<boolean | undefined> {
  return { flags, words };
}

export function text(flags: string, words: string): OptionOf<string | undefined> {
  return { flags, words, read: (each) => each };
}

/** The options under one heading of the help. */
export function grouped<Table extends OptionTable>(group: Group, options: Table): Table {
  const entries = Object.entries(options).map(([key, option]) => [key, { ...option, group }]);
  return Object.fromEntries(entries);
}

/** A list with commas, which may be repeated. */
export function list(flags: string, words: string): OptionOf<readonly string[] | undefined> {
  return { flags, words, read: wordsIn, isList: true, hasCommas: true };
}

export function optional<Value>(
  flags: string,
  words: string,
  read: (text: string) => Value,
): OptionOf<Value | undefined> {
  return { flags, words, read };
}

export function always<Value>(
  flags: string,
  words: string,
  read: (text: string) => Value,
  otherwise: readonly [value: Value, words?: string],
): OptionOf<Value> {
  return { flags, words, read, otherwise };
}
