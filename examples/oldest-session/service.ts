// Disconnects the oldest session of a user, on whichever server it is, and waits until it is gone. A server that
// fails is logged and does not stop the others.

import { RasError, type RasServer, type Session } from 'rras';
import { Fleet, failures, results } from 'rras/fleet';

export type Log = (line: string) => void;

interface Found {
  readonly server: RasServer;
  readonly session: Session;
}

/** Milliseconds: for each answer, and for a session to be gone. */
const TEN_SECONDS = 10_000;

/** The session that it disconnected; undefined if there was none, or if it failed. The log says which. */
export async function disconnectOldest(
  user: string,
  servers: readonly string[],
  log: Log = console.error,
): Promise<Session | undefined> {
  const fleet = new Fleet(servers, { callTimeout: TEN_SECONDS });
  try {
    const [oldest] = (await findSessions(fleet, user, log)).sort(longestFirst);
    if (oldest !== undefined) return await disconnect(oldest, log);
    log(`${user} has no session on the servers that answered`);
    return undefined;
  } finally {
    await fleet.close();
  }
}

async function findSessions(fleet: Fleet, user: string, log: Log): Promise<Found[]> {
  const outcomes = await fleet.eachKept(async (server) => {
    const sessions = await server.enumSessions({ user });
    return sessions.map((session) => ({ server, session }));
  });
  for (const { error } of failures(outcomes)) logError(error, log);
  return results(outcomes).flatMap(({ result }) => result);
}

async function disconnect({ server, session }: Found, log: Log): Promise<Session | undefined> {
  try {
    // This fails if somebody else has the place of the session by now. It returns when the session is gone.
    await server.disconnectSession(session, { wait: true });
    return session;
  } catch (error) {
    logError(error, log);
    return undefined;
  }
}

function longestFirst(a: Found, b: Found): number {
  return (b.session.connectDuration ?? 0) - (a.session.connectDuration ?? 0);
}

function logError(error: unknown, log: Log): void {
  // Anything else is a bug of this program.
  if (!(error instanceof RasError)) throw error;
  log(`${error.server}: ${error.message}`);
  if (error.hint !== undefined) log(`  ${error.hint}`);
}
