// Numbers that are no RAS codes but turn up beside them in the event logs of VPN clients and servers.
// They are explained, but are not in `RasErrorCode`.

import type { CodeRow, CodeTable } from './code_table.ts';
import { certificateCodes } from './codes/certificates.ts';
import { eapCodes } from './codes/eap.ts';
import { httpCodes } from './codes/http.ts';
import { ikeCodes } from './codes/ike.ts';
import { ikeInternalCodes } from './codes/ike_internals.ts';
import { windowsCodes } from './codes/windows.ts';

export type BeyondSource = 'ike' | 'certificate' | 'eap' | 'http' | 'system';

export interface BeyondCode {
  readonly name: string;
  readonly source: BeyondSource;
  readonly row: CodeRow;
}

const tables: readonly (readonly [BeyondSource, CodeTable])[] = [
  ['ike', ikeCodes],
  ['ike', ikeInternalCodes],
  ['certificate', certificateCodes],
  ['eap', eapCodes],
  ['http', httpCodes],
  ['system', windowsCodes],
];

let codeByNumber: ReadonlyMap<number, BeyondCode> | undefined;

export function beyondCode(number: number): BeyondCode | undefined {
  codeByNumber ??= readTables();
  return codeByNumber.get(number);
}

export function beyondCodes(): Iterable<[number: number, code: BeyondCode]> {
  codeByNumber ??= readTables();
  return codeByNumber.entries();
}

function readTables(): ReadonlyMap<number, BeyondCode> {
  const codes = new Map<number, BeyondCode>();
  for (const [source, table] of tables) {
    for (const [name, row] of Object.entries(table)) {
      codes.set(row[0], { name, source, row });
    }
  }
  return codes;
}
