// Every known code by name and by number. The tables in codes/ are the only source.

import type { CodeRow, CodeTable } from './code_table.ts';
import { lanmanCodes } from './codes/lanman.ts';
import { mpr900 } from './codes/mpr_900.ts';
import type { PackageErrorName } from './codes/package.ts';
import { ras600 } from './codes/ras_600_ports.ts';
import { ras651 } from './codes/ras_651_modems.ts';
import { ras716 } from './codes/ras_716_ppp.ts';
import { ras758 } from './codes/ras_758_sharing_ipsec.ts';
import { ras800 } from './codes/ras_800_vpn.ts';
import { ras850 } from './codes/ras_850_eap.ts';
import { systemCodes } from './codes/system.ts';

/** Which header defines a code. */
export type CodeSource = 'ras' | 'mpr' | 'lanman' | 'system';

const tables: readonly (readonly [CodeSource, CodeTable])[] = [
  ['ras', ras600],
  ['ras', ras651],
  ['ras', ras716],
  ['ras', ras758],
  ['ras', ras800],
  ['ras', ras850],
  ['mpr', mpr900],
  ['lanman', lanmanCodes],
  ['system', systemCodes],
];

type AllRows = typeof ras600 &
  typeof ras651 &
  typeof ras716 &
  typeof ras758 &
  typeof ras800 &
  typeof ras850 &
  typeof mpr900 &
  typeof lanmanCodes &
  typeof systemCodes;

/** The names in `RasErrorCode`. */
export type KnownErrorName = keyof AllRows;

/** Every value that `RasError.code` can have. */
export type RasErrorName = KnownErrorName | PackageErrorName | `UNKNOWN_${number}`;

/** Name to number: `RasErrorCode.ERROR_DDM_NOT_RUNNING` is 903. */
export const RasErrorCode = Object.freeze(statusByName()) as {
  readonly [Name in KnownErrorName]: AllRows[Name][0];
};

// Filled by assignment: to spread the tables into one object takes ten times as long, and that at
// every import of the package.
function statusByName(): Record<string, number> {
  const statuses: Record<string, number> = {};
  for (const [, table] of tables) {
    for (const [name, [status]] of Object.entries(table)) {
      statuses[name] = status;
    }
  }
  return statuses;
}

export interface KnownCode {
  readonly name: KnownErrorName;
  readonly source: CodeSource;
  readonly row: CodeRow;
}

let codeByStatus: ReadonlyMap<number, KnownCode> | undefined;

export function knownCode(status: number): KnownCode | undefined {
  codeByStatus ??= readTables();
  return codeByStatus.get(status);
}

/** The name that an error with this status has as its `code`. */
export function codeOf(status: number): RasErrorName {
  return knownCode(status)?.name ?? `UNKNOWN_${status}`;
}

function readTables(): ReadonlyMap<number, KnownCode> {
  const codes = new Map<number, KnownCode>();
  for (const [source, table] of tables) {
    for (const [name, row] of Object.entries(table)) {
      codes.set(row[0], { name: name as KnownErrorName, source, row });
    }
  }
  return codes;
}
