// rras doctor: each thing that must be right for a server to be reached, one after another.

import type { Exit } from '../exit_codes.ts';
import { combine } from '../exit_codes.ts';
import type { Field, Item } from '../output/fields.ts';
import { checkOutput, formOf, type OutputOptions, writeListing } from '../output/listing.ts';
import { wrap } from '../output/wrap.ts';
import { results, type ServerOptions, Session } from '../servers/session.ts';
import { paintFor } from '../talk/colour.ts';
import { safeText } from '../talk/safe_text.ts';
import type { World } from '../world.ts';
import { type Check, examine } from './examination.ts';
import { serverField } from './port_fields.ts';

export type DoctorOptions = ServerOptions & OutputOptions;

const fields: readonly Field[] = [
  serverField,
  { name: 'check' },
  { name: 'ok' },
  { name: 'finding' },
  { name: 'advice' },
];

export async function doctor(world: World, options: DoctorOptions): Promise<Exit> {
  checkOutput(options, fields);
  return Session.during(world, options, async (session) => {
    const examined = results(await session.eachName((name) => examine(session, name)));
    if (formOf(options) === 'table' && options.fields === undefined) {
      for (const { server, result } of examined) {
        if (!session.isOneServer) world.stdout.write(`${safeText(server)}\n`);
        for (const check of result) world.stdout.write(inWords(world, options, check));
      }
    } else {
      const items = examined.flatMap(({ server, result }) =>
        result.map(({ exit: _, ...check }): Item => ({ server, ...check })),
      );
      const { isOneServer } = session;
      await writeListing(world, options, {
        command: 'doctor',
        fields,
        key: 'check',
        items,
        isOneServer,
      });
    }
    return combine(examined.map(({ result }) => firstTrouble(result)));
  });
}

function firstTrouble(checks: readonly Check[]): Exit {
  return checks.find(({ ok }) => ok === false)?.exit ?? 'ok';
}

const NAMES = 13;

function inWords(world: World, options: DoctorOptions, check: Check): string {
  const paint = paintFor(world, world.stdout, options.color);
  const { ok } = check;
  const mark = ok === undefined ? '-' : ok ? 'ok' : 'NOT OK';
  const colour = ok === undefined ? 'dim' : ok ? 'green' : 'red';
  // On a pipe a line may be as long as it likes.
  const columns = world.stdout.columns ?? Number.POSITIVE_INFINITY;
  const indent = ' '.repeat(8 + NAMES);
  const [first = '', ...rest] = wrap(safeText(check.finding), columns, indent);
  const lines = [
    `${paint(mark.padEnd(6), colour)}  ${check.check.padEnd(NAMES)}${first.slice(indent.length)}`,
    ...rest,
  ];
  if (check.advice !== undefined) {
    lines.push(...wrap(`try: ${safeText(check.advice)}`, columns, indent));
  }
  return lines.map((line) => `${line}\n`).join('');
}
