// The configuration file of the user: defaults for output and time-outs, and groups of servers. It cannot make a
// command do more than was typed: what chooses the library, agrees to an action or simulates is refused here.

import { InvalidArgumentError } from 'commander';
import { decodedText } from '../../fleet/names.ts';
import { type Complaint, didYouMean, usage, wordsOf } from '../complaint.ts';
import { duration, outputForms, parallelNumber } from '../options.ts';
import { whens } from '../terminal/colour.ts';
import type { World } from '../terminal/world.ts';
import { type ConfigurationFile, readConfigurationFile } from './configuration_file.ts';
import { isServerName } from './qualified_name.ts';

export interface Configuration {
  /** Undefined where there is no place for it. */
  readonly file: string | undefined;
  readonly isThere: boolean;
  /** Values of options, by the key of the option. */
  readonly defaults: ReadonlyMap<DefaultName, unknown>;
  /** Names of servers, by the name of the group in lower case. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

const readers = {
  output: (text: string) => oneOf(outputForms, text),
  color: (text: string) => oneOf(whens, text),
  timeout: duration,
  parallel: parallelNumber,
} as const;

export type DefaultName = keyof typeof readers;

export const defaultNames = Object.keys(readers) as readonly DefaultName[];

/** What would choose or agree in the user's place. */
const refused: readonly string[] = ['library', 'yes', 'sim', 'server', 'servers', 'serversFile'];

/** `named` is the file of --config, which must be there. */
export function configurationOf(world: World, named: string | undefined): Configuration {
  return configurationIn(readConfigurationFile(world, named));
}

export function configurationIn({ file, bytes }: ConfigurationFile): Configuration {
  if (file === undefined || bytes === undefined) {
    return { file, isThere: false, defaults: new Map(), groups: new Map() };
  }
  return { file, isThere: true, ...valuesIn(decodedText(bytes), file) };
}

function valuesIn(text: string, file: string): Pick<Configuration, 'defaults' | 'groups'> {
  const defaults = new Map<DefaultName, unknown>();
  let groups: ReadonlyMap<string, readonly string[]> = new Map();
  for (const [key, value] of Object.entries(objectIn(text, file))) {
    const name = defaultNames.find((each) => each === key);
    if (key === 'groups') groups = groupsIn(value, file);
    else if (name === undefined) throw unknownKey(key, file);
    else defaults.set(name, valueOfKey(name, value, file));
  }
  return { defaults, groups };
}

function objectIn(text: string, file: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw wrong(file, `it is no JSON: ${wordsOf(error)}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw wrong(file, 'it is no JSON object');
}

function unknownKey(key: string, file: string): Complaint {
  if (refused.includes(key)) {
    return wrong(file, `${key} cannot be configured: it has to be typed with each command`);
  }
  const known = [...defaultNames, 'groups'];
  const near = didYouMean(key, known);
  const question = near === undefined ? '' : ` Did you mean ${near}?`;
  return wrong(file, `there is no setting ${key}.${question} There are ${known.join(', ')}`);
}

function valueOfKey(name: DefaultName, value: unknown, file: string): unknown {
  const isText = typeof value === 'string' || typeof value === 'number';
  if (!isText || String(value).trim() === '') {
    throw wrong(file, `${name} is ${JSON.stringify(value)}, and it must be a text or a number`);
  }
  try {
    return readers[name](String(value));
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw wrong(file, `${name} is ${value}. ${error.message}`);
  }
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const found = words.find((each) => each === text);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`There are ${words.join(', ')}.`);
}

function groupsIn(value: unknown, file: string): Map<string, readonly string[]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong(file, 'groups must be an object: { "edge": ["RAS01", "RAS02"] }');
  }
  const groups = new Map<string, readonly string[]>();
  for (const [name, servers] of Object.entries(value)) {
    if (!/^[\w.-]+$/.test(name)) {
      throw wrong(file, `the name of a group has letters, digits, -, _ and . only, not ${name}`);
    }
    if (groups.has(name.toLowerCase())) throw wrong(file, `the group ${name} stands there twice`);
    groups.set(name.toLowerCase(), serversIn(name, servers, file));
  }
  return groups;
}

function serversIn(group: string, value: unknown, file: string): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw wrong(file, `the group ${group} must be a list of servers, with one at least`);
  }
  return value.map((server: unknown) => {
    if (typeof server === 'string' && !server.startsWith('@') && isServerName(server)) {
      return server;
    }
    throw wrong(file, `${JSON.stringify(server)} in the group ${group} is not a name of a server`);
  });
}

function wrong(file: string, what: string): Complaint {
  return usage(
    `The configuration ${file} is wrong: ${what}.`,
    '`rras config --help` has an example.',
  );
}

/** The servers of @edge. */
export function serversOfGroup(
  world: World,
  named: string | undefined,
  word: string,
): readonly string[] {
  const { groups, file, isThere } = configurationOf(world, named);
  const servers = groups.get(word.slice(1).toLowerCase());
  if (servers !== undefined) return servers;
  const known = [...groups.keys()].map((name) => `@${name}`);
  const hint =
    known.length > 0
      ? `There are ${known.join(', ')}.`
      : `Groups stand in ${file ?? 'the file of --config'}${isThere ? ', and there are none' : ''}.`;
  throw usage(`There is no group ${word}.`, hint);
}
