// Numbers about many measurements.

/** The value below which that share (0 to 1) of the values lies: one of them, not a mean of two. */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  const place = Math.ceil(sorted.length * share) - 1;
  return sorted[Math.max(0, place)];
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

export const median = (values) => quantile(values, 0.5);

/** How much y rises for each step of x, by least squares. */
export function slope(points) {
  const mean = (pick) => points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const middleX = mean(([x]) => x);
  const middleY = mean(([, y]) => y);
  const above = points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  return above / points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
}
