// rras reset: resets ports.

import { type BatchOptions, checkBatchOutput, runBatch } from '../acting/batch.ts';
import { usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import { type ServerOptions, Session } from '../servers/session.ts';
import type { World } from '../world.ts';
import { portFields, portItem } from './port_fields.ts';
import { type FilterOptions, portFilter } from './port_filter.ts';
import { countInWords, nameOf, portsLike, portsNamed } from './port_targets.ts';

export type ResetOptions = ServerOptions &
  BatchOptions &
  FilterOptions & { readonly all?: boolean };

export async function reset(
  world: World,
  names: readonly string[],
  options: ResetOptions,
): Promise<Exit> {
  checkBatchOutput(options, portFields, 'name');
  if (names.length === 0 && options.all !== true) {
    throw usage('Reset what?', 'Name ports (rras ports lists them), or say --all for every port.');
  }
  if (names.length > 0 && options.all === true) throw usage('Name ports or say --all, not both.');
  const isWanted = portFilter(options);
  return Session.during(world, options, async (session) => {
    const { found, troubles } =
      names.length > 0 ? await portsNamed(session, names) : await portsLike(session, isWanted);
    return runBatch(world, options, {
      command: 'reset',
      fields: portFields,
      key: 'name',
      tasks: found.map((target) => ({
        item: portItem(target.server.name, target.port),
        name: nameOf(target),
        act: async () => {
          const { server, port } = target;
          await server.resetPort(port, { timeout: session.patience.timeout });
          session.lab?.record(server.name, 'resetPort', port.name);
        },
      })),
      troubles,
      isOneServer: session.isOneServer,
      question: `reset ${countInWords(found, 'port', 'ports')}`,
      done: 'reset',
    });
  });
}
