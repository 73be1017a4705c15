// The metrics as text, in the two formats that a scrape may ask for.

import type { MetricFamily } from './families.ts';
import type { Sample } from './samples.ts';

/** Prometheus' text format 0.0.4, or OpenMetrics 1.0.0. */
export const metricFormats = ['prometheus', 'openmetrics'] as const;

export type MetricFormat = (typeof metricFormats)[number];

export const contentTypes: Readonly<Record<MetricFormat, string>> = {
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
};

/** The format that an `Accept` header asks for: OpenMetrics if it is wanted at least as much as other text. */
export function formatFor(accept: string | undefined): MetricFormat {
  const wanted = (accept ?? '').split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const named = new Map(
      parameters.map((each) => {
        const [key = '', value = ''] = each.split('=', 2).map((part) => part.trim());
        return [key, value.replace(/^"(.*)"$/, '$1')];
      }),
    );
    const quality = Number(named.get('q') ?? 1);
    return { type, version: named.get('version'), quality: Number.isNaN(quality) ? 0 : quality };
  });
  const best = (fits: (each: (typeof wanted)[number]) => boolean) =>
    Math.max(0, ...wanted.filter(fits).map(({ quality }) => quality));
  const openMetrics = best(
    ({ type, version }) =>
      type === 'application/openmetrics-text' && ['1.0.0', undefined].includes(version),
  );
  const plain = best(({ type }) => ['text/plain', 'text/*'].includes(type));
  return openMetrics > 0 && openMetrics >= plain ? 'openmetrics' : 'prometheus';
}

/** What stands before the samples of a family. */
export function headOf({ name, type, help }: MetricFamily, format: MetricFormat): string {
  if (format === 'prometheus') {
    const known = type === 'info' ? 'gauge' : type;
    return `# HELP ${name} ${escapedHelp(help)}\n# TYPE ${name} ${known}\n`;
  }
  // There a family is named without the ending of its samples.
  const family = name.replace(
    type === 'counter' ? /_total$/ : type === 'info' ? /_info$/ : /^$/,
    '',
  );
  const unit = /_(seconds|bytes)$/.exec(family)?.[1];
  const lines = [
    `# TYPE ${family} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${family} ${unit}`]),
    `# HELP ${family} ${escapedLabel(help)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** What stands after everything. */
export function endOf(format: MetricFormat): string {
  return format === 'openmetrics' ? '# EOF\n' : '';
}

/** A line for each sample. */
export function linesOf(name: string, samples: readonly Sample[], format: MetricFormat): string {
  let lines = '';
  for (const { suffix, labels, value } of samples) {
    let pairs = '';
    for (const [label, text] of Object.entries(labels)) {
      const shown = label === 'le' && format === 'openmetrics' ? asFloat(text) : text;
      pairs += `${pairs === '' ? '' : ','}${label}="${escapedLabel(shown)}"`;
    }
    lines += `${name}${suffix}{${pairs}} ${value}\n`;
  }
  return lines;
}

/** OpenMetrics has the bounds of buckets as '60.0'. */
function asFloat(text: string): string {
  return /^\d+$/.test(text) ? `${text}.0` : text;
}

const special = /[\\"\n]/;

function escapedLabel(text: string): string {
  if (!special.test(text)) return text;
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function escapedHelp(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
