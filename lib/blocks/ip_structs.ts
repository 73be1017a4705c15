// The documented structs inside the blocks of IP and IPv6.

import { checkInteger } from '../call/arguments.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import {
  bool,
  type Field,
  type Given,
  i32,
  ipv4,
  ipv6,
  optional,
  type Read,
  struct,
  u8,
  u16,
  u32,
  wideText,
  word,
} from './struct.ts';
import type { OrUnknown } from './words.ts';

export const UNUSED_METRIC = 0xffffffff;

const statuses = { up: 1, down: 2, testing: 3 } as const;
const loggings = { none: 0, errors: 1, warnings: 2, information: 3 } as const;
const routeTypes = { other: 1, invalid: 2, direct: 3, indirect: 4 } as const;
const actions = { forward: 0, drop: 1 } as const;
const routeProtocols = {
  other: 1,
  local: 2,
  'net-mgmt': 3,
  icmp: 4,
  egp: 5,
  ggp: 6,
  hello: 7,
  rip: 8,
  'is-is': 9,
  'es-is': 10,
  cisco: 11,
  bbn: 12,
  ospf: 13,
  bgp: 14,
  idpr: 15,
  eigrp: 16,
  dvmrp: 17,
  rpl: 18,
  dhcp: 19,
  'auto-static': 10002,
  static: 10006,
  'static-non-dial': 10007,
} as const;

export type AdminStatus = OrUnknown<keyof typeof statuses>;
export type RouterLogging = OrUnknown<keyof typeof loggings>;
export type FilterAction = OrUnknown<keyof typeof actions>;
export type RouteType = OrUnknown<keyof typeof routeTypes>;
export type RouteProtocol = OrUnknown<keyof typeof routeProtocols>;

/** Which of the two addresses a route has: a number of the struct and not of the caller's. */
function routeVersion<Version extends 4 | 6>(version: Version): Field<Version> {
  return {
    name: 'bV4',
    at: 68,
    size: 4,
    read: () => version,
    write(view, place, value, called) {
      if (value !== version) throw invalidArgValue(called, value, 'must be 4 or 6');
      view.setUint32(place, version === 4 ? 1 : 0, true);
    },
  };
}

const TCP = 6;
const UDP = 17;

/** Of TCP and UDP a port in network order, of ICMP a type or a code. The protocol is written before it. */
function filterPort(name: string, at: number, protocolAt: number): Field<number> {
  const isLittle = (view: DataView, place: number) => {
    const protocol = view.getUint32(place - at + protocolAt, true);
    return protocol !== TCP && protocol !== UDP;
  };
  return {
    name,
    at,
    size: 2,
    read: (view, place) => view.getUint16(place, isLittle(view, place)),
    write(view, place, value, called) {
      view.setUint16(place, checkInteger(called, value, 0, 0xffff), isLittle(view, place));
    },
  };
}

export const interfaceStatus = struct('INTERFACE_STATUS_INFO', 4, {
  status: word('dwAdminStatus', 0, statuses),
});

export const globalInfo = struct('GLOBAL_INFO', 8, {
  isFiltering: optional(bool('bFilteringOn', 0), true),
  logging: word('dwLoggingLevel', 4, loggings),
});

const routeEnd = {
  interfaceIndex: optional(u32('dwRtInfoIfIndex', 48), 0),
  type: optional(word('dwRtInfoType', 52, routeTypes), 'indirect'),
  protocol: optional(word('dwRtInfoProto', 56, routeProtocols), 'static'),
  preference: optional(u32('dwRtInfoPreference', 60), 0),
  viewSet: optional(u32('dwRtInfoViewSet', 64), 1),
};

export const routeV4 = struct('INTERFACE_ROUTE_INFO', 72, {
  version: optional(routeVersion(4), 4),
  destination: ipv4('dwRtInfoDest', 0),
  mask: ipv4('dwRtInfoMask', 4),
  policy: optional(u32('dwRtInfoPolicy', 8), 0),
  nextHop: optional(ipv4('dwRtInfoNextHop', 12), '0.0.0.0'),
  age: optional(u32('dwRtInfoAge', 16), 0),
  nextHopAs: optional(u32('dwRtInfoNextHopAS', 20), 0),
  metric1: optional(u32('dwRtInfoMetric1', 24), 1),
  metric2: optional(u32('dwRtInfoMetric2', 28), UNUSED_METRIC),
  metric3: optional(u32('dwRtInfoMetric3', 32), UNUSED_METRIC),
  ...routeEnd,
});

export const routeV6 = struct('INTERFACE_ROUTE_INFO', 72, {
  version: routeVersion(6),
  destination: ipv6('DestinationPrefix', 0),
  prefixLength: u32('DestPrefixLength', 16),
  nextHop: optional(ipv6('NextHopAddress', 20), '::'),
  validLifetime: optional(u32('ValidLifeTime', 36), 0xffffffff),
  flags: optional(u32('Flags', 40), 0),
  metric: optional(u32('Metric', 44), 1),
  ...routeEnd,
});

