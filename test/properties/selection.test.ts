// Random command lines in random labs: a command that acts hits exactly the targets that its documentation says.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labs } from '../cli/labs.ts';
import { lab, labWithoutFaults, type TrueLab } from './selection_labs.ts';
import {
  actingCommands,
  consentedLine,
  filteringCommands,
  filterOf,
  type Line,
  lineOfAny,
  optionNames,
  staleOptions,
  withOption,
  wordsOf,
} from './selection_lines.ts';
import { verdict } from './selection_model.ts';
import { type Run, runIn } from './selection_runs.ts';
import { seed } from './texts.ts';

const here = labs();

/** The number of cases of each property over all commands. RRAS_TEST_RUNS changes it. */
const runs = Number(process.env.RRAS_TEST_RUNS ?? 300);
const patience = 30_000 + runs * 400;
const USAGE = 2;
const THRESHOLD = 8;

/** `disconnect` gets twice as many as each of the others. */
function shareOf(command: string, commands: readonly string[]): number {
  return Math.ceil((runs * (command === 'disconnect' ? 2 : 1)) / (commands.length + 1));
}

// With a fixed seed, because random lines may hit nobody by chance.
it(
  'many lines hit somebody, many are refused, and filters leave some out',
  () => {
    for (const command of actingCommands) {
      const cases = fc.sample(fc.tuple(lab, lineOfAny(command)), { seed: 1, numRuns: 60 });
      const verdicts = cases.map(([lab, line]) => verdict(lab, line));
      expect(verdicts.filter(({ hits }) => hits.length > 0).length).toBeGreaterThan(10);
      expect(verdicts.filter(({ code }) => code === USAGE).length).toBeGreaterThan(10);
    }
    for (const command of filteringCommands) {
      const lines = fc.tuple(lab, consentedLine(command), filterOf(command));
      const narrowed = fc.sample(lines, { seed: 1, numRuns: 60 }).filter(([lab, line, filter]) => {
        const [before, after] = [line, withOption(line, filter)].map((each) => verdict(lab, each));
        return after?.code !== USAGE && (after?.hits.length ?? 0) < (before?.hits.length ?? 0);
      });
      expect(narrowed.length).toBeGreaterThan(0);
    }
  },
  patience,
);

it.each(actingCommands)(
  '%s hits what the rules say, and exits with their code',
  async (command) => {
    const numRuns = shareOf(command, actingCommands);
    await fc.assert(
      fc.asyncProperty(lab, lineOfAny(command), async (lab, line) => {
        const { why, ...expected } = verdict(lab, line);
        const { hits, calls, audited, code, stderr } = await runIn(here, lab, line);
        const words = told(lab, line, `The model: ${why}\n${stderr}`);
        expect({ hits, calls, audited, code }, words).toEqual(expected);
      }),
      { seed, numRuns },
    );
  },
  patience,
);

it.each(filteringCommands)(
  '%s hits nobody else when a filter is added',
  async (command) => {
    const numRuns = shareOf(command, filteringCommands);
    const line = consentedLine(command);
    await fc.assert(
      fc.asyncProperty(lab, line, filterOf(command), async (lab, line, filter) => {
        // A filter that is given twice has the patterns of both.
        fc.pre(!optionNames(line).includes(filter[0]));
        const before = await runIn(here, lab, line);
        fc.pre(before.code !== USAGE && before.code !== THRESHOLD);
        const after = await runIn(here, lab, withOption(line, filter));
        const words = told(lab, line, `and then --${filter.join(' ')}`);
        expect(portsOf(before), words).toEqual(expect.arrayContaining(portsOf(after)));
      }),
      { seed, numRuns },
    );
  },
  patience,
);

it.each(actingCommands)(
  '%s hits what --dry-run names, and exits with the same code',
  async (command) => {
    const numRuns = shareOf(command, actingCommands);
    await fc.assert(
      fc.asyncProperty(labWithoutFaults, consentedLine(command), async (lab, line) => {
        const dry = await runIn(here, lab, withOption(withOption(line, ['dry-run']), ['json']));
        const real = await runIn(here, lab, line);
        expect([...dry.calls, ...dry.audited], told(lab, line, 'The dry run acts.')).toEqual([]);
        const names = namesIn(command, dry);
        // A server may refuse an action, such as disconnecting an idle port.
        if (!real.hasRefusal) expect(dry.code, told(lab, line, real.stderr)).toBe(real.code);
        // A refused message leaves no trace on the server.
        if (real.hasRefusal && command === 'message') return;
        expect(real.hits, told(lab, line, dry.stdout)).toEqual(names);
      }),
      { seed, numRuns },
    );
  },
  patience,
);

it(
  'stale lists what disconnect --stale would hit',
  async () => {
    const common = { words: [], isJoined: true, environment: undefined };
    await fc.assert(
      fc.asyncProperty(lab, staleOptions, async (lab, options) => {
        const json: Line['options'] = [...options, ['json']];
        const listing: Line = { ...common, command: 'stale', options: json };
        const plan: Line = {
          ...common,
          command: 'disconnect',
          options: [...json, ['stale'], ['dry-run']],
        };
        const shown = await runIn(here, lab, listing);
        const dry = await runIn(here, lab, plan);
        expect(shown.calls).toEqual([]);
        expect(shown.code === USAGE, told(lab, listing, shown.stderr)).toBe(dry.code === USAGE);
        const names = namesIn('disconnect', shown);
        expect(names, told(lab, listing, dry.stderr)).toEqual(namesIn('disconnect', dry));
      }),
      { seed, numRuns: shareOf('disconnect', actingCommands) },
    );
  },
  patience,
);

/** The ports that were hit, and those of the connections that were hit. */
function portsOf({ hits }: Run): string[] {
  return hits.flatMap((hit) => {
    const [server = '', what = ''] = hit.split(' ');
    return what.split('+').map((port) => `${server} ${port}`);
  });
}

interface Item {
  readonly server: string;
  /** Of a port. */
  readonly name?: string;
  /** Of a connection. */
  readonly ports?: readonly string[];
  readonly userName?: string | null;
}

/** The names in a dry run, written as hits. */
function namesIn(command: string, { stdout }: Run): string[] {
  if (stdout === '') return [];
  const { items } = JSON.parse(stdout) as { readonly items: readonly Item[] };
  const hits = items.flatMap(({ server: typed, name, ports, userName }) => {
    const server = typed.replace(/^\\\\/, '').toUpperCase();
    if (name !== undefined) return [`${server} ${name}`];
    if (ports === undefined) return [`${server} ${userName?.toLowerCase()}`];
    if (command === 'disconnect') return ports.map((port) => `${server} ${port}`);
    return [`${server} ${ports.join('+')}`];
  });
  return hits.sort();
}

/** The failed case, for trying it by hand. */
function told({ text }: TrueLab, line: Line, more: string): string {
  const environment = line.environment === undefined ? '' : `RRAS_SERVER='${line.environment}' `;
  const words = wordsOf(line).map((word) => (/^[\w=.-]+$/.test(word) ? word : `'${word}'`));
  return `${environment}rras ${words.join(' ')} --sim=lab.yaml\n${more}\nlab.yaml:\n${text}`;
}
