// One world of a lab: a simulator whose clock is stepped, so that whatever is done again happens at the same moments
// in the same order in every process.

import type { Simulator } from '../../simulator/index.ts';
import { SimulatorError } from '../../simulator/simulator_error.ts';
import { build } from './build.ts';
import { doAgain, type InterfacePlace, interfacePlaceOf, type Place, placeOf } from './deeds.ts';
import type { PastDeed } from './history.ts';
import type { Scenario } from './scenario.ts';

export class LabWorld {
  readonly simulator: Simulator;
  readonly scenario: Scenario;
  /** What the simulator's clock showed when the lab began. */
  readonly #began: number;

  constructor(scenario: Scenario, file: string) {
    this.scenario = scenario;
    this.simulator = build(scenario, file);
    this.#began = this.simulator.now;
  }

  /** Seconds since the lab began. */
  get age(): number {
    return this.simulator.now - this.#began;
  }

  /** Lets time pass, and what is planned happen. Never goes back. */
  passTo(age: number): void {
    const ahead = age - this.age;
    if (ahead > 0) this.simulator.step(ahead);
  }

  /** Does again what commands have done. Returns how many deeds could not be done. */
  repeat(deeds: readonly PastDeed[]): number {
    let failed = 0;
    for (const deed of deeds) {
      this.passTo(deed.at);
      try {
        doAgain(this.simulator, deed);
      } catch {
        failed += 1;
      }
    }
    return failed;
  }

  /** Undefined if there is no such server or port. */
  placeOf(server: string, port: string): Place | undefined {
    return ifThere(() => placeOf(this.simulator, server, port));
  }

  /** Undefined if there is no such server or interface. */
  interfacePlaceOf(server: string, name: string): InterfacePlace | undefined {
    return ifThere(() => interfacePlaceOf(this.simulator, server, name));
  }
}

function ifThere<Found>(find: () => Found): Found | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof SimulatorError) return undefined;
    throw error;
  }
}
