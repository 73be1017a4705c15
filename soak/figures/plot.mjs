// The plot of a soak: resident memory and the JavaScript heap over time.

const MEBIBYTE = 1024 * 1024;
const WIDTH = 960;
const HEIGHT = 360;
const PLACE = { left: 60, top: 60, width: 880, height: 250 };

/**
 * @param {import('../soak.mjs').SoakResult} result
 * @param {{ title: string, subtitle: string }} words
 */
export function plot({ samples, rests }, { title, subtitle }) {
  const most = Math.max(...[...samples, ...rests].map(({ rss }) => rss));
  const end = Math.max(1, ...samples.map(({ at }) => at));
  const x = (/** @type {number} */ at) => PLACE.left + (at / end) * PLACE.width;
  const y = (/** @type {number} */ bytes) => PLACE.top + (1 - bytes / most) * PLACE.height;
  const path = (/** @type {readonly (readonly [number, number])[]} */ points) =>
    points.map(([at, bytes]) => `${x(at).toFixed(1)},${y(bytes).toFixed(1)}`).join(' ');
  const line = (/** @type {'rss' | 'heap'} */ name, /** @type {string} */ colour) =>
    `<polyline points="${path(samples.map((sample) => [sample.at, sample[name]]))}" fill="none" stroke="${colour}"/>`;
  const dots = rests.map(
    ({ at, rss }) => `<circle cx="${x(at).toFixed(1)}" cy="${y(rss).toFixed(1)}" r="2"/>`,
  );
  const bottom = PLACE.top + PLACE.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="20" y="24" font-size="16">${escaped(title)}</text>`,
    `<text x="20" y="42" fill="#666">${escaped(subtitle)}</text>`,
    `<path d="M${PLACE.left} ${PLACE.top}V${bottom}H${PLACE.left + PLACE.width}" fill="none" stroke="#999"/>`,
    `<text x="${PLACE.left - 6}" y="${PLACE.top + 4}" text-anchor="end">${(most / MEBIBYTE).toFixed(0)} MiB</text>`,
    `<text x="${PLACE.left - 6}" y="${bottom}" text-anchor="end">0</text>`,
    `<text x="${PLACE.left + PLACE.width}" y="${bottom + 16}" text-anchor="end">${end.toFixed(0)} s</text>`,
    `<text x="${PLACE.left}" y="${bottom + 34}"><tspan fill="#1f5f8b">resident</tspan>, dots in settled states; <tspan fill="#c8553d">JavaScript heap</tspan></text>`,
    line('rss', '#1f5f8b'),
    line('heap', '#c8553d'),
    `<g fill="#1f5f8b">${dots.join('')}</g>`,
    '</svg>',
    '',
  ].join('\n');
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
