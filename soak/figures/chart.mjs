// A picture of the samples: one small chart for each kind of figure, all over the same time.

const WIDTH = 960;
const COLUMNS = 2;
const CHART = { width: 400, height: 120 };
const PLACE = { width: 470, height: 190, left: 58, top: 44 };
const HEADER = 64;
const COLOURS = ['#1f5f8b', '#c8553d', '#3c7d4e'];

/**
 * @typedef {object} Series
 * @property {string} name
 * @property {readonly (readonly [number, number | undefined])[]} points
 * @property {boolean} [asDots]
 * @property {boolean} [highest] whether what falls on one pixel is shown by its highest, not its mean
 *
 * @typedef {object} Chart
 * @property {string} title
 * @property {string} unit
 * @property {readonly Series[]} series
 */

/**
 * @param {{ title: string, subtitle: string, figures: readonly string[] }} words the figures stand after the charts
 * @param {readonly Chart[]} charts
 * @param {number} seconds
 */
export function picture({ title, subtitle, figures }, charts, seconds) {
  const rows = Math.ceil((charts.length + 1) / COLUMNS);
  const height = HEADER + rows * PLACE.height + 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="11" fill="#333">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fdfdfb"/>`,
    `<text x="20" y="28" font-size="17" font-weight="600">${escaped(title)}</text>`,
    `<text x="20" y="48" fill="#666">${escaped(subtitle)}</text>`,
    ...charts.map((chart, index) => placed(index, drawn(chart, seconds))),
    placed(charts.length, figures.map(lineOfText).join('')),
    '</svg>',
    '',
  ].join('\n');
}

function placed(index, content) {
  const x = (index % COLUMNS) * PLACE.width + PLACE.left;
  const y = HEADER + Math.floor(index / COLUMNS) * PLACE.height + PLACE.top - 12;
  return `<g transform="translate(${x} ${y})">${content}</g>`;
}

const lineOfText = (text, index) =>
  `<text x="0" y="${8 + index * 20}" font-size="12">${escaped(text)}</text>`;

/** @param {Chart} chart @param {number} seconds */
function drawn({ title, unit, series }, seconds) {
  const known = series.flatMap(({ points }) => points.filter(([, value]) => value !== undefined));
  const most = known.reduce((top, [, value]) => Math.max(top, value ?? 0), 0);
  const step = niceStep(most / 3 || 1);
  const top = Math.max(step, Math.ceil(most / step) * step);
  const x = (at) => Math.round((at / seconds) * CHART.width);
  const y = (value) => Math.round(CHART.height * (1 - value / top));
  const parts = [`<text x="0" y="-12" font-weight="600">${escaped(title)}</text>`];
  parts.push(legend(series));
  for (let value = 0; value <= top + step / 2; value += step) {
    parts.push(
      `<path d="M0 ${y(value)}h${CHART.width}" stroke="${value === 0 ? '#999' : '#e4e4de'}"/>`,
      `<text x="-6" y="${y(value) + 4}" text-anchor="end" fill="#666">${label(value)}</text>`,
    );
  }
  parts.push(
    `<text x="-42" y="${CHART.height / 2}" text-anchor="middle" fill="#666" transform="rotate(-90 -42 ${CHART.height / 2})">${escaped(unit)}</text>`,
    ...timeAxis(seconds, x),
  );
  if (known.length === 0) {
    parts.push(
      `<text x="${CHART.width / 2}" y="${CHART.height / 2}" text-anchor="middle" fill="#888">not available on this system</text>`,
    );
  }
  for (const [index, each] of series.entries()) parts.push(line(each, COLOURS[index], x, y));
  return parts.join('');
}

function legend(series) {
  if (series.length < 2) return '';
  let x = CHART.width;
  return [...series.entries()]
    .toReversed()
    .map(([index, { name }]) => {
      const text = `<text x="${x}" y="-12" text-anchor="end" fill="${COLOURS[index]}">${escaped(name)}</text>`;
      x -= name.length * 5.6 + 14;
      return text;
    })
    .join('');
}

function timeAxis(seconds, x) {
  const inMinutes = seconds >= 180;
  const unit = inMinutes ? 60 : 1;
  // A little over ten minutes is marked like ten.
  const step = Math.max(1, niceStep((0.95 * seconds) / unit / 5));
  const parts = [];
  for (let value = 0; value * unit <= seconds * 1.001; value += step) {
    parts.push(
      `<text x="${x(value * unit)}" y="${CHART.height + 15}" text-anchor="middle" fill="#666">${value}</text>`,
    );
  }
  const name = inMinutes ? 'minutes' : 'seconds';
  parts.push(
    `<text x="${CHART.width}" y="${CHART.height + 28}" text-anchor="end" fill="#666">${name}</text>`,
  );
  return parts;
}

/** @param {Series} series */
function line({ points, asDots = false, highest = false }, colour, x, y) {
  if (asDots) {
    const dots = points
      .filter(([, value]) => value !== undefined)
      .map(([at, value]) => `M${x(at)} ${y(value)}h0`)
      .join('');
    return `<path d="${dots}" stroke="${colour}" stroke-width="3" stroke-linecap="round" fill="none"/>`;
  }
  /** @type {Map<number, number[]>} */
  const columns = new Map();
  for (const [at, value] of points) {
    if (value === undefined) continue;
    const column = columns.get(x(at));
    if (column === undefined) columns.set(x(at), [value]);
    else column.push(value);
  }
  let before;
  const path = [...columns].map(([column, values]) => {
    const one = highest
      ? Math.max(...values)
      : values.reduce((sum, value) => sum + value, 0) / values.length;
    const [toX, toY] = [column, y(one)];
    const part =
      before === undefined ? `M${toX} ${toY}l` : `${toX - before[0]} ${toY - before[1]} `;
    before = [toX, toY];
    return part;
  });
  if (path.length < 2) return '';
  return `<path d="${path.join('').trimEnd()}" stroke="${colour}" stroke-width="1.3" stroke-linejoin="round" fill="none"/>`;
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((digit) => digit * power >= rough) ?? 10) * power;
}

const label = (value) =>
  value >= 1000 ? value.toLocaleString('en-US') : String(Number(value.toFixed(2)));

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
