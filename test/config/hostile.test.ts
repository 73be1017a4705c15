// A library that keeps the signatures and nothing else: each call on a stored configuration ends in a correct result or
// an error of the package, and every buffer is freed.

import { describe, expect, it } from 'vitest';
import { connect, connectConfig, type RasConfig, RasError } from '../../lib/index.ts';
import { callConfig, configArguments, everyConfigMethod } from '../fixtures/config_methods.ts';
import {
  byKind,
  type Manner,
  manners,
  NO_PROGRESS,
  readFirst,
  UNREADABLE,
} from '../fixtures/hostile_answers.ts';
import { testLibraries } from '../libraries/test_libraries.ts';

const path = testLibraries()('hostile');

// The library does not know by which server the installation is asked for.
const asked = everyConfigMethod.filter((name) => name !== 'disconnect' && name !== 'install');

async function outstanding(): Promise<unknown> {
  await using server = await connect('outstanding', { library: { path } });
  return (await server.getInfo()).upTime;
}

function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error: unknown) => {
    if (error instanceof RasError) return error.code;
    throw error;
  });
}

const open = (manner: Manner) => connectConfig(manner, { library: { path } });

it.each(manners)('after %s every buffer is freed', async (manner) => {
  await using config = await open(manner);
  for (const method of asked) {
    await outcome(callConfig(config, method, configArguments(method, 'meant')));
    expect(await outstanding(), method).toBe(0);
  }
});

describe('after a strange status', () => {
  it.each(asked)('%s is an error', async (method) => {
    await using config = await open('strange-status');
    const done = outcome(callConfig(config, method, configArguments(method, 'meant')));
    expect(await done).toBe('UNKNOWN_3237998081');
  });
});

// An interface is read before its transports are.
describe.each([
  ['the list of transports', (config: RasConfig) => config.enumTransports(), {}],
  [
    'the list of the transports of an interface',
    (config: RasConfig) => config.enumInterfaceTransports('Paris'),
    { ...readFirst, 'total-below-read': UNREADABLE },
  ],
] as const)('%s', (_, list, otherwise) => {
  const entry = (number: number) => {
    const id = number * 0x10001;
    return { id, name: String.fromCharCode(number).repeat(41) };
  };

  it.each(manners.filter((manner) => manner !== 'unterminated'))('after %s', async (manner) => {
    await using config = await open(manner);
    const pages = { nothing: [], ...byKind['paged list'] };
    const expected = {
      'strange-status': 'UNKNOWN_3237998081',
      'error-with-buffer': 'ERROR_ACCESS_DENIED',
      ...pages,
      ...otherwise,
    };
    expect(await outcome(list(config))).toEqual(
      manner in expected ? Reflect.get(expected, manner) : [1, 2, 3].map(entry),
    );
  });

  it('never ends by itself after pages that bring nothing new', async () => {
    for (const manner of ['same-page', 'moving-page', 'more-then-zero'] as const) {
      await using config = await open(manner);
      expect(await outcome(list(config))).toBe(NO_PROGRESS);
    }
  });
});

describe('an interface', () => {
  it.each(['nothing', 'null-with-count', 'more-without-buffer', 'total-below-read'] as const)(
    'cannot be read after %s',
    async (manner) => {
      await using config = await open(manner);
      expect(await outcome(config.getInterface('Paris'))).toBe(UNREADABLE);
      const set = callConfig(config, 'setInterface', ['Paris', {}]);
      await expect(set).rejects.toMatchObject({ code: UNREADABLE, outcome: 'not-done' });
    },
  );

  it('of another name than the one that was asked for is left alone', async () => {
    await using config = await open('unterminated');
    await expect(config.deleteInterface('Paris')).rejects.toMatchObject({
      code: 'ERR_RRAS_INTERFACE_CHANGED',
      outcome: 'not-done',
    });
  });

  it('never shows a handle of the library', async () => {
    await using config = await open('free-fails');
    const [first] = await config.enumInterfaces();
    expect(Object.keys(first ?? {})).toEqual(['server', 'name', 'type', 'isEnabled']);
  });
});

describe('a transport', () => {
  it.each(['nothing', 'null-with-count', 'more-without-buffer', 'huge-count'] as const)(
    'cannot be read after %s',
    async (manner) => {
      await using config = await open(manner);
      expect(await outcome(config.getTransport('ip'))).toBe(UNREADABLE);
    },
  );

  it('comes with the path of its library', async () => {
    await using config = await open('odd-booleans');
    expect(await config.getTransport('ip')).toMatchObject({ dllPath: 'router.dll' });
  });

  it('and an interface are not changed if the library gives no handle for it', async () => {
    await using config = await open('nothing');
    const methods = ['setTransport', 'deleteTransport', 'setInterface', 'deleteInterface'] as const;
    for (const method of methods) {
      const done = callConfig(config, method, configArguments(method, 'meant'));
      await expect(done).rejects.toMatchObject({ code: UNREADABLE, outcome: 'not-done' });
    }
  });
});

describe('the name of a network card', () => {
  it('may fill the buffer to its end', async () => {
    await using config = await open('unterminated');
    expect(await config.getGuidName('Ethernet')).toHaveLength(257);
  });

  it('that fits into no buffer is an error', async () => {
    await using config = await open('huge-count');
    expect(await outcome(config.getFriendlyName('card'))).toBe('ERROR_BUFFER_OVERFLOW');
  });
});

it('a truth value other than 1 is true', async () => {
  await using config = await open('odd-booleans');
  expect(await config.getFilter('ip')).toEqual({ isEnabled: true });
});
