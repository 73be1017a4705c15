// Acts on several ports or people, one after another: shows the plan, asks, acts, and reports the result
// of each.

import { combine, type Exit } from '../exit_codes.ts';
import type { ConsentOptions } from '../options.ts';
import { type Field, fieldOf, tableFields } from '../output/fields.ts';
import {
  checkOutput,
  chosenIn,
  cutMark,
  formOf,
  type OutputOptions,
  writeErrorLines,
  writeLine,
  writeListing,
} from '../output/listing.ts';
import { sorted } from '../output/sort.ts';
import { table } from '../output/table.ts';
import { paintFor } from '../terminal/colour.ts';
import { Progress } from '../terminal/progress.ts';
import { tellHint, tellServerTroubles, tellTrouble } from '../terminal/tell_trouble.ts';
import { say, type World } from '../terminal/world.ts';
import { type ServerTrouble, type Trouble, troubleOf } from '../trouble.ts';
import { type AuditedAction, AuditLog, auditFile } from './audit_log.ts';
import { askConsent, checkMost } from './consent.ts';

export interface Task<Item extends object> {
  /** The port or person, as the plan and the report show it. */
  readonly item: Item;
  readonly server: string;
  /** In a message: 'VPN3-1 on RAS01'. */
  readonly name: string;
  /** The method of the library that does it. */
  readonly action: string;
  readonly act: () => Promise<void>;
  /** The word for `result` when it has been done, if it is not that of the batch. */
  readonly result?: () => string;
  /** What the report adds when it has been done. */
  readonly after?: () => Partial<Item>;
}

export interface Settling<Item extends object> {
  /** The tasks that are not done in the end, with the reason. */
  readonly wait: (tasks: readonly Task<Item>[]) => Promise<ReadonlyMap<Task<Item>, Trouble>>;
  /** What is waited for, in words. */
  readonly words: string;
  /** The words for `result` afterwards. */
  readonly done: string;
  readonly notDone: string;
}

export interface Batch<Item extends object> {
  readonly command: string;
  readonly fields: readonly Field<Item>[];
  readonly key: string;
  readonly tasks: readonly Task<Item>[];
  /** Servers and names for which there is nothing to do. */
  readonly troubles: readonly ServerTrouble[];
  readonly isOneServer: boolean;
  readonly isSimulated: boolean;
  /** The action in words: 'disconnect 2 ports of RAS01'. */
  readonly question: string;
  /** The word for `result` afterwards. */
  readonly done: string;
  /** Waits for what was begun to be done, for --wait. */
  readonly settling?: Settling<Item>;
  /** Nobody is asked about a message to one person. */
  readonly isHarmless?: boolean;
  /** Said below the plan. */
  readonly notes?: readonly string[];
  /** Said while it acts. Without it, how many tasks are done. */
  readonly progress?: string;
}

export type BatchOptions = OutputOptions & ConsentOptions;

/** The result of one task. */
interface Outcome {
  readonly result: string;
  readonly error?: string | undefined;
}

const field = fieldOf<Outcome>();

const outcomeFields: readonly Field<Outcome>[] = [
  field('result', {
    least: 13,
    paint: (result) =>
      ['failed', 'unknown', 'not tried', 'still there', 'still up'].includes(result)
        ? 'red'
        : undefined,
  }),
  // A table has no room for a sentence, so errors are written below it.
  field('error', { isMinor: true }),
];

/** The fields of the report: those of the items, and what became of each. */
export function reportFields<Item extends object>({
  fields,
  key,
}: Pick<Batch<Item>, 'fields' | 'key'>): Field<Item & Outcome>[] {
  // Beside the name: these must stay where there is no room for everything.
  const after = fields.findIndex(({ name }) => name === key) + 1;
  const afterwards = fields.map((each) =>
    each.isBefore === true ? { ...each, isMinor: true } : each,
  );
  return [...afterwards.slice(0, after), ...outcomeFields, ...afterwards.slice(after)];
}

