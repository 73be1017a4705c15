// A program that uses the package as an ES module, for compilers of several versions.
import {
  connect,
  explain,
  type Port,
  RasError,
  RasErrorCode,
  type RasServer,
  type ServerSettings,
} from 'rras';
import { Fleet, watchFleet } from 'rras/fleet';
import { Metrics } from 'rras/metrics';
import { type SimulatedServer, Simulator } from 'rras/simulator';
import { countPorts, hasStopped, type Server } from './commonjs.cjs';

const simulator = new Simulator();
const simulated: SimulatedServer = simulator.addServer('RAS01');
simulated.addPorts('sstp', 2);

await using server = await connect('RAS01', { library: simulator });
const ports: Port[] = await server.enumPorts({ timeout: 20_000 });
for await (const change of server.watch({ signal: AbortSignal.timeout(1) })) {
  if (change.type === 'snapshot') break;
}

// What was read can be handed back, also under exactOptionalPropertyTypes.
const info = await server.getInfo();
const settings: ServerSettings = { ...info, sstp: { ...info.sstp, count: 256 } };
const { changed } = await server.setInfo(settings);
await server.setInfoEx(await server.getInfoEx());

// The classes of require are the classes of import.
const same: Server = server;
const fromCommonJs: RasServer = same;
const status: 903 = RasErrorCode.ERROR_DDM_NOT_RUNNING;
try {
  await countPorts(fromCommonJs);
} catch (error) {
  if (!(error instanceof RasError)) throw error;
  console.log(hasStopped(error), error.code, error.hint, explain(status)?.message);
}

const fleet = new Fleet(['RAS01', undefined], { library: simulator });
const outcomes = await fleet.each((each) => each.enumPorts());
for await (const change of watchFleet(fleet, { readings: 'totals' })) {
  if (change.type === 'reading') console.log(change.server, change.users);
  const metrics = new Metrics();
  metrics.add(change);
  console.log(metrics.text('openmetrics'));
  break;
}
console.log(ports.length, changed, outcomes.length);
