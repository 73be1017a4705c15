// Forms of output: names from servers must be harmless on a terminal and in a spreadsheet.

import { describe, expect, it } from 'vitest';
import { csv } from '../../lib/cli/output/csv.ts';
import { fieldOf } from '../../lib/cli/output/fields.ts';
import { type TableStyle, table } from '../../lib/cli/output/table.ts';
import { textWidth } from '../../lib/cli/output/text_width.ts';
import { textOf } from '../../lib/cli/terminal/paper.ts';
import { safeJson, safeText } from '../../lib/cli/terminal/safe_text.ts';
import { bytesInWords, durationInWords, readDuration } from '../../lib/cli/units.ts';
import { fits } from '../../lib/cli/wildcard.ts';
import { labs } from './labs.ts';
import { recordsOn, rras } from './terminal.ts';

const here = labs();

describe('text of a server', () => {
  it.each([
    ['a colour', '\u001b[31mred', '\\u001b[31mred'],
    ['a line end', 'a\r\nb', 'a\\u000d\\u000ab'],
    ['eight-bit controls', 'a\u009b2Jb', 'a\\u009b2Jb'],
    ['a turn of direction', 'user\u202egnp.exe', 'user\\u202egnp.exe'],
    ['a hidden letter', 'al\u200bice\ufeff', 'al\\u200bice\\ufeff'],
    ['half a pair', 'x\ud800y', 'x\\ud800y'],
    [
      'letters of any script',
      '佐藤 ليلى नमस्ते 👨\u200d👩\u200d👧',
      '佐藤 ليلى नमस्ते 👨\u200d👩\u200d👧',
    ],
  ])('%s', (_, text, shown) => {
    expect(safeText(text)).toBe(shown);
    expect(JSON.parse(safeJson({ text }))).toEqual({ text });
    expect(safeJson({ text })).not.toMatch(/\p{Cc}|\u202e|\ufeff/u);
  });

  it('reaches the terminal escaped, in every form and in messages', async () => {
    const lab = await here.write('lab.yaml', 'servers: [{ name: RAS01, ports: { sstp: 1 } }]');
    for (const form of ['', '--json', '--csv', '--quiet', '--jsonl']) {
      const line = ['port', '\u001b]0;owned\u0007', ...(form === '' ? [] : [form]), `--sim=${lab}`];
      const { code, stdout, stderr } = await rras(line);
      expect(code).toBe(6);
      expect((stdout + stderr).replace(/\r?\n/g, '')).not.toMatch(/\p{Cc}/u);
    }
  });
});

const plain: TableStyle = {
  columns: undefined,
  hasHeader: true,
  paint: (text) => text,
  mark: '…',
};
const field = fieldOf<{
  readonly name: string;
  readonly user: string | undefined;
  readonly bytes: number;
}>();
const fields = [field('name'), field('user'), field('bytes', { isRight: true })];
const user = fieldOf<{ readonly user: string | readonly string[] }>()('user');
const items = [
  { name: 'VPN2-0', user: '佐藤花子', bytes: 7 },
  { name: 'VPN2-1', user: 'alice', bytes: 123456 },
  { name: 'VPN2-2', user: undefined, bytes: 0 },
];

describe('a table', () => {
  it('counts East Asian letters as two columns', async () => {
    expect((await table(fields, items, plain)).lines).toEqual([
      'NAME    USER       BYTES',
      'VPN2-0  佐藤花子       7',
      'VPN2-1  alice     123456',
      'VPN2-2  -              0',
    ]);
  });

  it.each([24, 23, 20, 16, 12, 8, 6])('fits into %i columns', async (columns) => {
    const { lines, omitted } = await table(fields, items, { ...plain, columns });
    for (const line of lines) expect(textWidth(textOf(line))).toBeLessThanOrEqual(columns);
    // The first column always stays.
    expect(textOf(lines[0] ?? '').startsWith(columns < 6 ? 'NAM' : 'NAME')).toBe(true);
    if (columns < 20) expect(omitted.length).toBeGreaterThan(0);
  });

  it('cuts no letter in half', async () => {
    const wide = [{ name: '佐藤花子佐藤花子佐藤花子', user: 'u', bytes: 1 }];
    const { lines } = await table(fields.slice(0, 1), wide, { ...plain, columns: 12 });
    expect(lines[1]).toBe('佐藤花子佐…');
  });
});

