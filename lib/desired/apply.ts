// Makes an interface match what its caller wants, in the running router and in its stored configuration.

import { isDeepStrictEqual } from 'node:util';
import { checkBoolean } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import * as stored from '../config/interfaces.ts';
import { invalidArgType } from '../errors/argument_errors.ts';
import { RasError, type StepResult } from '../errors/ras_error.ts';
import * as changes from '../interfaces/changes.ts';
import * as credentials from '../interfaces/credentials.ts';
import type { InterfaceDevice } from '../interfaces/interface.ts';
import * as interfaces from '../interfaces/operations.ts';
import {
  type Found,
  Impossible,
  type InterfaceStep,
  named,
  nameFor,
  type PlannedStep,
  plan,
} from './plan.ts';
import { checkWish, type DesiredInterface, type Wish, wipe } from './wish.ts';

export interface ApplyInterfaceOptions extends CallOptions {
  /** Whether only to tell what would be done. */
  readonly dryRun?: boolean;
  /** Whether to set the secrets of an interface that is there already. They cannot be compared. */
  readonly setSecrets?: boolean;
  /** What a dry run has returned. If other steps are needed by now, nothing is done. */
  readonly steps?: readonly InterfaceStep[];
}

export async function applyInterface(
  line: Line,
  desired: DesiredInterface,
  options?: ApplyInterfaceOptions,
): Promise<InterfaceStep[]> {
  const checked = checkOptions(options, ['dryRun', 'setSecrets', 'steps']);
  const { dryRun = false, setSecrets = false, steps: agreed, ...call } = checked;
  checkBoolean('options.dryRun', dryRun);
  checkBoolean('options.setSecrets', setSecrets);
  if (agreed !== undefined && !Array.isArray(agreed)) {
    throw invalidArgType('options.steps', 'Array', agreed);
  }
  const expected = agreed === undefined ? undefined : structuredClone(agreed);
  const wish = checkWish(desired);
  const left = timeLeft(line, call);
  try {
    line.checkOpen();
    call.signal?.throwIfAborted();
    const config = await line.connectStored(left());
    try {
      const found = await look(line, config, wish, left);
      const steps = planFor(line, found, wish, setSecrets);
      if (expected !== undefined) checkSteps(line, wish, steps, expected);
      if (!dryRun) await carryOut({ line, config, found, wish, signal: call.signal, left }, steps);
      return steps.map(({ shown }) => shown);
    } finally {
      await release(config, left());
    }
  } finally {
    wipe(wish.secrets);
  }
}

/** The handle is released even if nobody waits for it, and the work is done or has failed already. */
async function release(config: Line, left: CallOptions): Promise<void> {
  const isAborted = left.signal?.aborted === true;
  const released = config.close(isAborted ? {} : left).catch(() => undefined);
  if (!isAborted) await released;
}

/** One time-out covers all calls that this one is made of. */
function timeLeft(line: Line, { signal, timeout = line.callTimeout }: CallOptions) {
  const end = performance.now() + timeout;
  return (): CallOptions => {
    const rest = Math.max(1, Math.ceil(end - performance.now()));
    return { timeout: rest, ...(signal === undefined ? undefined : { signal }) };
  };
}

async function look(line: Line, config: Line, wish: Wish, left: () => CallOptions): Promise<Found> {
  const listed = named(await interfaces.enumInterfaces(line, left()), wish.name);
  const running = listed && (await interfaces.getInterface(line, listed, left()));
  const count = Math.min(running?.demandDial?.links ?? 0, wish.devices.length);
  const devices: InterfaceDevice[] = [];
  for (let index = 1; index <= count && running !== undefined; index += 1) {
    devices.push(await interfaces.getInterfaceDevice(line, running, index, left()));
  }
  const kept = named(await stored.enumInterfaces(config, left()), wish.name);
  return {
    running,
    devices,
    stored: kept && (await stored.getInterface(config, kept, left())),
  };
}

