// Lists the connections and the sessions of one server in turns.
import { connect } from 'rras';
import { Simulator } from 'rras/simulator';
import { report, task } from '../measuring/child.mjs';
import { mean, median } from '../measuring/statistics.mjs';
import { timed } from '../measuring/time.mjs';

const { connections, portsEach, calls } = task();

const simulator = new Simulator();
const simulated = simulator.addServer('RAS01');
const ports = simulated.addPorts('sstp', connections * portsEach);
for (let index = 0; index < connections; index += 1) {
  const port = ports[index * portsEach].name;
  simulated.dialIn({ userName: `user${index}`, computer: `PC-${index}`, port });
}
simulator.step(90);

const server = await connect('RAS01', { library: simulator });
const methods = {
  enumConnections: () => server.enumConnections(),
  enumSessions: () => server.enumSessions(),
};

const times = { enumConnections: [], enumSessions: [] };
for (let call = 0; call < calls * 1.5; call += 1) {
  for (const [method, ask] of Object.entries(methods)) {
    const { result, ...measured } = await timed(ask);
    if (result.length !== connections) throw new Error(`${result.length} in ${method}`);
    // The first third warms up.
    if (call >= calls / 2) times[method].push(measured);
  }
}
await server.disconnect();
simulator.dispose();
// A mean, because every few calls one pays for the garbage of all.
const figures = (measured) => ({
  whole: median(measured.map(({ whole }) => whole)),
  mainThread: mean(measured.map(({ mainThread }) => mainThread)),
});
report({
  enumConnections: figures(times.enumConnections),
  enumSessions: figures(times.enumSessions),
});
