// The documented rows of the MIB of IP: tables and statistics of the system that the router manager passes on. A field
// has the API's name without the prefix of its type.

import { oldRoute } from '../blocks/ip_structs.ts';
import { bool, type Field, ipv4, struct, u16, u32, wideText, word } from '../blocks/struct.ts';
import { checkInteger, checkString } from '../call/arguments.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';

/** One above the states of a demand-dial interface, which MIB_IFSTATUS has. */
const operationalStates = {
  'non-operational': 0,
  unreachable: 1,
  disconnected: 2,
  connecting: 3,
  connected: 4,
  operational: 5,
} as const;
const connectionStates = { unreachable: 0, disconnected: 1, connecting: 2, connected: 3 } as const;
const adminStates = { up: 1, down: 2, testing: 3 } as const;

/** A port in network order, in the first half of a DWORD. */
function networkPort(name: string, at: number): Field<number> {
  return {
    name,
    at,
    size: 4,
    read: (view, place) => view.getUint16(place, false),
    write(view, place, value, called) {
      view.setUint16(place, checkInteger(called, value, 0, 0xffff), false);
    },
  };
}

const MOST_OF_A_PHYSICAL_ADDRESS = 8;

/** Up to eight bytes as two digits each, such as 00-15-5D-01-02-03. Their number is elsewhere in the struct. */
function physicalAddress(name: string, at: number, lengthAt: number): Field<string> {
  return {
    name,
    at,
    size: MOST_OF_A_PHYSICAL_ADDRESS,
    read(view, place) {
      const length = view.getUint32(place - at + lengthAt, true);
      const bytes: number[] = [];
      for (let i = 0; i < Math.min(length, MOST_OF_A_PHYSICAL_ADDRESS); ++i) {
        bytes.push(view.getUint8(place + i));
      }
      return bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('-');
    },
    write(view, place, value, called) {
      const text = checkString(called, value);
      if (text !== '' && !/^[\da-f]{2}(?:-[\da-f]{2}){0,7}$/i.test(text)) {
        throw invalidArgValue(called, text, 'must be up to eight bytes, such as 00-15-5D-01-02-03');
      }
      const bytes = text === '' ? [] : text.split('-').map((byte) => Number.parseInt(byte, 16));
      view.setUint32(place - at + lengthAt, bytes.length, true);
      for (const [i, byte] of bytes.entries()) view.setUint8(place + i, byte);
    },
  };
}

/** One byte a character. The length is elsewhere in the struct, and may count a terminator. */
function byteText(name: string, at: number, most: number, lengthAt: number): Field<string> {
  return {
    name,
    at,
    size: most,
    read(view, place) {
      const length = Math.min(view.getUint32(place - at + lengthAt, true), most);
      let text = '';
      for (let i = 0; i < length && view.getUint8(place + i) !== 0; ++i) {
        text += String.fromCharCode(view.getUint8(place + i));
      }
      return text;
    },
    write(view, place, value, called) {
      const text = checkString(called, value);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminator must not be inside
      if (text.length > most || !/^[\x01-\xff]*$/.test(text)) {
        throw invalidArgValue(called, text, `must have at most ${most} characters of one byte`);
      }
      view.setUint32(place - at + lengthAt, text.length, true);
      for (let i = 0; i < text.length; ++i) view.setUint8(place + i, text.charCodeAt(i));
    },
  };
}

export const ifNumber = struct('MIB_IFNUMBER', 4, {
  value: u32('dwValue', 0),
});

export const ifRow = struct('MIB_IFROW', 860, {
  name: wideText('wszName', 0, 256),
  index: u32('dwIndex', 512),
  type: u32('dwType', 516),
  mtu: u32('dwMtu', 520),
  speed: u32('dwSpeed', 524),
  physicalAddress: physicalAddress('bPhysAddr', 532, 528),
  adminStatus: word('dwAdminStatus', 540, adminStates),
  operStatus: word('dwOperStatus', 544, operationalStates),
  lastChange: u32('dwLastChange', 548),
  inOctets: u32('dwInOctets', 552),
  inUcastPkts: u32('dwInUcastPkts', 556),
  inNUcastPkts: u32('dwInNUcastPkts', 560),
  inDiscards: u32('dwInDiscards', 564),
  inErrors: u32('dwInErrors', 568),
  inUnknownProtos: u32('dwInUnknownProtos', 572),
  outOctets: u32('dwOutOctets', 576),
  outUcastPkts: u32('dwOutUcastPkts', 580),
  outNUcastPkts: u32('dwOutNUcastPkts', 584),
  outDiscards: u32('dwOutDiscards', 588),
  outErrors: u32('dwOutErrors', 592),
  outQLen: u32('dwOutQLen', 596),
  description: byteText('bDescr', 604, 256, 600),
});

