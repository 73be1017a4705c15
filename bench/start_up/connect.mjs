// Connects for the first time and for the second, and prints the milliseconds. The simulator is there
// before, so that the first connect loads the addon and nothing else.
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
