// A library that keeps to the signatures and to nothing else: whatever it answers, a call ends in a right
// answer or in an error of the package, no buffer is kept, and the server can be let go.

import { describe, expect, it } from 'vitest';
import { connect, RasError, type RasServer } from '../../lib/index.ts';
import { testLibraries } from '../libraries/test_libraries.ts';

const library = testLibraries();

type Ask = (server: RasServer) => Promise<unknown>;

const lists = {
  enumPorts: (server: RasServer) => server.enumPorts(),
  enumConnections: (server: RasServer) => server.enumConnections(),
  enumDevices: (server: RasServer) => server.enumDevices(),
};
const things = {
  getPort: (server: RasServer) => server.getPort(1),
  getConnection: (server: RasServer) => server.getConnection(1),
  getInfo: (server: RasServer) => server.getInfo(),
};
const others = {
  getInfoEx: (server: RasServer) => server.getInfoEx(),
  getCredentials: (server: RasServer) => server.getCredentials(),
  getTransport: (server: RasServer) => server.getTransport('ip'),
  getUser: (server: RasServer) => server.getUser(server.name),
  isServiceRunning: (server: RasServer) => server.isServiceRunning(),
  isServiceInitialized: (server: RasServer) => server.isServiceInitialized(),
  isDomainRasServer: (server: RasServer) => server.isDomainRasServer({ machine: server.name }),
  getPdcServer: (server: RasServer) => server.getPdcServer({ server: server.name }),
  getErrorString: (server: RasServer) => server.getErrorString(903),
};
const actions = {
  disconnectPort: (server: RasServer) => server.disconnectPort(1),
  resetPort: (server: RasServer) => server.resetPort(1),
  clearPortStats: (server: RasServer) => server.clearPortStats(1),
  disconnectConnection: (server: RasServer) => server.disconnectConnection(1),
  clearConnectionStats: (server: RasServer) => server.clearConnectionStats(1),
  removeQuarantine: (server: RasServer) => server.removeQuarantine(1),
  sendUserMessage: (server: RasServer) => server.sendUserMessage(1, 'Good evening'),
  setInfo: (server: RasServer) => server.setInfo({ pptp: { count: 1 } }),
};
const questions = { ...lists, ...things, ...others, ...actions };
type Question = keyof typeof questions;
type Outcomes = Readonly<Record<Question, unknown>>;

const manners = [
  'nothing',
  'null-with-count',
  'total-below-read',
  'same-page',
  'moving-page',
  'more-without-buffer',
  'more-then-zero',
  'huge-count',
  'strange-status',
  'error-with-buffer',
  'free-fails',
  'unterminated',
  'odd-booleans',
  'wrong-header',
] as const;
type Manner = (typeof manners)[number];

const files = ['hostile', 'hostile-before-ex'] as const;
type File = (typeof files)[number];

function code(promise: Promise<unknown>): Promise<unknown> {
  return outcome(promise.then(() => 'answered'));
}

/** The answer, or the code of the package's error. */
function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error: unknown) => {
    if (error instanceof RasError) return error.code;
    throw error;
  });
}

function onAll<Name extends Question>(asked: Record<Name, Ask>, result: unknown) {
  return Object.fromEntries(Object.keys(asked).map((name) => [name, result]));
}

const UNREADABLE = 'ERR_RRAS_UNREADABLE';
const NO_PROGRESS = 'ERR_RRAS_NO_PROGRESS';

