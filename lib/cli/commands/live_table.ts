// The connections on a terminal, drawn anew each time that the servers were asked.

import { setTimeout as pause } from 'node:timers/promises';
import type { Exit } from '../exit_codes.ts';
import { chosenFields, type Item, tableFields } from '../output/fields.ts';
import { cutMark } from '../output/listing.ts';
import { columnsOf, layOut } from '../output/table.ts';
import { cut, learnLetters } from '../output/text_width.ts';
import { results, type Session, troubles } from '../servers/session.ts';
import { paintFor } from '../talk/colour.ts';
import { safeText } from '../talk/safe_text.ts';
import type { ServerTrouble } from '../trouble.ts';
import { connectionFields, connectionItem } from './connection_fields.ts';
import { connectionFilter } from './connection_filter.ts';
import { links } from './people.ts';
import { FIVE_SECONDS, type WatchOptions } from './watch.ts';

// A screen of its own, without a cursor: when it is left, the terminal is as it was.
const ENTER = '\u001b[?1049h\u001b[?25l';
const LEAVE = '\u001b[?25h\u001b[?1049l';
const HOME = '\u001b[H';
const ERASE_TO_END_OF_LINE = '\u001b[K';
const ERASE_BELOW = '\u001b[J';

interface Frame {
  readonly at: Date;
  readonly items: readonly Item[];
  readonly errors: readonly ServerTrouble[];
}

export async function liveTable(
  session: Session,
  options: WatchOptions,
  end: AbortSignal,
): Promise<Exit> {
  const { world } = session;
  const { stdout } = world;
  let frame: Frame | undefined;
  const draw = () => {
    if (frame !== undefined) stdout.write(drawing(session, options, frame));
  };
  // By and by there may be names of any letters.
  await learnLetters();
  stdout.write(ENTER);
  const endResizing = world.onResize(draw);
  try {
    while (!end.aborted) {
      frame = await read(session, options, end);
      draw();
      await pause((options.every ?? FIVE_SECONDS) * 1000, undefined, { signal: end });
    }
  } catch (error) {
    if (!end.aborted) throw error;
  } finally {
    endResizing();
    stdout.write(LEAVE);
  }
  return 'ok';
}

async function read(session: Session, options: WatchOptions, end: AbortSignal): Promise<Frame> {
  const isWanted = connectionFilter(options);
  const outcomes = await session.eachName(async (name) => {
    const server = await session.connectKept(name);
    return (await links(session, server)).filter(isWanted);
  });
  end.throwIfAborted();
  return {
    at: new Date(),
    items: results(outcomes).flatMap(({ server, result }) =>
      result.map((link) => connectionItem(server, link)),
    ),
    errors: troubles(outcomes),
  };
}

function drawing(session: Session, options: WatchOptions, { at, items, errors }: Frame): string {
  const { world, isOneServer, names } = session;
  const { columns = 80, rows = 24 } = world.stdout;
  const paint = paintFor(world, world.stdout, options.color);
  const mark = cutMark(world);
  const fields =
    options.fields === undefined
      ? tableFields(connectionFields, items, isOneServer)
      : chosenFields(connectionFields, options.fields);
  const hasHeader = options.headers !== false;
  const servers = safeText(names.map((name) => name ?? '(local)').join(', '));
  const title = `${servers}: ${items.length} connected at ${at.toLocaleTimeString()}. Ctrl-C ends.`;
  const problems = errors.map(({ message }) =>
    paint(cut(safeText(message.replaceAll('\n', ' ')), columns, mark), 'red'),
  );
  const lines = [
    cut(title, columns, mark),
    ...problems,
    ...layOut(columnsOf(fields, items), items, { columns, hasHeader, paint, mark }).lines,
  ];
  const shown = lines.slice(0, rows - 1);
  if (lines.length > shown.length) {
    shown.splice(-1, 1, cut(`and ${lines.length - shown.length + 1} more`, columns, mark));
  }
  return HOME + shown.map((line) => `${line}${ERASE_TO_END_OF_LINE}\n`).join('') + ERASE_BELOW;
}
