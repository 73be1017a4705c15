// No call at all: a bare loop that makes the objects of a listing. No listing can take less of the main thread.
import { setImmediate as turn } from 'node:timers/promises';

export async function openBareObjects(simulator, name) {
  const [{ ports: simulated }] = simulator.servers;
  const names = simulated.map((port) => port.name);
  const text = names.join('');
  const lengths = Uint8Array.from(names, (each) => each.length);

  function make() {
    const ports = new Array(lengths.length);
    let cut = 0;
    for (let index = 0; index < lengths.length; index += 1) {
      const end = cut + lengths[index];
      const isFree = index % 2 === 1;
      ports[index] = {
        server: name,
        name: text.slice(cut, end),
        handle: index + 1,
        condition: isFree ? 'listening' : 'authenticated',
        deviceName: 'WAN Miniport (SSTP)',
        deviceType: 'vpn',
        mediaName: 'rastapi',
        connection: isFree ? undefined : index + 1,
        totalCalls: isFree ? 0 : 1,
        connectDuration: isFree ? 0 : 90,
      };
      cut = end;
    }
    return ports;
  }

  return {
    async enumPorts() {
      await turn();
      return make();
    },
    close: async () => {},
  };
}
