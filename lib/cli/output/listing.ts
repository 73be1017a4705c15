// Writes the items that a command found, in the chosen form: data to stdout, remarks to stderr.

import { usage } from '../complaint.ts';
import type { OutputForm, OutputOptions } from '../options.ts';
import { paintFor } from '../terminal/colour.ts';
import type { TextLine } from '../terminal/paper.ts';
import { safeJson } from '../terminal/safe_text.ts';
import { tellServerTroubles } from '../terminal/tell_trouble.ts';
import { say, type World } from '../terminal/world.ts';
import type { ServerTrouble } from '../trouble.ts';
import { shown } from './cell.ts';
import { csv, END_OF_RECORD } from './csv.ts';
import {
  chosenFields,
  type Field,
  isEmptyList,
  sortKeys,
  tableFields,
  wideFields,
} from './fields.ts';
import { sorted } from './sort.ts';
import { card, type TableStyle, table } from './table.ts';

/** The shape of --json. It grows by fields; should one ever change or go, this number does. */
const JSON_VERSION = 2;

export type { OutputOptions };

export type Form = 'table' | 'json' | 'jsonl' | 'csv' | 'quiet';

export interface Listing<Item> {
  readonly command: string;
  readonly fields: readonly Field<Item>[];
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

const formsOfWords: Readonly<Record<OutputForm, Form>> = {
  table: 'table',
  wide: 'table',
  json: 'json',
  jsonl: 'jsonl',
  csv: 'csv',
  name: 'quiet',
};

export function formOf({ output, json, jsonl, csv, quiet }: OutputOptions): Form {
  const asked = Object.entries({ json, jsonl, csv, quiet }).filter(([, is]) => is === true);
  const [first, second] = asked.map(([name]) => name as Form);
  if (second !== undefined) throw usage(`--${first} and --${second} cannot be combined.`);
  const word = output === undefined ? undefined : formsOfWords[output];
  if (first !== undefined && word !== undefined && first !== word) {
    throw usage(`--output ${output} and --${first} cannot be combined.`);
  }
  return first ?? word ?? 'table';
}

/** Whether a command that can write prose does so, and not a table or data. */
export function isProseAsked(options: OutputOptions): boolean {
  const { fields, output } = options;
  return formOf(options) === 'table' && fields === undefined && output !== 'wide';
}

/**
 * To be called before anything is asked of a server: a wrong name should cost nothing. `isProse` is for
 * commands that write prose where others write a table.
 */
export function checkOutput(
  options: OutputOptions,
  fields: readonly { readonly name: string }[],
  isProse = false,
): void {
  const form = formOf(options);
  const { fields: names, headers, sort, output } = options;
  const isTable = form === 'table' && !(isProse && isProseAsked(options));
  if (sort !== undefined) {
    sortKeys(fields, sort);
    if (form === 'table' && !isTable) throw usage('--sort is for lists, and this is prose.');
  }
  if (headers === false && !isTable && form !== 'csv') {
    throw usage('--no-headers is for tables and CSV: there is no line of names to leave out.');
  }
  if (names === undefined) return;
  if (form === 'quiet') throw usage('--quiet shows names only, so --fields means nothing.');
  if (output === 'wide') throw usage('-o wide shows all fields, so --fields means nothing.');
  chosenFields(fields, names);
}

/** The fields that --fields names. */
export function chosenIn<Item>(
  { fields: names }: OutputOptions,
  fields: readonly Field<Item>[],
): readonly Field<Item>[] | undefined {
  return names === undefined ? undefined : chosenFields(fields, names);
}

export async function writeListing<Item>(
  world: World,
  options: OutputOptions,
  given: Listing<Item>,
): Promise<void> {
  const { fields, errors = [] } = given;
  const items = sorted(given.items, options, fields);
  const listing = { ...given, items };
  const { stdout } = world;
  const chosen = chosenIn(options, fields);
  const whole = chosen ?? fields;
  switch (formOf(options)) {
    case 'json':
      stdout.json(envelope(listing, whole), 2);
      break;
    case 'jsonl':
      stdout.data(items.map((item) => safeJson(only(whole, item))));
      writeErrorLines(world, errors);
      break;
    case 'csv':
      stdout.data(csv(whole, items, { hasHeader: options.headers !== false }), END_OF_RECORD);
      break;
    case 'quiet':
      stdout.lines(quiet(listing));
      break;
    default:
      stdout.lines(await lines(world, options, listing, chosen));
  }
  if (listing.isTold !== true) {
    tellServerTroubles(world, errors, listing.isOneServer !== false, options.color);
  }
}

/** Writes one item at once, for --jsonl. */
export function writeLine<Item>(world: World, fields: readonly Field<Item>[], item: Item): void {
  world.stdout.data([safeJson(only(fields, item))]);
}

/** Servers that failed, for --jsonl. */
export function writeErrorLines(world: World, errors: readonly ServerTrouble[]): void {
  world.stdout.data(errors.map((error) => safeJson(errorLine(error))));
}

function envelope<Item>(
  { command, items, errors = [] }: Listing<Item>,
  fields: readonly Field<Item>[],
): object {
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

function only<Item>(fields: readonly Field<Item>[], item: Item): object {
  const chosen: { [name: string]: unknown } = {};
  for (const { name, value } of fields) chosen[name] = value(item);
  return chosen;
}

/** Names; of several servers each with its server, as the commands take it. */
function quiet<Item>({ fields, items, key, isOneServer = true }: Listing<Item>): TextLine[] {
  const field = fields.find(({ name }) => name === key);
  if (field === undefined) return [];
  const server = fields.find(({ name }) => name === 'server');
  const isPlain = isOneServer || server === undefined || key === 'server';
  return items.map((item) => {
    const name = shown(field, item);
    return isPlain ? name : `${shown(server, item)}/${name}`;
  });
}

async function lines<Item>(
  world: World,
  options: OutputOptions,
  listing: Listing<Item>,
  chosen: readonly Field<Item>[] | undefined,
): Promise<readonly TextLine[]> {
  const { items, fields, isOneServer = true, isCard, whenEmpty, errors = [] } = listing;
  if (items.length === 0 && (errors.length > 0 || whenEmpty !== undefined)) {
    // No header without a table: a header would look like an answer.
    if (errors.length === 0 && whenEmpty !== undefined) say(world, whenEmpty);
    return [];
  }
  const style: TableStyle = {
    columns: world.stdout.columns,
    hasHeader: options.headers !== false,
    paint: paintFor(world, world.stdout, options.color),
    mark: cutMark(world),
  };
  const isWide = options.output === 'wide';
  const named = chosen === undefined || isOneServer ? chosen : withServer(chosen, fields);
  if (isCard && !isWide) {
    const cards = items.map((item) => card(named ?? cardFields(fields, item), item, style));
    return (await Promise.all(cards)).flatMap((each, index) =>
      index === 0 ? each : ['', ...each],
    );
  }
  if (isWide) {
    const wide = await table(wideFields(fields, items), items, { ...style, columns: undefined });
    return wide.lines;
  }
  const shownFields = named ?? tableFields(fields, items, isOneServer);
  const { lines, omitted } = await table(shownFields, items, style);
  if (omitted.length > 0) {
    const columns = omitted.join(', ');
    say(world, `Hidden to fit: ${columns} (use --fields or --json).`);
  }
  return lines;
}

// Whoever reads a table of several servers must see which one a line is about.
function withServer<Item>(
  chosen: readonly Field<Item>[],
  fields: readonly Field<Item>[],
): readonly Field<Item>[] {
  const server = fields.find(({ name }) => name === 'server');
  return server === undefined || chosen.includes(server) ? chosen : [server, ...chosen];
}

function cardFields<Item>(fields: readonly Field<Item>[], item: Item): Field<Item>[] {
  return fields.filter((field) => {
    const value = field.value(item);
    return field.isMark === true ? value === true : value !== undefined && !isEmptyList(value);
  });
}

// The console of old Windows has fonts without an ellipsis.
export function cutMark({ env }: World): string {
  const isOld = process.platform === 'win32' && !env.WT_SESSION && !env.TERM_PROGRAM;
  return isOld ? '~' : '…';
}