function planFor(line: Line, found: Found, wish: Wish, setSecrets: boolean): PlannedStep[] {
  try {
    return plan(found, wish, setSecrets);
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    throw new RasError({
      code: 'ERR_RRAS_INTERFACE_CHANGED',
      server: line.server,
      interface: wish.name,
      message: `Nothing was done to the interface ${wish.name}: ${error.reason}`,
      hint: 'Remove the interface first (`isAbsent`), or ask for the type that it has.',
      outcome: 'not-done',
    });
  }
}

function checkSteps(
  { server }: Line,
  { name }: Wish,
  steps: readonly PlannedStep[],
  expected: readonly InterfaceStep[],
): void {
  const needed = steps.map(({ shown }) => shown);
  if (isDeepStrictEqual(needed, expected)) return;
  throw new RasError({
    code: 'ERR_RRAS_INTERFACE_CHANGED',
    server,
    interface: name,
    message: `Nothing was done to the interface ${name}: since the dry run, somebody has changed it`,
    hint: 'Make another dry run, and decide anew.',
    outcome: 'not-done',
  });
}

interface Task {
  readonly line: Line;
  readonly config: Line;
  readonly found: Found;
  readonly wish: Wish;
  readonly signal: AbortSignal | undefined;
  readonly left: () => CallOptions;
}

async function carryOut(task: Task, steps: readonly PlannedStep[]): Promise<void> {
  for (const [index, step] of steps.entries()) {
    let hasBegun = false;
    try {
      task.signal?.throwIfAborted();
      hasBegun = true;
      await doStep(task, step);
    } catch (error) {
      throw stopped(task, steps, index, hasBegun ? resultOf(error) : 'not-begun', error);
    }
  }
}

async function doStep({ line, config, found, wish, left }: Task, { work }: PlannedStep) {
  const name = nameFor(found, wish);
  const running = found.running ?? name;
  const kept = found.stored ?? name;
  const { secrets } = wish;
  switch (work.kind) {
    case 'create':
      return changes.createInterface(line, work.settings, left());
    case 'set':
      return changes.setInterface(line, running, work.settings, left());
    case 'device':
      return changes.setInterfaceDevice(line, running, work.index, work.device, left());
    case 'secret':
      if (work.secret === 'credentials') {
        const given = secrets.credentials ?? null;
        return credentials.setInterfaceCredentials(line, running, given, left());
      }
      return credentials.setInterfaceCredentialsEx(
        line,
        running,
        work.secret === 'eap' ? 'eap' : 'preshared-key',
        secrets[work.secret] ?? null,
        left(),
      );
    case 'delete':
      return changes.deleteInterface(line, running, left());
    case 'store':
      return stored.createInterface(config, work.settings, left());
    case 'set stored':
      return stored.setInterface(config, kept, work.settings, left());
    case 'delete stored':
      return stored.deleteInterface(config, kept, left());
  }
}

/** What became of a step that failed. The reason of an abort says nothing about it. */
function resultOf(error: unknown): StepResult['result'] {
  return error instanceof RasError && error.outcome === 'not-done' ? 'not-done' : 'unknown';
}

/** The error of the step at which the work stopped, which says what became of each. */
function stopped(
  { line, wish }: Task,
  steps: readonly PlannedStep[],
  at: number,
  failed: StepResult['result'],
  cause: unknown,
): unknown {
  if (at === 0 && failed !== 'unknown') return cause;
  const results = steps.map(({ shown: { side, action } }, index): StepResult => {
    const later = index > at ? 'not-begun' : failed;
    return { side, action, result: index < at ? 'done' : later };
  });
  const secrets = steps.slice(at).some(({ work }) => work.kind === 'secret');
  return new RasError(
    {
      code: 'ERR_RRAS_PARTLY_DONE',
      server: line.server,
      interface: wish.name,
      message: `The interface ${wish.name} matches only in part: ${firstLine(cause)}`,
      hint: secrets
        ? 'Apply the same again with `setSecrets`: what is done already is left alone.'
        : 'Apply the same again: what is done already is left alone.',
      outcome: 'unknown',
      steps: results,
    },
    { cause },
  );
}

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split('\n', 1)[0] ?? '';
}
