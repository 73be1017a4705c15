// Connects twice and prints the milliseconds of each. The simulator is made before, so that the first connect
// loads only the addon.
import { performance } from 'node:perf_hooks';
import { connect } from 'rras';
import { Simulator } from 'rras/simulator';

const simulator = new Simulator();
simulator.addServer('RAS01');

async function timeToConnect() {
  const begin = performance.now();
  const server = await connect('RAS01', { library: simulator });
  const time = performance.now() - begin;
  await server.disconnect();
  return time;
}

const first = await timeToConnect();
const second = await timeToConnect();
simulator.dispose();
process.stdout.write(JSON.stringify({ first, second }));
