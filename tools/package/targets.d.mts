export interface Target {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
  readonly limit: number;
}
export const targets: readonly Target[];
export const limits: { readonly tarball: number; readonly common: number };
export const oldestNodes: readonly string[];
export const oldestGlibc: string;
export function prebuiltFiles(platform: string, cLibrary?: 'glibc' | 'musl'): readonly string[];
