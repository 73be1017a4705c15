// A worker that uses the package until it is terminated: it carries out commands and reports the answers.
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from 'rras';

const { path, dialect } = workerData;
const servers = new Map();

async function serverAt(address) {
  const known = servers.get(address);
  if (known !== undefined) return known;
  const server = await connect(address, { library: { path, dialect } });
  servers.set(address, server);
  return server;
}

parentPort.on('message', async ({ id, address, disconnect }) => {
  try {
    const server = await serverAt(address);
    const ports = disconnect === undefined ? await server.enumPorts() : undefined;
    if (disconnect !== undefined) await server.disconnectPort(disconnect);
    parentPort.postMessage({ id, ports: ports?.map((port) => ({ ...port })) });
  } catch (error) {
    const { name, message, code, status, syscall } = error;
    parentPort.postMessage({ id, error: { name, message, code, status, syscall } });
  }
});