/** How to do a batch. Checked before any server is asked. */
export interface Manner {
  readonly isDryRun: boolean;
  readonly isAgreed: boolean;
  readonly max: number | undefined;
  readonly auditFile: string | undefined;
}

export function mannerOf<Item extends object>(
  world: World,
  options: BatchOptions,
  shown: Pick<Batch<Item>, 'fields' | 'key'>,
): Manner {
  checkOutput(options, reportFields(shown));
  const { yes, dryRun, whatIf, max } = options;
  return {
    isDryRun: [dryRun, whatIf].includes(true),
    isAgreed: yes === true,
    max,
    auditFile: auditFile(world, options),
  };
}

export async function runBatch<Item extends object>(
  world: World,
  options: BatchOptions,
  manner: Manner,
  given: Batch<Item>,
): Promise<Exit> {
  const batch = { ...given, tasks: inOrder(given, options) };
  const { tasks, troubles, question, isOneServer } = batch;
  const [unused] = world.unused();
  if (unused !== undefined) throw new Error(`Nothing was done: ${unused} would not be obeyed`);
  tellServerTroubles(world, troubles, isOneServer, options.color);
  const exits: Exit[] = troubles.map(({ exit }) => exit);
  if (tasks.length === 0) {
    await report(world, options, batch, []);
    return exits.length === 0 ? 'notFound' : combine(exits);
  }
  checkMost(tasks.length, manner.max, question);
  if (manner.isDryRun) {
    const items = tasks.map(({ item }) => ({ ...item, result: 'dry run' }));
    await report(world, options, batch, items);
    if (formOf(options) !== 'quiet') sayNotes(world, batch);
    return combine([...tasks.map(() => 'ok' as const), ...exits]);
  }
  const log = manner.auditFile === undefined ? undefined : new AuditLog(world, manner.auditFile);
  try {
    const consent = await agreed(world, options, manner, batch);
    return await new Run(world, options, batch, log, consent).toTheEnd(exits);
  } finally {
    log?.close();
  }
}

/** The tasks in the order of --sort: they are shown, done and reported in it. */
function inOrder<Item extends object>(
  { tasks, fields, key }: Batch<Item>,
  options: BatchOptions,
): readonly Task<Item>[] {
  const fieldsOfTasks = reportFields({ fields, key }).map(({ name, value }) => ({
    name,
    value: ({ item }: Task<Item>) => value({ ...item, result: '' }),
  }));
  return sorted(tasks, options, fieldsOfTasks);
}

async function agreed<Item extends object>(
  world: World,
  options: BatchOptions,
  { isAgreed }: Manner,
  batch: Batch<Item>,
): Promise<AuditedAction['consent']> {
  // A person who must consent sees the plan, whatever form the output has.
  if (formOf(options) !== 'quiet' || !isAgreed) await showPlan(world, options, batch);
  if (batch.isHarmless === true) return 'not needed';
  if (isAgreed) return '--yes';
  await askConsent(world, batch.question);
  return 'asked';
}

interface Ended<Item extends object> {
  readonly task: Task<Item>;
  readonly item: Item & Outcome;
  readonly name: string;
  readonly trouble: Trouble | undefined;
}

class Run<Item extends object> {
  readonly #world: World;
  readonly #options: BatchOptions;
  readonly #batch: Batch<Item>;
  readonly #log: AuditLog | undefined;
  readonly #consent: AuditedAction['consent'];
  readonly #ended: Ended<Item>[] = [];
  /** Servers that did not answer, with the trouble of the first task. */
  readonly #silent = new Map<string, Trouble>();
  #isWaitingCutShort = false;

  constructor(
    world: World,
    options: BatchOptions,
    batch: Batch<Item>,
    log: AuditLog | undefined,
    consent: AuditedAction['consent'],
  ) {
    this.#world = world;
    this.#options = options;
    this.#batch = batch;
    this.#log = log;
    this.#consent = consent;
  }

