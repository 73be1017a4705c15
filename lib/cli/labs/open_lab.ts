// Opens the lab of --sim.

import type { Simulator } from '../../simulator/index.ts';
import type { World } from '../terminal/world.ts';
import type { InterfacePlace, Place } from './deeds.ts';
import { type Lab, ticking } from './lab.ts';
import { LabWorld } from './lab_world.ts';
import { defaultScenario, type Scenario } from './scenario.ts';

/** The lab of a file always has its interfaces: they may be connected, and other commands look at the same world. */
export async function openLab(
  world: World,
  file: string | true,
  { asksForInterfaces = true }: { readonly asksForInterfaces?: boolean } = {},
): Promise<Lab> {
  if (file === true) {
    return new LoneLab(world, asksForInterfaces ? defaultScenario : withoutInterfaces());
  }
  // A plain --sim needs neither the reader of files nor what shares a lab.
  const { SharedLab } = await import('./shared_lab.ts');
  return new SharedLab(world, file);
}

// No interface of it is connected, so no port and no connection tells that they are missing.
function withoutInterfaces(): Scenario {
  const servers = defaultScenario.servers.map((server) => ({ ...server, interfaces: [] }));
  return { ...defaultScenario, servers };
}

/**
 * The lab of a plain --sim: of one command, and forgotten with it. Its time begins when the command has listed
 * something, so that a command that lists once shows the same on a slow machine.
 */
class LoneLab implements Lab {
  readonly firstServer = defaultScenario.servers[0]?.name;
  readonly library: Simulator;
  readonly #world: LabWorld;
  readonly #timer: NodeJS.Timeout | undefined;
  #began: number | undefined;

  constructor({ simulatedClock }: World, scenario: Scenario) {
    this.#world = new LabWorld(scenario, '--sim');
    this.library = this.#world.simulator;
    this.#timer = simulatedClock === 'real' ? ticking(() => this.#tick()) : undefined;
  }

  #tick(): void {
    const calls = this.library.takeJournal();
    if (calls.some(({ function: name }) => name.includes('Enum'))) this.#began ??= Date.now();
    if (this.#began !== undefined) this.#world.passTo((Date.now() - this.#began) / 1000);
  }

  placeOf(_: string, port: string): Place {
    return { port };
  }

  interfacePlaceOf(_: string, name: string): InterfacePlace {
    return { interface: name };
  }

  record(): void {}

  onReplaced(): void {}

  close(): void {
    clearInterval(this.#timer);
    this.#world.simulator.dispose();
  }
}
