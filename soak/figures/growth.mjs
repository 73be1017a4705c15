// Decides whether memory grows, by the slope of resident memory in the settled states (least squares).

const LEAST_SECONDS = 120;
const LEAST_POINTS = 8;
// Allocators and V8 release pages at any time, so resident memory fluctuates without a leak. At fifty
// thousand operations a minute this is forty bytes kept by each.
const MOST_BYTES_A_MINUTE = 2 * 1024 * 1024;

/**
 * @typedef {object} Growth
 * @property {number} points
 * @property {number} first bytes
 * @property {number} last bytes
 * @property {number} slope bytes a minute
 * @property {'flat' | 'grows' | 'too short to tell'} verdict
 */

/**
 * The first third of the run is left out: V8 compiles in it, and the heap finds its size.
 *
 * @param {{ rests: readonly { at: number, rss: number }[], seconds: number }} result
 * @param {{ leastSeconds?: number }} [limits]
 * @returns {Growth}
 */
export function growthOf({ rests, seconds }, { leastSeconds = LEAST_SECONDS } = {}) {
  const judged = rests.slice(Math.floor(rests.length / 3));
  const slope = 60 * slopeOf(judged.map(({ at, rss }) => [at, rss]));
  const isShort = seconds < leastSeconds || judged.length < LEAST_POINTS;
  return {
    points: judged.length,
    first: judged[0]?.rss ?? Number.NaN,
    last: judged.at(-1)?.rss ?? Number.NaN,
    slope,
    verdict: isShort ? 'too short to tell' : slope > MOST_BYTES_A_MINUTE ? 'grows' : 'flat',
  };
}

/** @param {readonly (readonly [number, number])[]} points */
function slopeOf(points) {
  const mean = (/** @type {0 | 1} */ axis) =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const along = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return along / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
