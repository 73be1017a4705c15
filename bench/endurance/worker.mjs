// A worker that uses the package until it is terminated, at one of three stages.
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from 'rras';

const { path, name, stage } = workerData;
const server = await connect(name, { library: { path, dialect: 'mprapi' } });
await server.enumPorts();
parentPort.postMessage('ready');
switch (stage) {
  case 'connected':
    parentPort.once('message', () => {});
    break;
  case 'in a call':
    for (;;) await server.enumPorts();
  case 'hung':
    await server.disconnectPort(0);
    break;
}
