// What the package offers: docs/guide.md shows each of these at work.

export { infoBlockName } from './blocks/client_names.ts';
export {
  addInfoBlock,
  buildInfoBlocks,
  emptyInfoBlock,
  findInfoBlock,
  type InfoBlock,
  isEmptyInfoBlock,
  parseInfoBlocks,
  removeInfoBlock,
  setInfoBlock,
} from './blocks/info_block.ts';
export { type IpBlockName, ipBlockTypes } from './blocks/ip_block_types.ts';
export {
  buildIpInfo,
  changeIpInfo,
  type IpInfo,
  type IpInfoChanges,
  readIpInfo,
} from './blocks/ip_info.ts';
export type {
  AdminStatus,
  FilterAction,
  IpRoute,
  IpRouteSettings,
  RouteProtocol,
  RouterLogging,
  RouteType,
} from './blocks/ip_structs.ts';
export type { Dialect } from './call/dialect.ts';
export type { ConfigOperation, Operation } from './call/operations.ts';
export type { CallOptions } from './call/options.ts';
export type { EnumerationOptions } from './call/paging.ts';
export type { InstallOptions, TransportFilter } from './config/operations.ts';
export { RasConfig } from './config.ts';
export { type ConnectOptions, connect, connectConfig } from './connect/connect.ts';
export type { Library, LibraryFile } from './connect/library_choice.ts';
export type { LibrarySource } from './connect/library_source.ts';
export type { ConnectionActionOptions, ConnectionUpdate } from './connections/action.ts';
export type {
  Connection,
  ConnectionReference,
  InterfaceType,
  QuarantineState,
} from './connections/connection.ts';
export type { DisconnectConnectionOptions } from './connections/disconnect.ts';
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
} from './connections/projection.ts';
export type { ApplyInterfaceOptions } from './desired/apply.ts';
export type { InterfaceChange, InterfaceStep } from './desired/plan.ts';
export type { DesiredInterface } from './desired/wish.ts';
export type { ActionOutcome } from './errors/action_outcome.ts';
export { type Explanation, explain } from './errors/explain.ts';
export {
  type LibraryAttempt,
  type LinkResult,
  RasError,
  RasTimeoutError,
  type StepResult,
} from './errors/ras_error.ts';
export { type CodeSource, RasErrorCode, type RasErrorName } from './errors/ras_error_code.ts';
export type { DisconnectInterfaceOptions, RoutableTransport } from './interfaces/actions.ts';
export type {
  InterfaceSettings,
  NewInterface,
  NewStoredInterface,
  StoredInterfaceSettings,
} from './interfaces/changes.ts';
export type { ConnectInterfaceOptions } from './interfaces/connect.ts';
export type { InterfaceCredentials, InterfaceSecretKind } from './interfaces/credentials.ts';
export type {
  DemandDial,
  DemandDialSettings,
  DialMode,
  EntryType,
  InterfaceEncryption,
  InterfaceIpv4,
  InterfaceIpv6,
  InterfaceX25,
  NetProtocol,
  VpnStrategy,
} from './interfaces/demand_dial.ts';
export type { DialOutHours, HourRange } from './interfaces/hours.ts';
export type {
  Interface,
  InterfaceDetails,
  InterfaceDevice,
  InterfaceReference,
  InterfaceState,
  LastError,
  StoredInterface,
  StoredInterfaceDetails,
  StoredInterfaceReference,
  UnreachabilityReason,
} from './interfaces/interface.ts';
export type { InterfaceHandleOptions } from './interfaces/operations.ts';
export type { InterfaceOption, InterfaceOptionSet } from './interfaces/options.ts';
export type { Weekday } from './interfaces/weekdays.ts';
export type { MibClient } from './mib/entries.ts';
export {
  buildMibData,
  buildMibEntry,
  type ChangeableMibVariable,
  type MibIndex,
  type MibRow,
  mibQuery,
  mibVariableId,
  readMibEntry,
} from './mib/entry.ts';
export type { MibData, MibVariable, MibWish } from './mib/variables.ts';
export type { PortActionOptions } from './ports/action.ts';
export type { Counters } from './ports/counters.ts';
export type {
  CompressionCounters,
  HardwareCondition,
  PortDetails,
  RassapiPortDetails,
} from './ports/details.ts';
export type { EnumPortsOptions } from './ports/operations.ts';
export type { Port, PortCondition } from './ports/port.ts';
export type { Device } from './server/device.ts';
export type { DomainOptions, PdcOptions } from './server/domain_operations.ts';
export type {
  ServerInfo,
  ServerSettings,
  SettingsResult,
  TunnelPortSettings,
  TunnelPorts,
} from './server/info.ts';
export type {
  Ikev2Policy,
  Ikev2Settings,
  Ikev2Tunnel,
  L2tpTunnel,
  ServerInfoEx,
  ServerSettingsEx,
  SstpTunnel,
} from './server/info_ex.ts';
export type { InfoExOptions, SettingsExOptions } from './server/info_ex_operations.ts';
export type {
  InterfaceCustomInfo,
  InterfaceCustomInfoSettings,
  InterfaceIkev2,
  InterfaceIkev2Settings,
} from './server/interface_custom_info.ts';
export type {
  InterfaceTransport,
  InterfaceTransportChanges,
  InterfaceTransportSettings,
  StoredInterfaceTransportSettings,
} from './server/interface_transports.ts';
export type { SettingsOptions } from './server/settings.ts';
export type {
  StoredTransport,
  StoredTransportChanges,
  Transport,
  TransportChanges,
  TransportEntry,
  TransportName,
  TransportSettings,
} from './server/transport.ts';
export type { Callback, User, UserSettings } from './server/user.ts';
export type { UserOptions } from './server/user_operations.ts';
export { RasServer } from './server.ts';
export type { DisconnectSessionOptions } from './sessions/disconnect.ts';
export type { EnumSessionsOptions } from './sessions/operations.ts';
export type { Session } from './sessions/session.ts';
export type {
  Carried,
  DeviceReading,
  ErrorCounter,
  Traffic,
  TunnelReading,
  WatchChange,
  WatchChanges,
  WatchedSession,
} from './watch/change.ts';
export type { Readings, WatchOptions } from './watch/options.ts';
export type { Watch } from './watch/server_watch.ts';
