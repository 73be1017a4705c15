// Does again what was done to a lab. Everything in it is counted in order, so each port and connection
// gets the handle that it had.

import { connect } from '../../connect.ts';
import type { RasServer } from '../../server.ts';
import type { Simulator } from '../../simulator/index.ts';
import { say, type World } from '../world.ts';
import type { History, PastDeed } from './history.ts';

const actions = ['disconnectPort', 'resetPort'] as const;
type Action = (typeof actions)[number];

export async function replay(world: World, simulator: Simulator, history: History): Promise<void> {
  const servers = new Map<string, RasServer>();
  let clock = 0;
  let failed = 0;
  for (const deed of history.deeds) {
    simulator.step(Math.max(0, deed.at - clock));
    clock = Math.max(clock, deed.at);
    try {
      const server = servers.get(deed.server) ?? (await reach(simulator, deed.server));
      servers.set(deed.server, server);
      await again(server, deed);
    } catch {
      failed += 1;
    }
  }
  simulator.step(Math.max(0, history.age - clock));
  for (const server of servers.values()) await server.disconnect();
  if (failed > 0) say(world, `Of what was done in this lab, ${failed} could not be done again.`);
}

function reach(simulator: Simulator, name: string): Promise<RasServer> {
  return connect(name === '' ? undefined : name, { library: simulator });
}

async function again(server: RasServer, { action, args }: PastDeed): Promise<void> {
  // From a file that anybody may have written: nothing else of the server is called by its name.
  if (!isAction(action)) throw new Error(`A lab knows no ${action}`);
  const method = server[action] as (...args: unknown[]) => Promise<unknown>;
  await method.apply(server, [...args]);
}

function isAction(action: string): action is Action {
  return (actions as readonly string[]).includes(action);
}
