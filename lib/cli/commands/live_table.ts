// The live table: the connections on a terminal, drawn again after each reading and at each key.

import { setTimeout as pause } from 'node:timers/promises';
import type { RasServer } from '../../server.ts';
import { readServer } from '../../sessions/reading.ts';
import type { Exit } from '../exit_codes.ts';
import type { OutputOptions } from '../options.ts';
import { chosenFields, type Field, fieldOf, tableFields, wideFields } from '../output/fields.ts';
import { cutMark } from '../output/listing.ts';
import { sorted } from '../output/sort.ts';
import { columnsOf, layOut } from '../output/table.ts';
import { cut, learnLetters } from '../output/text_width.ts';
import { connectionFields, connectionItem } from '../people/connection_fields.ts';
import type { Filter } from '../select/filter.ts';
import { interfacesToWatch } from '../select/interface.ts';
import { type Outcome, results, type Servers, troubles } from '../servers/servers.ts';
import { type Colour, type Paint, paintFor } from '../terminal/colour.ts';
import { Markup, type Piece, type TextLine } from '../terminal/paper.ts';
import { safeText } from '../terminal/safe_text.ts';
import type { ServerTrouble } from '../trouble.ts';
import { clockInWords } from '../units.ts';
import {
  type ReadingToWatch,
  type SummaryItem,
  summaryOf,
  watchSummaryFields,
} from './watch_summary.ts';
import { hasText, type Mark, nextView, type View, type WatchItem } from './watch_view.ts';

export interface Watching {
  readonly filter: Filter;
  /** Milliseconds. */
  readonly interval: number;
  readonly end: AbortSignal;
  readonly isSummary: boolean;
}

/** What the screen shows. */
interface Screen {
  readonly view: View;
  readonly summary: readonly SummaryItem[];
  readonly errors: readonly ServerTrouble[];
}

/** What the user has typed. */
interface Typing {
  filter: string;
  isOpen: boolean;
}

export async function liveTable(
  servers: Servers,
  options: OutputOptions,
  watching: Watching,
): Promise<Exit> {
  const { world } = servers;
  const { stdout } = world;
  const quit = new AbortController();
  const stop = () => quit.abort();
  watching.end.addEventListener('abort', stop);
  if (watching.end.aborted) stop();
  const end = quit.signal;
  const typing: Typing = { filter: '', isOpen: false };
  let screen: Screen | undefined;
  const draw = () => {
    if (screen !== undefined) {
      stdout.draw(...drawing(servers, options, screen, typing, watching.isSummary));
    }
  };
  // By and by there may be names of any letters.
  await learnLetters();
  stdout.draw(Markup.control('enterScreen'));
  const endResizing = world.onResize(draw);
  const endKeys = world.onKey?.((key) => {
    if (isQuitting(key, typing)) stop();
    else draw();
  });
  try {
    do {
      screen = await read(servers, { ...watching, end }, screen);
      draw();
      await pause(watching.interval, undefined, { signal: end });
    } while (!end.aborted);
  } catch (error) {
    if (!end.aborted) throw error;
  } finally {
    endKeys?.();
    endResizing();
    watching.end.removeEventListener('abort', stop);
    stdout.draw(Markup.control('leaveScreen'));
  }
  return 'ok';
}

const ESCAPE = '\u001b';
const ERASE = ['\u007f', '\b'];

/** Whether the key ends the watch. Other keys change the filter. */
function isQuitting(key: string, typing: Typing): boolean {
  if (!typing.isOpen) {
    if (key === '/') typing.isOpen = true;
    else if (key === ESCAPE) typing.filter = '';
    return key === 'q' || key === 'Q';
  }
  if (key === ESCAPE || key === '\r' || key === '\n') {
    typing.isOpen = false;
    if (key === ESCAPE) typing.filter = '';
  } else if (ERASE.includes(key)) {
    typing.filter = [...typing.filter].slice(0, -1).join('');
  } else if (!/[\p{Cc}\p{Cf}]/u.test(key)) {
    // Arrow keys and the like begin with an escape.
    typing.filter += key;
  }
  return false;
}

async function read(
  servers: Servers,
  { filter, end }: Watching,
  before: Screen | undefined,
): Promise<Screen> {
  const outcomes = await servers.eachAtOnce(async (name) =>
    readingToWatch(servers, await servers.connectKept(name)),
  );
  // A watch shows one reading at least, however short its time is.
  if (before !== undefined || servers.world.interrupt.aborted) end.throwIfAborted();
  return screenOf(outcomes, filter, before);
}

async function readingToWatch(servers: Servers, server: RasServer): Promise<ReadingToWatch> {
  const reading = await readServer(server, servers.patience);
  return { ...reading, interfaces: await interfacesToWatch(servers, server) };
}

function screenOf(
  outcomes: readonly Outcome<ReadingToWatch>[],
  filter: Filter,
  before: Screen | undefined,
): Screen {
  const answers = results(outcomes);
  const errors = troubles(outcomes);
  const view = nextView(before?.view, {
    at: new Date(),
    answers: answers.map(({ server, result }) => ({
      server,
      interfaces: result.interfaces,
      items: result.sessions
        .filter(filter.hasSession)
        .map((session) => connectionItem(server, session)),
    })),
    silent: errors,
  });
  const summary = answers.map(({ server, result }) => summaryOf(server, result, filter));
  return { view, summary, errors };
}

