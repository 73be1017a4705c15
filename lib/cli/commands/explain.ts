// rras explain CODE: any number or name that an administrator reads somewhere, in plain words.

import { beyondCodes } from '../../errors/beyond_ras_codes.ts';
import { type Explanation, explain as lookUp } from '../../errors/explain.ts';
import { RasErrorCode } from '../../errors/ras_error_code.ts';
import { didYouMean } from '../complaint.ts';
import { combine, type Exit } from '../exit_codes.ts';
import type { Field, Item } from '../output/fields.ts';
import { checkOutput, formOf, type OutputOptions, writeListing } from '../output/listing.ts';
import { wrap } from '../output/wrap.ts';
import { paintFor } from '../talk/colour.ts';
import { safeText } from '../talk/safe_text.ts';
import { tellServerTroubles } from '../talk/tell_trouble.ts';
import type { ServerTrouble } from '../trouble.ts';
import type { World } from '../world.ts';

const fields: readonly Field[] = [
  { name: 'code', isRight: true },
  { name: 'name' },
  { name: 'message' },
  { name: 'hint' },
  { name: 'source' },
  { name: 'side' },
];

export async function explain(
  world: World,
  codes: readonly string[],
  options: OutputOptions,
): Promise<Exit> {
  checkOutput(options, fields);
  const explained = codes.map((code) => ({ code, explanation: lookUp(code) }));
  const known = explained.flatMap(({ explanation }) => (explanation ? [explanation] : []));
  const errors = explained.flatMap(({ code, explanation }) => (explanation ? [] : [unknown(code)]));
  if (formOf(options) === 'table' && options.fields === undefined) {
    const paint = paintFor(world, world.stdout, options.color);
    // On a pipe a line may be as long as it likes.
    const columns = world.stdout.columns ?? Number.POSITIVE_INFINITY;
    const texts = known.map((each) => inWords(each, columns, paint));
    world.stdout.write(texts.join('\n'));
    tellServerTroubles(world, errors, true, options.color);
  } else {
    const items = known.map((each): Item => ({ ...each }));
    await writeListing(world, options, { command: 'explain', fields, key: 'name', items, errors });
  }
  return combine([...known.map(() => 'ok' as const), ...errors.map(({ exit }) => exit)]);
}

const sides = {
  server: 'the server, or whoever administers it',
  client: 'the client, or a router that dials out',
  either: 'either end',
} as const;

const sources: Readonly<Record<Explanation['source'], string>> = {
  ras: 'RAS (raserror.h)',
  mpr: 'Routing and Remote Access (mprerror.h)',
  lanman: 'networking (lmerr.h)',
  system: 'Windows (winerror.h)',
  ike: 'IPsec (winerror.h)',
  certificate: 'certificates (winerror.h)',
  rras: 'this package',
};

function inWords(
  { code, name, message, hint, source, side }: Explanation,
  columns: number,
  paint: ReturnType<typeof paintFor>,
): string {
  const number = code === undefined ? '' : `${code}  0x${code.toString(16).toUpperCase()}  `;
  const lines = [`${number}${paint(name, 'bold')}`, ...wrap(message, columns, '  ')];
  if (side !== undefined) lines.push(...wrap(`Who meets it: ${sides[side]}.`, columns, '  '));
  lines.push(...wrap(`Where it comes from: ${sources[source]}.`, columns, '  '));
  if (hint !== undefined) lines.push(...wrap(`What to try: ${hint}`, columns, '  '));
  return lines.map((line) => `${line}\n`).join('');
}

function unknown(code: string): ServerTrouble {
  const isNumber = /^-?\d+$|^0x[\da-f]+$/i.test(code.trim());
  const near = isNumber ? undefined : nearestName(code);
  return {
    server: '',
    exit: 'notFound',
    code: 'ERR_RRAS_CLI',
    status: null,
    syscall: null,
    message: `No code ${safeText(code)} is known.`,
    hint:
      near === undefined ? 'Numbers are decimal, or hexadecimal with 0x.' : `Did you mean ${near}?`,
  };
}

function nearestName(code: string): string | undefined {
  const beyond = [...beyondCodes()].map(([, { name }]) => name);
  return didYouMean(code, [...Object.keys(RasErrorCode), ...beyond]);
}