/** The outcomes if number, place and status of the library's structs are right. */
function asFilled(manner: Manner): Outcomes {
  // The 16-bit units of each struct are its number, or halves of surrogate pairs.
  const isHalf = manner === 'unterminated';
  const unit = (number: number) => (isHalf ? 0xd83d : number);
  const text = (number: number, length: number) => String.fromCharCode(unit(number)).repeat(length);
  const dword = (number: number) => unit(number) * 0x10000 + unit(number);
  const port = (number: number) =>
    expect.objectContaining({
      handle: number,
      name: text(number, 17),
      deviceName: text(number, 129),
    });
  const connection = (number: number) =>
    expect.objectContaining({ handle: number, userName: text(number, 257) });
  const device = (number: number) => ({ type: text(number, 17), name: text(number, 129) });
  return {
    enumPorts: [1, 2, 3].map(port),
    enumConnections: [1, 2, 3].map(connection),
    enumDevices: [1, 2, 3].map(device),
    getPort: port(1),
    getConnection: connection(1),
    getInfo: expect.objectContaining({
      isLanOnly: true,
      upTime: dword(1),
      totalPorts: dword(1),
      portsInUse: dword(1),
    }),
    // The library leaves its structs as they were given.
    getInfoEx: UNREADABLE,
    getCredentials: UNREADABLE,
    getTransport: {
      globalInfo: new Uint8Array(Uint16Array.from({ length: 8 }, () => unit(1)).buffer),
      clientInterfaceInfo: new Uint8Array(),
    },
    getUser: expect.objectContaining(
      isHalf
        ? { mayDialIn: true, phoneNumber: text(1, 129) }
        : { mayDialIn: false, phoneNumber: '' },
    ),
    isServiceRunning: true,
    isServiceInitialized: true,
    isDomainRasServer: true,
    getPdcServer: isHalf ? 'X'.repeat(18) : UNREADABLE,
    // The library has no such function.
    getErrorString: 'ERROR_PROC_NOT_FOUND',
    disconnectPort: undefined,
    resetPort: undefined,
    clearPortStats: undefined,
    disconnectConnection: undefined,
    clearConnectionStats: undefined,
    removeQuarantine: undefined,
    sendUserMessage: undefined,
    setInfo: { rebootRequired: false, restartRequired: false },
  };
}

/** The outcomes that differ in this manner. */
function otherwise(manner: Manner, file: File): Partial<Outcomes> {
  // The newer function writes a connection to memory that the package gives it.
  const isBuffer = file === 'hostile-before-ex';
  // The function returns the truth value itself, not a status.
  const isServiceRunning = true;
  const getErrorString = 'ERROR_PROC_NOT_FOUND';
  // Disconnecting a connection lists its ports first.
  const paged = (result: string) => ({
    enumPorts: result,
    enumConnections: result,
    disconnectConnection: result,
  });
  const withoutBuffer = {
    getPort: UNREADABLE,
    ...(isBuffer && { getConnection: UNREADABLE }),
    getInfo: UNREADABLE,
    getTransport: UNREADABLE,
    // It reads the settings before it changes them.
    setInfo: UNREADABLE,
  };
  switch (manner) {
    case 'nothing':
      return {
        ...onAll(lists, []),
        ...onAll(things, UNREADABLE),
        getTransport: {
          globalInfo: new Uint8Array(),
          clientInterfaceInfo: new Uint8Array(),
        },
        isServiceRunning: false,
        isServiceInitialized: false,
        isDomainRasServer: false,
        disconnectConnection: 'ERROR_INTERFACE_NOT_CONNECTED',
        setInfo: UNREADABLE,
      };
    case 'null-with-count':
      return { ...paged(UNREADABLE), ...withoutBuffer, enumDevices: UNREADABLE };
    case 'more-without-buffer':
      return { ...paged(NO_PROGRESS), ...withoutBuffer, enumDevices: [] };
    case 'same-page':
    case 'moving-page':
    case 'more-then-zero':
      return paged(NO_PROGRESS);
    case 'huge-count':
      return { ...paged(UNREADABLE), enumDevices: UNREADABLE, getTransport: UNREADABLE };
    case 'strange-status':
      return { ...onAll(questions, 'UNKNOWN_3237998081'), isServiceRunning, getErrorString };
    case 'error-with-buffer':
      return { ...onAll(questions, 'ERROR_ACCESS_DENIED'), isServiceRunning, getErrorString };
    case 'wrong-header':
      return isBuffer ? {} : { enumConnections: UNREADABLE, getConnection: UNREADABLE };
    default:
      return {};
  }
}

/** How many buffers were not given back, and how many servers were not let go. */
async function outstanding(path: string): Promise<{ buffers: number; servers: number }> {
  const server = await connect('outstanding', { library: { path } });
  const { upTime, totalPorts } = await server.getInfo();
  await server.disconnect();
  if (upTime === undefined) throw new Error('the library does not tell');
  // The server that answers this is connected itself.
  return { buffers: upTime, servers: totalPorts - 1 };
}

