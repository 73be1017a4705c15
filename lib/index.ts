// What the package offers: docs/guide.md shows each of these at work.

export type { CallOptions } from './call/options.ts';
export type { EnumerationOptions } from './call/paging.ts';
export { type ConnectOptions, connect } from './connect.ts';
export type { Connection, InterfaceType, QuarantineState } from './connection/connection.ts';
export type { ConnectionActionOptions, ConnectionUpdate } from './connection/connection_action.ts';
export type { DisconnectConnectionOptions } from './connection/disconnect_connection.ts';
export type {
  Authentication,
  CompressionProjection,
  Encryption,
  Ikev2Projection,
  Ipv4Projection,
  Ipv6Projection,
  LinkProjection,
  OldProtocolProjection,
  PppProjection,
  Projection,
} from './connection/projection.ts';
export type { Counters } from './counters.ts';
export type { Device, Transport, TransportName } from './device/device.ts';
export type { Dialect } from './dialect.ts';
export type { DomainOptions, PdcOptions } from './domain/domain_operations.ts';
export { type Explanation, explain } from './errors/explain.ts';
export { type LibraryAttempt, type LinkResult, RasError } from './errors/ras_error.ts';
export { RasErrorCode, type RasErrorName } from './errors/ras_error_code.ts';
export type { Library, LibraryFile } from './library_choice.ts';
export type { LibrarySource } from './library_source.ts';
export type { Operation } from './operations.ts';
export type { Port, PortCondition } from './port/port.ts';
export type { PortActionOptions } from './port/port_action.ts';
export type {
  CompressionCounters,
  HardwareCondition,
  PortDetails,
  RassapiPortDetails,
} from './port/port_details.ts';
export type { EnumPortsOptions } from './port/port_operations.ts';
export { RasServer } from './server.ts';
export type { InfoExOptions } from './server_info/info_ex_operations.ts';
export type {
  ServerInfo,
  ServerSettings,
  SettingsResult,
  TunnelPortSettings,
  TunnelPorts,
} from './server_info/server_info.ts';
export type {
  Ikev2Parameters,
  Ikev2Policy,
  Ikev2Settings,
  L2tpParameters,
  ServerInfoEx,
  ServerSettingsEx,
  SstpParameters,
} from './server_info/server_info_ex.ts';
export type { Callback, User, UserSettings } from './user/user.ts';
export type { UserOptions } from './user/user_operations.ts';
export type {
  Awake,
  Change,
  Connected,
  CountersRestarted,
  Disconnected,
  Dormant,
  PortAdded,
  PortConditionChange,
  PortRemoved,
  Roamed,
  ServerBack,
  ServerLost,
  Snapshot,
  Traffic,
  WatchedConnection,
} from './watch/change.ts';
export type { Watch } from './watch/server_watch.ts';
export type { WatchOptions } from './watch/watch_options.ts';
