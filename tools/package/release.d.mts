export interface Release {
  readonly version: string;
  readonly locked: string;
  readonly changelog: string;
  readonly tags: readonly string[];
  readonly tag?: string;
}
export function disagreements(release: Release): string[];
export function thisRelease(): Release;
