// A worker with a hook. It ends by itself, or is terminated while the hook has not decided.

import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../../dist/index.js';
import { Simulator } from '../../dist/simulator/index.js';

const { dialect, how } = workerData;
const simulator = new Simulator({ dialect });
const simulated = simulator.addServer('RAS01');
simulated.addPorts('sstp', 1);
simulated.onCall('enumPorts', () => {
  parentPort.postMessage('asked');
  return how === 'exit' ? undefined : new Promise(() => undefined);
});
const server = await connect('RAS01', { library: simulator });
await server.enumPorts();
await server.disconnect();
