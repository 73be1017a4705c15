// Any number or name that an administrator reads somewhere, in plain words.

import { invalidArgType } from './argument_errors.ts';
import type { Side } from './code_table.ts';
import { type PackageErrorName, packageCodes } from './codes/package.ts';
import { type CodeSource, knownCode, RasErrorCode } from './ras_error_code.ts';

export interface Explanation {
  /**
   * The number; a HRESULT without sign. Undefined for the package's own codes, and for a name that is documented
   * without a number. When a HRESULT or an NTSTATUS only wraps another code (0x80070005, 0xC0070005), this is
   * the code inside (5).
   */
  readonly code: number | undefined;
  readonly name: string;
  /** What happened, in one sentence. */
  readonly message: string;
  /** What to do, where something can be done. */
  readonly hint?: string;
  /** `page`: a page of the API's reference names it, and no header defines it. `rras`: this package. */
  readonly source: CodeSource | 'page' | 'rras';
  /** Where it is seen: on the server and in its administration, on the side that dials, or on either. */
  readonly side?: Side;
}

/**
 * Explains a code: 903, '903', '0x387', -2146762495, 'ERROR_DDM_NOT_RUNNING' in any case, and
 * 'ERR_RRAS_CLOSED' and its like. Undefined for what is no known code.
 */
export function explain(code: string | number): Explanation | undefined {
  if (typeof code === 'number') {
    return explainNumber(code);
  }
  if (typeof code !== 'string') {
    throw invalidArgType('code', ['string', 'number'], code);
  }
  const number = numberIn(code);
  return number === undefined ? explainName(code.trim()) : explainNumber(number);
}

/** The number that a text is, as codes are written: decimal, or hexadecimal with 0x. */
export function numberIn(text: string): number | undefined {
  const trimmed = text.trim();
  return /^(-?\d+|0x[\da-f]+)$/i.test(trimmed) ? Number(trimmed) : undefined;
}

/** The 32 bits of a code, which event logs show as a negative number. Undefined for what has more. */
export function statusOf(number: number): number | undefined {
  const isStatus = Number.isInteger(number) && number >= -0x8000_0000 && number <= 0xffff_ffff;
  return isStatus ? number >>> 0 : undefined;
}

function explainNumber(number: number): Explanation | undefined {
  const status = statusOf(number);
  if (status === undefined) return undefined;
  const code = knownCode(status);
  if (code === undefined) return undefined;
  const [, side, message, hint] = code.row;
  return {
    code: code.status,
    name: code.name,
    message,
    ...(hint === undefined ? undefined : { hint }),
    source: code.source,
    side,
  };
}

// Other names of the same numbers: those of HRESULTs that wrap them, and the other name of success.
const otherNames: Readonly<Record<string, number>> = {
  NO_ERROR: 0,
  E_ACCESSDENIED: 5,
  E_HANDLE: 6,
  E_OUTOFMEMORY: 14,
  E_INVALIDARG: 87,
};

// The page of RasAdminPortDisconnect names it, and no header defines it.
const invalidPort: Explanation = {
  code: undefined,
  name: 'ERROR_INVALID_PORT',
  message:
    'There is no such port: the page of RasAdminPortDisconnect gives this name, for which no header has a number.',
  hint: 'A server may answer 601 (ERROR_INVALID_PORT_HANDLE) or 55 (ERROR_DEV_NOT_EXIST): list the ports again.',
  source: 'page',
  side: 'server',
};

function explainName(name: string): Explanation | undefined {
  namesInCapitals ??= readNames();
  const found = namesInCapitals.get(name.toUpperCase());
  if (found === undefined) return undefined;
  return typeof found === 'number' ? explainNumber(found) : { ...found };
}

function explainPackageCode(name: PackageErrorName): Explanation {
  const [message, hint] = packageCodes[name];
  return { code: undefined, name, message, hint, source: 'rras' };
}

let namesInCapitals: ReadonlyMap<string, number | Explanation> | undefined;

function readNames(): ReadonlyMap<string, number | Explanation> {
  const names = new Map<string, number | Explanation>();
  for (const [name, status] of Object.entries(RasErrorCode)) {
    names.set(name.toUpperCase(), status);
  }
  for (const [name, number] of Object.entries(otherNames)) {
    names.set(name, number);
  }
  for (const name of Object.keys(packageCodes) as PackageErrorName[]) {
    names.set(name, explainPackageCode(name));
  }
  names.set(invalidPort.name, invalidPort);
  return names;
}
