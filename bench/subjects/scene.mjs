// The simulated servers for all subjects.
import { Simulator } from 'rras/simulator';

/** A server on which every second port is in use. */
export function addBusyServer(simulator, name, ports) {
  // So a port can be disconnected any number of times, always with the same result.
  const server = simulator.addServer(name, { quirks: { disconnectIdlePort: 0 } });
  const added = server.addPorts('sstp', ports);
  for (let index = 0; index < added.length; index += 2) {
    server.dialIn({ userName: `user${index}`, computer: `PC-${index}`, port: added[index].name });
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
