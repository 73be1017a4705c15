// The same calls through koffi: each function with `async`, each port and connection decoded into an object with
// the same fields. The objects stay as koffi makes them, so koffi is spared some work of the package: words for
// numbers, GUIDs as text, no connection for idle ports, and the join of the older levels of connections.
import { promisify } from 'node:util';
import koffi from 'koffi';

// The default is 256, and more calls at a time are an error.
koffi.config({ max_async_calls: 4096 });

const text = (length) => koffi.array('char16_t', length, 'String');

const RAS_PORT_0 = koffi.struct('RAS_PORT_0', {
  handle: 'uintptr_t',
  connection: 'uintptr_t',
  condition: 'uint32_t',
  totalCalls: 'uint32_t',
  connectDuration: 'uint32_t',
  name: text(17),
  mediaName: text(17),
  deviceName: text(129),
  deviceType: text(17),
});

const FILETIME = koffi.struct('FILETIME', { low: 'uint32_t', high: 'uint32_t' });
const GUID = koffi.struct('GUID', {
  first: 'uint32_t',
  second: 'uint16_t',
  third: 'uint16_t',
  rest: koffi.array('uint8_t', 8),
});
const EIGHT_BYTES = koffi.array('uint8_t', 8);

const u32 = (...names) => Object.fromEntries(names.map((name) => [name, 'uint32_t']));

const counters = u32(
  ...['bytesSent', 'bytesReceived', 'framesSent', 'framesReceived', 'crcErrors', 'timeoutErrors'],
  ...['alignmentErrors', 'hardwareOverruns', 'framingErrors', 'bufferOverruns'],
  ...['compressionRatioIn', 'compressionRatioOut'],
);

const lcp = u32(
  ...['lcpError', 'authenticationProtocol', 'authenticationData', 'remoteAuthenticationProtocol'],
  ...['remoteAuthenticationData', 'terminateReason', 'remoteTerminateReason', 'lcpOptions'],
  ...['lcpRemoteOptions', 'eapType', 'remoteEapType'],
);

const ccp = u32(
  ...['ccpError', 'ccpAlgorithm', 'ccpOptions', 'ccpRemoteAlgorithm', 'ccpRemoteOptions'],
);

// IKEv2 has another struct in the same place. It has fewer fields, so this one stands for both.
const PROJECTION_INFO = koffi.struct('PROJECTION_INFO', {
  type: 'uint8_t',
  ppp: koffi.struct({
    ipError: 'uint32_t',
    address: text(16),
    remoteAddress: text(16),
    ...u32('ipOptions', 'ipRemoteOptions'),
    ipv4SubInterface: 'uint64_t',
    ipv6Error: 'uint32_t',
    identifier: EIGHT_BYTES,
    remoteIdentifier: EIGHT_BYTES,
    prefix: EIGHT_BYTES,
    prefixLength: 'uint32_t',
    ipv6SubInterface: 'uint64_t',
    ...lcp,
    ...ccp,
  }),
});

const RAS_CONNECTION_EX = koffi.struct('RAS_CONNECTION_EX', {
  revision: 'uint8_t',
  type: 'uint8_t',
  size: 'uint16_t',
  ...u32('connectDuration', 'interfaceType', 'flags'),
  interfaceName: text(257),
  userName: text(257),
  logonDomain: text(16),
  computer: text(17),
  guid: GUID,
  quarantine: 'uint32_t',
  probationTime: FILETIME,
  ...counters,
  switchOvers: 'uint32_t',
  remoteEndpoint: text(65),
  localEndpoint: text(65),
  projection: PROJECTION_INFO,
  connection: 'uintptr_t',
  interface: 'uintptr_t',
});

const ip = { ipError: 'uint32_t', address: text(16), remoteAddress: text(16) };
const nbf = { nbfError: 'uint32_t', nbfComputer: text(17) };
const ipx = { ipxError: 'uint32_t', ipxAddress: text(23) };
const appleTalk = { appleTalkError: 'uint32_t', appleTalkAddress: text(33) };
const ipWithOptions = { ...ip, ...u32('ipOptions', 'ipRemoteOptions') };