export const ipStats = struct('MIB_IPSTATS', 92, {
  forwarding: u32('dwForwarding', 0),
  defaultTtl: u32('dwDefaultTTL', 4),
  inReceives: u32('dwInReceives', 8),
  inHdrErrors: u32('dwInHdrErrors', 12),
  inAddrErrors: u32('dwInAddrErrors', 16),
  forwDatagrams: u32('dwForwDatagrams', 20),
  inUnknownProtos: u32('dwInUnknownProtos', 24),
  inDiscards: u32('dwInDiscards', 28),
  inDelivers: u32('dwInDelivers', 32),
  outRequests: u32('dwOutRequests', 36),
  routingDiscards: u32('dwRoutingDiscards', 40),
  outDiscards: u32('dwOutDiscards', 44),
  outNoRoutes: u32('dwOutNoRoutes', 48),
  reasmTimeout: u32('dwReasmTimeout', 52),
  reasmReqds: u32('dwReasmReqds', 56),
  reasmOks: u32('dwReasmOks', 60),
  reasmFails: u32('dwReasmFails', 64),
  fragOks: u32('dwFragOks', 68),
  fragFails: u32('dwFragFails', 72),
  fragCreates: u32('dwFragCreates', 76),
  numIf: u32('dwNumIf', 80),
  numAddr: u32('dwNumAddr', 84),
  numRoutes: u32('dwNumRoutes', 88),
});

export const ipAddrRow = struct('MIB_IPADDRROW', 24, {
  addr: ipv4('dwAddr', 0),
  index: u32('dwIndex', 4),
  mask: ipv4('dwMask', 8),
  broadcastAddr: ipv4('dwBCastAddr', 12),
  reasmSize: u32('dwReasmSize', 16),
  type: u16('wType', 22),
});

export const ipForwardNumber = struct('MIB_IPFORWARDNUMBER', 4, {
  value: u32('dwValue', 0),
});

export const ipNetRow = struct('MIB_IPNETROW', 24, {
  index: u32('dwIndex', 0),
  physicalAddress: physicalAddress('bPhysAddr', 8, 4),
  addr: ipv4('dwAddr', 16),
  type: u32('dwType', 20),
});

export const icmpStats = struct('MIBICMPSTATS', 52, {
  msgs: u32('dwMsgs', 0),
  errors: u32('dwErrors', 4),
  destUnreachs: u32('dwDestUnreachs', 8),
  timeExcds: u32('dwTimeExcds', 12),
  parmProbs: u32('dwParmProbs', 16),
  srcQuenchs: u32('dwSrcQuenchs', 20),
  redirects: u32('dwRedirects', 24),
  echos: u32('dwEchos', 28),
  echoReps: u32('dwEchoReps', 32),
  timestamps: u32('dwTimestamps', 36),
  timestampReps: u32('dwTimestampReps', 40),
  addrMasks: u32('dwAddrMasks', 44),
  addrMaskReps: u32('dwAddrMaskReps', 48),
});

export const tcpStats = struct('MIB_TCPSTATS', 60, {
  rtoAlgorithm: u32('dwRtoAlgorithm', 0),
  rtoMin: u32('dwRtoMin', 4),
  rtoMax: u32('dwRtoMax', 8),
  maxConn: u32('dwMaxConn', 12),
  activeOpens: u32('dwActiveOpens', 16),
  passiveOpens: u32('dwPassiveOpens', 20),
  attemptFails: u32('dwAttemptFails', 24),
  estabResets: u32('dwEstabResets', 28),
  currEstab: u32('dwCurrEstab', 32),
  inSegs: u32('dwInSegs', 36),
  outSegs: u32('dwOutSegs', 40),
  retransSegs: u32('dwRetransSegs', 44),
  inErrs: u32('dwInErrs', 48),
  outRsts: u32('dwOutRsts', 52),
  numConns: u32('dwNumConns', 56),
});

export const tcpRow = struct('MIB_TCPROW', 20, {
  state: u32('dwState', 0),
  localAddr: ipv4('dwLocalAddr', 4),
  localPort: networkPort('dwLocalPort', 8),
  remoteAddr: ipv4('dwRemoteAddr', 12),
  remotePort: networkPort('dwRemotePort', 16),
});

export const udpStats = struct('MIB_UDPSTATS', 20, {
  inDatagrams: u32('dwInDatagrams', 0),
  noPorts: u32('dwNoPorts', 4),
  inErrors: u32('dwInErrors', 8),
  outDatagrams: u32('dwOutDatagrams', 12),
  numAddrs: u32('dwNumAddrs', 16),
});

export const udpRow = struct('MIB_UDPROW', 8, {
  localAddr: ipv4('dwLocalAddr', 0),
  localPort: networkPort('dwLocalPort', 4),
});

export const mcastOut = struct('MIB_IPMCAST_OIF', 16, {
  outIfIndex: u32('dwOutIfIndex', 0),
  nextHopAddr: ipv4('dwNextHopAddr', 4),
});

