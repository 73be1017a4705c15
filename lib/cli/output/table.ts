// Aligned columns that fit the terminal. Table libraries draw boxes of a width that they are told; what
// is wanted here is the other way round: which columns, and how wide, so that a line is not broken.

import type { Paint } from '../talk/colour.ts';
import { shown } from './cell.ts';
import type { Field, Item } from './fields.ts';
import { cut, pad, textWidth } from './text_width.ts';

export interface TableStyle {
  /** What there is of room; undefined on a pipe, where lines may be as long as they like. */
  readonly columns: number | undefined;
  readonly hasHeader: boolean;
  readonly paint: Paint;
  /** Stands where a text was cut. */
  readonly mark: string;
}

export interface Table {
  readonly lines: string[];
  /** Fields for which there was no room. */
  readonly omitted: string[];
}

const GAP = '  ';
// A column is made no narrower than this before one is left out.
const NARROWEST = 12;

interface Column {
  readonly field: Field;
  readonly cells: readonly string[];
  width: number;
}

export function table(fields: readonly Field[], items: readonly Item[], style: TableStyle): Table {
  const columns = fields.map((field): Column => {
    const cells = items.map((item) => shown(field, item));
    const least = style.hasHeader ? textWidth(field.name) : 0;
    return { field, cells, width: cells.reduce((most, cell) => wider(most, cell), least) };
  });
  const omitted = style.columns === undefined ? [] : fitInto(columns, style.columns);
  const lines = style.hasHeader ? [header(columns, style)] : [];
  items.forEach((item, index) => {
    lines.push(row(columns, item, index, style));
  });
  return { lines, omitted };
}

function wider(most: number, cell: string): number {
  return Math.max(most, textWidth(cell));
}

/** Narrows the widest columns first; then the last ones go, but never the first. */
function fitInto(columns: Column[], room: number): string[] {
  const omitted: string[] = [];
  for (;;) {
    const gaps = GAP.length * (columns.length - 1);
    const least = columns.reduce((sum, { width }) => sum + Math.min(width, NARROWEST), gaps);
    if (least <= room || columns.length === 1) break;
    omitted.unshift(columns.pop()?.field.name ?? '');
  }
  let excess =
    columns.reduce((sum, { width }) => sum + width, 0) + GAP.length * (columns.length - 1) - room;
  while (excess > 0) {
    const widest = columns.reduce((most, column) => (column.width > most.width ? column : most));
    if (widest.width <= 1) break;
    widest.width -= 1;
    excess -= 1;
  }
  return omitted;
}

function header(columns: readonly Column[], style: TableStyle): string {
  const names = columns.map(({ field, width }, index) =>
    cell(field.name, width, field, index === columns.length - 1, style),
  );
  return style.paint(names.join(GAP).trimEnd(), 'bold');
}

function row(columns: readonly Column[], item: Item, index: number, style: TableStyle): string {
  const cells = columns.map(({ field, cells, width }, at) => {
    const text = cell(cells[index] ?? '', width, field, at === columns.length - 1, style);
    return style.paint(text, field.paint?.(item[field.name] as never));
  });
  return cells.join(GAP).trimEnd();
}

function cell(
  text: string,
  width: number,
  field: Field,
  isLast: boolean,
  style: TableStyle,
): string {
  const fitting = cut(text, width, style.mark);
  return isLast && field.isRight !== true ? fitting : pad(fitting, width, field.isRight);
}

/** One thing, a field a line: names at the left, values at the right, broken to fit. */
export function card(fields: readonly Field[], item: Item, style: TableStyle): string[] {
  const names = Math.max(...fields.map(({ name }) => name.length));
  const room = style.columns === undefined ? undefined : style.columns - names - GAP.length;
  return fields.map((field) => {
    const value = shown(field, item);
    const fitting = room === undefined ? value : cut(value, Math.max(room, 4), style.mark);
    const painted = style.paint(fitting, field.paint?.(item[field.name] as never));
    return style.hasHeader ? `${pad(field.name, names)}${GAP}${painted}` : painted;
  });
}
