// rras doctor: each thing that must be right for a server to be reached, one after another.

import type { ReportedCheck } from '../../simulator/report.ts';
import { command, text } from '../command.ts';
import { combine, type Exit } from '../exit_codes.ts';
import { type OutputOptions, outputOptions, serversOptions } from '../options.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { checkOutput, isProseAsked, writeListing } from '../output/listing.ts';
import { wrap } from '../output/wrap.ts';
import { serverField } from '../people/port_fields.ts';
import { checkReportFile, writeReport } from '../report/written.ts';
import { serversInWords } from '../servers/names.ts';
import { results, Servers } from '../servers/servers.ts';
import { paintFor } from '../terminal/colour.ts';
import type { TextLine } from '../terminal/paper.ts';
import { safeText } from '../terminal/safe_text.ts';
import { say, type World } from '../terminal/world.ts';
import { type Check, examine } from './examination.ts';

type CheckItem = Omit<Check, 'exit'> & { readonly server: string };

const field = fieldOf<CheckItem>();

const fields: readonly Field<CheckItem>[] = [
  serverField,
  field('check'),
  field('ok'),
  field('finding'),
  field('advice'),
];

export const doctor = command({
  name: 'doctor',
  description: 'Find out why a server cannot be reached, step by step.',
  examples: ['rras doctor --server RAS01', 'rras doctor --report report.json'],
  fields: fields,
  argument: ['[server...]', 'servers; the same as --server'],
  options: {
    report: text(
      '--report <file>',
      'also write what the server shows, without names, addresses and users',
    ),
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, words, options) => {
    checkOutput(options, fields, true);
    const { report } = options;
    if (report !== undefined) checkReportFile(report);
    return Servers.during(
      world,
      options,
      async (servers) => {
        const examined = results(await servers.eachName((name) => examine(servers, name)));
        if (isProseAsked(options)) {
          for (const { server, result } of examined) {
            if (!servers.isOneServer) world.stdout.line(server);
            for (const check of result) world.stdout.lines(inWords(world, options, check));
          }
          for (const { server, result } of examined) sayFailedStep(world, server, result);
        } else {
          const items = examined.flatMap(({ server, result }) =>
            result.map(({ exit: _, ...check }): CheckItem => ({ server, ...check })),
          );
          const { isOneServer } = servers;
          await writeListing(world, options, {
            command: 'doctor',
            fields,
            key: 'check',
            items,
            isOneServer,
          });
        }
        if (report !== undefined) {
          const checks = examined.map(({ result }) => result.map(reportedCheck));
          await writeReport(servers, report, checks, isProseAsked(options));
        }
        return combine(examined.map(({ result }) => firstTrouble(result)));
      },
      { named: serversInWords(words, options) },
    );
  },
});

function reportedCheck({ check, ok, exit }: Check): ReportedCheck {
  return { check, ok: ok ?? null, exit };
}

function firstTrouble(checks: readonly Check[]): Exit {
  return checks.find(({ ok }) => ok === false)?.exit ?? 'ok';
}

function sayFailedStep(world: World, server: string, checks: readonly Check[]): void {
  const failed = checks.find(({ ok }) => ok === false);
  if (failed === undefined) return;
  const name = server === '' ? 'The local server' : server;
  const skipped = checks.some(({ ok }) => ok === undefined);
  const rest = skipped ? ' What depends on it was not looked at.' : '';
  say(world, `${name} fails at the step: ${failed.check}.${rest}`);
}

const NAMES = 13;

function inWords(world: World, options: OutputOptions, check: Check): TextLine[] {
  const paint = paintFor(world, world.stdout, options.color);
  const { ok } = check;
  const mark = ok === undefined ? '-' : ok ? 'ok' : 'NOT OK';
  const colour = ok === undefined ? 'dim' : ok ? 'green' : 'red';
  // On a pipe a line may be as long as it likes.
  const columns = world.stdout.columns ?? Number.POSITIVE_INFINITY;
  const indent = ' '.repeat(8 + NAMES);
  const [first = '', ...rest] = wrap(safeText(check.finding), columns, indent);
  const lines: TextLine[] = [
    [paint(mark.padEnd(6), colour), `  ${check.check.padEnd(NAMES)}${first.slice(indent.length)}`],
    ...rest,
  ];
  if (check.advice !== undefined) {
    lines.push(...wrap(`try: ${safeText(check.advice)}`, columns, indent));
  }
  return lines;
}
