// Writes what a command found, in the form that was asked for: data to stdout, talk to stderr.

import { usage } from '../complaint.ts';
import { paintFor, type When } from '../talk/colour.ts';
import { safeJson, safeText } from '../talk/safe_text.ts';
import { tellServerTroubles } from '../talk/tell_trouble.ts';
import type { ServerTrouble } from '../trouble.ts';
import { say, type World } from '../world.ts';
import { shown } from './cell.ts';
import { csv } from './csv.ts';
import { chosenFields, type Field, type Item, tableFields } from './fields.ts';
import type { TableStyle } from './table.ts';

/** The shape of --json. It grows by fields; should one ever change or go, this number does. */
const JSON_VERSION = 1;

export interface OutputOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly csv?: boolean;
  readonly fields?: string;
  /** Commander's name for --no-headers. */
  readonly headers?: boolean;
  readonly quiet?: boolean;
  readonly color?: When;
}

export type Form = 'table' | 'json' | 'jsonl' | 'csv' | 'quiet';

export interface Listing {
  readonly command: string;
  readonly fields: readonly Field[];
  /** The field that --quiet shows. */
  readonly key: string;
  readonly items: readonly Item[];
  readonly errors?: readonly ServerTrouble[];
  /** Whether a table of it needs no column `server`. */
  readonly isOneServer?: boolean;
  /** Whether the person knows of the errors already. */
  readonly isTold?: boolean;
  /** One thing is shown as lines of names and values. */
  readonly isCard?: boolean;
  /** Said on a terminal where the table would be empty. */
  readonly whenEmpty?: string;
}

export function formOf({ json, jsonl, csv, quiet }: OutputOptions): Form {
  const asked = Object.entries({ json, jsonl, csv, quiet }).filter(([, is]) => is === true);
  const [first, second] = asked.map(([name]) => name as Form);
  if (second !== undefined) throw usage(`--${first} and --${second} cannot both be had.`);
  return first ?? 'table';
}

/** To be called before anything is asked of a server: a wrong name should cost nothing. */
export function checkOutput(options: OutputOptions, fields: readonly Field[]): void {
  const form = formOf(options);
  if (options.fields === undefined) return;
  if (form === 'quiet') throw usage('--quiet shows names only, so --fields means nothing.');
  chosenFields(fields, options.fields);
}

export async function writeListing(
  world: World,
  options: OutputOptions,
  listing: Listing,
): Promise<void> {
  const { fields, items, errors = [] } = listing;
  const form = formOf(options);
  const chosen = options.fields === undefined ? undefined : chosenFields(fields, options.fields);
  const whole = chosen ?? fields;
  const write = (text: string) => world.stdout.write(text);
  switch (form) {
    case 'json':
      write(`${safeJson(envelope(listing, whole), 2)}\n`);
      break;
    case 'jsonl':
      write(items.map((item) => `${safeJson(only(whole, item))}\n`).join(''));
      write(errors.map((error) => `${safeJson(errorLine(error))}\n`).join(''));
      break;
    case 'csv':
      write(
        csv(whole, items, {
          hasHeader: options.headers !== false,
          isShown: world.stdout.isTTY,
        }),
      );
      break;
    case 'quiet':
      write(quiet(listing));
      break;
    default:
      write(await lines(world, options, listing, chosen));
  }
  if (listing.isTold !== true) {
    tellServerTroubles(world, errors, listing.isOneServer !== false, options.color);
  }
}

/** One item as soon as it is there: for --jsonl. */
export function writeLine(world: World, fields: readonly Field[], item: Item): void {
  world.stdout.write(`${safeJson(only(fields, item))}\n`);
}

function envelope({ command, items, errors = [] }: Listing, fields: readonly Field[]): object {
  return {
    version: JSON_VERSION,
    command,
    items: items.map((item) => only(fields, item)),
    errors: errors.map(({ exit: _, ...error }) => error),
  };
}

function errorLine({ exit: _, server, ...error }: ServerTrouble): object {
  return { server, error };
}

function only(fields: readonly Field[], item: Item): Item {
  return Object.fromEntries(fields.map(({ name }) => [name, item[name]]));
}

function quiet({ fields, items, key }: Listing): string {
  const field = fields.find(({ name }) => name === key);
  return field === undefined
    ? ''
    : items.map((item) => `${safeText(shown(field, item))}\n`).join('');
}

async function lines(
  world: World,
  options: OutputOptions,
  listing: Listing,
  chosen: readonly Field[] | undefined,
): Promise<string> {
  const { items, fields, isOneServer = true, isCard, whenEmpty, errors = [] } = listing;
  if (items.length === 0 && (errors.length > 0 || whenEmpty !== undefined)) {
    // No header without a table: who sees one would think that the question was answered.
    if (errors.length === 0 && whenEmpty !== undefined) say(world, whenEmpty);
    return '';
  }
  // Not loaded for those who read JSON.
  const { card, table } = await import('./table.ts');
  const style: TableStyle = {
    columns: world.stdout.columns,
    hasHeader: options.headers !== false,
    paint: paintFor(world, world.stdout, options.color),
    mark: cutMark(world),
  };
  if (isCard) {
    const cards = items.map((item) => card(chosen ?? cardFields(fields, item), item, style));
    return (await Promise.all(cards)).map((each) => `${each.join('\n')}\n`).join('\n');
  }
  const shownFields = chosen ?? tableFields(fields, items, isOneServer);
  const { lines, omitted } = await table(shownFields, items, style);
  if (omitted.length > 0) {
    const columns = omitted.join(', ');
    say(world, `No room for ${columns}: --fields chooses, --json has all.`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function cardFields(fields: readonly Field[], item: Item): Field[] {
  return fields.filter(({ name }) => item[name] !== undefined);
}

// The console of old Windows has fonts without an ellipsis.
export function cutMark({ env }: World): string {
  const isOld = process.platform === 'win32' && !env.WT_SESSION && !env.TERM_PROGRAM;
  return isOld ? '~' : '…';
}
