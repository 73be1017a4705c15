/** The median slope of all pairs of points, with its 95 % confidence interval. */
export function theilSen(points: readonly (readonly [number, number])[]): {
  readonly slope: number;
  readonly low: number;
  readonly high: number;
};
