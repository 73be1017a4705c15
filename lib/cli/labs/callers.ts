// Callers of a lab, as the simulator takes them.

import type { Caller, SimulatedConnection, SimulatedServer } from '../../simulator/index.ts';
import type { ScenarioCaller } from './scenario.ts';

/** Somebody calls, and sends and receives from then on. */
export function dialIn(server: SimulatedServer, caller: ScenarioCaller): SimulatedConnection {
  const { bytesSent = 0, bytesReceived = 0, router } = caller;
  const connection = server.dialIn(told(caller));
  if (router === true) server.setDetails(connection, { interfaceType: 'full-router' });
  server.flow(connection, { bytesSent, bytesReceived });
  return connection;
}

/** The part that the simulator takes as the caller. */
export function told(caller: ScenarioCaller): Caller {
  const { bytesSent: _, bytesReceived: __, router: ___, ...plain } = caller;
  return plain;
}
