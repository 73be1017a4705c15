// The lab of --sim=FILE: one world for all commands that use it, at the same time or one after another. Each builds the
// world from the file, repeats the history beside it, and follows what others append.

import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type LibrarySource, librarySource } from '../../connect/library_source.ts';
import { Complaint, usage, wordsOf } from '../complaint.ts';
import { say, type World } from '../terminal/world.ts';
import type { InterfacePlace, Place } from './deeds.ts';
import { LabHistory, type PastDeed } from './history.ts';
import { type Lab, ticking } from './lab.ts';
import { LabWorld } from './lab_world.ts';
import { eventsWithin } from './life.ts';
import { readScenario } from './scenario_file.ts';

// A deed is dated ahead by so much, in seconds. The other processes have read it before their clocks are there, and so
// what is planned for about the same time happens before or after it in all of them alike.
const AHEAD = 0.2;

/** More cannot be repeated before each command without being noticed. */
const MOST_EVENTS = 20_000;
const MOST_TRIES = 20;

interface Opened {
  readonly world: LabWorld;
  readonly history: LabHistory;
  /** How many deeds could not be done again. */
  readonly failed: number;
}

export class SharedLab implements Lab {
  readonly firstServer: string | undefined;
  readonly library: LibrarySource;
  readonly #file: string;
  readonly #isStepped: boolean;
  readonly #me = randomBytes(6).toString('hex');
  readonly #timer: NodeJS.Timeout;
  #world: LabWorld;
  #history: LabHistory;
  #replaced: () => void = () => {};

  constructor(world: World, file: string) {
    this.#file = file;
    this.#isStepped = world.simulatedClock === 'stepped';
    const opened = this.#open((words) => say(world, words));
    this.#world = opened.world;
    this.#history = opened.history;
    this.firstServer = opened.world.scenario.servers[0]?.name;
    const { path, dialect } = opened.world.simulator;
    const current = () => this.#world.simulator[librarySource];
    this.library = {
      [librarySource]: {
        path,
        dialect,
        address: (server) => current().address(server),
        hint: (server) => current().hint?.(server),
      },
    };
    this.#timer = ticking(() => this.#tick());
    const { failed } = opened;
    if (failed > 0) say(world, `Of what was done in this lab, ${failed} could not be done again.`);
  }

  placeOf(server: string, port: string): Place {
    this.#catchUp();
    return this.#world.placeOf(server, port) ?? { port };
  }

  interfacePlaceOf(server: string, name: string): InterfacePlace {
    this.#catchUp();
    return this.#world.interfacePlaceOf(server, name) ?? { interface: name };
  }

  #catchUp(): void {
    this.#follow();
    if (!this.#isStepped) this.#world.passTo(this.#history.age + AHEAD);
  }

  record(server: string, action: string, ...args: unknown[]): void {
    // After `placeOf`, the world's clock is there already.
    const ahead = this.#isStepped ? 0 : this.#history.age + AHEAD / 2;
    const at = Math.max(this.#world.age, ahead);
    this.#history.add({ at, server, action, args, by: this.#me });
  }

  onReplaced(callback: () => void): void {
    this.#replaced = callback;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#world.simulator.dispose();
  }

  #tick(): void {
    this.#follow();
    if (!this.#isStepped) this.#world.passTo(this.#history.age);
  }

  /** Does what others have done since the last time. */
  #follow(): void {
    try {
      const { hasBegunAnew, deeds } = this.#history.read();
      if (hasBegunAnew) this.#replace();
      else this.#world.repeat(deeds.filter(({ by }) => by !== this.#me));
    } catch (error) {
      // Somebody may be editing the lab. Until it can be read again, this world goes on.
      if (!(error instanceof Complaint)) throw error;
    }
  }

  #replace(): void {
    const old = this.#world;
    const { world, history } = this.#open(() => {});
    this.#world = world;
    this.#history = history;
    old.simulator.dispose();
    this.#replaced();
  }

  /** The world of the file and its history as they are now. */
  #open(tell: (words: string) => void): Opened {
    const file = this.#file;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const text = readLab(file);
      const fingerprint = createHash('sha256').update(text).digest('hex');
      const scenario = readScenario(text, file);
      const history = new LabHistory(file);
      const { deeds } = history.read();
      const { beginning } = history;
      const age = this.#isStepped ? 0 : history.age;
      const last = deeds.reduce((latest, { at }) => Math.max(latest, at), age);
      const isChanged = beginning?.fingerprint !== fingerprint;
      if (!isChanged && eventsWithin(scenario, last) <= MOST_EVENTS) {
        return { history, ...worldAt(new LabWorld(scenario, file), deeds, age) };
      }
      const isMissed = beginning !== undefined && deeds.length > 0;
      if (isMissed) {
        const why = isChanged ? 'has changed' : 'has had too many events to repeat';
        tell(`${file} ${why}, so the lab starts again from the file.`);
      }
      history.begin(fingerprint);
    }
    throw new Complaint('failure', `${file} changes too often to be read.`);
  }
}

function worldAt(
  world: LabWorld,
  deeds: readonly PastDeed[],
  age: number,
): Pick<Opened, 'world' | 'failed'> {
  try {
    const failed = world.repeat(deeds);
    world.passTo(age);
    return { world, failed };
  } catch (error) {
    world.simulator.dispose();
    throw error;
  }
}

function readLab(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw usage(
      `The lab cannot be read: ${wordsOf(error)}`,
      `\`rras sim init ${file}\` writes one. If ${file} was meant for the command and not for --sim, put --sim last.`,
    );
  }
}
