// Simulated RAS servers for tests: `import { Simulator } from 'rras/simulator'`.

export type { Dialect } from '../call/dialect.ts';
export type { PortCondition } from '../ports/port.ts';
export type { DialInSettings, SimulatedUser } from './accounts.ts';
export type { ConnectionDetails } from './connection_details.ts';
export type { Caller, Protocol, SimulatedConnection } from './connections.ts';
export type { SimulatedDomain, SimulatedDomainOptions } from './domains.ts';
export type { Duration } from './duration.ts';
export type { Delay, DelayOptions, Fault, FaultOptions, Hang, HangOptions } from './faults.ts';
export type { SimulatedFunction, SimulatedMethod } from './functions.ts';
export type { Generation } from './generation.ts';
export type {
  CallAnswer,
  CallArgumentValues,
  CallHook,
  InstalledHook,
  SimulatedCall,
} from './hooks.ts';
export type {
  InterfaceSetup,
  NewSimulatedInterface,
  NewStoredSimulatedInterface,
  SimulatedCredentials,
  SimulatedIkev2,
  SimulatedInterface,
} from './interfaces.ts';
export type { PortParameter } from './port_parameters.ts';
export type { PortType, RawPort, SimulatedPort } from './ports.ts';
export type { Quirks } from './quirks.ts';
export {
  type Report,
  type ReportedCall,
  type ReportedCheck,
  type ReportedConnection,
  type ReportedCounters,
  type ReportedPort,
  type ReportedServer,
  simulatorFrom,
} from './report.ts';
export type { ScriptedEvent } from './script.ts';
export type {
  ServerSetup,
  SimulatedMibEntry,
  SimulatedTransport,
  SimulatedTunnel,
  TransportBlocks,
  TunnelProtocol,
  TunnelSettings,
} from './setup.ts';
export type { Edition, ServerOptions, ServiceState, SimulatedServer } from './simulated_server.ts';
export {
  type Installation,
  type JournalEntry,
  Simulator,
  type SimulatorOptions,
} from './simulator.ts';
export { SimulatorError, type SimulatorErrorCode } from './simulator_error.ts';
export type {
  SimulatedStoredInterface,
  SimulatedStoredTransport,
  StoredSetup,
} from './stored.ts';
export type { SimulatedCounters, SimulatedTraffic } from './traffic.ts';
export type { TunnelParameters } from './tunnel_parameters.ts';
