// rras check: whether the servers are as they should be, in the form of a plug-in of Nagios, Icinga or PRTG.

import { portStateOf } from '../../ports/state.ts';
import { type Reading, readServer } from '../../sessions/reading.ts';
import { always, command, optional } from '../command.ts';
import { allServersOptions, talkOptions } from '../options.ts';
import { Servers } from '../servers/servers.ts';
import { troubleOf } from '../trouble.ts';
import { type Range, raisesAlert, rangeIn } from './check_range.ts';
import {
  type CheckedServer,
  type CheckForm,
  formOfCheck,
  type Level,
  type Value,
  worstOf,
  writtenCheck,
} from './check_report.ts';

const options = {
  warnFree: optional('--warn-free <range>', 'a warning for so many free ports: 10:', rangeIn),
  critFree: optional('--crit-free <range>', 'critical for so many free ports: 5:', rangeIn),
  warnConnections: optional(
    '--warn-connections <range>',
    'a warning for so many connections: 100',
    rangeIn,
  ),
  critConnections: optional(
    '--crit-connections <range>',
    'critical for so many connections: 120',
    rangeIn,
  ),
  warnDormant: optional(
    '--warn-dormant <range>',
    'a warning for so many dormant connections',
    rangeIn,
  ),
  critDormant: optional(
    '--crit-dormant <range>',
    'critical for so many dormant connections',
    rangeIn,
  ),
  warnAge: optional(
    '--warn-age <range>',
    'a warning for the oldest connection, in seconds: 86400',
    rangeIn,
  ),
  critAge: optional(
    '--crit-age <range>',
    'critical for the oldest connection, in seconds',
    rangeIn,
  ),
  format: always<CheckForm>('--format <form>', 'for whom: nagios, prtg or json', formOfCheck, [
    'nagios',
  ]),
  ...allServersOptions,
  ...talkOptions,
};

export const check = command({
  name: 'check',
  description:
    'Check servers for Nagios, Icinga or PRTG: one line with performance data; exit codes 0 ok, 1 warning, 2 critical, 3 unknown.',
  examples: [
    'rras check -s RAS01 --warn-free 10: --crit-free 5:',
    'rras check -s RAS01,RAS02 --crit-connections 120 --format prtg',
  ],
  options,
  run: (world, _, given) => {
    const limits: Readonly<Record<Value['name'], Limits>> = {
      free: { warning: given.warnFree, critical: given.critFree },
      connections: { warning: given.warnConnections, critical: given.critConnections },
      dormant: { warning: given.warnDormant, critical: given.critDormant },
      age: { warning: given.warnAge, critical: given.critAge },
    };
    const { format } = given;
    return Servers.during(world, given, async (servers) => {
      const outcomes = await servers.eachAtOnce(async (name) => {
        const server = await servers.connectKept(name);
        return readServer(server, servers.patience);
      });
      const checked = outcomes.map((outcome): CheckedServer => {
        const server = outcome.server === '' ? 'localhost' : outcome.server;
        if ('error' in outcome) {
          return { server, level: 'unknown', reason: troubleOf(outcome.error).message, values: [] };
        }
        const values = valuesOf(outcome.result, limits);
        return {
          server,
          level: worstOf(values.map(({ level }) => level)),
          reason: undefined,
          values,
        };
      });
      world.stdout.data(writtenCheck(checked, format));
      return exits[worstOf(checked.map(({ level }) => level))];
    });
  },
});

interface Limits {
  readonly warning: Range | undefined;
  readonly critical: Range | undefined;
}

// The numbers of that world, which the program's own names have with another meaning.
const exits = {
  ok: 'ok',
  warning: 'checkWarning',
  critical: 'checkCritical',
  unknown: 'checkUnknown',
} as const satisfies Readonly<Record<Level, string>>;

function valuesOf(
  { ports, sessions }: Reading,
  limits: Readonly<Record<Value['name'], Limits>>,
): Value[] {
  const ages = sessions.flatMap(({ connectDuration }) => connectDuration ?? []);
  const dormant = sessions.map(({ connection }) => connection?.isDormant);
  const isReported = dormant.length === 0 || dormant.some((each) => each !== undefined);
  const measured = {
    free: ports.filter((port) => portStateOf(port) === 'free').length,
    connections: sessions.length,
    dormant: isReported ? dormant.filter((each) => each === true).length : undefined,
    age: ages.reduce((oldest, each) => Math.max(oldest, each), 0),
  };
  return (['free', 'connections', 'dormant', 'age'] as const).map((name) => {
    const value = measured[name];
    const { warning, critical } = limits[name];
    return {
      name,
      value,
      most: name === 'free' || name === 'connections' ? ports.length : undefined,
      warning: warning?.text,
      critical: critical?.text,
      level: levelOf(value, limits[name]),
    };
  });
}

/** A value that the server does not report cannot be checked. */
function levelOf(value: number | undefined, { warning, critical }: Limits): Level {
  if (value === undefined) return (warning ?? critical) === undefined ? 'ok' : 'unknown';
  if (critical !== undefined && raisesAlert(critical, value)) return 'critical';
  return warning !== undefined && raisesAlert(warning, value) ? 'warning' : 'ok';
}
