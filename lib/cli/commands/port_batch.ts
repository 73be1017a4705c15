// What rras disconnect, reset and clear-stats have in common when they are about ports.

import { type BatchOptions, checkBatchOutput, runBatch } from '../acting/batch.ts';
import { usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import { type ServerOptions, Session } from '../servers/session.ts';
import type { World } from '../world.ts';
import type { PeopledPort } from './people.ts';
import { portFields } from './port_fields.ts';
import { type FilterOptions, portFilter } from './port_filter.ts';
import { countInWords, portsLike, portsNamed, portTask } from './port_targets.ts';

export type PortBatchOptions = ServerOptions &
  BatchOptions &
  FilterOptions & { readonly all?: boolean };

export interface PortDeed {
  readonly command: string;
  readonly action: 'disconnectPort' | 'resetPort' | 'clearPortStats';
  /** 'disconnect %': what is about to happen. */
  readonly verb: (what: string) => string;
  readonly done: string;
  /** Said when nothing was named. */
  readonly nothingNamed: string;
  /** Which ports --all can mean. */
  readonly isMeant?: (port: PeopledPort) => boolean;
}

export async function onPorts(
  world: World,
  names: readonly string[],
  options: PortBatchOptions,
  deed: PortDeed,
): Promise<Exit> {
  const { command, action, verb, done, nothingNamed, isMeant = () => true } = deed;
  checkBatchOutput(options, portFields, 'name');
  const isFiltered = [options.condition, options.device, options.user, options.name].some(
    (patterns) => patterns !== undefined,
  );
  if (names.length === 0 && options.all !== true) {
    throw usage(nothingNamed, 'Name ports (`rras ports` lists them), or say --all.');
  }
  if (names.length > 0 && (options.all === true || isFiltered)) {
    throw usage('Name ports, or say --all and which; not both.');
  }
  const isWanted = portFilter(options);
  return Session.during(world, options, async (session) => {
    const { found, troubles } =
      names.length > 0
        ? await portsNamed(session, names)
        : await portsLike(session, (port) => isMeant(port) && isWanted(port));
    return runBatch(world, options, {
      command,
      fields: portFields,
      key: 'name',
      tasks: found.map((target) => portTask(session, action, target)),
      troubles,
      isOneServer: session.isOneServer,
      question: verb(countInWords(found, `port ${found[0]?.port.name}`, 'ports')),
      done,
    });
  });
}
