// How a check is written for Nagios and Icinga, for PRTG, and for programs.

import { InvalidArgumentError } from 'commander';
import { safeJson } from '../terminal/safe_text.ts';

const forms = ['nagios', 'prtg', 'json'] as const;

export type CheckForm = (typeof forms)[number];

/** From the best to the worst, as Nagios ranks a group: what is unknown is worse than a warning. */
const levels = ['ok', 'warning', 'unknown', 'critical'] as const;

export type Level = (typeof levels)[number];

export interface Value {
  readonly name: 'free' | 'connections' | 'dormant' | 'age';
  /** `undefined` if the server does not report it. */
  readonly value: number | undefined;
  readonly most: number | undefined;
  readonly warning: string | undefined;
  readonly critical: string | undefined;
  readonly level: Level;
}

export interface CheckedServer {
  readonly server: string;
  readonly level: Level;
  /** Why the server could not be read. */
  readonly reason: string | undefined;
  readonly values: readonly Value[];
}

export function formOfCheck(text: string): CheckForm {
  const form = forms.find((each) => each === text);
  if (form === undefined) throw new InvalidArgumentError(`It is one of ${forms.join(', ')}.`);
  return form;
}

export function worstOf(all: readonly Level[]): Level {
  return levels.findLast((level) => all.includes(level)) ?? 'ok';
}

export function writtenCheck(servers: readonly CheckedServer[], form: CheckForm): string[] {
  if (form === 'nagios') return [nagios(servers)];
  return [safeJson(form === 'prtg' ? prtg(servers) : { level: worst(servers), servers })];
}

function worst(servers: readonly CheckedServer[]): Level {
  return worstOf(servers.map(({ level }) => level));
}

function nagios(servers: readonly CheckedServer[]): string {
  const told = servers.map((each) => `${each.server} ${each.level}: ${inWords(each)}`);
  const data = servers.flatMap(({ server, values }) =>
    values.flatMap(({ name, value, warning = '', critical = '', most = '' }) => {
      if (value === undefined) return [];
      const unit = name === 'age' ? 's' : '';
      const label = servers.length > 1 ? `${server}_${name}` : name;
      return `'${label.replaceAll("'", "''").replaceAll('=', '_')}'=${value}${unit};${warning};${critical};0;${most}`;
    }),
  );
  // A line end or a bar would begin another part of the output.
  const line = `RRAS ${worst(servers).toUpperCase()} - ${told.join('; ')}`.replace(
    /[\r\n|]+\s*/g,
    ' ',
  );
  return data.length === 0 ? line : `${line} | ${data.join(' ')}`;
}

function inWords({ reason, values }: CheckedServer): string {
  if (reason !== undefined) return reason;
  const wrong = values.filter(({ level }) => level !== 'ok');
  const named = wrong.length > 0 ? wrong : values.filter(({ value }) => value !== undefined);
  return named.map(({ name, value }) => `${words[name]} ${value ?? 'not reported'}`).join(', ');
}

const words: Readonly<Record<Value['name'], string>> = {
  free: 'free ports',
  connections: 'connections',
  dormant: 'dormant',
  age: 'oldest (s)',
};

/** The JSON of PRTG's advanced sensors. Its channels cannot say that one server could not be read. */
function prtg(servers: readonly CheckedServer[]): object {
  const level = worst(servers);
  const [text] = nagios(servers).split(' | ');
  const unread = servers.some(({ reason }) => reason !== undefined);
  if (unread) return { prtg: { error: 1, text } };
  const result = servers.flatMap(({ server, values }) =>
    values.flatMap(({ name, value, level: own }) => {
      if (value === undefined) return [];
      const channel = servers.length > 1 ? `${server} ${words[name]}` : words[name];
      const unit = name === 'age' ? 'TimeSeconds' : 'Count';
      return { channel, value, unit, warning: own === 'ok' ? 0 : 1 };
    }),
  );
  // Channels have warnings alone; an error is of the whole sensor.
  return level === 'critical' || level === 'unknown'
    ? { prtg: { error: 1, text } }
    : { prtg: { result, text } };
}
