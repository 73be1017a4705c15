// Loads the package with require.
const { connect } = require('rras');
const { Simulator } = require('rras/simulator');

async function main() {
  const simulator = new Simulator();
  simulator.addServer('RAS01').addPorts('sstp', 2);
  const server = await connect('RAS01', { library: simulator });
  const ports = await server.enumPorts();
  if (ports.length !== 2) throw new Error(`${ports.length} ports instead of 2`);
  await server.disconnect();
  simulator.dispose();
  console.log(process.platform, process.arch, process.version);
}

main();
