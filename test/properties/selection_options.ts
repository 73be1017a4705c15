// The meaning of a command line's options in the model, and the options that it refuses.

import type { ActingCommand, ActingLine } from './selection_lines.ts';

export const code = {
  ...{ ok: 0, failure: 1, usage: 2, denied: 3, unreachable: 4, stopped: 5 },
  ...{ notFound: 6, partly: 7, threshold: 8 },
} as const;

/** Thrown when the line ends and nothing is hit. */
export class Nothing {
  readonly code: number;
  readonly why: string;
  constructor(code: number, why: string) {
    this.code = code;
    this.why = why;
  }
}

export const refused = (why: string) => new Nothing(code.usage, why);

export interface Options {
  readonly servers: readonly string[];
  readonly all: boolean;
  readonly which: 'one' | 'newest' | 'oldest' | undefined;
  readonly stale: boolean;
  readonly maxAge: number | undefined;
  readonly routers: boolean;
  readonly yes: boolean;
  readonly isDry: boolean;
  readonly max: number | undefined;
  readonly condition: readonly string[] | undefined;
  readonly device: readonly string[] | undefined;
  readonly name: readonly string[] | undefined;
  readonly user: readonly string[] | undefined;
  readonly computer: readonly string[] | undefined;
  readonly dormant: boolean;
  readonly olderThan: number | undefined;
}

const onServers = ['server', 'yes', 'dry-run', 'what-if', 'max'];
export const portFilters = ['condition', 'device', 'name', 'user'];
const known: Readonly<Record<ActingCommand, readonly string[]>> = {
  disconnect: [
    ...onServers,
    ...portFilters,
    ...['computer', 'dormant', 'older-than', 'all', 'one', 'newest', 'oldest'],
    ...['stale', 'samples', 'every', 'max-age', 'include-routers'],
  ],
  reset: [...onServers, ...portFilters, 'all', 'include-routers'],
  'clear-stats': [...onServers, ...portFilters, 'all'],
  message: [...onServers, 'all', 'user'],
  user: [...onServers, 'set'],
};

const conditions = [
  ...['non-operational', 'disconnected', 'calling-back', 'listening', 'authenticating'],
  ...['authenticated', 'initializing'],
];
const conditionsOfNetsh: Readonly<Record<string, string>> = {
  ...{ nonoperational: 'non-operational', callingback: 'calling-back', connected: 'authenticated' },
};

export function readOptions(line: ActingLine): Options {
  const { command, words, options, environment } = line;
  const given = options.map(([name]) => name);
  const said = (name: string) => given.includes(name);
  for (const name of given) {
    if (!known[command].includes(name)) throw refused(`${command} has no --${name}`);
  }
  for (const value of [...words, ...options.map(([, value]) => value), environment]) {
    if (value?.trim() === '') throw refused('something is empty or blank');
  }
  const last = (name: string) => options.findLast(([each]) => each === name)?.[1];
  const list = (name: string) =>
    said(name)
      ? options.filter(([each]) => each === name).flatMap(([, v]) => elements(v))
      : undefined;
  const servers = list('server') ?? (environment === undefined ? [] : elements(environment));
  // The last one of a repeated option counts, but the others are checked too.
  for (const [name, value] of options) {
    if (['older-than', 'max-age', 'every'].includes(name)) seconds(value);
  }
  const condition = list('condition')?.map((word) => {
    const folded = word.toLowerCase();
    const known = conditionsOfNetsh[folded] ?? folded;
    if (conditions.includes(known) || /^unknown-\d+$/.test(known)) return known;
    throw refused(`${word} is no condition`);
  });
  const which = (['one', 'newest', 'oldest'] as const).filter(said);
  if (which.length > 1) throw refused('several words say which');
  return {
    servers,
    all: said('all'),
    which: which[0],
    stale: said('stale'),
    maxAge: seconds(last('max-age')),
    routers: said('include-routers'),
    yes: said('yes'),
    isDry: said('dry-run') || said('what-if'),
    max: whole(last('max')),
    ...{ condition, device: list('device'), name: list('name'), user: list('user') },
    ...{ computer: list('computer'), dormant: said('dormant') },
    olderThan: seconds(last('older-than')),
  };
}

function elements(value: string | undefined): string[] {
  const parts = (value ?? '').split(',').map((part) => part.trim());
  if (parts.includes('')) throw refused('an element of a list is empty');
  return parts;
}

function seconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const units: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };
  const parts = text.trim().split(' ');
  const time = parts.reduce((sum, part) => {
    const [, number = '', unit = 's'] = /^(\d+)([dhms])?$/.exec(part) ?? [];
    if (number === '') throw refused(`${text} is no time`);
    return sum + Number(number) * (units[unit] ?? 0);
  }, 0);
  if (time < 1) throw refused(`${text} is no time`);
  return time;
}

function whole(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw refused(`${text} is no number`);
  return Number(text);
}
