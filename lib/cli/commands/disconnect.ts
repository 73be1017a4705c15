// rras disconnect: ends what is on a port.

import { type BatchOptions, checkBatchOutput, runBatch } from '../acting/batch.ts';
import { usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import { type ServerOptions, Session } from '../servers/session.ts';
import type { World } from '../world.ts';
import { isInUse, portFields, portItem } from './port_fields.ts';
import { type FilterOptions, portFilter } from './port_filter.ts';
import { countInWords, nameOf, portsLike, portsNamed } from './port_targets.ts';

export type DisconnectOptions = ServerOptions &
  BatchOptions &
  FilterOptions & { readonly all?: boolean };

export async function disconnect(
  world: World,
  names: readonly string[],
  options: DisconnectOptions,
): Promise<Exit> {
  checkBatchOutput(options, portFields, 'name');
  if (names.length === 0 && options.all !== true) {
    throw usage(
      'Disconnect what?',
      'Name ports (rras ports --in-use lists them), or say --all for every port in use.',
    );
  }
  if (names.length > 0 && options.all === true) throw usage('Name ports or say --all, not both.');
  const isWanted = portFilter(options);
  return Session.during(world, options, async (session) => {
    const { found, troubles } =
      names.length > 0
        ? await portsNamed(session, names)
        : await portsLike(session, (port) => isInUse(port) && isWanted(port));
    return runBatch(world, options, {
      command: 'disconnect',
      fields: portFields,
      key: 'name',
      tasks: found.map((target) => ({
        item: portItem(target.server.name, target.port),
        name: nameOf(target),
        act: async () => {
          const { server, port } = target;
          await server.disconnectPort(port, { timeout: session.patience.timeout });
          session.lab?.record(server.name, 'disconnectPort', port.name);
        },
      })),
      troubles,
      isOneServer: session.isOneServer,
      question: `disconnect ${countInWords(found, 'port', 'ports')}`,
      // The API starts it and does not wait.
      done: 'disconnecting',
    });
  });
}
