// Draws figures as horizontal bars, in colours that can be read on a white page and on a dark one.

const size = { width: 704, bar: 18, gap: 8, names: 170, numbers: 90, title: 34, font: 13 };
const colours = { own: '#2da44e', other: '#8c959f', text: '#7d8590' };

/** @param {import('./figures.mjs').Figures} figures @returns {string} SVG */
export function drawnBars({ node, system, charts }) {
  /** @type {string[]} */
  const parts = [];
  let y = 0;
  for (const { title, unit, bars } of charts) {
    y += size.title;
    parts.push(text(0, y - 12, title, 'font-weight="bold"'));
    const most = Math.max(...bars.map(({ value }) => (typeof value === 'number' ? value : 0)));
    for (const { name, value } of bars) {
      const middle = y + size.bar - 4;
      parts.push(text(0, middle, name));
      const length = typeof value === 'number' ? lengthOf(value, most) : 0;
      const fill = name.startsWith('rras') ? colours.own : colours.other;
      parts.push(
        `<rect x="${size.names}" y="${y}" width="${length}" height="${size.bar}" rx="3" fill="${fill}"/>`,
      );
      const shown = typeof value === 'number' ? `${value} ${unit}` : value;
      parts.push(text(size.names + length + 8, middle, shown));
      y += size.bar + size.gap;
    }
  }
  y += size.title;
  parts.push(text(0, y - 10, `Against the simulator: Node ${node}, ${system}. Shorter is better.`));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${y}" width="${size.width}" height="${y}" role="img">`,
    `<title>${charts.map(({ title }) => title).join('; ')}</title>`,
    `<g font-family="system-ui,'Segoe UI',Helvetica,Arial,sans-serif" font-size="${size.font}" fill="${colours.text}">`,
    ...parts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** @param {number} value @param {number} most */
function lengthOf(value, most) {
  const room = size.width - size.names - size.numbers;
  return Math.max(2, Math.round((value / most) * room));
}

/** @param {number} x @param {number} y @param {string} content */
function text(x, y, content, look = '') {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}"${look === '' ? '' : ` ${look}`}>${escaped}</text>`;
}
