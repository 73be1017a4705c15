// Lists the sessions of a server.

import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { TablesReply } from '../call/reply.ts';
import { listConnections } from '../connections/listed.ts';
import { NotWhole } from '../native/packed.ts';
import { listPorts } from '../ports/listed.ts';
import { sessionsOf, sessionsOnPorts } from './join.ts';
import { orNoPorts } from './reading.ts';
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
  const sessions = await orNoPorts(
    line.dialect,
    () =>
      line.call('enumSessions', patience, async (call) => {
        const reply = await line.ask(call, 'readSessions');
        line.check(reply);
        return line.read(reply, undefined, () => sessionsIn(line, reply));
      }),
    () => [],
  );
  return isWanted === undefined ? [...sessions] : sessions.filter(isWanted);
}

/** @throws {IdOutOfRange | NotWhole} */
function sessionsIn({ dialect, server }: Line, { tables }: TablesReply): readonly Session[] {
  // An empty listing has a table without a row. A missing table is not "no ports".
  if (tables?.port === undefined) throw new NotWhole();
  const ports = listPorts(tables.port, server);
  if (dialect === 'rassapi') return sessionsOnPorts(ports);
  return sessionsOf(listConnections(tables, server), ports);
}
