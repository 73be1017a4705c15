// Lists the sessions of a server.

import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { TablesReply } from '../call/reply.ts';
import { listConnections } from '../connections/listed.ts';
import { listPorts } from '../ports/listed.ts';
import type { Port } from '../ports/port.ts';
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
  const sessions = await askForSessions(
    line,
    'enumSessions',
    patience,
    (tables) => sessionsIn(line, listPorts(tables, line.server), tables),
    () => [],
  );
  return isWanted === undefined ? [...sessions] : sessions.filter(isWanted);
}

function sessionsIn(line: Line, ports: readonly Port[], tables: Tables): readonly Session[] {
  if (line.dialect === 'rassapi') return sessionsOnPorts(ports);
  return sessionsOf(listConnections(tables, line.server), ports);
}

type Tables = TablesReply['tables'];

/**
 * Asks for the ports and then for the connections, and reads the answer: `name` is the method that was called. `none` is
 * for a server that has no ports under rassapi.
 */
export function askForSessions<Read>(
  line: Line,
  name: string,
  options: CallOptions,
  read: (tables: Tables) => Read,
  none: () => Read,
): Promise<Read> {
  const asked = () =>
    line.call(name, options, async (patience) => {
      const reply = await line.ask(patience, 'readSessions');
      line.check(reply);
      return line.read(reply, undefined, () => read(reply.tables));
    });
  return orNoPorts(line.dialect, asked, none);
}
