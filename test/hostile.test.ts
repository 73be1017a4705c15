// A library that keeps to the signatures and to nothing else: whatever it answers, a call ends in a right
// answer or in an error of the package, no buffer is kept, and the server can be let go.

import { describe, expect, it } from 'vitest';
import { connect, RasError, type RasServer } from '../lib/index.ts';
import { testLibraries } from './fixtures/test_libraries.ts';

const library = testLibraries();

type Question = (server: RasServer) => Promise<unknown>;

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
const questions: Record<string, Question> = { ...lists, ...things, ...others, ...actions };

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

function code(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'answered',
    (error: unknown) => {
      if (error instanceof RasError) return error.code;
      throw error;
    },
  );
}

async function outstanding(path: string): Promise<number> {
  const server = await connect('outstanding', { library: { path } });
  const { upTime } = await server.getInfo();
  await server.disconnect();
  if (upTime === undefined) throw new Error('the library does not tell');
  return upTime;
}

// Windows Server 2008 R2 and later, and what came before it.
describe.each(['hostile', 'hostile-before-ex'])('%s', (file) => {
  const open = (manner: string) => connect(manner, { library: { path: library(file) } });

  it.each(manners)('after %s every call ends, and no buffer is kept', async (manner) => {
    const server = await open(manner);
    for (const ask of Object.values(questions)) {
      await code(ask(server));
      expect(await outstanding(library(file))).toBe(0);
    }
    // It is still served.
    await code(server.enumPorts());
    await server.disconnect();
  });

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
