// Draws a terminal's screen as SVG.

/** @typedef {import('./screen.mjs').Cell} Cell */

const size = { width: 8.4, line: 19, margin: 16, bar: 34, font: 14 };
const background = '#0d1117';
const foreground = '#d1d7e0';

/** @type {Record<string, string>} */
const colours = {
  30: '#6e7681',
  31: '#ff7b72',
  32: '#56d364',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#56d4dd',
  37: foreground,
  90: '#8b949e',
  91: '#ffa198',
  92: '#7ee787',
  93: '#f2cc60',
  94: '#a5d6ff',
  95: '#e2c5ff',
  96: '#b3f0ff',
  97: '#ffffff',
};

/**
 * @param {string} title for those who cannot see the picture, too
 * @param {import('./screen.mjs').Screen} screen
 * @param {number} columns
 * @returns {string}
 */
export function drawn(title, screen, columns) {
  const width = Math.ceil(columns * size.width + 2 * size.margin);
  const height = size.bar + screen.length * size.line + size.margin;
  const runs = screen.flatMap((line, row) => runsOf(line).map((run) => drawnRun(run, row)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${background}"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map(
      (fill, index) => `<circle cx="${20 + 18 * index}" cy="17" r="5.5" fill="${fill}"/>`,
    ),
    `<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="${size.font}" fill="${foreground}" xml:space="preserve">`,
    ...runs,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/**
 * @typedef {{ text: string, style: string, column: number }} Run
 * @param {Cell[]} line
 * @returns {Run[]}
 */
function runsOf(line) {
  /** @type {Run[]} */
  const runs = [];
  line.forEach(({ text, style }, column) => {
    const last = runs.at(-1);
    if (last?.style === style) last.text += text;
    else runs.push({ text, style, column });
  });
  return runs.filter(({ text }) => text.trim() !== '');
}

/** @param {Run} run @param {number} row */
function drawnRun({ text, style, column }, row) {
  const codes = style.split(';');
  const x = place(size.margin + column * size.width);
  const y = place(size.bar + row * size.line + size.font);
  // Whatever font is found, the columns stay where they are.
  const length = place(text.length * size.width);
  const colour = codes.map((code) => colours[code]).find(Boolean);
  const look = [
    colour === undefined ? '' : ` fill="${colour}"`,
    codes.includes('1') ? ' font-weight="bold"' : '',
    codes.includes('2') ? ' opacity="0.65"' : '',
  ].join('');
  return `<text x="${x}" y="${y}" textLength="${length}"${look}>${escaped(text)}</text>`;
}

/** @param {number} number */
function place(number) {
  return Number(number.toFixed(1));
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
