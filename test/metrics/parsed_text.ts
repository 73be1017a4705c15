// Reads Prometheus' text format 0.0.4, as strictly as its documentation says what it looks like.

export interface ParsedSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ParsedText {
  readonly types: ReadonlyMap<string, string>;
  readonly samples: readonly ParsedSample[];
}

const unescaped: Readonly<Record<string, string>> = { '\\\\': '\\', '\\"': '"', '\\n': '\n' };

export function parsedText(text: string): ParsedText {
  const types = new Map<string, string>();
  const samples: ParsedSample[] = [];
  const done = new Set<string>();
  let current = '';
  if (text !== '' && !text.endsWith('\n')) throw new Error('the last line has no end');
  for (const line of text.split('\n').slice(0, -1)) {
    const [, kind, family = '', rest = ''] = /^# (HELP|TYPE) ([a-z_]+) (.+)$/.exec(line) ?? [];
    if (kind !== undefined) {
      if (family !== current) {
        if (done.has(family)) throw new Error(`${family} stands in two places`);
        done.add(family);
        current = family;
      }
      if (kind === 'TYPE') types.set(family, rest);
      continue;
    }
    const [, name = '', pairs = '', value = ''] = /^([a-z_]+)\{(.*)\} (\S+)$/s.exec(line) ?? [];
    const isOfCurrent = name === current || name.replace(/_(?:bucket|sum|count)$/, '') === current;
    if (!isOfCurrent) throw new Error(`not a sample of ${current}: ${line}`);
    const labels: Record<string, string> = {};
    const rest2 = pairs.replace(
      /([a-z_]+)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/g,
      (_, label: string, shown: string) => {
        if (label in labels) throw new Error(`${label} twice: ${line}`);
        labels[label] = shown.replace(/\\[\\"n]/g, (two) => unescaped[two] ?? two);
        return '';
      },
    );
    if (rest2 !== '') throw new Error(`not labels: ${rest2}`);
    samples.push({ name, labels, value: Number(value) });
  }
  return { types, samples };
}

/** The series that a sample belongs to. */
export function seriesOf({ name, labels }: ParsedSample): string {
  return JSON.stringify([name, Object.entries(labels).toSorted()]);
}