function drawing(
  servers: Servers,
  options: OutputOptions,
  { view, summary, errors }: Screen,
  typing: Typing,
  isSummary: boolean,
): Piece[] {
  const { world, isOneServer } = servers;
  const { columns = 80, rows } = world.stdout;
  const height = rows || 24;
  const paint = paintFor(world, world.stdout, options.color);
  const mark = cutMark(world);
  const style = { columns, hasHeader: options.headers !== false, paint, mark };
  const items = view.items.filter((item) => hasText(item, typing.filter));
  const shown = items.filter((item) => item.mark !== 'gone').length;
  const problems = errors.map(({ message }) =>
    paint(cut(safeText(message.replaceAll('\n', ' ')), columns, mark), 'red'),
  );
  const table = isSummary
    ? tableOf(summary, summaryFieldsOf(options, summary, isOneServer), options, style)
    : tableOf(items, fieldsOf(options, items, isOneServer), options, style);
  const head: TextLine[] = [
    cut(titleOf(servers, view, shown, typing), columns, mark),
    ...(typing.isOpen ? [cut(safeText(`/${typing.filter}_`), columns, mark)] : []),
    ...problems,
  ];
  const foot = footOf(view, isOneServer, columns, mark, paint);
  const room = Math.max(height - 1 - head.length - foot.length, 1);
  const body = table.slice(0, room);
  if (table.length > room) {
    body.splice(-1, 1, cut(`and ${table.length - room + 1} more`, columns, mark));
  } else if (rows && foot.length > 0) {
    // The events stay in one place, at the foot of the screen.
    body.push(...Array<TextLine>(room - body.length).fill(''));
  }
  return [
    Markup.control('home'),
    ...[...head, ...body, ...foot].flatMap((line) => [line, Markup.control('endLine')].flat()),
    Markup.control('eraseBelow'),
  ];
}

function titleOf({ world, names }: Servers, view: View, shown: number, typing: Typing): string {
  // Their width is measured, so they are escaped before.
  const watched = safeText(names.map((name) => name ?? '(local)').join(', '));
  const isFiltered = typing.filter !== '';
  const count = isFiltered ? `${shown} of ${view.count}` : String(view.count);
  const like = isFiltered && !typing.isOpen ? ` like ${safeText(typing.filter)}` : '';
  const keys = world.onKey === undefined ? 'Ctrl-C ends.' : 'q ends, / filters.';
  return `${watched}: ${count} connected${like} at ${view.at.toLocaleTimeString()}. ${keys}`;
}

/** What has happened, the newest first, in one line. */
function footOf(
  { events }: View,
  isOneServer: boolean,
  columns: number,
  mark: string,
  paint: Paint,
): TextLine[] {
  if (events.length === 0) return [];
  const words = events.map(({ at, server, text }) => {
    const who = isOneServer && !aboutServer.includes(text) ? text : `${server}: ${text}`;
    return `${clockInWords(at)} ${safeText(who)}`;
  });
  return [paint(cut(words.join(' | '), columns, mark), 'dim')];
}

const aboutServer: readonly string[] = ['answers again', 'does not answer'];

interface Style {
  readonly columns: number;
  readonly hasHeader: boolean;
  readonly paint: Paint;
  readonly mark: string;
}

function tableOf<Item>(
  items: readonly Item[],
  fields: readonly Field<Item>[],
  options: OutputOptions,
  style: Style,
): TextLine[] {
  const inOrder = sorted(items, options, fields);
  return layOut(columnsOf(fields, inOrder), inOrder, style).lines;
}

// Without colours, too, one must see what has changed.
const signs: Readonly<Record<Mark, string>> = { new: '+', changed: '*', gone: '-' };
const colours: Readonly<Record<Mark, Colour>> = { new: 'green', changed: 'yellow', gone: 'red' };

const markField = fieldOf<WatchItem>()('mark', {
  header: '',
  show: (mark) => signs[mark],
  nothing: ' ',
  paint: (mark) => (mark === undefined ? undefined : colours[mark]),
});

function fieldsOf(
  { fields, output }: OutputOptions,
  items: readonly WatchItem[],
  isOneServer: boolean,
): readonly Field<WatchItem>[] {
  return [markField, ...chosen().map(highlighted)];

  function chosen(): readonly Field<WatchItem>[] {
    if (fields !== undefined) return chosenFields(connectionFields, fields);
    return output === 'wide'
      ? wideFields(connectionFields, items)
      : tableFields(connectionFields, items, isOneServer);
  }
}

/** A row that is new or gone has a colour; of a row that has changed, only what has. */
function highlighted(field: Field<WatchItem>): Field<WatchItem> {
  return {
    ...field,
    paint: (item) => {
      const { mark, changed } = item;
      const isMeant = mark === 'changed' ? changed.includes(field.name) : mark !== undefined;
      return isMeant && mark !== undefined ? colours[mark] : field.paint?.(item);
    },
  };
}

function summaryFieldsOf(
  { fields, output }: OutputOptions,
  items: readonly SummaryItem[],
  isOneServer: boolean,
): readonly Field<SummaryItem>[] {
  if (fields !== undefined) return chosenFields(watchSummaryFields, fields);
  return output === 'wide'
    ? wideFields(watchSummaryFields, items)
    : tableFields(watchSummaryFields, items, isOneServer);
}
