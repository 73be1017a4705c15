// The options that several commands share.

import { type Command, InvalidArgumentError, Option } from 'commander';
import { whens } from './talk/colour.ts';
import { readDuration } from './units.ts';

const THIRTY_SECONDS = 30;
const MOST_SECONDS = 2_000_000;

/** Which servers, and how they are reached. */
export function serverOptions(command: Command): Command {
  return command
    .option('-s, --server <name>', 'a server; may be repeated, or list several: A,B', collect)
    .option('--servers-file <file>', 'a file that names servers, one a line')
    .addOption(
      new Option('--parallel <n>', 'how many servers are asked at a time')
        .argParser(wholeNumber(1, 1024))
        .default(8),
    )
    .addOption(
      new Option('--timeout <time>', 'how long to wait for an answer: 30, 5m')
        .argParser(duration)
        .default(THIRTY_SECONDS, '30 seconds'),
    )
    .option('--library <which>', 'auto, mprapi, nt4, rassapi, or the whole path of a DLL')
    .option('--sim [file]', 'a simulated lab instead of real servers: put it last, or --sim=FILE');
}

/** In which form the answer is wanted. */
export function outputOptions(command: Command): Command {
  return command
    .option('--json', 'JSON: { version, command, items, errors }')
    .option('--jsonl', 'JSON, one item a line')
    .option('--csv', 'comma-separated values')
    .option('--fields <names>', 'these fields only, in this order: name,condition')
    .option('--no-headers', 'without the line of names')
    .option('-q, --quiet', 'names only, one a line')
    .addOption(colorOption());
}

export function colorOption(): Option {
  return new Option('--color [when]', 'colour: auto is on a terminal unless NO_COLOR is set')
    .choices(whens)
    .preset('always')
    .default('auto');
}

/** For what does something to somebody. */
export function consentOptions(command: Command): Command {
  return command
    .option('-y, --yes', 'do not ask; needed where there is no terminal')
    .option('--dry-run', 'show what would be done, and do nothing')
    .option('--what-if', 'the same as --dry-run')
    .addOption(
      new Option('--max <n>', 'do nothing if it would hit more than n').argParser(
        wholeNumber(0, 1_000_000),
      ),
    );
}

/** Which ports. */
export function filterOptions(command: Command): Command {
  return command
    .option('--condition <word>', 'in this condition: listening, authenticated, …', collectList)
    .option('--device <pattern>', "whose device's type or name is like this", collectList)
    .option('--user <pattern>', 'with a user like this on it: alice, con*', collectList)
    .option('--name <pattern>', 'whose name is like this: VPN2-*', collectList);
}

/** Which connections. */
export function connectionOptions(command: Command): Command {
  return command
    .option('--user <pattern>', 'of users like this: alice, con*, CONTOSO\\alice', collectList)
    .option('--computer <pattern>', 'from computers like this', collectList)
    .option('--dormant', 'whose peer cannot be reached (IKEv2)')
    .option('--older-than <time>', 'that are older than this: 24h, 7d', duration);
}

/** What makes a connection look dead, besides dormancy and a successor. */
export function staleOptions(command: Command): Command {
  return command
    .option('--older-than <time>', 'take age for a reason: 24h, 7d', duration)
    .addOption(
      new Option(
        '--samples <n>',
        'read the counters n times: no byte meanwhile is a reason',
      ).argParser(wholeNumber(2, 1000)),
    )
    .option('--every <time>', 'from one sample to the next (default: 10s)', duration);
}

export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

export function collectList(value: string, before: readonly string[] = []): string[] {
  const words = value.split(',').map((word) => word.trim());
  return [...before, ...words.filter((word) => word !== '')];
}

export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Seconds. */
export function duration(text: string): number {
  const seconds = readDuration(text);
  if (seconds !== undefined && seconds >= 1 && seconds <= MOST_SECONDS) return seconds;
  throw new InvalidArgumentError('It must be a number of seconds, or a time such as 5m or 2h.');
}
