// The same calls through koffi: each function with `async`, each port decoded into an object with the same
// fields. The objects stay as koffi makes them, so koffi is spared some work of the package: words for
// conditions, and no connection for idle ports.
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
    async disconnectPort(port) {
      check(await functions.disconnectPort(handle, port));
    },
    close: () => functions.disconnect(handle),
  };
}
