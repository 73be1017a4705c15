// Any number or name that an administrator reads somewhere, in plain words.

import { invalidArgType } from './argument_errors.ts';
import { type BeyondSource, beyondCode, beyondCodes } from './beyond_ras_codes.ts';
import type { Side } from './code_table.ts';
import { type PackageErrorName, packageCodes } from './codes/package.ts';
import { type CodeSource, knownCode, RasErrorCode } from './ras_error_code.ts';

export interface Explanation {
  /**
   * The number; a HRESULT without sign. Undefined for the package's own codes. When a HRESULT or an
   * NTSTATUS only wraps another code (0x80070005, 0xC0070005), this is the code inside (5).
   */
  readonly code: number | undefined;
  readonly name: string;
  /** What happened, in one sentence. */
  readonly message: string;
  /** What to do, where something can be done. */
  readonly hint?: string;
  readonly source: CodeSource | BeyondSource | 'rras';
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
  const code = knownCode(status) ?? beyondCode(status);
  if (code === undefined) {
    return wrapsWindowsCode(status) ? explainNumber(status & 0xffff) : undefined;
  }
  const [, side, message, hint] = code.row;
  return {
    code: status,
    name: code.name,
    message,
    ...(hint === undefined ? undefined : { hint }),
    source: code.source,
    side,
  };
}

// The upper halves of what wraps a code of Windows: HRESULT_FROM_WIN32, and an NTSTATUS of FACILITY_NTWIN32,
// bare and inside a HRESULT (HRESULT_FROM_NT).
const wrapping: readonly number[] = [0x8007, 0xc007, 0xd007];

/** Whether a number of 32 bits is a code of Windows with something around it. */
export function wrapsWindowsCode(status: number): boolean {
  return wrapping.includes(status >>> 16);
}

// The names that HRESULTs have when they wrap these.
const wrappedNames: Readonly<Record<string, number>> = {
  E_ACCESSDENIED: 5,
  E_HANDLE: 6,
  E_OUTOFMEMORY: 14,
  E_INVALIDARG: 87,
};

function explainName(name: string): Explanation | undefined {
  namesInCapitals ??= readNames();
  const found = namesInCapitals.get(name.toUpperCase());
  if (found === undefined) {
    return undefined;
  }
  return typeof found === 'string' ? explainPackageCode(found) : explainNumber(found);
}

function explainPackageCode(name: PackageErrorName): Explanation {
  const [message, hint] = packageCodes[name];
  return { code: undefined, name, message, hint, source: 'rras' };
}

let namesInCapitals: ReadonlyMap<string, number | PackageErrorName> | undefined;

function readNames(): ReadonlyMap<string, number | PackageErrorName> {
  const names = new Map<string, number | PackageErrorName>();
  for (const [name, status] of Object.entries(RasErrorCode)) {
    names.set(name.toUpperCase(), status);
  }
  for (const [number, { name }] of beyondCodes()) {
    names.set(name, number);
  }
  for (const [name, number] of Object.entries(wrappedNames)) {
    names.set(name, number);
  }
  for (const name of Object.keys(packageCodes) as PackageErrorName[]) {
    names.set(name, name);
  }
  return names;
}
