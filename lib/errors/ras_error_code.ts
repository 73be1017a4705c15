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

const rasCodes = { ...ras600, ...ras651, ...ras716, ...ras758, ...ras800, ...ras850 };
const allCodes = { ...rasCodes, ...mpr900, ...lanmanCodes, ...systemCodes };

/** The names in `RasErrorCode`. */
export type KnownErrorName = keyof typeof allCodes;

/** Every value that `RasError.code` can have. */
export type RasErrorName = KnownErrorName | PackageErrorName | `UNKNOWN_${number}`;

/** Name to number: `RasErrorCode.ERROR_DDM_NOT_RUNNING` is 903. */
export const RasErrorCode = Object.freeze(
  Object.fromEntries(Object.entries(allCodes).map(([name, [status]]) => [name, status])),
) as { readonly [Name in KnownErrorName]: (typeof allCodes)[Name][0] };

export interface KnownCode {
  readonly name: KnownErrorName;
  readonly source: CodeSource;
  readonly row: CodeRow;
}

const knownCodes = new Map<number, KnownCode>();

function know(source: CodeSource, table: CodeTable): void {
  for (const [name, row] of Object.entries(table)) {
    knownCodes.set(row[0], { name: name as KnownErrorName, source, row });
  }
}

know('ras', rasCodes);
know('mpr', mpr900);
know('lanman', lanmanCodes);
know('system', systemCodes);

export function knownCode(status: number): KnownCode | undefined {
  return knownCodes.get(status);
}
