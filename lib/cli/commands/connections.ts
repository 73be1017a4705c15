// rras connections: who is connected.

import type { Session } from '../../sessions/session.ts';
import { command } from '../command.ts';
import { exitWithWords } from '../exit_codes.ts';
import { connectionFilterOptions, outputOptions, serversOptions } from '../options.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { connectionFields, connectionItem } from '../people/connection_fields.ts';
import { sessionsOn } from '../people/people.ts';
import { filterOf, isOf } from '../select/filter.ts';
import { nobody } from '../select/one_connection.ts';
import { isFor, type Name, nameIn } from '../servers/qualified_name.ts';
import { exitOf, results, Servers, troubles } from '../servers/servers.ts';
import { type ServerTrouble, troubleOf } from '../trouble.ts';
import { fits } from '../wildcard.ts';

export const connections = command({
  name: 'connections',
  description: 'List connections: who is connected, since when, from where.',
  examples: ['rras connections --server RAS01', 'rras connections --user alice --json'],
  fields: connectionFields,
  argument: ['[who...]', 'these only: users, or names of ports; patterns too'],
  options: { ...connectionFilterOptions, ...serversOptions, ...outputOptions },
  run: (world, words, options) => {
    const names = words.map(nameIn);
    checkOutput(options, connectionFields);
    const filter = filterOf(options);
    return Servers.during(
      world,
      options,
      async (servers) => {
        const outcomes = await servers.each((server) => sessionsOn(servers, server));
        const answers = results(outcomes);
        const missing = missingPeople(names, answers);
        await writeListing(world, options, {
          command: 'connections',
          fields: connectionFields,
          key: 'userName',
          items: answers.flatMap(({ server, result }) =>
            result
              .filter((session) => filter.hasSession(session) && isMeant(names, server, session))
              .map((session) => connectionItem(server, session)),
          ),
          errors: [...troubles(outcomes), ...missing],
          isOneServer: servers.isOneServer,
          whenEmpty:
            filter.given.length === 0
              ? 'Nobody is connected.'
              : 'No connection fits these filters.',
        });
        return exitWithWords(exitOf(outcomes), names, missing);
      },
      { named: { names }, asksForInterfaces: false },
    );
  },
});

function isMeant(names: readonly Name[], server: string, session: Session): boolean {
  return names.length === 0 || names.some((name) => isFor(name, server) && isWho(name, session));
}

function isWho({ name }: Name, session: Session): boolean {
  return isOf([name], session) || session.ports.some((port) => fits(name, port.name));
}

/** The names that nobody has on the servers that answered. */
function missingPeople(
  names: readonly Name[],
  answers: readonly { readonly server: string; readonly result: readonly Session[] }[],
): ServerTrouble[] {
  return names.flatMap((name) => {
    const asked = answers.filter(({ server }) => isFor(name, server));
    const isThere = asked.some(({ result }) => result.some((session) => isWho(name, session)));
    if (asked.length === 0 || isThere) return [];
    const server = asked.map((each) => each.server).join(', ');
    return [{ server, ...troubleOf(nobody(name.name, server)) }];
  });
}
