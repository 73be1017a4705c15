// rras ports: every port of the servers, or those that were asked for.

import { command, flag, optional } from '../command.ts';
import { Complaint } from '../complaint.ts';
import { exitWithWords } from '../exit_codes.ts';
import { outputOptions, portFilterOptions, serversOptions, wholeNumber } from '../options.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { type PeopledPort, peopledPorts } from '../people/people.ts';
import { portFields, portItem } from '../people/port_fields.ts';
import { filterOf, isOf } from '../select/filter.ts';
import { isFor, type Name, nameIn } from '../servers/qualified_name.ts';
import { exitOf, results, Servers, troubles } from '../servers/servers.ts';
import { type ServerTrouble, troubleOf } from '../trouble.ts';
import { fits } from '../wildcard.ts';
import { summarise, summaryFields } from './port_summary.ts';

export const ports = command({
  name: 'ports',
  description: 'List ports.',
  examples: [
    'rras ports --server RAS01 --in-use',
    "rras ports --device '*SSTP*' --condition listening",
    'rras ports --summary --min-free 10',
  ],
  fields: portFields,
  argument: ['[name...]', 'these ports only: names, or patterns such as VPN2-*'],
  options: {
    inUse: flag('--in-use', 'with somebody on it'),
    idle: flag('--idle', 'with nobody on it'),
    ...portFilterOptions,
    summary: flag('--summary', 'count used and free ports by device'),
    minFree: optional(
      '--min-free <n>',
      'with --summary: exit code 8 if a device has fewer free ports',
      wholeNumber(0, 1_000_000),
    ),
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, words, options) => {
    const names = words.map(nameIn);
    const { summary, minFree } = options;
    const isSummary = [summary === true, minFree !== undefined].includes(true);
    checkOutput(options, isSummary ? summaryFields : portFields);
    const filter = filterOf(options);
    return Servers.during(
      world,
      options,
      async (servers) => {
        const outcomes = await servers.each((server) => peopledPorts(servers, server));
        const missing = missingNames(names, results(outcomes));
        const found = results(outcomes).map(({ server, result }) => ({
          server,
          result: result.filter((each) => filter.hasPort(each) && isMeant(names, server, each)),
        }));
        const errors = [...troubles(outcomes), ...missing];
        const exit = exitWithWords(exitOf(outcomes), names, missing);
        const { isOneServer } = servers;
        if (isSummary) {
          const counted = found.map(({ server, result }) => ({
            server,
            result: result.map(({ port }) => port),
          }));
          return summarise(world, options, { found: counted, errors, isOneServer, exit, minFree });
        }
        await writeListing(world, options, {
          command: 'ports',
          fields: portFields,
          key: 'name',
          items: found.flatMap(({ server, result }) =>
            result.map((each) => portItem(server, each)),
          ),
          errors,
          isOneServer,
          whenEmpty:
            filter.given.length === 0 ? 'The server has no ports.' : 'No port fits these filters.',
        });
        return exit;
      },
      { named: { names }, asksForInterfaces: false },
    );
  },
});

function isMeant(names: readonly Name[], server: string, { port }: PeopledPort): boolean {
  return (
    names.length === 0 || names.some((name) => isFor(name, server) && fits(name.name, port.name))
  );
}

/** The names that no port has on the servers that answered. */
function missingNames(
  names: readonly Name[],
  answers: readonly { readonly server: string; readonly result: readonly PeopledPort[] }[],
): ServerTrouble[] {
  return names.flatMap((name) => {
    const asked = answers.filter(({ server }) => isFor(name, server));
    const ports = asked.flatMap(({ result }) => result);
    if (asked.length === 0 || ports.some(({ port }) => fits(name.name, port.name))) return [];
    const server = asked.map((each) => each.server).join(', ');
    const hint = ports.some(({ session }) => session !== undefined && isOf([name.name], session))
      ? `${name.name} is a user: rras ports --user ${name.name}`
      : `--server ${name.name} names a server, --user ${name.name} a user.`;
    const on = server === '' ? '' : ` on ${server}`;
    const complaint = new Complaint('notFound', `There is no port ${name.name}${on}.`, hint);
    return [{ server, ...troubleOf(complaint) }];
  });
}
