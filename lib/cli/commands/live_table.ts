// The live table: the connections on a terminal, drawn again after each reading.

import { setTimeout as pause } from 'node:timers/promises';
import type { Exit } from '../exit_codes.ts';
import type { OutputOptions } from '../options.ts';
import { chosenFields, type Field, tableFields, wideFields } from '../output/fields.ts';
import { cutMark } from '../output/listing.ts';
import { sorted } from '../output/sort.ts';
import { columnsOf, layOut } from '../output/table.ts';
import { cut, learnLetters } from '../output/text_width.ts';
import {
  type ConnectionItem,
  connectionFields,
  connectionItem,
} from '../people/connection_fields.ts';
import { sessionsOn } from '../people/people.ts';
import type { Filter } from '../select/filter.ts';
import { results, type Servers, troubles } from '../servers/servers.ts';
import { paintFor } from '../terminal/colour.ts';
import { Markup, type Piece, type TextLine } from '../terminal/paper.ts';
import { safeText } from '../terminal/safe_text.ts';
import type { ServerTrouble } from '../trouble.ts';

export interface Watching {
  readonly filter: Filter;
  /** Milliseconds. */
  readonly interval: number;
  readonly end: AbortSignal;
}

interface Frame {
  readonly at: Date;
  readonly items: readonly ConnectionItem[];
  readonly errors: readonly ServerTrouble[];
}

export async function liveTable(
  servers: Servers,
  options: OutputOptions,
  watching: Watching,
): Promise<Exit> {
  const { interval, end } = watching;
  const { world } = servers;
  const { stdout } = world;
  let frame: Frame | undefined;
  const draw = () => {
    if (frame !== undefined) stdout.draw(...drawing(servers, options, frame));
  };
  // By and by there may be names of any letters.
  await learnLetters();
  stdout.draw(Markup.control('enterScreen'));
  const endResizing = world.onResize(draw);
  try {
    while (!end.aborted) {
      frame = await read(servers, watching);
      draw();
      await pause(interval, undefined, { signal: end });
    }
  } catch (error) {
    if (!end.aborted) throw error;
  } finally {
    endResizing();
    stdout.draw(Markup.control('leaveScreen'));
  }
  return 'ok';
}

async function read(servers: Servers, { filter, end }: Watching): Promise<Frame> {
  const outcomes = await servers.eachAtOnce(async (name) => {
    const server = await servers.connectKept(name);
    return (await sessionsOn(servers, server)).filter(filter.hasSession);
  });
  end.throwIfAborted();
  return {
    at: new Date(),
    items: results(outcomes).flatMap(({ server, result }) =>
      result.map((session) => connectionItem(server, session)),
    ),
    errors: troubles(outcomes),
  };
}

function fieldsOf(
  { fields, output }: OutputOptions,
  items: readonly ConnectionItem[],
  isOneServer: boolean,
): readonly Field<ConnectionItem>[] {
  if (fields !== undefined) return chosenFields(connectionFields, fields);
  return output === 'wide'
    ? wideFields(connectionFields, items)
    : tableFields(connectionFields, items, isOneServer);
}

function drawing(servers: Servers, options: OutputOptions, frame: Frame): Piece[] {
  const { at, errors } = frame;
  const items = sorted(frame.items, options, connectionFields);
  const { world, isOneServer, names } = servers;
  const { columns = 80, rows = 24 } = world.stdout;
  const paint = paintFor(world, world.stdout, options.color);
  const mark = cutMark(world);
  const fields = fieldsOf(options, items, isOneServer);
  const hasHeader = options.headers !== false;
  // Their width is measured, so they are escaped before.
  const watched = safeText(names.map((name) => name ?? '(local)').join(', '));
  const title = `${watched}: ${items.length} connected at ${at.toLocaleTimeString()}. Ctrl-C ends.`;
  const problems = errors.map(({ message }) =>
    paint(cut(safeText(message.replaceAll('\n', ' ')), columns, mark), 'red'),
  );
  const lines: TextLine[] = [
    cut(title, columns, mark),
    ...problems,
    ...layOut(columnsOf(fields, items), items, { columns, hasHeader, paint, mark }).lines,
  ];
  const shown = lines.slice(0, rows - 1);
  if (lines.length > shown.length) {
    shown.splice(-1, 1, cut(`and ${lines.length - shown.length + 1} more`, columns, mark));
  }
  return [
    Markup.control('home'),
    ...shown.flatMap((line) => [line, Markup.control('endLine')].flat()),
    Markup.control('eraseBelow'),
  ];
}
