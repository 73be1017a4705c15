// A library that keeps the signatures and nothing else. For any of its answers, a call ends in a correct result or
// an error of the package, every buffer is freed, and the server can be disconnected.

import { describe, expect, it } from 'vitest';
import { connect, RasError, type RasServer } from '../../lib/index.ts';
import {
  byKind,
  type Entry,
  type HostileAnswer,
  type Kind,
  type Manner,
  manners,
  type Otherwise,
} from '../fixtures/hostile_answers.ts';
import { type Asked, argumentsOf, call, everyMethod, methods } from '../fixtures/methods.ts';
import { testLibraries } from '../libraries/test_libraries.ts';

const library = testLibraries();

const action: HostileAnswer = { kind: 'action', holds: () => undefined };
const notExported: HostileAnswer = {
  kind: 'value',
  holds: () => 'ERROR_PROC_NOT_FOUND',
  otherwise: {
    'strange-status': 'ERROR_PROC_NOT_FOUND',
    'error-with-buffer': 'ERROR_PROC_NOT_FOUND',
  },
};

const questions = everyMethod.flatMap((name) => {
  const { hostile = action } = methods[name];
  if (hostile === 'not exported') return { name, answer: notExported };
  return 'leftOut' in hostile ? [] : { name, answer: hostile };
});

function ask(name: Asked, server: RasServer): Promise<unknown> {
  const { hostileArgs } = methods[name];
  const subjects = { port: 1, connection: 1 };
  const args = hostileArgs?.(server.name) ?? argumentsOf(name, server, subjects);
  return call(name, server, args);
}

const named = (...kinds: readonly Kind[]) =>
  questions.filter(({ answer }) => kinds.includes(answer.kind)).map(({ name }) => name);

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

/** The default outcomes. */
const inEveryKind: Otherwise = {
  'strange-status': 'UNKNOWN_3237998081',
  'error-with-buffer': 'ERROR_ACCESS_DENIED',
};

function expectedOf(answer: HostileAnswer, manner: Manner, file: File): unknown {
  const withEx = file === 'hostile' ? answer.withEx : undefined;
  const kind = withEx?.kind ?? answer.kind;
  const results = {
    ...inEveryKind,
    ...byKind[kind],
    ...answer.otherwise,
    ...withEx?.otherwise,
  };
  if (manner in results) return results[manner];
  const isList = kind === 'list' || kind === 'paged list';
  return isList
    ? [1, 2, 3].map((number) => answer.holds(entryOf(manner, number)))
    : answer.holds(entryOf(manner, 1));
}

/** The 16-bit units of each struct are its number, or halves of surrogate pairs. */
function entryOf(manner: Manner, number: number): Entry {
  const isHalf = manner === 'unterminated';
  const unit = isHalf ? 0xd83d : number;
  return {
    number,
    unit,
    isHalf,
    dword: unit * 0x10000 + unit,
    text: (length) => String.fromCharCode(unit).repeat(length),
  };
}

/** The numbers of buffers that were not freed and of servers that were not disconnected. */
async function outstanding(path: string): Promise<{ buffers: number; servers: number }> {
  const server = await connect('outstanding', { library: { path } });
  const { upTime, totalPorts } = await server.getInfo();
  await server.disconnect();
  if (upTime === undefined) throw new Error('the library does not tell');
  // The server for this question is connected itself.
  return { buffers: upTime, servers: totalPorts - 1 };
}

// Windows Server 2008 R2 and later, and older servers.
describe.each(files)('%s', (file) => {
  const open = (manner: string) => connect(manner, { library: { path: library(file) } });

  it.each(manners)(
    'after %s every call has the right answer or error, and every buffer is freed',
    async (manner) => {
      await using server = await open(manner);
      const outcomes: Record<string, unknown> = {};
      for (const { name } of questions) {
        outcomes[name] = await outcome(ask(name, server));
        expect(await outstanding(library(file)), name).toEqual({ buffers: 0, servers: 1 });
      }
      const expected: Partial<Record<Asked, unknown>> = Object.fromEntries(
        questions.map(({ name, answer }) => [name, expectedOf(answer, manner, file)]),
      );
      expect(outcomes).toEqual(expected);
      // The healthy server still works.
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
  describe.each(named('paged list'))('%s', (name) => {
    for (const [error, each] of Object.entries(never)) {
      it.each(each)(`is ${error} and no list after %s`, async (manner) => {
        const server = await open(manner);
        expect(await code(ask(name, server))).toBe(error);
        await server.disconnect();
      });
    }

    it.each(['total-below-read', 'free-fails', 'unterminated'])(
      'lists what exists in %s',
      async (manner) => {
        const server = await open(manner);
        expect(await ask(name, server)).toHaveLength(3);
        await server.disconnect();
      },
    );
  });

  it.each(named('buffer', 'struct of the package'))(
    '%s fails if a success comes without data',
    async (name) => {
      const server = await open('nothing');
      expect(await code(ask(name, server))).toBe('ERR_RRAS_UNREADABLE');
      await server.disconnect();
    },
  );

  it('a list of devices without a buffer is an error', async () => {
    const server = await open('null-with-count');
    expect(await code(server.enumDevices())).toBe('ERR_RRAS_UNREADABLE');
    await server.disconnect();
  });

  it.each(named('action'))('%s does not take a strange status for a success', async (name) => {
    const server = await open('strange-status');
    expect(await code(ask(name, server))).toBe('UNKNOWN_3237998081');
    await server.disconnect();
  });

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
  // No document says what a real server writes there.
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
