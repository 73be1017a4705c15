// Imports the package as installed from the tarball.
import { connect } from 'rras';
import { Simulator } from 'rras/simulator';

for (const dialect of ['mprapi', 'nt4', 'rassapi']) {
  const simulator = new Simulator({ dialect });
  const simulated = simulator.addServer('RAS01');
  simulated.addPorts('sstp', 2);
  simulated.dialIn({ userName: 'alice' });
  const server = await connect('RAS01', { library: simulator });
  const ports = await server.enumPorts();
  const taken = ports.find((port) => port.condition === 'authenticated');
  if (ports.length !== 2 || taken === undefined) throw new Error(`${dialect}: ports are missing`);
  await server.disconnectPort(taken);
  await server.disconnect();
  if (simulator.unreturnedBuffers !== 0) throw new Error(`${dialect}: a buffer was not returned`);
  simulator.dispose();
}
console.log(process.platform, process.arch, process.version);