  async toTheEnd(exits: readonly Exit[]): Promise<Exit> {
    const { tasks } = this.#batch;
    const { settling } = this.#batch;
    const isReportedAtOnce = formOf(this.#options) === 'jsonl' && settling === undefined;
    const progress = isReportedAtOnce
      ? undefined
      : new Progress(this.#world, (done) => this.#batch.progress ?? dealtWith(done, tasks));
    let broken: unknown;
    for (const task of tasks) {
      if (this.#world.interrupt.aborted) break;
      try {
        await this.#one(task);
      } catch (error) {
        // After an action that cannot be logged, the batch stops.
        broken = error;
      }
      progress?.step();
      const item = this.#ended.at(-1)?.item;
      if (isReportedAtOnce && item !== undefined) this.#writeLine(item);
      if (broken !== undefined) break;
    }
    progress?.end();
    if (settling !== undefined && broken === undefined) await this.#settle(settling);
    await this.#report(isReportedAtOnce);
    this.#tellTroubles();
    this.#tellUntouched();
    if (broken !== undefined) throw broken;
    const ends = [...exits, ...this.#ended.map(({ trouble }) => trouble?.exit ?? 'ok')];
    const isCutShort = this.#ended.length < tasks.length || this.#isWaitingCutShort;
    return isCutShort ? 'cancelled' : combine(ends);
  }

  /** Waits for the tasks that have been begun, and corrects what was noted about them. */
  async #settle({ wait, words, done, notDone }: Settling<Item>): Promise<void> {
    const begun = this.#ended.filter(({ trouble }) => trouble === undefined);
    if (begun.length === 0 || this.#world.interrupt.aborted) return;
    const progress = new Progress(
      this.#world,
      () => `Waiting until ${words}; Ctrl-C ends the waiting.`,
    );
    try {
      const left = await wait(begun.map(({ task }) => task));
      for (const [index, ended] of this.#ended.entries()) {
        if (ended.trouble !== undefined) continue;
        const trouble = left.get(ended.task);
        const result = trouble === undefined ? done : notDone;
        const item = { ...ended.item, result, error: trouble?.message };
        this.#ended[index] = { ...ended, item, trouble };
      }
    } catch (error) {
      // They go on without anybody waiting, so they stay as they are in the report.
      if (!this.#world.interrupt.aborted) throw error;
      this.#isWaitingCutShort = true;
    } finally {
      progress.end();
    }
  }

  async #one(task: Task<Item>): Promise<void> {
    const { item, name, server } = task;
    const silence = this.#silent.get(server);
    if (silence !== undefined) {
      this.#add(task, 'not tried', silence);
      return;
    }
    this.#log?.begin({
      command: this.#batch.command,
      server,
      isSimulated: this.#batch.isSimulated,
      action: task.action,
      target: name,
      shown: item,
      consent: this.#consent,
    });
    const trouble = await troubleIn(task);
    if (trouble !== undefined && silences.includes(trouble.exit)) this.#silent.set(server, trouble);
    const done = () => task.result?.() ?? this.#batch.done;
    const result = trouble === undefined ? done() : resultOf(trouble);
    this.#add(task, result, trouble);
    const error = trouble && {
      code: trouble.code,
      status: trouble.status,
      outcome: trouble.outcome,
      message: trouble.message,
    };
    this.#log?.end({ result, error: error ?? null });
  }

  #add(task: Task<Item>, result: string, trouble: Trouble | undefined): void {
    const { name } = task;
    const more = trouble === undefined ? task.after?.() : undefined;
    const item = { ...task.item, ...more, result, error: trouble?.message };
    this.#ended.push({ task, item, name, trouble });
  }

  #writeLine(item: Item & Outcome): void {
    const fields = reportFields(this.#batch);
    writeLine(this.#world, chosenIn(this.#options, fields) ?? fields, item);
  }

  async #report(isReportedAtOnce: boolean): Promise<void> {
    if (isReportedAtOnce) {
      writeErrorLines(this.#world, this.#batch.troubles);
    } else {
      const items = this.#ended.map(({ item }) => item);
      await report(this.#world, this.#options, this.#batch, items);
    }
  }

  /** Each error by itself, as far as there are few; the advice once. */
  #tellTroubles(): void {
    const { color } = this.#options;
    const key = this.#batch.fields.find(({ name }) => name === this.#batch.key);
    const byKind = new Map<string, { readonly told: Trouble[]; readonly last: Trouble }>();
    for (const { item, name, trouble } of this.#ended) {
      if (trouble === undefined || item.result === 'not tried') continue;
      const kind = JSON.stringify([trouble.code, trouble.status, trouble.hint]);
      const isNamed = trouble.message.includes(` ${key?.value(item)}`);
      const message = isNamed ? trouble.message : `${name}: ${trouble.message}`;
      const same = byKind.get(kind);
      if (same === undefined) byKind.set(kind, { told: [{ ...trouble, message }], last: trouble });
      else same.told.push({ ...trouble, message });
    }
    for (const { told, last } of byKind.values()) {
      const shown = told.slice(0, MOST_ERRORS);
      for (const trouble of shown) tellTrouble(this.#world, { ...trouble, hint: null }, color);
      if (told.length > shown.length)
        say(this.#world, `  and ${told.length - shown.length} more like this`);
      tellHint(this.#world, last, color);
    }
  }

  #tellUntouched(): void {
    const { tasks } = this.#batch;
    const count = this.#ended.length;
    if (!this.#world.interrupt.aborted && count === tasks.length) return;
    const rest = tasks.slice(count).map(({ name }) => name);
    const untouched = rest.length === 0 ? 'all were dealt with' : `not touched: ${rest.join(', ')}`;
    say(this.#world, `Interrupted after ${count} of ${tasks.length}; ${untouched}.`);
  }
}

function resultOf({ outcome }: Trouble): string {
  return outcome === 'unknown' ? 'unknown' : 'failed';
}

// A server that does not answer is not asked again for each of its ports.
const silences: readonly Exit[] = ['unreachable', 'timeOut', 'serviceNotRunning'];

async function troubleIn({ act }: Task<object>): Promise<Trouble | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    return troubleOf(error);
  }
}

const MOST_ERRORS = 5;

function dealtWith(done: number, { length }: readonly unknown[]): string {
  return `${done} of ${length} dealt with; Ctrl-C ends after the next.`;
}

// On stderr: the report goes to stdout, and a pipe should get that alone.
async function showPlan<Item extends object>(
  world: World,
  options: BatchOptions,
  batch: Batch<Item>,
): Promise<void> {
  const items = batch.tasks.map(({ item }) => item);
  const fields = tableFields(batch.fields, items, batch.isOneServer);
  say(world, `To ${batch.question}:`);
  const { lines } = await table(fields, items, {
    columns: world.stderr.columns,
    hasHeader: true,
    paint: paintFor(world, world.stderr, options.color),
    mark: cutMark(world),
  });
  world.stderr.lines(lines);
  sayNotes(world, batch);
}

function sayNotes(world: World, { notes = [] }: Pick<Batch<object>, 'notes'>): void {
  for (const note of notes) say(world, note);
}

async function report<Item extends object>(
  world: World,
  options: BatchOptions,
  batch: Batch<Item>,
  items: readonly (Item & Outcome)[],
): Promise<void> {
  const { command, key, troubles: errors, isOneServer } = batch;
  await writeListing(world, options, {
    command,
    fields: reportFields(batch),
    key,
    items,
    errors,
    isOneServer,
    isTold: true,
    whenEmpty: 'There is nothing to do.',
  });
}
