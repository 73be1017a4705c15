// The figures of the chart, taken from the results of the benchmarks.

/**
 * @typedef {object} Bar
 * @property {string} name
 * @property {number | string} value a word instead of a bar, if there is no number
 *
 * @typedef {object} Chart
 * @property {string} title
 * @property {string} unit
 * @property {Bar[]} bars
 *
 * @typedef {object} Figures
 * @property {string} node
 * @property {string} system
 * @property {Chart[]} charts
 *
 * @typedef {Record<string, number | string>} Row
 * @typedef {{ node: string, system: string, benchmarks: Record<string, { tables: { rows: Row[] }[] }> }} Results
 */

// Each bar is one figure: the row that has these values, and the column.
const charts = [
  {
    title: 'Listing 10,000 ports, time on the main thread',
    unit: 'ms',
    benchmark: 'enumerate',
    column: 'main thread, ms',
    bars: [
      { name: 'rras', row: { ports: 10_000, subject: 'rras' } },
      { name: 'koffi', row: { ports: 10_000, subject: 'koffi' } },
    ],
  },
  {
    title: 'A small call, median',
    unit: 'µs',
    benchmark: 'small-call',
    column: 'median, µs',
    bars: [
      { name: 'rras', row: { subject: 'rras' } },
      { name: 'Napi::AsyncWorker', row: { subject: 'AsyncWorker' } },
      { name: 'koffi, async', row: { subject: 'koffi' } },
    ],
  },
  {
    title: 'A call beside servers that hang, 99th percentile',
    unit: 'µs',
    benchmark: 'hung-servers',
    column: 'call p99, µs',
    bars: [
      { name: 'rras, none hangs', row: { subject: 'rras', hung: 0 } },
      { name: 'rras, 256 hang', row: { subject: 'rras', hung: 256 } },
      { name: 'koffi, 4 hang', row: { subject: 'koffi', hung: 4 } },
    ],
  },
];

/**
 * @param {Results} results as `npm run bench -- --json FILE` writes them
 * @param {Figures} [before] keeps the charts whose benchmark was not run
 * @returns {Figures}
 */
export function figuresOf({ node, system, benchmarks }, before) {
  return {
    node,
    system,
    charts: charts.map(({ title, unit, benchmark, column, bars }) => {
      const [table] = benchmarks[benchmark]?.tables ?? [];
      const kept = before?.charts.find((chart) => chart.title === title);
      if (table === undefined && kept !== undefined) return kept;
      if (table === undefined) throw new Error(`the results have no benchmark ${benchmark}`);
      return {
        title,
        unit,
        bars: bars.map(({ name, row }) => ({ name, value: figure(table.rows, row, column) })),
      };
    }),
  };
}

/** @param {Row[]} rows @param {Row} wanted @param {string} column */
function figure(rows, wanted, column) {
  const row = rows.find((each) =>
    Object.entries(wanted).every(([name, value]) => each[name] === value),
  );
  const value = row?.[column];
  if (value === undefined) throw new Error(`no row has ${JSON.stringify(wanted)} and "${column}"`);
  return typeof value === 'number' ? Number(value.toPrecision(3)) : value;
}
