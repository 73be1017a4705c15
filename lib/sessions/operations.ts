// Lists the sessions of a server.

import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { EVERYTHING_AT_ONCE } from '../call/paging.ts';
import { connectionsIn } from '../connections/operations.ts';
import { listed } from '../ports/named.ts';
import { type ReadableServer, readServer } from './reading.ts';
import type { Session } from './session.ts';
import { userFilter } from './user_filter.ts';

export interface EnumSessionsOptions extends CallOptions {
  /**
   * Only the sessions of this user: `alice`, in whatever domain, or `CORP\alice`. Letter case does not matter.
   * An empty text and `undefined` are refused.
   */
  readonly user?: string;
}

export async function enumSessions(line: Line, options?: EnumSessionsOptions): Promise<Session[]> {
  const checked = checkOptions(options, ['user']);
  const { user, ...patience } = checked;
  // A user that is given as undefined, as an unset variable is, must not select everybody.
  const isWanted = 'user' in checked ? userFilter(user) : undefined;
  const { sessions } = await readServer(readable(line), patience);
  return isWanted === undefined ? [...sessions] : sessions.filter(isWanted);
}

// Two calls with one name, which begin at once: so they share their time-out, and it names the method.
function readable(line: Line): ReadableServer {
  const name = 'enumSessions';
  return {
    dialect: line.dialect,
    enumPorts: async (options) =>
      line.call(name, options, async (patience) =>
        listed(line, await line.ask(patience, 'enumPorts', EVERYTHING_AT_ONCE)),
      ),
    enumConnections: async (options) =>
      line.call(name, options, async (patience) => {
        const reply = await line.ask(patience, 'enumConnections', EVERYTHING_AT_ONCE);
        line.check(reply);
        return connectionsIn(line, reply);
      }),
  };
}
