// Loads the package with require: Node warns of nothing, and the classes are those of import.
const { connect, RasError } = require('rras');
const { Simulator } = require('rras/simulator');

process.on('warning', (warning) => {
  throw warning;
});

async function main() {
  const simulator = new Simulator();
  simulator.addServer('RAS01').addPorts('sstp', 2);
  const server = await connect('RAS01', { library: simulator });
  const ports = await server.enumPorts();
  if (ports.length !== 2) throw new Error(`${ports.length} ports instead of 2`);
  await server.disconnect();
  simulator.dispose();
  const imported = await import('rras');
  if (imported.RasError !== RasError) throw new Error('there are two classes RasError');
  const error = await imported.connect('RAS01', { library: simulator }).catch((reason) => reason);
  if (!(error instanceof Error)) throw new Error('a disposed simulator should connect nobody');
  console.log(process.platform, process.arch, process.version);
}

main();