// Windows Server 2008 R2 and later, and what came before it.
describe.each(files)('%s', (file) => {
  const open = (manner: string) => connect(manner, { library: { path: library(file) } });

  it.each(manners)(
    'after %s every call has the right answer or error, and nothing is kept',
    async (manner) => {
      await using server = await open(manner);
      const outcomes: Record<string, unknown> = {};
      for (const [name, ask] of Object.entries<Ask>(questions)) {
        outcomes[name] = await outcome(ask(server));
        expect(await outstanding(library(file)), name).toEqual({ buffers: 0, servers: 1 });
      }
      const expected: Outcomes = { ...asFilled(manner), ...otherwise(manner, file) };
      expect(outcomes).toEqual(expected);
      // It is still served.
      expect(await outcome(server.enumPorts())).toEqual(expected.enumPorts);
      await server.disconnect();
      expect(await outstanding(library(file))).toEqual({ buffers: 0, servers: 0 });
    },
  );

  const never = {
    ERR_RRAS_UNREADABLE: ['null-with-count', 'huge-count'],
    ERR_RRAS_NO_PROGRESS: ['same-page', 'moving-page', 'more-without-buffer', 'more-then-zero'],
    UNKNOWN_3237998081: ['strange-status'],
    ERROR_ACCESS_DENIED: ['error-with-buffer'],
  } as const;
  describe.each(['enumPorts', 'enumConnections'] as const)('%s', (name) => {
    for (const [error, each] of Object.entries(never)) {
      it.each(each)(`is ${error} and no list after %s`, async (manner) => {
        const server = await open(manner);
        expect(await code(server[name]())).toBe(error);
        await server.disconnect();
      });
    }

    it.each(['total-below-read', 'free-fails', 'unterminated'])(
      'lists what is there in %s',
      async (manner) => {
        const server = await open(manner);
        expect(await server[name]()).toHaveLength(3);
        await server.disconnect();
      },
    );
  });

  it.each(Object.entries(things))(
    '%s is an error when the success has nothing with it',
    async (_name, ask) => {
      const server = await open('nothing');
      expect(await code(ask(server))).toBe('ERR_RRAS_UNREADABLE');
      await server.disconnect();
    },
  );

  it('a list of devices without a buffer is an error', async () => {
    const server = await open('null-with-count');
    expect(await code(server.enumDevices())).toBe('ERR_RRAS_UNREADABLE');
    await server.disconnect();
  });

  it.each(Object.entries(actions))(
    '%s does not take a strange status for a success',
    async (_, ask) => {
      const server = await open('strange-status');
      expect(await code(ask(server))).toBe('UNKNOWN_3237998081');
      await server.disconnect();
    },
  );

  it('a truth value other than 1 is true', async () => {
    const server = await open('odd-booleans');
    expect(await server.isServiceRunning()).toBe(true);
    expect(await server.isServiceInitialized()).toBe(true);
    await server.disconnect();
  });

  it('texts end where their array ends', async () => {
    const server = await open('unterminated');
    const [port] = await server.enumPorts();
    expect(port?.name).toBe('\ud83d'.repeat(17));
    const pdc = await server.getPdcServer({ server: 'unterminated' });
    expect(pdc.replace(/^\\\\/, '')).toMatch(/^X{16,18}$/);
    await server.disconnect();
  });

  it('a key that is longer than a key can be is not read', async () => {
    for (const manner of ['huge-count', 'total-below-read']) {
      const server = await open(manner);
      expect(await code(server.getCredentials())).toBe('ERR_RRAS_UNREADABLE');
      await server.disconnect();
    }
  });

  it('a transport’s block that is longer than memory is not read', async () => {
    const server = await open('huge-count');
    expect(await code(server.getTransport('ip'))).toBe('ERR_RRAS_UNREADABLE');
    await server.disconnect();
  });

  it('a slow call ends with its time-out, and the next one is served', async () => {
    const server = await open('slow');
    await expect(server.enumPorts({ timeout: 100 })).rejects.toThrow(
      expect.objectContaining({ name: 'TimeoutError' }),
    );
    expect(await server.enumPorts()).toHaveLength(3);
    await server.disconnect();
  });
});

describe('hostile', () => {
  // What a real server writes there is documented nowhere.
  it.each(['no-header', 'size-of-header'])(
    'lists connections that come with %s',
    async (manner) => {
      const server = await connect(manner, { library: { path: library('hostile') } });
      expect(await server.enumConnections()).toHaveLength(3);
      expect((await server.getConnection(1)).handle).toBe(1);
      await server.disconnect();
    },
  );

  it('refuses a connection of another version of the struct', async () => {
    const server = await connect('wrong-header', { library: { path: library('hostile') } });
    expect(await code(server.enumConnections())).toBe('ERR_RRAS_UNREADABLE');
    expect(await code(server.getConnection(1))).toBe('ERR_RRAS_UNREADABLE');
    await server.disconnect();
  });
});
