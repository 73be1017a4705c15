// Does something to several ports or people, one after another: shows what, asks, does it, and says of
// each what became of it.

import { combine, type Exit } from '../exit_codes.ts';
import { type Field, type Item, tableFields } from '../output/fields.ts';
import {
  checkOutput,
  cutMark,
  formOf,
  type OutputOptions,
  writeLine,
  writeListing,
} from '../output/listing.ts';
import { Progress } from '../servers/progress.ts';
import { paintFor } from '../talk/colour.ts';
import { tellServerTroubles } from '../talk/tell_trouble.ts';
import { type ServerTrouble, troubleOf } from '../trouble.ts';
import { say, type World } from '../world.ts';
import { type ConsentOptions, checkMost, consent, isDryRun } from './consent.ts';

export interface Task {
  /** What it is done to, as the plan and the report show it. */
  readonly item: Item;
  /** In a message: 'VPN3-1 on RAS01'. */
  readonly name: string;
  /** Does it. */
  readonly act: () => Promise<void>;
}

export interface Batch {
  readonly command: string;
  readonly fields: readonly Field[];
  readonly key: string;
  readonly tasks: readonly Task[];
  /** Servers and names for which there is nothing to do. */
  readonly troubles: readonly ServerTrouble[];
  readonly isOneServer: boolean;
  /** What is about to happen: 'disconnect 2 ports of RAS01'. */
  readonly question: string;
  /** What `result` says afterwards. */
  readonly done: string;
}

export type BatchOptions = OutputOptions & ConsentOptions;

const outcomeFields: readonly Field[] = [
  {
    name: 'result',
    paint: (result: string) => (result === 'failed' ? 'red' : undefined),
  },
  { name: 'error' },
];

/** The fields of the report: also for a check of --fields before anything is asked. */
export function reportFields(fields: readonly Field[], key: string): Field[] {
  // Beside the name: where there is no room for everything, this must stay.
  const after = fields.findIndex(({ name }) => name === key) + 1;
  return [...fields.slice(0, after), ...outcomeFields, ...fields.slice(after)];
}

export function checkBatchOutput(
  options: BatchOptions,
  fields: readonly Field[],
  key: string,
): void {
  checkOutput(options, reportFields(fields, key));
}

export async function runBatch(world: World, options: BatchOptions, batch: Batch): Promise<Exit> {
  const { tasks, troubles, question, isOneServer } = batch;
  tellServerTroubles(world, troubles, isOneServer, options.color);
  const exits: Exit[] = troubles.map(({ exit }) => exit);
  if (isDryRun(options)) {
    await report(
      world,
      options,
      batch,
      tasks.map(({ item }) => ({ ...item, result: 'dry run' })),
    );
    return combine([...tasks.map(() => 'ok' as const), ...exits]);
  }
  if (tasks.length === 0) {
    await report(world, options, batch, []);
    return exits.length === 0 ? 'notFound' : combine(exits);
  }
  checkMost(tasks.length, options, question);
  // Who is asked sees what about, whatever form the answer has.
  if (options.quiet !== true || options.yes !== true) await showPlan(world, options, batch);
  await consent(world, question, options);

  const items: Item[] = [];
  const isReportedAtOnce = formOf(options) === 'jsonl';
  const progress = isReportedAtOnce
    ? undefined
    : new Progress(world, (done) => dealtWith(done, tasks));
  for (const task of tasks) {
    if (world.interrupt.aborted) break;
    const { exit, ...outcome } = await doOne(task, batch.done);
    const item = { ...task.item, ...outcome };
    items.push(item);
    exits.push(exit);
    progress?.step();
    if (isReportedAtOnce) writeLine(world, reportFields(batch.fields, batch.key), item);
  }
  progress?.end();
  if (!isReportedAtOnce) await report(world, options, batch, items);
  return world.interrupt.aborted ? interrupted(world, batch, items.length) : combine(exits);
}

function dealtWith(done: number, { length }: readonly Task[]): string {
  return `${done} of ${length} dealt with; Ctrl-C ends after the next.`;
}

async function doOne({ act }: Task, done: string) {
  try {
    await act();
    return { result: done, error: undefined, exit: 'ok' as Exit };
  } catch (error) {
    const { message, exit } = troubleOf(error);
    return { result: 'failed', error: message, exit };
  }
}

function interrupted(world: World, { tasks }: Batch, count: number): Exit {
  const rest = tasks.slice(count).map(({ name }) => name);
  const untouched = rest.length === 0 ? 'all were dealt with' : `not touched: ${rest.join(', ')}`;
  say(world, `Interrupted after ${count} of ${tasks.length}; ${untouched}.`);
  return rest.length === 0 && count === tasks.length ? 'ok' : 'cancelled';
}

// On stderr: the report goes to stdout, and a pipe should get that alone.
async function showPlan(world: World, options: BatchOptions, batch: Batch): Promise<void> {
  const { table } = await import('../output/table.ts');
  const items = batch.tasks.map(({ item }) => item);
  const fields = tableFields(batch.fields, items, batch.isOneServer);
  say(world, `To ${batch.question}:`);
  const { lines } = await table(fields, items, {
    columns: world.stderr.columns,
    hasHeader: true,
    paint: paintFor(world, world.stderr, options.color),
    mark: cutMark(world),
  });
  for (const line of lines) say(world, line);
}

async function report(
  world: World,
  options: BatchOptions,
  batch: Batch,
  items: readonly Item[],
): Promise<void> {
  const { command, fields, key, troubles: errors, isOneServer } = batch;
  await writeListing(world, options, {
    command,
    fields: reportFields(fields, key),
    key,
    items,
    errors,
    isOneServer,
    isTold: true,
    whenEmpty: 'There is nothing to do.',
  });
}
