// The table of metrics in docs/monitoring.md.

const begin = '<!-- metrics: made by npm run docs -->\n';
const end = '<!-- end of metrics -->';

/**
 * @param {string} page
 * @param {Readonly<Record<string, { name: string; type: string; labels: readonly string[]; help: string }>>} families
 * @returns {string} the page with the table as the code has it
 */
export function withMetricTable(page, families) {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error('docs/monitoring.md has no place for the table');
  const rows = Object.values(families).map(({ name, type, labels, help }) => {
    const code = labels.map((label) => `\`${label}\``).join(', ');
    return `| \`${name}\` | ${type} | ${code} | ${help.replaceAll('|', '\\|')} |`;
  });
  const table = ['| metric | type | labels | |', '|---|---|---|---|', ...rows].join('\n');
  return `${page.slice(0, from)}${begin}\n${table}\n\n${page.slice(to)}`;
}
