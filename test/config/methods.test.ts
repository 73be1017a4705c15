// Every method of a stored configuration: its functions fail with a status without a meaning, it is given up, its
// arguments are changed after the call, the service is stopped.

import { describe, expect, it } from 'vitest';
import { RasConfig, RasError } from '../../lib/index.ts';
import { loadBinding } from '../../lib/native/load.ts';
import {
  callConfig,
  configArguments,
  configMethods,
  everyConfigMethod,
  functionOfConfig,
  furnishConfig,
} from '../fixtures/config_methods.ts';
import { functionNamed, givenUp, lab, rejection } from '../fixtures/simulated.ts';

const MEANINGLESS = 31_337;
const { functions } = loadBinding('');
const asked = everyConfigMethod.filter((name) => name !== 'disconnect');
const functionsOf = (name: (typeof asked)[number]) =>
  functions.mprapi?.[functionOfConfig(name)] ?? [];

/** A furnished local server, because only its configuration can be installed anew. */
async function furnished() {
  const world = lab('mprapi', { name: '' });
  const config = await world.connectConfig();
  await furnishConfig(world.simulated, config);
  return { ...world, config };
}

it('has a method for every operation of the addon', () => {
  const names = Object.keys(functions.mprapi ?? {}).filter((name) => name.startsWith('config'));
  expect(new Set(everyConfigMethod.map(functionOfConfig))).toEqual(new Set(names));
});

describe('a failure', () => {
  const cases = asked.flatMap((method) =>
    functionsOf(method).map((syscall) => ({ method, syscall })),
  );

  it.each(cases)('of $syscall arrives unchanged from $method', async ({ method, syscall }) => {
    const { simulated, config } = await furnished();
    simulated.fail(functionNamed(syscall), MEANINGLESS);
    const error = await rejection(callConfig(config, method, configArguments(method, 'meant')));
    expect(error).toBeInstanceOf(RasError);
    expect(error).toMatchObject({ status: MEANINGLESS, syscall, server: '' });
  });

  it('of MprConfigServerConnect arrives unchanged from connectConfig', async () => {
    const { simulated, connectConfig } = lab('mprapi');
    simulated.fail('MprConfigServerConnect', MEANINGLESS);
    expect(await rejection(connectConfig())).toMatchObject({
      status: MEANINGLESS,
      syscall: 'MprConfigServerConnect',
      server: 'RAS01',
    });
  });
});

describe.each(asked)('%s', (method) => {
  const { isAction } = configMethods[method];

  it('succeeds while the service is stopped', async () => {
    const { simulated, config } = await furnished();
    simulated.stopService();
    const done = callConfig(config, method, configArguments(method, 'meant'));
    await expect(done).resolves.not.toThrow();
  });

  it('fails with 5 if the registry may not be opened', async () => {
    const { simulated, config } = await furnished();
    simulated.denied = true;
    const error = await rejection(callConfig(config, method, configArguments(method, 'meant')));
    simulated.denied = false;
    expect(error).toMatchObject({ status: 5, code: 'ERROR_ACCESS_DENIED' });
  });

  it('says what is known if it is given up while it hangs', async () => {
    const { simulated, config } = await furnished();
    const [syscall = ''] = functionsOf(method);
    const hang = simulated.hang(functionNamed(syscall));
    const error = await givenUp(hang, (options) =>
      callConfig(config, method, configArguments(method, 'meant'), options),
    );
    hang.release();
    expect(error).toMatchObject({ name: 'AbortError' });
    if (isAction) await expect(config.refresh()).resolves.toBeUndefined();
  });

  it('fails after the configuration was released', async () => {
    const { config } = await furnished();
    await config.disconnect();
    expect(
      await rejection(callConfig(config, method, configArguments(method, 'meant'))),
    ).toMatchObject({ code: 'ERR_RRAS_CLOSED' });
  });

  it('is supported by mprapi', async () => {
    const { config } = await furnished();
    expect(config.supports(method)).toBe(true);
  });
});

const withArguments = asked.filter((method) => configArguments(method, 'meant').length > 0);

it.each(withArguments)('%s takes its arguments as they were when it was called', async (method) => {
  const world = await furnished();
  const hang = world.simulated.hang('MprConfigServerRefresh');
  const before = world.config.refresh();
  await hang.entered();
  const args = configArguments(method, 'meant');
  const done = callConfig(world.config, method, args);
  overwrite(args, configArguments(method, 'other'));
  hang.release();
  await before;
  const result = await done;

  const again = await furnished();
  expect(result).toEqual(await callConfig(again.config, method, configArguments(method, 'meant')));
  expect(await everythingOf(world)).toEqual(await everythingOf(again));
});

async function everythingOf({ simulated, config }: Awaited<ReturnType<typeof furnished>>) {
  const { transports, interfaces, backups } = simulated.stored;
  const filters = [await config.getFilter('ip'), await config.getFilter('ipv6')];
  return {
    transports,
    interfaces,
    backups,
    filters,
    info: await config.getInfo(),
    ex: await config.getInfoEx(),
  };
}

/** Overwrites everything that the caller still holds: the elements of the list, and what is inside objects. */
function overwrite(args: unknown[], other: readonly unknown[]): void {
  args.forEach((value, i) => {
    const instead = other[i];
    if (typeof value !== 'object' || value === null || typeof instead !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      const replacement = Reflect.get(instead ?? {}, key);
      if (inner instanceof Uint8Array) inner.set(replacement);
      else if (typeof inner === 'object' && inner !== null) Object.assign(inner, replacement);
      else Reflect.set(value, key, replacement);
    }
  });
}

describe.each(['nt4', 'rassapi'] as const)('%s', (dialect) => {
  it('has no stored configuration', async () => {
    const { connectConfig } = lab(dialect);
    expect(await rejection(connectConfig())).toMatchObject({
      code: 'ERROR_CALL_NOT_IMPLEMENTED',
      message: expect.stringContaining(`The dialect ${dialect} has no function for this`),
    });
  });
});

it('a server and its configuration have lanes of their own', async () => {
  const { simulated, connect, connectConfig } = lab('mprapi');
  const [server, config] = [await connect(), await connectConfig()];
  const hang = simulated.hang('MprAdminPortEnum');
  const ports = server.enumPorts();
  await hang.entered();
  expect(await config.enumTransports()).toEqual([]);
  hang.release();
  await ports;
});

it('names its functions, and none of the running side', async () => {
  const { connect, connectConfig } = lab('mprapi');
  const config = await connectConfig();
  expect(config.functions).toContain('MprConfigTransportSetInfo');
  expect(config.functions.filter((name) => !name.startsWith('MprConfig'))).toEqual([]);
  const server = await connect();
  expect(server.functions.filter((name) => name.startsWith('MprConfig'))).toEqual([]);
});

it('cannot be constructed', () => {
  expect(() => Reflect.construct(RasConfig, [])).toThrow(/connectConfig\(\) gives one/);
});
