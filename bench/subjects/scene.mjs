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

/** A simulator with one server on which every port is in use. */
export function crowdedServer(name, connections, { generation = '2016' } = {}) {
  const simulator = new Simulator();
  const server = simulator.addServer(name, { generation });
  crowd(server, connections);
  simulator.step(90);
  return { simulator, server };
}

/** Half of them dial in over SSTP and half over IKEv2 if the server has these, and all over PPTP otherwise. */
export function crowd(server, connections) {
  const types = server.generation === '2016' ? ['sstp', 'ikev2'] : ['pptp'];
  const ports = types.flatMap((type, place) =>
    server.addPorts(type, Math.ceil((connections - place) / types.length)),
  );
  for (const [index, port] of ports.entries()) {
    server.dialIn({
      userName: `user${index}`,
      logonDomain: ['CORP', 'EMEA', 'LAB'][index % 3],
      computer: `LAPTOP-${index}`,
      port: port.name,
    });
  }
}

/** A share of the sessions end, and as many others begin. Each round has others than the round before. */
export function changeSessions(server, share, round) {
  const { connections } = server;
  for (let index = 0; index < connections.length * share; index += 1) {
    const caller = connections[(round * 37 + index * 101) % connections.length];
    const [port] = caller.ports ?? [];
    server.hangUp(caller);
    server.dialIn({ userName: `user${round}-${index}`, logonDomain: 'CORP', port: port?.name });
  }
}
