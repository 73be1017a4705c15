// Random command lines of the commands that act. Most are sensible, some empty or contradictory.

import fc from 'fast-check';

export const actingCommands = ['disconnect', 'reset', 'clear-stats', 'message', 'user'] as const;
export type ActingCommand = (typeof actingCommands)[number];

/** An option with its typed value; a flag has none. */
export type Option = readonly [name: string, value?: string];

export interface Line<Command extends string = string> {
  readonly command: Command;
  readonly words: readonly string[];
  readonly options: readonly Option[];
  /** --user=alice, and not --user alice. */
  readonly isJoined: boolean;
  /** The value of RRAS_SERVER. */
  readonly environment: string | undefined;
}

export type ActingLine = Line<ActingCommand>;

/** The words behind `rras`. */
export function wordsOf({ command, words, options, isJoined }: Line): string[] {
  return [
    command,
    ...words,
    ...options.flatMap(([name, value]) => {
      if (value === undefined) return [`--${name}`];
      return isJoined ? [`--${name}=${value}`] : [`--${name}`, value];
    }),
  ];
}

// Sometimes a list or one of its elements is empty.
function withBlanks(values: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 40, arbitrary: values },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', ',', '\t') },
    {
      weight: 1,
      arbitrary: fc.tuple(values, fc.constantFrom(',', ', ', ',,')).map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: values.map((value) => `,${value}`) },
  );
}

// One value, or a list of two or three.
function listOf(...values: readonly string[]): fc.Arbitrary<string> {
  const one = fc.constantFrom(...values);
  const several = fc.array(one, { minLength: 2, maxLength: 3 });
  return withBlanks(
    fc.oneof(
      { weight: 4, arbitrary: one },
      { weight: 1, arbitrary: several.map((each) => each.join(',')) },
    ),
  );
}

const oneUser = ['alice', 'ALICE', 'bob', 'carol', 'zoë', 'CONTOSO\\alice', 'fabrikam\\bob'];
const times = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom('10m', '10m', '1h', '3600', '2h', '1d 1h', '3d', '9d') },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', 'soon', '-5', '0') },
);

const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
  user: listOf(
    ...oneUser,
    'alice',
    '*',
    '*',
    'al*',
    '?ob',
    'contoso\\*',
    '*\\alice',
    '?',
    'nobody',
  ),
  computer: listOf('LAPTOP-1', 'laptop*', 'laptop*', 'DESK-2', '*', '*', '?*', 'PHONE'),
  condition: fc.oneof(
    {
      weight: 15,
      arbitrary: listOf(
        'authenticated',
        'AUTHENTICATED',
        'connected',
        'listening',
        'authenticating',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('busy', 'authenticated*', 'unknown-9') },
  ),
  device: listOf('vpn', 'vpn', '*SSTP*', '*pptp*', 'WAN Miniport (IKEv2)', 'modem', '*', '*'),
  name: listOf(
    ...['VPN0-0', 'VPN0-0', 'vpn0-?', '*-0', '*-0', '*-1', 'VPN2-*', 'VPN3-0', '*', 'COM1'],
    'VPN9-9',
  ),
  'older-than': times,
  'max-age': times,
  every: times,
  samples: fc.constantFrom('1', '2', ''),
  max: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('0', '1', '1', '2', '3', '100') },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', 'all', '-1', '1.5') },
  ),
  server: listOf(
    ...['RAS01', 'RAS01', 'RAS01', 'RAS01', 'ras01', 'RAS02', 'RAS02', '\\\\RAS02', 'RAS03'],
    'RAS09',
  ),
};

/** Filters, each of which may only make the selection smaller. */
const filterNames = [
  'condition',
  'device',
  // Twice, because only this filter distinguishes the ports of one connection.
  'name',
  'name',
  'user',
  'computer',
  'dormant',
  'older-than',
] as const;

function option(name: string): fc.Arbitrary<Option> {
  const value = values[name];
  return value === undefined ? fc.constant([name]) : value.map((text): Option => [name, text]);
}

