// Plain C calls: the loop that is the lower limit for a listing, and Napi::AsyncWorker.
import { loadNative } from '../native/build.mjs';

const { PlainServer } = loadNative();

export async function openPlain(simulator, name) {
  const server = new PlainServer(simulator.path, simulator.address(name));
  return {
    /** The loop in C: enumerates, copies and frees on this thread. Returns the number of ports. */
    enumPorts: async () => server.portLoop(),
    /** The same for connections: at the newest level, or at each of the older ones that are given. */
    async enumConnections(levels) {
      if (levels === undefined) return server.connectionLoop();
      const [count] = levels.map((level) => server.connectionLoop(level));
      return count;
    },
    /** With Napi::AsyncWorker. */
    async disconnectPort(handle) {
      const status = await server.disconnectPort(handle);
      if (status !== 0) throw new Error(`The call failed with ${status}`);
    },
    close: async () => server.close(),
  };
}
