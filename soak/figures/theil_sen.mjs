// A slope that single values cannot bend: the median of the slopes of all pairs (Theil, Sen), with its 95 %
// confidence interval after Kendall's S. That presumes nothing of how the values are distributed, but that they
// are independent, which memory is not: what an allocator holds now it mostly held before. So the variance of S
// is raised by how alike the ranks of neighbours are (Hamed, Rao 1998).

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
  const at = (rank) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(rank)))];
  const middle = sorted.length / 2;
  const slope = (at(Math.floor(middle - 0.5)) + at(Math.ceil(middle - 0.5))) / 2;

  const n = points.length;
  const independent = (n * (n - 1) * (2 * n + 5)) / 18;
  const spread = Z * Math.sqrt(independent * inflation(points.map(([x, y]) => y - slope * x)));
  return {
    slope,
    low: at((sorted.length - spread) / 2 - 1),
    high: at((sorted.length + spread) / 2),
  };
}

/** By how much neighbours that are alike raise the variance of S. @param {readonly number[]} rests what the slope leaves */
function inflation(rests) {
  const n = rests.length;
  if (n < 8) return 1;
  const order = rests.map((_, index) => index).sort((a, b) => rests[a] - rests[b]);
  const ranks = new Float64Array(n);
  for (const [rank, index] of order.entries()) ranks[index] = rank - (n - 1) / 2;
  const variance = ranks.reduce((sum, rank) => sum + rank * rank, 0);
  let raised = 0;
  for (let lag = 1; lag < n - 2; lag += 1) {
    let product = 0;
    for (let index = 0; index + lag < n; index += 1) product += ranks[index] * ranks[index + lag];
    const alike = product / variance;
    // Less than this comes by chance.
    if (Math.abs(alike) < Z / Math.sqrt(n)) continue;
    raised += (n - lag) * (n - lag - 1) * (n - lag - 2) * alike;
  }
  return Math.max(1, 1 + (2 * raised) / (n * (n - 1) * (n - 2)));
}
