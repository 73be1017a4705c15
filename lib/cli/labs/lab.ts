// The simulated servers of --sim. With a file they remember: the actions of commands are kept beside it and
// repeated, each at its time, before the next command begins.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Library } from '../../connect/library_choice.ts';
import type { Simulator } from '../../simulator/index.ts';
import { usage, wordsOf } from '../complaint.ts';
import type { World } from '../terminal/world.ts';
import { build } from './build.ts';
import { LabHistory } from './history.ts';
import { PassingTime } from './passing_time.ts';
import { replay } from './replay.ts';
import { defaultScenario, type Scenario } from './scenario.ts';

/** A simulated lab, as the servers of a command use it. */
export interface Lab {
  readonly library: Library;
  /** The server for commands that name none. */
  readonly firstServer: string | undefined;
  /** Keeps an action for the next command. */
  record(server: string, action: string, ...args: unknown[]): void;
  close(): void;
}

export async function openLab(world: World, file: string | true): Promise<Lab> {
  if (file === true) {
    const simulator = build(defaultScenario, '--sim');
    const opened = Date.now();
    return labOf(world, simulator, defaultScenario, () => (Date.now() - opened) / 1000, undefined);
  }
  const text = await readLab(file);
  // Not loaded for a plain --sim.
  const { readScenario } = await import('./scenario_file.ts');
  const scenario = readScenario(text, file);
  const simulator = build(scenario, file);
  try {
    const fingerprint = createHash('sha256').update(text).digest('hex');
    const history = await LabHistory.open(world, file, fingerprint);
    await replay(world, simulator, history);
    return labOf(world, simulator, scenario, () => history.age, history);
  } catch (error) {
    simulator.dispose();
    throw error;
  }
}

async function readLab(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw usage(
      `The lab cannot be read: ${wordsOf(error)}`,
      `\`rras sim init ${file}\` writes one. If ${file} was meant for the command and not for --sim, put --sim last.`,
    );
  }
}

function labOf(
  world: World,
  simulator: Simulator,
  scenario: Scenario,
  age: () => number,
  history: LabHistory | undefined,
): Lab {
  const began = simulator.now - age();
  const time = world.simulatedClock === 'real' ? new PassingTime(simulator, began, age) : undefined;
  return {
    library: simulator,
    firstServer: scenario.servers[0]?.name,
    record(server, action, ...args) {
      history?.add({ server, action, args });
    },
    close() {
      time?.[Symbol.dispose]();
      simulator.dispose();
    },
  };
}
