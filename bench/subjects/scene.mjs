// The simulated servers that all subjects are held against.
import { Simulator } from 'rras/simulator';

/** A server of which every second port carries a call. */
export function addBusyServer(simulator, name, ports) {
  // Then a port can be disconnected as often as one likes, and each time takes the same way.
  const server = simulator.addServer(name, { quirks: { disconnectIdlePort: 0 } });
  const added = server.addPorts('sstp', ports);
  for (let index = 0; index < added.length; index += 2) {
    server.dialIn({ user: `user${index}`, computer: `PC-${index}`, port: added[index].name });
  }
  return server;
}

/** A simulator with one such server. */
export function busyServer(name, ports) {
  const simulator = new Simulator();
  const server = addBusyServer(simulator, name, ports);
  simulator.step(90);
  return { simulator, server };
}
