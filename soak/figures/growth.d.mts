export interface Growth {
  readonly points: number;
  readonly first: number;
  readonly last: number;
  /** Bytes a minute. */
  readonly slope: number;
  readonly verdict: 'flat' | 'grows' | 'too short to tell';
}

export function growthOf(
  result: {
    readonly seconds: number;
    readonly rests: readonly { readonly at: number; readonly rss: number }[];
  },
  limits?: { readonly leastSeconds?: number },
): Growth;