const ofPorts = ['condition', 'device', 'user', 'name'];

export const filteringCommands = ['disconnect', 'reset', 'clear-stats', 'message'] as const;
const filtersOf: Readonly<Record<(typeof filteringCommands)[number], readonly string[]>> = {
  disconnect: filterNames,
  reset: ofPorts,
  'clear-stats': ofPorts,
  message: ['user'],
};

/** A filter of the command. */
export function filterOf(command: keyof typeof filtersOf): fc.Arbitrary<Option> {
  return fc.constantFrom(...filtersOf[command]).chain(option);
}

const someFilters = (...names: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Option[]>([]) },
    { weight: 4, arbitrary: fc.array(flag(...names), { minLength: 1, maxLength: 2 }) },
  );
const maybe = (percent: number, what: fc.Arbitrary<Option>): fc.Arbitrary<Option[]> =>
  fc.nat(99).chain((n) => (n < percent ? what.map((each) => [each]) : fc.constant([])));
const flag = (...names: readonly string[]) => fc.constantFrom(...names).chain(option);

const servers = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Option[]>([]) },
  { weight: 4, arbitrary: fc.array(option('server'), { minLength: 1, maxLength: 2 }) },
  { weight: 3, arbitrary: fc.constant<Option[]>([['server', 'RAS01,RAS02']]) },
  { weight: 2, arbitrary: fc.constant<Option[]>([['server', 'RAS01,RAS02,RAS03']]) },
);
const environments = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: listOf('RAS01', 'RAS02', 'RAS03') },
);

const portNames = ['VPN2-0', 'VPN2-0', 'VPN2-1', 'VPN3-0', 'VPN3-1', 'vpn3-0', 'VPN0-0', 'VPN0-1'];
const names = fc.array(
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...portNames, 'COM1', 'VPN9-9') },
    { weight: 1, arbitrary: fc.constantFrom('VPN2-*', '', ' ', 'VPN?-0') },
  ),
  { minLength: 1, maxLength: 3 },
);

interface Base {
  readonly words: readonly string[];
  readonly options: readonly Option[];
}

function base(words: fc.Arbitrary<readonly string[]>, ...options: fc.Arbitrary<Option[]>[]) {
  return fc
    .tuple(words, fc.tuple(...options))
    .map(([words, parts]): Base => ({ words, options: parts.flat() }));
}

const noWords = fc.constant<readonly string[]>([]);
const always = (...options: Option[]) => fc.constant(options);
const all = always(['all']);
const contradictions = fc
  .array(
    flag(
      ...['all', 'one', 'newest', 'oldest', 'stale', 'user', 'samples', 'every', 'max-age'],
      'dormant',
    ),
    { minLength: 1, maxLength: 3 },
  )
  // Samples take real time.
  .filter(
    (options) => !['stale', 'samples'].every((name) => options.some(([each]) => each === name)),
  );
const oneFilter = flag(...filterNames).map((each) => [each]);
const users = option('user').map((each) => [each]);
const manyUsers = fc.oneof(
  users,
  fc.constantFrom('*', 'al*', 'alice,bob', 'contoso\\*').map((each): Option[] => [['user', each]]),
);
const routers = maybe(30, flag('include-routers'));

