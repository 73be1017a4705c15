// A program that uses the package by require, for compilers of several versions.
import rras = require('rras');

import { connect, type Port, RasError, RasErrorCode, type RasServer } from 'rras';
import { Fleet } from 'rras/fleet';
import { type SimulatedServer, Simulator } from 'rras/simulator';

export type Server = rras.RasServer;

export class OwnError extends RasError {}

export async function countPorts(server: RasServer): Promise<number> {
  const ports: Port[] = await server.enumPorts();
  return ports.length;
}

export function hasStopped(error: unknown): boolean {
  if (!(error instanceof RasError)) return false;
  const code: rras.RasErrorName = error.code;
  return code === 'ERROR_DDM_NOT_RUNNING' || error.status === RasErrorCode.ERROR_DDM_NOT_RUNNING;
}

export async function simulate(): Promise<number> {
  const simulator = new Simulator({ dialect: 'nt4' });
  const simulated: SimulatedServer = simulator.addServer('RAS01');
  simulated.addPorts('modem', 1);
  const server = await connect('RAS01', { library: simulator });
  const fleet = new Fleet(['RAS01'], { library: simulator, parallel: 1 });
  return (await countPorts(server)) + fleet.names.length;
}