/** The structs of the older levels, each at its number. */
const LEVELS = [
  koffi.struct('RAS_CONNECTION_0', {
    connection: 'uintptr_t',
    interface: 'uintptr_t',
    ...u32('connectDuration', 'interfaceType', 'flags'),
    interfaceName: text(257),
    userName: text(257),
    logonDomain: text(16),
    computer: text(17),
  }),
  koffi.struct('RAS_CONNECTION_1', {
    connection: 'uintptr_t',
    interface: 'uintptr_t',
    ...nbf,
    ...ip,
    ...ipx,
    ...appleTalk,
    ...counters,
  }),
  koffi.struct('RAS_CONNECTION_2', {
    connection: 'uintptr_t',
    userName: text(257),
    interfaceType: 'uint32_t',
    guid: GUID,
    ...nbf,
    ...ipWithOptions,
    ...ipx,
    ...appleTalk,
    ...ccp,
    ...lcp,
  }),
  koffi.struct('RAS_CONNECTION_3', {
    ...u32('version', 'size'),
    connection: 'uintptr_t',
    userName: text(257),
    interfaceType: 'uint32_t',
    guid: GUID,
    ...ipWithOptions,
    ...u32('ipv6Version', 'ipv6Size', 'ipv6Error'),
    identifier: EIGHT_BYTES,
    remoteIdentifier: EIGHT_BYTES,
    ...u32('ipv6Options', 'ipv6RemoteOptions'),
    prefix: EIGHT_BYTES,
    prefixLength: 'uint32_t',
    ...ccp,
    ...lcp,
    quarantine: 'uint32_t',
    probationTime: FILETIME,
  }),
];

const EVERYTHING = 0xffffffff;
const EVERY_CONNECTION = process.arch === 'ia32' ? 0xffffffff : 0xffffffffffffffffn;

let functions;

function functionsOf(path) {
  const library = koffi.load(path);
  const find = (name, result, ...parameters) =>
    promisify(library.func('__stdcall', name, result, parameters).async);
  const number = koffi.pointer('uint32_t');
  const pointer = koffi.pointer('void *');
  return {
    connect: find('MprAdminServerConnect', 'uint32_t', 'str16', koffi.out(pointer)),
    disconnect: find('MprAdminServerDisconnect', 'void', 'void *'),
    free: find('MprAdminBufferFree', 'uint32_t', 'void *'),
    enumPorts: find(
      'MprAdminPortEnum',
      'uint32_t',
      ...['void *', 'uint32_t', 'uintptr_t', koffi.out(pointer), 'uint32_t'],
      ...[koffi.out(number), koffi.out(number), koffi.inout(number)],
    ),
    enumConnectionsEx: find(
      'MprAdminConnectionEnumEx',
      'uint32_t',
      ...['void *', 'void *', 'uint32_t', koffi.out(number), koffi.out(number)],
      ...[koffi.out(pointer), koffi.inout(number)],
    ),
    enumConnections: find(
      'MprAdminConnectionEnum',
      'uint32_t',
      ...['void *', 'uint32_t', koffi.out(pointer), 'uint32_t'],
      ...[koffi.out(number), koffi.out(number), koffi.inout(number)],
    ),
    disconnectPort: find('MprAdminPortDisconnect', 'uint32_t', 'void *', 'uintptr_t'),
  };
}

function check(status) {
  if (status !== 0) throw new Error(`The call failed with ${status}`);
}

export async function openKoffi(simulator, name) {
  functions ??= functionsOf(simulator.path);
  const server = [null];
  check(await functions.connect(simulator.address(name), server));
  const [handle] = server;
  return {
    async enumPorts() {
      const buffer = [null];
      const count = [0];
      const out = [buffer, EVERYTHING, count, [0], [0]];
      check(await functions.enumPorts(handle, 0, EVERY_CONNECTION, ...out));
      const ports = koffi.decode(buffer[0], RAS_PORT_0, count[0]);
      check(await functions.free(buffer[0]));
      return ports;
    },
    /** At the newest level, or at each of the older ones that are given, which are not joined. */
    async enumConnections(levels) {
      if (levels === undefined) {
        const buffer = [null];
        const count = [0];
        // Revision 1 of the object RAS connection, and the size of the struct.
        const header = Buffer.from([1, 1, 0, 0]);
        header.writeUInt16LE(koffi.sizeof(RAS_CONNECTION_EX), 2);
        const out = [EVERYTHING, count, [0], buffer, [0]];
        check(await functions.enumConnectionsEx(handle, header, ...out));
        const connections = koffi.decode(buffer[0], RAS_CONNECTION_EX, count[0]);
        check(await functions.free(buffer[0]));
        return connections;
      }
      const listings = [];
      for (const level of levels) {
        const buffer = [null];
        const count = [0];
        const out = [buffer, EVERYTHING, count, [0], [0]];
        check(await functions.enumConnections(handle, level, ...out));
        listings.push(koffi.decode(buffer[0], LEVELS[level], count[0]));
        check(await functions.free(buffer[0]));
      }
      return listings[0];
    },
    async disconnectPort(port) {
      check(await functions.disconnectPort(handle, port));
    },
    close: () => functions.disconnect(handle),
  };
}