describe('CSV', () => {
  it.each([
    ['=cmd|calc', "'=cmd|calc"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['\n=1', '"\'\n=1"'],
    [['=1', 'b'], "'=1 b"],
    ['\r=1', '"\'\r=1"'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['alice', 'alice'],
  ])('%j is written %j', (text, cell) => {
    expect(csv([user], [{ user: text }], { hasHeader: false })).toEqual([cell]);
  });

  it('is exact on a pipe, and harmless on a terminal', () => {
    const items = [{ user: '\u001b[31mred' }];
    const written = (isTTY: boolean) => recordsOn(isTTY, csv([user], items, { hasHeader: false }));
    expect(written(false)).toBe('\u001b[31mred\r\n');
    expect(written(true)).toBe('\\u001b[31mred\r\n');
  });

  it('leaves numbers and dates exact', () => {
    const item = { number: -5, date: new Date(0), nothing: undefined };
    const of = fieldOf<typeof item>();
    const names = [of('number'), of('date'), of('nothing')];
    expect(csv(names, [item], { hasHeader: false })).toEqual(['-5,1970-01-01T00:00:00.000Z,']);
  });
});

describe('the requested form', () => {
  it('--fields selects and orders the fields, in any letter case', async () => {
    const { stdout } = await rras('ports --fields totalCalls,NAME --csv --server RAS02 --sim');
    expect(stdout).toBe('totalCalls,name\r\n1,VPN2-0\r\n0,VPN2-1\r\n0,VPN0-0\r\n');
  });

  it('--no-headers and --quiet', async () => {
    const headless = await rras('ports --fields name --no-headers --server RAS02 --sim');
    const quiet = await rras('ports --quiet --server RAS02 --sim');
    expect(headless.stdout).toBe('VPN2-0\nVPN2-1\nVPN0-0\n');
    expect(quiet.stdout).toBe(headless.stdout);
  });

  it('--jsonl prints an item per line, and a failed server on a line of its own', async () => {
    const { stdout, code } = await rras('ports --jsonl --fields name --server RAS02,RAS99 --sim');
    expect(code).toBe(7);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(0, 3)).toEqual([{ name: 'VPN2-0' }, { name: 'VPN2-1' }, { name: 'VPN0-0' }]);
    expect(lines[3]).toMatchObject({ server: 'RAS99', error: { status: 1722 } });
  });

  it('JSON has every field, with null for missing values', async () => {
    const { stdout } = await rras('ports --idle --json --server RAS02 --sim');
    const { version, command, items } = JSON.parse(stdout);
    expect({ version, command }).toEqual({ version: 2, command: 'ports' });
    expect(items[0]).toMatchObject({ server: 'RAS02', name: 'VPN2-1', connection: null });
  });

  it('colour is on with --color, off with NO_COLOR and off on a pipe', async () => {
    const painted = /\p{Cc}\[\d/u;
    const env = { NO_COLOR: '' };
    expect((await rras('ports --color --sim')).stdout).toMatch(painted);
    expect((await rras('ports --sim', { columns: 80, env })).stdout).toMatch(painted);
    expect((await rras('ports --sim', { columns: 80 })).stdout).not.toMatch(painted);
    expect((await rras('ports --sim', { env })).stdout).not.toMatch(painted);
    expect((await rras('ports --sim --color never', { columns: 80, env })).stdout).not.toMatch(
      painted,
    );
  });
});

it('FORCE_COLOR is obeyed, on a pipe and beside NO_COLOR', async () => {
  const painted = /\p{Cc}\[\d/u;
  const shown = async (option: string, env: Record<string, string>) =>
    (await rras(`ports ${option}--sim`, { env })).stdout;
  expect(await shown('', { FORCE_COLOR: '1', NO_COLOR: '' })).toMatch(painted);
  expect(await shown('', { FORCE_COLOR: '3', NO_COLOR: '1' })).toMatch(painted);
  expect(await shown('', { FORCE_COLOR: '', NO_COLOR: '' })).not.toMatch(painted);
  expect(await shown('--color=never ', { FORCE_COLOR: '1' })).not.toMatch(painted);
  const onTerminal = await rras('ports --sim', {
    columns: 80,
    env: { FORCE_COLOR: '0', NO_COLOR: '' },
  });
  expect(onTerminal.stdout).not.toMatch(painted);
});

describe('servers', () => {
  it.each([
    ['repeated, and in a list', ['--server', 'RAS01', '-s', 'ras01,RAS02'], {}],
    ['in RRAS_SERVER', [], { RRAS_SERVER: 'RAS01, RAS02' }],
  ])('%s', async (_, line, env) => {
    const { stdout } = await rras(['ports', '--json', ...line, '--sim'], { env });
    const names = JSON.parse(stdout).items.map(({ server }: { server: string }) => server);
    expect([...new Set(names)]).toEqual(['RAS01', 'RAS02']);
    expect(names).toHaveLength(15);
  });

  it.each(['utf8', 'utf16le'] as const)('in a file (%s)', async (encoding) => {
    const text = '\ufeffRAS01  # the first\r\n\r\n# RAS77\r\nRAS02\r\n';
    const file = await here.write(`${encoding}.txt`, Buffer.from(text, encoding));
    const { code, stdout } = await rras(['ports', '--quiet', '--servers-file', file, '--sim']);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(15);
  });

  it.each([
    ['is missing', undefined, /There is no file .*missing/],
    ['is no list', '{ "servers": ["RAS01", "RAS02"] }\nRAS02\n', /is no list of servers: \{ "serv/],
    ['is binary', '\u0000\u0001\u0002\n', /is no list of servers/],
  ])('a file that %s is one error, and no server is asked', async (_, text, words) => {
    const file =
      text === undefined ? here.path('missing.txt') : await here.write('wrong.txt', text);
    const { code, stdout, stderr } = await rras(['ports', '--servers-file', file, '--sim']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.match(/^error: /gm)).toHaveLength(1);
    expect(stderr).toMatch(words);
  });

  it('a file that names none is not the local server', async () => {
    const file = await here.write('none.txt', '# RAS01\n');
    const { code, stderr } = await rras(['ports', '--servers-file', file, '--sim']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/names no server/);
  });
});

describe('units', () => {
  it('durations', () => {
    expect([0, 59, 3600, 93_784].map(durationInWords)).toEqual([
      '00:00:00',
      '00:00:59',
      '01:00:00',
      '1d 02:03:04',
    ]);
    expect(['45', '25m', '3h 12m', '2d', '1d 2h 3m 4s'].map(readDuration)).toEqual([
      45, 1500, 11_520, 172_800, 93_784,
    ]);
    expect(['1.5', '1500ms', '1.5h', '1.1s 5ms'].map(readDuration)).toEqual([
      1.5, 1.5, 5400, 1.105,
    ]);
    expect(['', 'soon', '3x', '-5', '1.', '.5', '1.2.3', '1e3', 'm'].map(readDuration)).toEqual(
      Array(9).fill(undefined),
    );
  });

  it('bytes', () => {
    expect([0, 999, 1000, 1_234_567, 999_999, 5e12].map(bytesInWords)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '1.2 MB',
      '1.0 MB',
      '5.0 TB',
    ]);
  });
});

it('wildcards', () => {
  const fitting = ['*', 'vpn*', '*-1?', 'V*N*-*1*', 'vpn2-1?', '**0'];
  const other = ['', 'vpn', '?', '*-2?', 'vpn2-1', 'V*x', 'VPN2-1\\?'];
  expect(fitting.filter((pattern) => !fits(pattern, 'VPN2-10'))).toEqual([]);
  expect(other.filter((pattern) => fits(pattern, 'VPN2-10'))).toEqual([]);
  // Each is one character, although İ in lower case is two, and Σ differs at the end of a word.
  expect(
    fits('?', 'İ') && fits('ΟΔΟΣ*', 'οδοσα') && fits('*σ', 'ΟΔΟΣ') && fits('οδος', 'ΟΔΟΣ'),
  ).toBe(true);
  // As a regular expression this would practically never end.
  expect(fits(`${'*a'.repeat(40)}b`, 'a'.repeat(5000))).toBe(false);
});