/** A route on systems before Windows Server 2008. */
export const oldRoute = struct('MIB_IPFORWARDROW', 56, {
  destination: ipv4('dwForwardDest', 0),
  mask: ipv4('dwForwardMask', 4),
  policy: optional(u32('dwForwardPolicy', 8), 0),
  nextHop: optional(ipv4('dwForwardNextHop', 12), '0.0.0.0'),
  interfaceIndex: optional(u32('dwForwardIfIndex', 16), 0),
  type: optional(word('dwForwardType', 20, routeTypes), 'indirect'),
  protocol: optional(word('dwForwardProto', 24, routeProtocols), 'static'),
  age: optional(u32('dwForwardAge', 28), 0),
  nextHopAs: optional(u32('dwForwardNextHopAS', 32), 0),
  metric1: optional(u32('dwForwardMetric1', 36), 1),
  metric2: optional(u32('dwForwardMetric2', 40), UNUSED_METRIC),
  metric3: optional(u32('dwForwardMetric3', 44), UNUSED_METRIC),
  metric4: optional(u32('dwForwardMetric4', 48), UNUSED_METRIC),
  metric5: optional(u32('dwForwardMetric5', 52), UNUSED_METRIC),
});

export const filterHead = struct('FILTER_DESCRIPTOR', 12, {
  version: u32('dwVersion', 0),
  count: u32('dwNumFilters', 4),
  defaultAction: word('faDefaultAction', 8, actions),
});

const FILTER_V4 = 28;
const FILTER_V6 = 52;

export const filterV4 = struct('FILTER_INFO', FILTER_V4, {
  source: optional(ipv4('dwSrcAddr', 0), '0.0.0.0'),
  sourceMask: optional(ipv4('dwSrcMask', 4), '0.0.0.0'),
  destination: optional(ipv4('dwDstAddr', 8), '0.0.0.0'),
  destinationMask: optional(ipv4('dwDstMask', 12), '0.0.0.0'),
  protocol: optional(u32('dwProtocol', 16), 0),
  lateBound: optional(u32('fLateBound', 20), 0),
  sourcePort: optional(filterPort('wSrcPort', 24, 16), 0),
  destinationPort: optional(filterPort('wDstPort', 26, 16), 0),
});

export const filterV6 = struct('FILTER_INFO_V6', FILTER_V6, {
  source: optional(ipv6('ipv6SrcAddr', 0), '::'),
  sourcePrefixLength: optional(u32('dwSrcPrefixLength', 16), 0),
  destination: optional(ipv6('ipv6DstAddr', 20), '::'),
  destinationPrefixLength: optional(u32('dwDstPrefixLength', 36), 0),
  protocol: optional(u32('dwProtocol', 40), 0),
  lateBound: optional(u32('fLateBound', 44), 0),
  sourcePort: optional(filterPort('wSrcPort', 48, 40), 0),
  destinationPort: optional(filterPort('wDstPort', 50, 40), 0),
});

export const fragmentCheck = struct('IFFILTER_INFO', 4, {
  dropsFragments: bool('bEnableFragChk', 0),
});

export const filterSwitch = struct('MPR_FILTER_0', 4, { isEnabled: bool('fEnable', 0) });

export const protocolPriority = struct('PROTOCOL_METRIC', 8, {
  protocol: u32('dwProtocolId', 0),
  metric: u32('dwMetric', 4),
});

export const protocolPriorityEx = struct('PROTOCOL_METRIC_EX', 12, {
  protocol: u32('dwProtocolId', 0),
  subProtocol: u32('dwSubProtocolId', 4),
  metric: u32('dwMetric', 8),
});

export const routerDiscovery = struct('RTR_DISC_INFO', 16, {
  maxInterval: u16('wMaxAdvtInterval', 0),
  minInterval: u16('wMinAdvtInterval', 2),
  lifetime: u16('wAdvtLifetime', 4),
  isAdvertised: bool('bAdvertise', 8),
  preference: optional(i32('lPrefLevel', 12), 0),
});

export const multicastHeartbeat = struct('MCAST_HBEAT_INFO', 140, {
  group: wideText('pwszGroup', 0, 64),
  isActive: bool('bActive', 128),
  deadInterval: u32('ulDeadInterval', 132),
  protocol: optional(u8('byProtocol', 136), 0),
  port: optional(u16('wPort', 138), 0),
});

export const multicastBoundary = struct('MIB_BOUNDARYROW', 8, {
  group: ipv4('dwGroupAddress', 0),
  mask: ipv4('dwGroupMask', 4),
});

export const multicastLimit = struct('MIB_MCAST_LIMIT_ROW', 8, {
  ttl: u32('dwTtl', 0),
  rateLimit: optional(u32('dwRateLimit', 4), 0),
});

export const ipInIp = struct('IPINIP_CONFIG_INFO', 12, {
  remote: ipv4('dwRemoteAddress', 0),
  local: ipv4('dwLocalAddress', 4),
  ttl: u8('byTtl', 8),
});

/** Every struct that is read here. */
export const ipStructs = [
  interfaceStatus,
  globalInfo,
  routeV4,
  routeV6,
  oldRoute,
  filterHead,
  filterV4,
  filterV6,
  fragmentCheck,
  filterSwitch,
  protocolPriority,
  protocolPriorityEx,
  routerDiscovery,
  multicastHeartbeat,
  multicastBoundary,
  multicastLimit,
  ipInIp,
] as const;

type FieldsOf<Of> = Of extends { readonly fields: infer Those } ? Those : never;

/** A route over an interface. A metric of 0xFFFFFFFF is unused. */
export type IpRoute =
  | Read<FieldsOf<typeof routeV4>>
  | Read<FieldsOf<typeof routeV6>>
  | (Read<FieldsOf<typeof oldRoute>> & { readonly version: 4 });

/** A route to be set. Of IPv4 the destination and the mask are enough, of IPv6 the prefix. */
export type IpRouteSettings =
  | Given<FieldsOf<typeof routeV4>>
  | Given<FieldsOf<typeof routeV6>>
  | (Given<FieldsOf<typeof oldRoute>> & { readonly version?: 4 });
