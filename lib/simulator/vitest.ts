// A world for each test: `import { test } from 'rras/simulator/vitest'`.

import { setTimeout } from 'node:timers/promises';
import { test as base, type TestAPI } from 'vitest';
import { Simulator, type SimulatorOptions } from './simulator.ts';
import { SimulatorError } from './simulator_error.ts';

export interface SimulatorFixtures {
  /** How the world is made; its clock is stepped unless you say otherwise. Set it with `test.override`. */
  readonly simulatorOptions: SimulatorOptions;
  /** A world of its own for each test. It is disposed of afterwards. */
  readonly simulator: Simulator;
}

/**
 * The `test` of vitest with a fixture `simulator`. After each test that uses it, every buffer must be back and
 * every server handle released, or the test fails.
 *
 * @example
 * import { expect } from 'vitest';
 * import { test } from 'rras/simulator/vitest';
 *
 * test('nobody is connected', async ({ simulator }) => {
 *   simulator.addServer('RAS01').addPorts('sstp', 2);
 *   simulator.install();
 *   expect(await myProgram('RAS01')).toEqual([]);
 * });
 */
export const test: TestAPI<SimulatorFixtures> = base.extend<SimulatorFixtures>({
  // vitest finds out from the parameter which fixtures a fixture needs: it must be written like this.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  simulatorOptions: async ({}, use) => use({}),
  simulator: async ({ simulatorOptions }, use) => {
    const simulator = new Simulator({ clock: 'stepped', ...simulatorOptions });
    try {
      await use(simulator);
    } finally {
      // Calls that still hang end with it, and give back what they have.
      simulator.dispose();
    }
    await nothingLeft(simulator);
  },
});

const PATIENCE_MILLISECONDS = 2_000;
const POLL_MILLISECONDS = 5;

/** @throws {SimulatorError} if something was left behind. What was given up by its caller may take a moment. */
async function nothingLeft(simulator: Simulator): Promise<void> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (simulator.unreturnedBuffers > 0 || simulator.openHandles > 0) {
    if (performance.now() > end) throw leftOpen(simulator);
    await setTimeout(POLL_MILLISECONDS);
  }
}

function leftOpen({ unreturnedBuffers: buffers, openHandles: handles }: Simulator): SimulatorError {
  const left = [
    ...(handles === 0 ? [] : [`${handles} server handle${handles === 1 ? '' : 's'} open`]),
    ...(buffers === 0 ? [] : [`${buffers} buffer${buffers === 1 ? '' : 's'} not returned`]),
  ];
  const advice = handles === 0 ? '' : ': end each connection with `await server.disconnect()`';
  return new SimulatorError(
    'ERR_RRAS_SIMULATOR_LEFT_OPEN',
    `The test left ${left.join(' and ')}${advice}`,
  );
}
