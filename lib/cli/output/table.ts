// Aligned columns that fit the terminal. Table libraries draw columns of given widths. Here the widths, and the
// columns that have room, follow from the terminal, so that no line breaks.

import type { Paint } from '../terminal/colour.ts';
import type { Piece, TextLine } from '../terminal/paper.ts';
import { shown } from './cell.ts';
import { type Field, headerOf } from './fields.ts';
import {
  cut,
  cutPlain,
  cutPlainInside,
  isPlain,
  learnLetters,
  pad,
  textWidth,
} from './text_width.ts';
import { wrap } from './wrap.ts';

export interface TableStyle {
  /** The width of the terminal; undefined on a pipe, where lines may have any length. */
  readonly columns: number | undefined;
  readonly hasHeader: boolean;
  readonly paint: Paint;
  /** Stands where a text was cut. */
  readonly mark: string;
}

export interface Table {
  readonly lines: TextLine[];
  /** Fields for which there was no room. */
  readonly omitted: string[];
}

const GAP = '  ';
// A column is made no narrower than this, or than its header, before one is left out.
const NARROWEST = 10;

export interface TableColumn<Item> {
  readonly field: Field<Item>;
  readonly cells: readonly string[];
  /** Whether each of its cells is as wide as it is long: most are, and measuring takes time. */
  readonly isPlain: boolean;
  width: number;
}

export async function table<Item>(
  fields: readonly Field<Item>[],
  items: readonly Item[],
  style: TableStyle,
): Promise<Table> {
  const columns = columnsOf(fields, items);
  if (columns.some(({ isPlain }) => !isPlain)) await learnLetters();
  return layOut(columns, items, style);
}

export function columnsOf<Item>(
  fields: readonly Field<Item>[],
  items: readonly Item[],
): TableColumn<Item>[] {
  return fields.map((field) => {
    const cells = items.map((item) => shown(field, item, true));
    return { field, cells, isPlain: cells.every(isPlain), width: 0 };
  });
}

/** If a column is not plain, learnLetters must have been awaited. */
export function layOut<Item>(
  columns: TableColumn<Item>[],
  items: readonly Item[],
  style: TableStyle,
): Table {
  for (const column of columns) column.width = widest(column, style.hasHeader);
  const omitted =
    style.columns === undefined ? [] : fitInto(columns, style.columns, style.hasHeader);
  const lines = style.hasHeader ? [header(columns, style)] : [];
  items.forEach((item, index) => {
    lines.push(row(columns, item, index, style));
  });
  return { lines, omitted };
}

function widest<Item>({ field, cells, isPlain }: TableColumn<Item>, hasHeader: boolean): number {
  const widthOf = isPlain ? (cell: string) => cell.length : textWidth;
  return cells.reduce(
    (most, cell) => Math.max(most, widthOf(cell)),
    hasHeader ? headerOf(field).length : 0,
  );
}

/** Narrows the widest columns first; then the last ones go, but never the first. */
function fitInto<Item>(columns: TableColumn<Item>[], room: number, hasHeader: boolean): string[] {
  const leastOf = ({ field, width }: TableColumn<Item>) =>
    Math.min(width, Math.max(field.least ?? NARROWEST, hasHeader ? headerOf(field).length : 0));
  const omitted: string[] = [];
  for (;;) {
    const gaps = GAP.length * (columns.length - 1);
    const least = columns.reduce((sum, column) => sum + leastOf(column), gaps);
    if (least <= room || columns.length === 1) break;
    omitted.unshift(columns.pop()?.field.name ?? '');
  }
  let excess =
    columns.reduce((sum, { width }) => sum + width, 0) + GAP.length * (columns.length - 1) - room;
  while (excess > 0) {
    const wide = columns.filter((column) => column.width > leastOf(column));
    const candidates = wide.length > 0 ? wide : columns;
    const widest = candidates.reduce((most, column) => (column.width > most.width ? column : most));
    if (widest.width <= 1) break;
    widest.width -= 1;
    excess -= 1;
  }
  return omitted;
}

function header<Item>(columns: readonly TableColumn<Item>[], style: TableStyle): TextLine {
  const names = columns.map((column, index) => {
    const plain = { ...column, isPlain: true };
    return cell(headerOf(column.field), plain, index === columns.length - 1, style);
  });
  return style.paint(names.join(GAP).trimEnd(), 'bold');
}

function row<Item>(
  columns: readonly TableColumn<Item>[],
  item: Item,
  index: number,
  style: TableStyle,
): TextLine {
  const pieces: Piece[] = [];
  for (const [at, column] of columns.entries()) {
    const { field, cells } = column;
    const isLast = at === columns.length - 1;
    const text = cell(cells[index] ?? '', column, isLast, style);
    const colour = field.paint?.(item);
    if (at > 0) pieces.push(GAP);
    pieces.push(style.paint(isLast ? text.trimEnd() : text, colour));
  }
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('').trimEnd() : pieces;
}

function cell<Item>(
  text: string,
  { field, isPlain, width }: TableColumn<Item>,
  isLast: boolean,
  style: TableStyle,
): string {
  const cutter = isPlain ? (field.isCutInside === true ? cutPlainInside : cutPlain) : cut;
  const fitting = cutter(text, width, style.mark);
  if (isLast && field.isRight !== true) return fitting;
  return pad(fitting, isPlain ? fitting.length : taken(fitting, style), width, field.isRight);
}

function taken(text: string, { mark }: TableStyle): number {
  // The mark is no plain letter, and takes one column.
  return text.endsWith(mark) ? textWidth(text.slice(0, -mark.length)) + 1 : textWidth(text);
}

/** One thing, a field a line: names at the left, values at the right, broken to fit. */
export async function card<Item>(
  fields: readonly Field<Item>[],
  item: Item,
  style: TableStyle,
): Promise<TextLine[]> {
  const values = fields.map((field) => shown(field, item));
  if (!values.every(isPlain)) await learnLetters();
  const names = Math.max(...fields.map(({ name }) => name.length));
  const room = style.columns === undefined ? undefined : style.columns - names - GAP.length;
  return fields.flatMap((field, index) => {
    const { name, paint, isProse } = field;
    const value = values[index] ?? '';
    const fitting =
      room === undefined
        ? [value]
        : isProse === true
          ? wrap(value, room, '')
          : [cut(value, Math.max(room, 4), style.mark)];
    return fitting.map((part, line) => {
      const painted = style.paint(part, paint?.(item));
      const label = line === 0 ? name : '';
      return style.hasHeader ? [pad(label, label.length, names), GAP, painted] : painted;
    });
  });
}
