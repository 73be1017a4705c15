// What a terminal shows after a program has written to it: as much of ECMA-48 as the command uses.

/**
 * @typedef {object} Cell
 * @property {string} text a character
 * @property {string} style the codes of "Select Graphic Rendition" that apply, such as `1;31`; '' for none
 *
 * @typedef {Cell[][]} Screen its lines
 */

const ESC = '\u001b';
const sequence = new RegExp(`${ESC}\\[([?\\d;]*)([A-Za-z])|[\\s\\S]`, 'gu');
const alternateScreen = '?1049';

/**
 * @param {string} written
 * @returns {Screen} the alternate screen as it was last, if the program used one; otherwise everything
 */
export function screenOf(written) {
  /** @type {Screen} */
  let lines = [[]];
  /** @type {Screen | undefined} */
  let alternate;
  let row = 0;
  let column = 0;
  let style = '';
  for (const [piece, parameters = '', command] of written.matchAll(sequence)) {
    const count = Number.parseInt(parameters, 10) || 1;
    if (command === undefined) put(piece);
    else if (command === 'm') style = styleAfter(style, parameters);
    else if (command === 'A') row = Math.max(0, row - count);
    else if (command === 'B') row += count;
    else if (command === 'C') column += count;
    else if (command === 'G') column = count - 1;
    else if (command === 'H') moveTo(parameters);
    else if (command === 'K') lineAt(row).length = Math.min(column, lineAt(row).length);
    else if (command === 'J') clearBelow(parameters);
    else if (parameters === alternateScreen) {
      if (command === 'l') alternate = lines;
      [lines, row, column] = [[[]], 0, 0];
    }
  }
  return trimmed(alternate ?? lines);

  /** @param {string} piece */
  function put(piece) {
    if (piece === '\n') row += 1;
    else if (piece === '\r') column = 0;
    else if (piece >= ' ') {
      const line = lineAt(row);
      while (line.length < column) line.push({ text: ' ', style: '' });
      line[column] = { text: piece, style };
      column += 1;
    }
  }
  /** @param {string} parameters */
  function moveTo(parameters) {
    const [line, place] = parameters.split(';').map(Number);
    row = (line || 1) - 1;
    column = (place || 1) - 1;
  }
  /** @param {string} parameters */
  function clearBelow(parameters) {
    if (parameters === '2') lines = [];
    lineAt(row).length = Math.min(column, lineAt(row).length);
    lines.length = row + 1;
  }
  /** @param {number} index */
  function lineAt(index) {
    while (lines.length <= index) lines.push([]);
    return /** @type {Cell[]} */ (lines[index]);
  }
}

/** @param {string} style @param {string} parameters */
function styleAfter(style, parameters) {
  if (parameters === '' || parameters === '0') return '';
  return [...style.split(';').filter(Boolean), ...parameters.split(';')]
    .reduce(applied, /** @type {string[]} */ ([]))
    .join(';');
}

// A code that ends another, such as 39 for the default colour, takes the other away.
/** @param {string[]} codes @param {string} code */
function applied(codes, code) {
  if (code === '0') return [];
  if (code === '22') return codes.filter((each) => each !== '1' && each !== '2');
  if (code === '27') return codes.filter((each) => each !== '7');
  if (code === '39') return codes.filter((each) => !isColour(each));
  if (isColour(code)) return [...codes.filter((each) => !isColour(each)), code];
  return codes.includes(code) ? codes : [...codes, code];
}

/** @param {string} code */
function isColour(code) {
  return /^(?:3|9)[0-7]$/.test(code);
}

/** @param {Screen} lines without the empty ones at the end */
function trimmed(lines) {
  const last = lines.findLastIndex((line) => line.some(({ text }) => text !== ' '));
  return lines.slice(0, last + 1);
}

/** @param {Screen} screen @returns {string} its text, a line each */
export function textOf(screen) {
  return screen
    .map((line) =>
      line
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
