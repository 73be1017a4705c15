// rras explain CODE: any number or name that an administrator reads somewhere, in plain words.

import { type Explanation, explain as lookUp, numberIn, statusOf } from '../../errors/explain.ts';
import { RasErrorCode, wrapsWindowsCode } from '../../errors/ras_error_code.ts';
import { command } from '../command.ts';
import { didYouMean } from '../complaint.ts';
import { combine } from '../exit_codes.ts';
import { outputOptions } from '../options.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { checkOutput, isProseAsked, writeListing } from '../output/listing.ts';
import { wrap } from '../output/wrap.ts';
import { type Paint, paintFor } from '../terminal/colour.ts';
import type { TextLine } from '../terminal/paper.ts';
import { tellServerTroubles } from '../terminal/tell_trouble.ts';
import type { ServerTrouble } from '../trouble.ts';

interface Explained extends Explanation {
  /** The code as the command line has it: there may be several, and some may be unknown. */
  readonly asked: string;
}

const field = fieldOf<Explained>();

const fields: readonly Field<Explained>[] = [
  field('code', { isRight: true }),
  field('name'),
  field('message'),
  field('hint'),
  field('source'),
  field('side'),
  field('asked', { isMinor: true }),
];

export const explain = command({
  name: 'explain',
  description: 'Say what a code means, where it comes from and what to try. Works on any system.',
  examples: [
    'rras explain 809',
    'rras explain 0x387 ERROR_DDM_NOT_RUNNING',
    'rras explain -2146762495',
  ],
  fields: fields,
  argument: ['<code...>', 'numbers in decimal or hexadecimal, or names'],
  options: outputOptions,
  run: async (world, codes, options) => {
    checkOutput(options, fields, true);
    const known: Explained[] = [];
    const errors: ServerTrouble[] = [];
    for (const asked of codes) {
      const explanation = lookUp(asked);
      if (explanation === undefined) errors.push(unknown(asked));
      else known.push({ ...explanation, asked });
    }
    if (isProseAsked(options)) {
      const paint = paintFor(world, world.stdout, options.color);
      // On a pipe a line may be as long as it likes.
      const columns = world.stdout.columns ?? Number.POSITIVE_INFINITY;
      for (const [index, each] of known.entries()) {
        if (index > 0) world.stdout.line();
        world.stdout.lines(inWords(each, columns, paint));
      }
      tellServerTroubles(world, errors, true, options.color);
    } else {
      await writeListing(world, options, {
        command: 'explain',
        fields,
        key: 'name',
        items: known,
        errors,
      });
    }
    return combine([...known.map(() => 'ok' as const), ...errors.map(({ exit }) => exit)]);
  },
});

const sides = {
  server: 'the server, and by its administrators',
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
  eap: 'EAP (eaphosterror.h)',
  http: 'HTTP, which SSTP runs over (winhttp.h)',
  page: "the API's reference",
  rras: 'this package',
};

function inWords(
  { asked, code, name, message, hint, source, side }: Explained,
  columns: number,
  paint: Paint,
): TextLine[] {
  const number = code === undefined ? '' : `${inDigits(code)}  `;
  const lines: TextLine[] = [[number, paint(name, 'bold')], ...wrap(message, columns, '  ')];
  if (code !== undefined && isWrapped(asked)) {
    lines.push(...wrap(`${asked.trim()} contains this code.`, columns, '  '));
  }
  if (side !== undefined) lines.push(...wrap(`Seen on: ${sides[side]}.`, columns, '  '));
  lines.push(...wrap(`Where it comes from: ${sources[source]}.`, columns, '  '));
  if (hint !== undefined) lines.push(...wrap(`What to try: ${hint}`, columns, '  '));
  return lines;
}

// A HRESULT is known by its hexadecimal digits, or by the negative number of the event logs.
function inDigits(code: number): string {
  const hexadecimal = `0x${code.toString(16).toUpperCase()}`;
  return code >= 0x8000_0000
    ? `${hexadecimal}  ${code - 0x1_0000_0000}`
    : `${code}  ${hexadecimal}`;
}

function isWrapped(asked: string): boolean {
  const number = numberIn(asked);
  return number !== undefined && wrapsWindowsCode(number);
}

function unknown(code: string): ServerTrouble {
  return {
    server: '',
    exit: 'notFound',
    code: 'ERR_RRAS_CLI',
    status: null,
    syscall: null,
    outcome: null,
    message: `No code ${code} is known.`,
    hint: hintFor(code),
  };
}

// Windows itself knows more codes than this package.
function hintFor(code: string): string {
  const number = numberIn(code);
  if (number === undefined) {
    const near = nearestName(code.trim());
    return near === undefined
      ? 'Numbers are decimal, or hexadecimal with 0x; names are whole: ERROR_DDM_NOT_RUNNING.'
      : `Did you mean ${near}?`;
  }
  const status = statusOf(number);
  if (status === undefined) return 'Codes have 32 bits.';
  if (wrapsWindowsCode(status)) {
    const inside = status & 0xffff;
    return `It wraps ${inside}: on Windows, \`net helpmsg ${inside}\` may know that.`;
  }
  return status > 0xffff
    ? `On Windows, \`certutil -error 0x${status.toString(16).toUpperCase()}\` may know it.`
    : `On Windows, \`net helpmsg ${status}\` may know it.`;
}

function nearestName(code: string): string | undefined {
  return didYouMean(code, Object.keys(RasErrorCode));
}
