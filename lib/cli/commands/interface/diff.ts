// rras interface diff [NAME]: where the running router and its stored configuration differ.

import { isDeepStrictEqual } from 'node:util';
import type { DialOutHours } from '../../../interfaces/hours.ts';
import type { StoredInterfaceDetails } from '../../../interfaces/interface.ts';
import type { RasServer } from '../../../server.ts';
import { command } from '../../command.ts';
import { Complaint } from '../../complaint.ts';
import { outputOptions, serversOptions } from '../../options.ts';
import { type Field, fieldOf } from '../../output/fields.ts';
import { checkOutput, writeListing } from '../../output/listing.ts';
import { serverField } from '../../people/port_fields.ts';
import { interfaceName, interfacesOn } from '../../select/interface.ts';
import { exitOf, results, Servers, troubles } from '../../servers/servers.ts';
import { say } from '../../terminal/world.ts';
import { valueInWords } from './step_words.ts';

interface Difference {
  readonly server: string;
  readonly name: string;
  /** 'interface' if only one side has it. */
  readonly field: 'interface' | 'type' | 'isEnabled' | 'dialOutHours';
  readonly running: string | boolean | DialOutHours | undefined;
  readonly stored: string | boolean | DialOutHours | undefined;
}

const field = fieldOf<Difference>();

const fields: readonly Field<Difference>[] = [
  serverField,
  field('name', { header: 'INTERFACE' }),
  field('field'),
  field('running', { nothing: 'none', show: valueInWords }),
  field('stored', { nothing: 'none', show: valueInWords }),
];

export const diff = command({
  name: 'interface diff',
  description:
    'Show where the running interfaces differ from the stored ones, which a restart brings.',
  examples: ['rras interface diff --server RAS01', 'rras interface diff RAS01/Paris --json'],
  fields,
  argument: ['[name]', 'only the interface of this name'],
  options: { ...serversOptions, ...outputOptions },
  run: (world, [word], options) => {
    checkOutput(options, fields);
    const name = word === undefined ? undefined : interfaceName(word);
    return Servers.during(
      world,
      options,
      async (servers) => {
        const outcomes = await servers.each((server) => differences(servers, server, name?.name));
        await writeListing(world, options, {
          command: 'interface diff',
          fields,
          key: 'name',
          items: results(outcomes).flatMap(({ result }) => result),
          errors: troubles(outcomes),
          isOneServer: servers.isOneServer,
          whenEmpty:
            'No difference: each interface that runs is stored, with the same type, hours and isEnabled.',
        });
        if (options.quiet !== true && results(outcomes).length > 0) {
          say(world, 'How an interface is dialled is in the phone book, which both sides share.');
        }
        return exitOf(outcomes);
      },
      name && { named: { names: [name] } },
    );
  },
});

async function differences(
  servers: Servers,
  server: RasServer,
  name: string | undefined,
): Promise<Difference[]> {
  const { patience } = servers;
  // Those of clients are never stored: they come and go with their connections.
  const listed = (await interfacesOn(servers, server)).filter(({ type }) => type !== 'client');
  const config = await servers.connectStored(server);
  try {
    const kept = await config.enumInterfaces(patience);
    const names = new Map([...listed, ...kept].map((one) => [one.name.toLowerCase(), one.name]));
    const wanted = [...names].filter(
      ([folded]) => name === undefined || folded === name.toLowerCase(),
    );
    if (name !== undefined && wanted.length === 0) throw noInterface(server, name);
    const found: Difference[] = [];
    for (const [folded, own] of wanted) {
      const running = listed.find((one) => one.name.toLowerCase() === folded);
      const stored = kept.find((one) => one.name.toLowerCase() === folded);
      if (running === undefined || stored === undefined) {
        const [runs, isStored] = [running !== undefined, stored !== undefined];
        found.push({
          server: server.name,
          name: own,
          field: 'interface',
          running: runs,
          stored: isStored,
        });
        continue;
      }
      const both = {
        running: await server.getInterface(running, patience),
        stored: await config.getInterface(stored, patience),
      };
      found.push(...differencesOf(server.name, own, both));
    }
    return found;
  } finally {
    await config.disconnect(patience).catch(() => undefined);
  }
}

interface Both {
  readonly running: StoredInterfaceDetails;
  readonly stored: StoredInterfaceDetails;
}

function differencesOf(server: string, name: string, { running, stored }: Both): Difference[] {
  return (['type', 'isEnabled', 'dialOutHours'] as const).flatMap((key) =>
    isDeepStrictEqual(running[key], stored[key])
      ? []
      : [{ server, name, field: key, running: running[key], stored: stored[key] }],
  );
}

function noInterface({ name: server }: RasServer, name: string): Complaint {
  const on = server === '' ? '' : ` on ${server}`;
  return new Complaint(
    'notFound',
    `There is no interface ${name}${on}, neither running nor stored.`,
    '`rras interface list` lists the interfaces.',
  );
}
