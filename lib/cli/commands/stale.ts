// rras stale: connections that look dead, each with the reasons.

import { command } from '../command.ts';
import { combine } from '../exit_codes.ts';
import {
  connectionFilterOptions,
  includeRoutersOption,
  outputOptions,
  portFilterOptions,
  reasonOptions,
  serversOptions,
} from '../options.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { connectionItem, staleFields } from '../people/connection_fields.ts';
import { filterOf } from '../select/filter.ts';
import { find, sayLeftOut } from '../select/find.ts';
import { checkReasons } from '../select/stale.ts';
import { Servers } from '../servers/servers.ts';

export const stale = command({
  name: 'stale',
  description:
    'List connections that look dead, each with its reasons: dormant (the peer cannot be reached), duplicate (the same user came again from the same computer), idle, age.',
  examples: ['rras stale --server RAS01', 'rras stale --max-age 24h --samples 3 --every 20s'],
  fields: staleFields,
  options: {
    ...reasonOptions,
    ...portFilterOptions,
    ...connectionFilterOptions,
    includeRouters: includeRoutersOption,
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, _, options) => {
    checkOutput(options, staleFields);
    const { includeRouters, maxAge, samples, every } = options;
    const reasons = { maxAge, samples, every };
    checkReasons(reasons);
    const filter = filterOf(options);
    const routers = includeRouters === true ? 'included' : 'left out';
    return Servers.during(world, options, async (servers) => {
      const { targets, troubles, leftOut } = await find(servers, {
        kind: 'stale',
        filter,
        reasons,
        routers,
      });
      sayLeftOut(world, leftOut);
      await writeListing(world, options, {
        command: 'stale',
        fields: staleFields,
        key: 'userName',
        items: targets.flatMap((target) =>
          target.kind === 'port'
            ? []
            : [{ ...connectionItem(target.server.name, target.session), reasons: target.reasons }],
        ),
        errors: troubles,
        isOneServer: servers.isOneServer,
        whenEmpty: `No ${leftOut.length > 0 ? 'other ' : ''}connection looks dead.`,
      });
      const silent = troubles.map(({ exit }) => exit);
      const answered = servers.names.slice(silent.length).map(() => 'ok' as const);
      return combine([...silent, ...answered]);
    });
  },
});
