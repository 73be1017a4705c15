export interface Judgement {
  readonly points: number;
  /** Bytes a second, as the ends of its 95 % confidence interval. */
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: 'flat' | 'grows' | 'shrinks' | 'too short to tell';
}

export function judgeMemory(
  result: {
    readonly seconds: number;
    readonly rests: readonly { readonly at: number; readonly rss: number }[];
  },
  limits?: { readonly leastSeconds?: number; readonly leastPoints?: number },
): Judgement;
