// rras reset: resets ports.

import type { Exit } from '../exit_codes.ts';
import type { World } from '../world.ts';
import { onPorts, type PortBatchOptions } from './port_batch.ts';

export function reset(
  world: World,
  names: readonly string[],
  options: PortBatchOptions,
): Promise<Exit> {
  return onPorts(world, names, options, {
    command: 'reset',
    action: 'resetPort',
    verb: (what) => `reset ${what}`,
    done: 'reset',
    nothingNamed: 'Reset what?',
  });
}
