// Every known code by name and by number: what `RasError.code` and `explain` know. The tables in codes/ are the
// only source.

import type { CodeRow, CodeTable } from './code_table.ts';
import { certificateCodes } from './codes/certificates.ts';
import { eapCodes } from './codes/eap.ts';
import { httpCodes } from './codes/http.ts';
import { ikeCodes } from './codes/ike.ts';
import { ikeInternalCodes } from './codes/ike_internals.ts';
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
import { windowsCodes } from './codes/windows.ts';

/** What a code is about, which for most is the header that defines it. */
export type CodeSource =
  | 'ras'
  | 'mpr'
  | 'lanman'
  | 'system'
  | 'ike'
  | 'certificate'
  | 'eap'
  | 'http';

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
  ['system', windowsCodes],
  ['ike', ikeCodes],
  ['ike', ikeInternalCodes],
  ['certificate', certificateCodes],
  ['eap', eapCodes],
  ['http', httpCodes],
];

type Rows<Table extends CodeTable> = ReturnType<Table['rows']>;

type AllRows = Rows<typeof ras600> &
  Rows<typeof ras651> &
  Rows<typeof ras716> &
  Rows<typeof ras758> &
  Rows<typeof ras800> &
  Rows<typeof ras850> &
  Rows<typeof mpr900> &
  Rows<typeof lanmanCodes> &
  Rows<typeof systemCodes> &
  Rows<typeof windowsCodes> &
  Rows<typeof ikeCodes> &
  Rows<typeof ikeInternalCodes> &
  Rows<typeof certificateCodes> &
  Rows<typeof eapCodes> &
  Rows<typeof httpCodes>;

/** Every value that `RasError.code` can have. */
export type RasErrorName = KnownErrorName | PackageErrorName | `UNKNOWN_${number}`;

/** Name to number: `RasErrorCode.ERROR_DDM_NOT_RUNNING` is 903. */
export const RasErrorCode = statusByName();

/** The names in `RasErrorCode`. */
export type KnownErrorName = keyof typeof RasErrorCode;

/** The numbers in `RasErrorCode`. */
export type RasErrorCode = (typeof RasErrorCode)[KnownErrorName];

// Filled by assignment: to spread the tables into one object takes ten times as long, and that at
// every import of the package. No type is written for what it returns, so that the published declarations hold each
// name with its number, and not the tables.
function statusByName() {
  const statuses: Record<string, number> = {};
  for (const [, table] of tables) {
    for (const name in table.statuses) {
      const status = table.statuses[name];
      if (status !== undefined) statuses[name] = status;
    }
  }
  return Object.freeze(statuses) as { readonly [Name in keyof AllRows]: AllRows[Name][0] };
}

export interface KnownCode {
  readonly status: number;
  readonly name: KnownErrorName;
  readonly source: CodeSource;
  readonly row: CodeRow;
}

let codeByStatus: ReadonlyMap<number, KnownCode> | undefined;

/** The code with this number of 32 bits, or the one that it wraps. */
export function knownCode(status: number): KnownCode | undefined {
  codeByStatus ??= readTables();
  const known = codeByStatus.get(status);
  if (known !== undefined || !wrapsWindowsCode(status)) return known;
  return codeByStatus.get(status & 0xffff);
}

/** The name that an error with this status has as its `code`. */
export function codeOf(status: number): RasErrorName {
  return knownCode(status)?.name ?? `UNKNOWN_${status}`;
}

// The upper halves of what wraps a code of Windows: HRESULT_FROM_WIN32, and an NTSTATUS of FACILITY_NTWIN32,
// bare and inside a HRESULT (HRESULT_FROM_NT).
const wrapping: readonly number[] = [0x8007, 0xc007, 0xd007];

/** Whether a number of 32 bits is a code of Windows with something around it. */
export function wrapsWindowsCode(status: number): boolean {
  return wrapping.includes(status >>> 16);
}

function readTables(): ReadonlyMap<number, KnownCode> {
  const codes = new Map<number, KnownCode>();
  for (const [source, table] of tables) {
    for (const [name, row] of Object.entries(table.rows())) {
      codes.set(row[0], { status: row[0], name: name as KnownErrorName, source, row });
    }
  }
  return codes;
}
