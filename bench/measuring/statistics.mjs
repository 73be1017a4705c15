// Statistics of many measurements.

/** The value below which this share (0 to 1) of the values lies. It is one of the values, not a mean of two. */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  const place = Math.ceil(sorted.length * share) - 1;
  return sorted[Math.max(0, place)];
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

export const median = (values) => quantile(values, 0.5);

/** The slope of y over x, by least squares. */
export function slope(points) {
  const mean = (pick) => points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const middleX = mean(([x]) => x);
  const middleY = mean(([, y]) => y);
  const above = points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  return above / points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
}
