// Prints results.

const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3, useGrouping: true });

function cell(value) {
  if (value === undefined) return '-';
  return typeof value === 'number' ? short.format(value) : String(value);
}

/** The rows are objects. The keys of the first are the columns. */
export function table({ title, rows }) {
  const columns = Object.keys(rows[0]);
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const isText = columns.map((column) => typeof rows[0][column] === 'string');
  const text = lines.map((line) =>
    line
      .map((value, column) =>
        isText[column] ? value.padEnd(widths[column]) : value.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  );
  return `${title}\n${text.map((line) => `  ${line}`).join('\n')}\n`;
}

export function verdict({ claim, measured, limit, passed }) {
  const word = passed ? 'PASS' : 'FAIL';
  if (limit === undefined) return `${word}  ${claim}`;
  return `${word}  ${claim}: ${cell(measured)}, at most ${cell(limit)}`;
}
