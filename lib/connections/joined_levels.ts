// Joins the older levels of each connection. The levels are read one after another, so a connection may end
// and its handle be reused in between. Data of another user is dropped, not shown as this user's.

import type {
  Connection0Row,
  Connection1Row,
  Connection2Row,
  Connection3Row,
} from '../native/records.ts';
import type { Connection } from './connection.ts';
import { type Answered, connectionFromLevels, type Levels } from './rows.ts';

export interface LevelRows {
  readonly level0: readonly Connection0Row[];
  readonly level1: readonly Connection1Row[];
  readonly level2: readonly Connection2Row[];
  readonly level3: readonly Connection3Row[];
}

export function joinLevels(rows: LevelRows, answered: Answered): Connection[] {
  const level1 = byHandle(rows.level1);
  const level2 = byHandle(rows.level2);
  const level3 = byHandle(rows.level3);
  return rows.level0.map((row) => {
    const levels = {
      level1: level1.get(row.connection),
      level2: level2.get(row.connection),
      level3: level3.get(row.connection),
    };
    return connectionFromLevels(row, ofTheSameSession(row, levels), answered);
  });
}

function byHandle<Row extends { readonly connection: number }>(
  rows: readonly Row[],
): Map<number, Row> {
  return new Map(rows.map((row) => [row.connection, row]));
}

const nothing: Levels = { level1: undefined, level2: undefined, level3: undefined };

// Level 1 names no user. If a later level shows another user, level 1 may be that user's too.
function ofTheSameSession(row: Connection0Row, levels: Levels): Levels {
  const { level1, level2, level3 } = levels;
  if (level2 !== undefined && level2.userName !== row.userName) return nothing;
  if (level3 !== undefined && level3.userName !== row.userName) return nothing;
  const isSameInterface = level1?.interface === row.interface;
  return { level1: isSameInterface ? level1 : undefined, level2, level3 };
}
