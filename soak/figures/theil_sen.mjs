// A slope that single values cannot bend: the median of the slopes of all pairs (Theil, Sen), with its 95 %
// confidence interval after Kendall's S, which presumes nothing of how the values are distributed.

const Z = 1.96;

/**
 * @param {readonly (readonly [number, number])[]} points
 * @returns {{ slope: number, low: number, high: number }}
 */
export function theilSen(points) {
  const slopes = [];
  for (let i = 0; i < points.length; i += 1) {
    for (let j = i + 1; j < points.length; j += 1) {
      const [x, y] = points[i];
      const [laterX, laterY] = points[j];
      if (laterX !== x) slopes.push((laterY - y) / (laterX - x));
    }
  }
  const sorted = Float64Array.from(slopes).sort();
  const n = points.length;
  const spread = Z * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const at = (rank) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(rank)))];
  const middle = sorted.length / 2;
  return {
    slope: (at(Math.floor(middle - 0.5)) + at(Math.ceil(middle - 0.5))) / 2,
    low: at(middle - spread / 2 - 1),
    high: at(middle + spread / 2),
  };
}
