// Plain C calls: the loop that is the lower limit for a listing, and Napi::AsyncWorker.
import { loadNative } from '../native/build.mjs';

const { PlainServer } = loadNative();

export async function openPlain(simulator, name) {
  const server = new PlainServer(simulator.path, simulator.address(name));
  return {
    /** The loop in C: enumerates, copies and frees on this thread. Returns the number of ports. */
    enumPorts: async () => server.runCLoop(),
    /** With Napi::AsyncWorker. */
    async disconnectPort(handle) {
      const status = await server.disconnectPort(handle);
      if (status !== 0) throw new Error(`The call failed with ${status}`);
    },
    close: async () => server.close(),
  };
}
