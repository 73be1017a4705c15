// rras interface list: every interface of the servers, or those that were asked for.

import { InvalidArgumentError } from 'commander';
import { interfaceTypes } from '../../../connections/connection.ts';
import { interfaceStates } from '../../../interfaces/interface.ts';
import { command, type OptionOf, wordsIn } from '../../command.ts';
import { Complaint } from '../../complaint.ts';
import { exitWithWords } from '../../exit_codes.ts';
import { outputOptions, serversOptions } from '../../options.ts';
import { checkOutput, writeListing } from '../../output/listing.ts';
import { interfaceFields, interfaceItem } from '../../people/interface_fields.ts';
import { type FoundInterface, interfacesWithRiders } from '../../select/interface.ts';
import { isFor, type Name, nameIn } from '../../servers/qualified_name.ts';
import { exitOf, results, Servers, troubles } from '../../servers/servers.ts';
import { type ServerTrouble, troubleOf } from '../../trouble.ts';
import { fits, fitsAny } from '../../wildcard.ts';

export const list = command({
  name: 'interface list',
  description: 'List interfaces, why they are down, and what goes over them.',
  examples: [
    'rras interface list --server RAS01',
    'rras interface list --state unreachable --json',
    'rras interface list --type full-router',
  ],
  fields: interfaceFields,
  argument: ['[name...]', 'these interfaces only: names, or patterns such as Par*'],
  options: {
    state: wordsOf('--state <words>', 'in this state', interfaceStates),
    type: wordsOf('--type <words>', 'of this type', interfaceTypes),
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, given, options) => {
    checkOutput(options, interfaceFields);
    const names = given.map(nameIn);
    const { state, type } = options;
    const isWanted = ({ one }: FoundInterface) =>
      fitsAny(state ?? [], one.state) && fitsAny(type ?? [], one.type);
    return Servers.during(
      world,
      options,
      async (servers) => {
        const outcomes = await servers.each((server) => interfacesWithRiders(servers, server));
        const answers = results(outcomes);
        const missing = missingNames(names, answers);
        await writeListing(world, options, {
          command: 'interface list',
          fields: interfaceFields,
          key: 'name',
          items: answers.flatMap(({ server, result }) =>
            result
              .filter((each) => isWanted(each) && isMeant(names, server, each))
              .map(({ one, riders }) => interfaceItem(server, one, riders)),
          ),
          errors: [...troubles(outcomes), ...missing],
          isOneServer: servers.isOneServer,
          whenEmpty:
            state === undefined && type === undefined
              ? 'The server has no interfaces.'
              : 'No interface fits these filters.',
        });
        return exitWithWords(exitOf(outcomes), names, missing);
      },
      { named: { names } },
    );
  },
});

/** Some of these words. A server may have a state or a type that is newer than the package. */
function wordsOf(
  flags: string,
  what: string,
  known: readonly string[],
): OptionOf<readonly string[] | undefined> {
  return {
    flags,
    words: `${what}: ${known.join(', ')}`,
    isList: true,
    hasCommas: true,
    suggestions: known,
    read: (text) => {
      const given = wordsIn(text).map((word) => word.toLowerCase());
      const wrong = given.find((word) => !known.includes(word) && !/^unknown-\d+$/.test(word));
      if (wrong === undefined) return given;
      throw new InvalidArgumentError(`There is no ${wrong}; there are ${known.join(', ')}.`);
    },
  };
}

function isMeant(names: readonly Name[], server: string, { one }: FoundInterface): boolean {
  return (
    names.length === 0 || names.some((name) => isFor(name, server) && fits(name.name, one.name))
  );
}

/** The names that no interface has on the servers that answered. */
function missingNames(
  names: readonly Name[],
  answers: readonly { readonly server: string; readonly result: readonly FoundInterface[] }[],
): ServerTrouble[] {
  return names.flatMap((name) => {
    const asked = answers.filter(({ server }) => isFor(name, server));
    const isThere = asked.some(({ result }) => result.some(({ one }) => fits(name.name, one.name)));
    if (asked.length === 0 || isThere) return [];
    const server = asked.map((each) => each.server).join(', ');
    const on = server === '' ? '' : ` on ${server}`;
    const complaint = new Complaint(
      'notFound',
      `There is no interface ${name.name}${on}.`,
      '`rras interface list` lists the interfaces.',
    );
    return [{ server, ...troubleOf(complaint) }];
  });
}
