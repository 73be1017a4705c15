// The history of a lab, in a file beside it. All commands that use the lab append to it and read what the others
// have appended, so that they share one world. Nothing is ever rewritten: a line is appended in one piece, and the
// order of the lines is the order in which things happened. A line that a dying process has left half-written never
// happened.

import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { MAX_SECONDS } from '../../simulator/duration.ts';
import { Complaint, usage, wordsOf } from '../complaint.ts';

/** Something that a command has done. */
export interface Deed {
  readonly server: string;
  /** A method of RasServer: see deeds.ts. */
  readonly action: string;
  readonly args: readonly unknown[];
}

export interface PastDeed extends Deed {
  /** Seconds after the lab began. */
  readonly at: number;
  /** Whose line it is: a process skips its own. */
  readonly by?: string;
  /** When the lab began that the deed belongs to. */
  readonly of?: number;
}

export interface Beginning {
  readonly lab: 1;
  /** Of the scenario that the history belongs to. */
  readonly fingerprint: string;
  /** Milliseconds since 1970. */
  readonly began: number;
  /** The beginning that this one replaces. If two processes begin at once, only the first of them does. */
  readonly after?: number;
}

/** What was read since the last time. */
export interface News {
  /** A new world has begun, and `deeds` are all its deeds. */
  readonly hasBegunAnew: boolean;
  readonly deeds: readonly PastDeed[];
}

const NOTHING: News = { hasBegunAnew: false, deeds: [] };

export function historyFile(lab: string): string {
  return `${lab}.history`;
}

export async function forget(lab: string): Promise<void> {
  await rm(historyFile(lab), { force: true, maxRetries: 10, retryDelay: 20 });
}

export class LabHistory {
  readonly #file: string;
  /** Complete lines only. */
  #seen = '';
  /** Size and time of the file when it was read. */
  #state = '';
  #beginning: Beginning | undefined;

  constructor(lab: string) {
    this.#file = historyFile(lab);
  }

  /** Undefined if the history is empty. */
  get beginning(): Beginning | undefined {
    return this.#beginning;
  }

  /** For how many seconds the lab has been there. */
  get age(): number {
    const began = this.#beginning?.began ?? Number.POSITIVE_INFINITY;
    return Math.max(0, (Date.now() - began) / 1000);
  }

  /** Cheap if nothing was appended. */
  read(): News {
    const state = stateOf(this.#file);
    if (state === undefined || state === this.#state) return NOTHING;
    const text = textOf(this.#file);
    if (text === undefined) return NOTHING;
    const complete = text.slice(0, text.lastIndexOf('\n') + 1);
    const isContinued = complete.startsWith(this.#seen);
    // After `rras sim reset` the file is another one.
    let beginning = isContinued ? this.#beginning : undefined;
    let hasBegunAnew = !isContinued;
    let deeds: PastDeed[] = [];
    for (const line of linesOf(complete.slice(isContinued ? this.#seen.length : 0), this.#file)) {
      if (isBeginning(line)) {
        if (line.after !== beginning?.began) continue;
        beginning = line;
        hasBegunAnew = true;
        deeds = [];
      } else {
        const deed = checked(line, this.#file);
        const isOfThisWorld = deed.of === undefined || deed.of === beginning?.began;
        if (beginning !== undefined && isOfThisWorld) deeds.push(deed);
      }
    }
    this.#state = state;
    this.#seen = complete;
    this.#beginning = beginning;
    return { hasBegunAnew, deeds };
  }

  /** Begins a new world. Another process may have been faster: only reading the history tells. */
  begin(fingerprint: string): void {
    const after = this.#beginning?.began;
    const began = Math.max(Date.now(), (after ?? 0) + 1);
    this.#append({ lab: 1, fingerprint, began, ...(after !== undefined && { after }) });
  }

  add(deed: PastDeed): void {
    const of = this.#beginning?.began;
    this.#append({ ...deed, ...(of !== undefined && { of }) });
  }

  #append(value: object): void {
    try {
      persistently(() => {
        const text = textOf(this.#file) ?? '';
        // The end of what a dying process has left.
        const end = text === '' || text.endsWith('\n') ? '' : '\n';
        appendFileSync(this.#file, `${end}${JSON.stringify(value)}\n`);
      });
    } catch (error) {
      throw new Complaint('failure', `The lab cannot remember: ${wordsOf(error)}`);
    }
  }
}

const TRIES = 20;

// Windows refuses a file for a moment while another process deletes it.
function persistently(work: () => void): void {
  for (let tries = 1; ; tries += 1) {
    try {
      work();
      return;
    } catch (error) {
      if (process.platform !== 'win32' || tries === TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** Undefined if it cannot be told at the moment; '' if there is no file. */
function stateOf(file: string): string | undefined {
  try {
    const { size, mtimeMs, ino } = statSync(file);
    return [size, mtimeMs, ino].join();
  } catch (error) {
    return isMissing(error) ? '' : undefined;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return isMissing(error) ? '' : undefined;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function* linesOf(text: string, file: string): Iterable<unknown> {
  for (const line of text.split('\n')) {
    if (line === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      // The beginning of a line: its process died before the end.
      if (line.startsWith('{')) continue;
      throw damaged(file);
    }
    yield value;
  }
}

function isBeginning(value: unknown): value is Beginning {
  return isObject(value) && value.lab === 1 && isFrom0(value.began, Number.MAX_SAFE_INTEGER);
}

function checked(value: unknown, file: string): PastDeed {
  if (
    !isObject(value) ||
    !isFrom0(value.at, MAX_SECONDS) ||
    typeof value.server !== 'string' ||
    typeof value.action !== 'string' ||
    !Array.isArray(value.args)
  ) {
    throw damaged(file);
  }
  const { at, server, action, args, by, of } = value;
  return {
    ...{ at, server, action, args },
    ...(typeof by === 'string' && { by }),
    ...(typeof of === 'number' && { of }),
  };
}

// JSON has numbers beyond every clock: 1e999.
function isFrom0(value: unknown, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function damaged(file: string): Complaint {
  const lab = file.replace(/\.history$/, '');
  return usage(`${file} is damaged.`, `\`rras sim reset ${lab}\` restores the initial state.`);
}
