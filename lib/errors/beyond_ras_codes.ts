// Numbers that are no RAS codes but turn up beside them in the event logs of VPN clients and servers.
// They are explained, but are not in `RasErrorCode`.

import type { CodeRow, CodeTable } from './code_table.ts';
import { certificateCodes } from './codes/certificates.ts';
import { ikeCodes } from './codes/ike.ts';

export type BeyondSource = 'ike' | 'certificate';

export interface BeyondCode {
  readonly name: string;
  readonly source: BeyondSource;
  readonly row: CodeRow;
}

const beyondCodes = new Map<number, BeyondCode>();

function know(source: BeyondSource, table: CodeTable): void {
  for (const [name, row] of Object.entries(table)) {
    beyondCodes.set(row[0], { name, source, row });
  }
}

know('ike', ikeCodes);
know('certificate', certificateCodes);

export function beyondCode(status: number): BeyondCode | undefined {
  return beyondCodes.get(status);
}
