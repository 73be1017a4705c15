// The package's own codes: failures that no function of Windows reported.

type Words = readonly [sentence: string, hint: string];

export const packageCodes = {
  ERR_RRAS_UNSUPPORTED_PLATFORM: [
    'Routing and Remote Access servers can be reached from Windows only.',
    "Run this on Windows, or use a simulated server: `new Simulator()` from 'rras/simulator' as the option `library`.",
  ],
  ERR_RRAS_LIBRARY: [
    'No library could be opened that offers the administration functions.',
    'Look at the reason given for each file; a library elsewhere is opened only by its absolute path, in the option `library`.',
  ],
  ERR_RRAS_PORT_CHANGED: [
    'The port carries another connection now than when it was read, so nothing was done to it.',
    'List the ports again and decide anew; with `{ guard: false }` the port is taken as it is.',
  ],
  ERR_RRAS_CONNECTION_CHANGED: [
    'The handle belongs to another connection now than when it was read, so nothing was done to it.',
    'List the connections again and decide anew; with `{ guard: false }` the connection is taken as it is.',
  ],
  ERR_RRAS_INTERFACE_CHANGED: [
    'The handle belongs to another interface now than when it was read, so nothing was done to it.',
    'List the interfaces again and decide anew; an interface can also be given by its name.',
  ],
  ERR_RRAS_NOT_CONNECTED: [
    'The attempt to connect the interface ended without a connection.',
    'Read the interface again: it may have been disconnected or disabled meanwhile.',
  ],
  ERR_RRAS_ABORTED: [
    'The caller has stopped waiting.',
    'The error says in `outcome` what is known about the action, and has the reason as its cause.',
  ],
  ERR_RRAS_PARTLY_DONE: [
    'Some ports of the connection could be disconnected and others could not.',
    'The error lists each port with its result in `links`: list the ports again, and disconnect those that are left.',
  ],
  ERR_RRAS_TIMEOUT: [
    'The server did not answer in time.',
    'The server or the way to it may hang: `rras doctor` finds out more. A longer `timeout`, or `callTimeout` of connect(), waits longer.',
  ],
  ERR_RRAS_CLOSED: [
    'The connection to the server was closed by `disconnect()`.',
    'Call `connect()` again for a new connection.',
  ],
  ERR_RRAS_NO_PROGRESS: [
    'The server said that more entries follow, but sent none and did not move on.',
    'Try again; if it happens every time, the server may need a restart of its RemoteAccess service.',
  ],
  ERR_RRAS_UNREADABLE: [
    'The answer of the server contradicts itself and cannot be read.',
    'Try again; if it happens every time, the library may speak another dialect than it was taken for.',
  ],
  ERR_RRAS_HANDLE_RANGE: [
    'The server gave a handle that a JavaScript number cannot hold exactly.',
    'Handles are documented as 32-bit numbers: the library may speak another dialect than it was taken for.',
  ],
  ERR_RRAS_NO_BINARY: [
    'The compiled part of the package is missing for this system.',
    "Install the package anew. On a system that it has no binary for, build one in a clone of the package's repository: `npm ci` and `npm run pack:here`.",
  ],
} as const satisfies Readonly<Record<`ERR_RRAS_${string}`, Words>>;

export type PackageErrorName = keyof typeof packageCodes;