const bases: Readonly<Record<ActingCommand, fc.Arbitrary<Base>>> = {
  disconnect: fc.oneof(
    { weight: 6, arbitrary: base(names, routers) },
    { weight: 6, arbitrary: base(noWords, all, someFilters(...filterNames), routers) },
    {
      weight: 6,
      arbitrary: base(noWords, manyUsers, all, someFilters(...filterNames), routers),
    },
    {
      weight: 6,
      arbitrary: base(
        noWords,
        users,
        maybe(80, flag('one', 'newest', 'oldest')),
        maybe(20, flag(...filterNames)),
        routers,
      ),
    },
    {
      weight: 6,
      arbitrary: base(
        noWords,
        always(['stale']),
        maybe(50, flag('max-age')),
        someFilters(...filterNames),
        routers,
      ),
    },
    { weight: 2, arbitrary: base(names, fc.oneof(contradictions, oneFilter)) },
    { weight: 3, arbitrary: base(noWords, contradictions, someFilters(...filterNames)) },
  ),
  reset: fc.oneof(
    { weight: 4, arbitrary: base(names, routers) },
    { weight: 6, arbitrary: base(noWords, all, someFilters(...ofPorts), routers) },
    { weight: 1, arbitrary: base(noWords, someFilters(...filterNames), routers) },
    { weight: 1, arbitrary: base(names, contradictions) },
  ),
  'clear-stats': fc.oneof(
    { weight: 4, arbitrary: base(names) },
    { weight: 5, arbitrary: base(noWords, all, someFilters(...ofPorts)) },
    { weight: 5, arbitrary: base(noWords, users, maybe(50, flag('all')), someFilters(...ofPorts)) },
    { weight: 1, arbitrary: base(noWords, contradictions, routers) },
    { weight: 1, arbitrary: base(names, contradictions) },
  ),
  message: fc.oneof(
    {
      weight: 6,
      arbitrary: base(
        fc.tuple(fc.constantFrom(...oneUser, ...portNames, 'nobody', '', ' '), texts()),
      ),
    },
    { weight: 3, arbitrary: base(fc.tuple(texts()), all) },
    { weight: 4, arbitrary: base(fc.tuple(texts()), users, maybe(20, flag('all'))) },
    { weight: 1, arbitrary: base(fc.array(texts(), { maxLength: 3 }), contradictions) },
  ),
  user: base(
    fc.tuple(
      fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom('alice', 'ALICE', 'bob', 'carol', 'dave') },
        { weight: 1, arbitrary: fc.constantFrom('', ' ') },
      ),
    ),
    fc.oneof(
      { weight: 20, arbitrary: always(['set', 'phoneNumber=555-0199']) },
      { weight: 8, arbitrary: always(['set', 'mayDialIn=no'], ['set', 'phoneNumber=']) },
      { weight: 1, arbitrary: always(['set', 'mayDialIn=']) },
      { weight: 1, arbitrary: always(['set', '']) },
    ),
    maybe(5, flag('all', 'user', 'name')),
  ),
};

function texts(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 20, arbitrary: fc.constant('We restart in ten minutes') },
    { weight: 1, arbitrary: fc.constantFrom('', ' ') },
  );
}

/** Any line of the command; `consent` are the options for consent. */
function lineOf(command: ActingCommand, consent: fc.Arbitrary<Option[]>): fc.Arbitrary<ActingLine> {
  return fc
    .tuple(bases[command], consent, maybe(25, option('max')), servers, environments, fc.boolean())
    .map(([{ words, options }, yes, max, server, environment, isJoined]) => ({
      command,
      words,
      options: [...options, ...yes, ...max, ...server],
      // The parser treats a word that begins with a dash as an option.
      isJoined: isJoined || [...options, ...max].some(([, value]) => value?.startsWith('-')),
      environment: server.length > 0 ? undefined : environment,
    }));
}

const yes = fc.constant<Option[]>([['yes']]);
const mostlyYes = fc.oneof(
  { weight: 12, arbitrary: yes },
  { weight: 1, arbitrary: fc.constant<Option[]>([]) },
  { weight: 1, arbitrary: fc.constantFrom<Option[]>([['dry-run']], [['what-if'], ['yes']]) },
);

/** The options that `rras stale` and `rras disconnect --stale` share. */
export const staleOptions: fc.Arbitrary<readonly Option[]> = fc
  .tuple(maybe(50, option('max-age')), someFilters(...filterNames), routers, servers)
  .map((parts) => parts.flat());

export const lineOfAny = (command: ActingCommand) => lineOf(command, mostlyYes);
export const consentedLine = (command: ActingCommand) => lineOf(command, yes);

/** The same line with another option. */
export function withOption<Each extends Line>(line: Each, option: Option): Each {
  return { ...line, options: [...line.options, option] };
}

export function optionNames({ options }: Line): string[] {
  return options.map(([name]) => name);
}
