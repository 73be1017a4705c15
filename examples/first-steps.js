// Shows the ports of a simulated server, disconnects one of them and shows it gone.
// Against a real server, leave out the simulator and the `library` option.
import { connect } from 'rras';
import { Simulator } from 'rras/simulator';

const simulator = new Simulator();
const simulated = simulator.addServer('RAS01');
simulated.addPorts('ikev2', 3);
simulated.addPorts('sstp', 2);
simulated.dialIn({ userName: 'alice', computer: 'LAPTOP-7', type: 'ikev2' });
simulated.dialIn({ userName: 'bob', computer: 'LAPTOP-9', type: 'sstp' });
simulator.step(754);

const server = await connect('RAS01', { library: simulator });

async function show(title) {
  console.log(title);
  console.table(
    (await server.enumPorts()).map((port) => ({
      port: port.name,
      device: port.deviceName,
      condition: port.condition,
      connection: port.connection ?? '',
      seconds: port.connectDuration,
    })),
  );
}

await show(`The ports of ${server.name}, through ${server.dialect}:`);

// A port from a listing is a snapshot. If another caller is on it by now, this call fails and
// disconnects nobody.
const [taken] = (await server.enumPorts()).filter((port) => port.condition === 'authenticated');
await server.disconnectPort(taken);

await show(`After disconnecting ${taken.name}:`);

await server.disconnect();
simulator.dispose();
