// The options that several commands share.

import { InvalidArgumentError } from 'commander';
import {
  always,
  flag,
  grouped,
  list,
  type OptionOf,
  optional,
  text,
  type ValuesOf,
} from './command.ts';
import { type When, whens } from './terminal/colour.ts';
import { readDuration } from './units.ts';

const THIRTY_SECONDS = 30;
const LEAST_SECONDS = 0.1;
const MOST_SECONDS = 2_000_000;

/** Words for the form: one option instead of several. */
export const outputForms = ['table', 'wide', 'json', 'jsonl', 'csv', 'name'] as const;

export type OutputForm = (typeof outputForms)[number];

/** Which servers, and how they are reached. All of them are asked at once. */
export const allServersOptions = grouped('Servers', {
  server: list('-s, --server <name>', 'a server; may be repeated, or list several: A,B'),
  serversFile: text('--servers-file <file>', 'a file that names servers, one a line'),
  timeout: always('--timeout <time>', 'how long to wait for an answer: 30, 1.5, 5m', duration, [
    THIRTY_SECONDS,
    '30 seconds',
  ]),
  library: text('--library <which>', 'auto, mprapi, nt4, rassapi, or the whole path of a DLL'),
  sim: simOption(),
});

/** The same for a bounded number at a time. */
export const serversOptions = grouped('Servers', {
  ...allServersOptions,
  parallel: always('--parallel <n>', 'how many servers are asked at a time', parallelNumber, [8]),
});

export type AllServersOptions = ValuesOf<typeof allServersOptions>;
export type ServersOptions = AllServersOptions & Partial<ValuesOf<typeof serversOptions>>;

function simOption(): OptionOf<string | true | undefined> {
  return {
    flags: '--sim [file]',
    words: 'a simulated lab instead of real servers: put it last, or --sim=FILE',
    read: (file) => file,
  };
}

export const colorOption: OptionOf<When> = {
  flags: '--color [when]',
  words: 'colour: auto is on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise',
  read: (when) => whens.find((each) => each === when) ?? 'auto',
  choices: whens,
  alone: 'always',
  otherwise: ['auto'],
  isAmbient: true,
};

/** In which form the answer is wanted. */
export const outputOptions = grouped('Output', {
  output: outputOption(),
  json: flag('--json', 'JSON: { version, command, items, errors }'),
  jsonl: flag('--jsonl', 'JSON, one item a line'),
  csv: flag('--csv', 'comma-separated values'),
  fields: {
    ...text('--fields <names>', 'these fields only, in this order: name,condition'),
    hasCommas: true,
  },
  headers: headersOption(),
  sort: {
    ...text('--sort <fields>', 'in this order; -FIELD turns it round: --sort=-bytesSent'),
    hasCommas: true,
  },
  quiet: flag('-q, --quiet', 'names only, one a line: VPN2-0, or RAS01/VPN2-0 of several servers'),
  color: colorOption,
  config: {
    ...text('--config <file>', 'another configuration file: `rras config` shows what it says'),
    // Read before the command runs.
    isAmbient: true,
  },
});

export type OutputOptions = ValuesOf<typeof outputOptions>;

/** For commands whose output has a form of its own. */
export const talkOptions = grouped('Output', {
  color: outputOptions.color,
  config: outputOptions.config,
});

function outputOption(): OptionOf<OutputForm | undefined> {
  return {
    flags: '-o, --output <form>',
    words: 'the form; wide is a table of all fields that has lines of any length',
    read: (form) => outputForms.find((each) => each === form),
    choices: outputForms,
  };
}

// The parser takes `--no-` for the opposite of an option that is on.
function headersOption(): OptionOf<boolean> {
  return { flags: '--no-headers', words: 'without the line of names' };
}

/** For commands that act on somebody. */
export const consentOptions = {
  yes: flag('-y, --yes', 'do not ask; needed where there is no terminal'),
  dryRun: flag('--dry-run', 'show what would be done, and do nothing'),
  whatIf: flag('--what-if', 'the same as --dry-run'),
  max: optional('--max <n>', 'do nothing if it would hit more than n', wholeNumber(0, 1_000_000)),
  auditLog: text('--audit-log <file>', 'add a line of JSON to this file for each action'),
};

export type ConsentOptions = ValuesOf<typeof consentOptions>;

/** Which ports. */
export const portFilterOptions = {
  condition: list('--condition <word>', 'in this condition: listening, authenticated, …'),
  device: list('--device <pattern>', "whose device's type or name is like this"),
  user: list('--user <pattern>', 'with a user like this on it: alice, con*'),
  name: list('--name <pattern>', 'whose name is like this: VPN2-*'),
};

/** Which connections. */
export const connectionFilterOptions = {
  user: list('--user <pattern>', 'of users like this: alice, con*, CONTOSO\\alice'),
  computer: list('--computer <pattern>', 'from computers like this'),
  dormant: flag('--dormant', 'whose peer cannot be reached (IKEv2)'),
  olderThan: optional('--older-than <time>', 'that are older than this: 24h, 7d', duration),
};

/** What makes a connection look dead, besides dormancy and a successor. */
export const reasonOptions = {
  maxAge: optional('--max-age <time>', 'an age beyond this is a reason: 24h, 7d', duration),
  samples: optional(
    '--samples <n>',
    'read the counters n times: no byte meanwhile is a reason',
    wholeNumber(2, 1000),
  ),
  every: optional('--every <time>', 'from one sample to the next (default: 10s)', duration),
};

export const includeRoutersOption = flag(
  '--include-routers',
  'also connections of routers: site-to-site tunnels',
);

export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** How many servers at a time. */
export function parallelNumber(text: string): number {
  return wholeNumber(1, 1024)(text);
}

/** Seconds. */
export function duration(text: string): number {
  const seconds = readDuration(text);
  if (seconds !== undefined && seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS) return seconds;
  throw new InvalidArgumentError(
    'It must be a number of seconds, or a time such as 5m, 1.5s or 1500ms, from 100ms on.',
  );
}
