// Sightings of plain data, in which nothing is known to be unchanged: so everything is compared.

import type { Port, Session } from '../../lib/index.ts';
import type { Reading } from '../../lib/sessions/reading.ts';
import type { SeenPort, SeenSession, Sighting } from '../../lib/watch/sighting.ts';

let readings = 0;

export function sightingOf({ at, ports, sessions, sessionsBy }: Reading): Sighting {
  readings += 1;
  const seen = { first: readings, last: readings };
  const seenPorts = new Map<Port, SeenPort>();
  for (const port of ports) seenPorts.set(port, { ...seen, data: port });
  const seenSessions = sessions.map(
    (session: Session): SeenSession => ({
      ...seen,
      data: session,
      ports: session.ports.flatMap((port) => seenPorts.get(port) ?? []),
      counters: session.counters,
      meter: undefined,
    }),
  );
  return {
    number: readings,
    at,
    ports: [...seenPorts.values()],
    sessions: seenSessions,
    sessionsBy,
  };
}
