// The actions on a lab, a line each. A line is written whole, even if two commands write at once.

import { appendFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { MAX_SECONDS } from '../../simulator/duration.ts';
import { Complaint, usage, wordsOf } from '../complaint.ts';
import { say, type World } from '../terminal/world.ts';

export interface Deed {
  readonly server: string;
  /** A method of RasServer: see replay.ts. */
  readonly action: string;
  readonly args: readonly unknown[];
}

export interface PastDeed extends Deed {
  /** Seconds after the lab began. */
  readonly at: number;
}

interface Beginning {
  readonly lab: 1;
  /** Of the scenario that the history belongs to. */
  readonly fingerprint: string;
  /** Milliseconds since 1970. */
  readonly began: number;
}

export function historyFile(lab: string): string {
  return `${lab}.history`;
}

export async function forget(lab: string): Promise<void> {
  await rm(historyFile(lab), { force: true });
}

export class LabHistory {
  readonly deeds: readonly PastDeed[];
  readonly #file: string;
  readonly #began: number;
  readonly #isStepped: boolean;

  private constructor(world: World, file: string, began: number, deeds: readonly PastDeed[]) {
    this.#file = file;
    this.#began = began;
    this.#isStepped = world.simulatedClock === 'stepped';
    this.deeds = deeds;
  }

  static async open(world: World, lab: string, fingerprint: string): Promise<LabHistory> {
    const file = historyFile(lab);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    const [beginning, ...deeds] = text === undefined ? [] : linesOf(text, file);
    if (isBeginning(beginning) && beginning.fingerprint === fingerprint) {
      return new LabHistory(
        world,
        file,
        beginning.began,
        deeds.map((deed) => checked(deed, file)),
      );
    }
    if (deeds.length > 0) say(world, `${lab} has changed, so the lab starts again from the file.`);
    const began = Date.now();
    const first: Beginning = { lab: 1, fingerprint, began };
    await write(() => writeFile(file, line(first)));
    return new LabHistory(world, file, began, []);
  }

  /** How long the lab has been there, in seconds. */
  get age(): number {
    return this.#isStepped ? 0 : Math.max(0, (Date.now() - this.#began) / 1000);
  }

  add(deed: Deed): void {
    const past: PastDeed = { at: this.age, ...deed };
    try {
      appendFileSync(this.#file, line(past));
    } catch (error) {
      throw cannotWrite(error);
    }
  }
}

async function write(writing: () => Promise<void>): Promise<void> {
  try {
    await writing();
  } catch (error) {
    throw cannotWrite(error);
  }
}

function cannotWrite(error: unknown): Complaint {
  return new Complaint('failure', `The lab cannot remember: ${wordsOf(error)}`);
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

function linesOf(text: string, file: string): unknown[] {
  try {
    return text
      .split('\n')
      .filter((each) => each !== '')
      .map((each) => JSON.parse(each));
  } catch {
    throw damaged(file);
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
  return { at: value.at, server: value.server, action: value.action, args: value.args };
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