export const mcastMfe = struct('MIB_IPMCAST_MFE', 60, {
  group: ipv4('dwGroup', 0),
  source: ipv4('dwSource', 4),
  srcMask: ipv4('dwSrcMask', 8),
  upStrmNgbr: ipv4('dwUpStrmNgbr', 12),
  inIfIndex: u32('dwInIfIndex', 16),
  inIfProtocol: u32('dwInIfProtocol', 20),
  routeProtocol: u32('dwRouteProtocol', 24),
  routeNetwork: ipv4('dwRouteNetwork', 28),
  routeMask: ipv4('dwRouteMask', 32),
  upTime: u32('ulUpTime', 36),
  expiryTime: u32('ulExpiryTime', 40),
  timeOut: u32('ulTimeOut', 44),
  numOutIf: u32('ulNumOutIf', 48),
  fFlags: u32('fFlags', 52),
});

export const mcastOutStats = struct('MIB_IPMCAST_OIF_STATS', 28, {
  outIfIndex: u32('dwOutIfIndex', 0),
  nextHopAddr: ipv4('dwNextHopAddr', 4),
  dialContext: u32('dwDialContext', 8),
  ttlTooLow: u32('ulTtlTooLow', 12),
  fragNeeded: u32('ulFragNeeded', 16),
  outPackets: u32('ulOutPackets', 20),
  outDiscards: u32('ulOutDiscards', 24),
});

export const mcastMfeStats = struct('MIB_IPMCAST_MFE_STATS', 64, {
  group: ipv4('dwGroup', 0),
  source: ipv4('dwSource', 4),
  srcMask: ipv4('dwSrcMask', 8),
  upStrmNgbr: ipv4('dwUpStrmNgbr', 12),
  inIfIndex: u32('dwInIfIndex', 16),
  inIfProtocol: u32('dwInIfProtocol', 20),
  routeProtocol: u32('dwRouteProtocol', 24),
  routeNetwork: ipv4('dwRouteNetwork', 28),
  routeMask: ipv4('dwRouteMask', 32),
  upTime: u32('ulUpTime', 36),
  expiryTime: u32('ulExpiryTime', 40),
  numOutIf: u32('ulNumOutIf', 44),
  inPkts: u32('ulInPkts', 48),
  inOctets: u32('ulInOctets', 52),
  pktsDifferentIf: u32('ulPktsDifferentIf', 56),
  queueOverflow: u32('ulQueueOverflow', 60),
});

export const mcastMfeStatsEx = struct('MIB_IPMCAST_MFE_STATS_EX', 84, {
  ...mcastMfeStats.fields,
  uninitMfe: u32('ulUninitMfe', 64),
  negativeMfe: u32('ulNegativeMfe', 68),
  inDiscards: u32('ulInDiscards', 72),
  inHdrErrors: u32('ulInHdrErrors', 76),
  totalOutPackets: u32('ulTotalOutPackets', 80),
});

export const bestIf = struct('MIB_BEST_IF', 8, {
  destAddr: ipv4('dwDestAddr', 0),
  ifIndex: u32('dwIfIndex', 4),
});

export const proxyArp = struct('MIB_PROXYARP', 12, {
  address: ipv4('dwAddress', 0),
  mask: ipv4('dwMask', 4),
  ifIndex: u32('dwIfIndex', 8),
});

export const mcastIfEntry = struct('MIB_IPMCAST_IF_ENTRY', 24, {
  ifIndex: u32('dwIfIndex', 0),
  ttl: u32('dwTtl', 4),
  protocol: u32('dwProtocol', 8),
  rateLimit: u32('dwRateLimit', 12),
  inMcastOctets: u32('ulInMcastOctets', 16),
  outMcastOctets: u32('ulOutMcastOctets', 20),
});

export const mcastGlobal = struct('MIB_IPMCAST_GLOBAL', 4, {
  enable: u32('dwEnable', 0),
});

export const ifStatus = struct('MIB_IFSTATUS', 20, {
  ifIndex: u32('dwIfIndex', 0),
  adminStatus: word('dwAdminStatus', 4, adminStates),
  operationalStatus: word('dwOperationalStatus', 8, connectionStates),
  isHeartbeatActive: bool('bMHbeatActive', 12),
  isHeartbeatAlive: bool('bMHbeatAlive', 16),
});

export const mcastBoundary = struct('MIB_IPMCAST_BOUNDARY', 16, {
  ifIndex: u32('dwIfIndex', 0),
  groupAddress: ipv4('dwGroupAddress', 4),
  groupMask: ipv4('dwGroupMask', 8),
  status: u32('dwStatus', 12),
});

export const mcastScope = struct('MIB_IPMCAST_SCOPE', 524, {
  groupAddress: ipv4('dwGroupAddress', 0),
  groupMask: ipv4('dwGroupMask', 4),
  name: wideText('snNameBuffer', 8, 256),
  status: u32('dwStatus', 520),
});

export const routeState = struct('MIB_ROUTESTATE', 4, {
  areRoutesSet: bool('bRoutesSetToStack', 0),
});

/** A route with what the routing table knows about it besides. */
export const ipDestRow = struct('MIB_IPDESTROW', 64, {
  ...oldRoute.fields,
  preference: u32('dwForwardPreference', 56),
  viewSet: u32('dwForwardViewSet', 60),
});
