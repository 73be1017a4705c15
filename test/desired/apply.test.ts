// An interface is made as wished on both sides, or the error says where the work stopped. Doing it again does nothing.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DesiredInterface, RasError } from '../../lib/index.ts';
import { seed } from '../fixtures/seed.ts';
import { lab, rejection } from '../fixtures/simulated.ts';

async function site() {
  const world = lab('mprapi');
  world.simulated.addPorts('ikev2', 1);
  return { ...world, server: await world.connect(), config: await world.connectConfig() };
}

const hours = { monday: [{ from: '09:00', to: '17:30' }] };
const paris = {
  name: 'Paris',
  dialOutHours: hours,
  demandDial: { phoneNumber: 'vpn.paris.example', vpnStrategy: 'ikev2-only', idleDisconnect: 600 },
  credentials: { userName: 'router', password: Buffer.from('pw', 'utf16le') },
  presharedKey: Buffer.from('secret'),
} as const satisfies DesiredInterface;

describe('a new interface', () => {
  it('is on both sides afterwards, with its secrets', async () => {
    const { server, config, simulated } = await site();
    const steps = await server.applyInterface(paris);
    expect(steps.map(({ side, action }) => `${side} ${action}`)).toEqual([
      'running create',
      'running set credentials',
      'running set pre-shared key',
      'stored create',
    ]);
    expect(await server.getInterface('Paris')).toMatchObject({
      isEnabled: true,
      dialOutHours: hours,
      demandDial: paris.demandDial,
    });
    expect(await config.getInterface('Paris')).toMatchObject({
      isEnabled: true,
      dialOutHours: hours,
    });
    expect(await server.getInterfaceCredentialsEx('Paris', 'preshared-key')).toEqual(
      new Uint8Array(paris.presharedKey),
    );
    expect((await server.getInterfaceCredentials('Paris')).userName).toBe('router');
    expect(JSON.stringify(steps)).not.toMatch(/secret"|pw|115,101/);
    simulated.stopService();
    simulated.startService();
    expect((await server.enumInterfaces()).map(({ name }) => name)).toEqual(['Paris']);
  });

  it('needs nothing when the same is wished again, and is removed when that is wished', async () => {
    const { server, config } = await site();
    await server.applyInterface(paris);
    expect(await server.applyInterface(paris)).toEqual([]);
    const again = await server.applyInterface(paris, { setSecrets: true });
    expect(again.map(({ action }) => action)).toEqual(['set credentials', 'set pre-shared key']);
    const removed = await server.applyInterface({ name: 'Paris', isAbsent: true });
    expect(removed.map(({ side, action }) => `${side} ${action}`)).toEqual([
      'running delete',
      'stored delete',
    ]);
    expect([await server.enumInterfaces(), await config.enumInterfaces()]).toEqual([[], []]);
    expect(await server.applyInterface({ name: 'Paris', isAbsent: true })).toEqual([]);
  });

  it('is only told of by a dry run, which tells what is done afterwards', async () => {
    const { server, simulator } = await site();
    const told = await server.applyInterface(paris, { dryRun: true });
    const changing = /Create|Set|Delete|Add|Remove/;
    expect(simulator.journal.filter((entry) => changing.test(entry.function))).toEqual([]);
    expect(await server.applyInterface(paris)).toEqual(told);
  });

  it('is left alone if other steps are needed than a dry run has told of', async () => {
    const { server, simulator, simulated } = await site();
    simulated.addInterface({ name: 'Paris' });
    const wish = { name: 'Paris', isEnabled: false, dialOutHours: hours };
    const steps = await server.applyInterface(wish, { dryRun: true });
    simulated.setInterface('Paris', { isEnabled: false });
    simulator.clearJournal();
    expect(await rejection(server.applyInterface(wish, { steps }))).toMatchObject({
      code: 'ERR_RRAS_INTERFACE_CHANGED',
      outcome: 'not-done',
    });
    expect(simulator.journal.filter((entry) => /Set/.test(entry.function))).toEqual([]);
    const anew = await server.applyInterface(wish, { dryRun: true });
    expect(await server.applyInterface(wish, { steps: anew })).toEqual(anew);
  });

  it('has the secrets that its caller gave when the call was made, which stay with the caller', async () => {
    const { server } = await site();
    const presharedKey = Buffer.from('secret');
    const done = server.applyInterface({ ...paris, presharedKey });
    presharedKey.fill(1);
    await done;
    expect(await server.getInterfaceCredentialsEx('Paris', 'preshared-key')).toEqual(
      new Uint8Array(Buffer.from('secret')),
    );
    expect(presharedKey).toEqual(Buffer.alloc(6, 1));
  });
});

describe('an interface that cannot be as wished', () => {
  it('keeps its letter case on both sides', async () => {
    const { server, config, simulated } = await site();
    simulated.addInterface({ name: 'Paris', stored: false });
    await server.applyInterface({ name: 'paris' });
    expect((await config.enumInterfaces()).map(({ name }) => name)).toEqual(['Paris']);
    expect(await server.applyInterface({ name: 'paris' })).toEqual([]);
  });

  it('is left alone if its type is another', async () => {
    const { server, simulated } = await site();
    simulated.addInterface({ name: 'Ethernet', type: 'dedicated' });
    const failed = await rejection(
      server.applyInterface({ name: 'Ethernet', type: 'full-router' }),
    );
    expect(failed).toMatchObject({
      code: 'ERR_RRAS_INTERFACE_CHANGED',
      interface: 'Ethernet',
      outcome: 'not-done',
    });
  });

  it('is left alone if it is to be removed while it is connected', async () => {
    const { server, config, simulated } = await site();
    simulated.addInterface({ name: 'Paris', demandDial: paris.demandDial });
    simulated.dialInterface('Paris');
    const failed = await rejection(server.applyInterface({ name: 'Paris', isAbsent: true }));
    expect(failed).toMatchObject({ code: 'ERROR_INTERFACE_CONNECTED', outcome: 'not-done' });
    expect(await config.enumInterfaces()).toHaveLength(1);
  });

  it('is an error before anything is asked if the wish contradicts itself', async () => {
    const { server, simulator } = await site();
    simulator.clearJournal();
    const wish = { name: 'Paris', isAbsent: true, isEnabled: true };
    expect(await rejection(server.applyInterface(wish))).toBeInstanceOf(TypeError);
    expect(simulator.journal).toEqual([]);
  });
});

describe('work that stops half-way', () => {
  it('says what is done, what failed and what was not begun, and can be gone on with', async () => {
    const { server, simulated } = await site();
    const fault = simulated.fail('MprAdminInterfaceSetCredentials', 5);
    const failed = await rejection(server.applyInterface(paris));
    expect(failed).toMatchObject({
      code: 'ERR_RRAS_PARTLY_DONE',
      interface: 'Paris',
      outcome: 'unknown',
      steps: [
        { side: 'running', action: 'create', result: 'done' },
        { side: 'running', action: 'set credentials', result: 'not-done' },
        { side: 'running', action: 'set pre-shared key', result: 'not-begun' },
        { side: 'stored', action: 'create', result: 'not-begun' },
      ],
      cause: { status: 5, syscall: 'MprAdminInterfaceSetCredentials' },
    });
    expect(String(failed)).toContain('running, set pre-shared key: not-begun');
    fault.clear();
    const rest = await server.applyInterface(paris);
    expect(rest.map(({ action }) => action)).toEqual([
      'set credentials',
      'set pre-shared key',
      'create',
    ]);
  });

  it('is the error of the first step if that certainly has done nothing', async () => {
    const { server, simulated } = await site();
    simulated.fail('MprAdminInterfaceCreate', 5);
    const failed = await rejection(server.applyInterface(paris));
    expect(failed).toMatchObject({ status: 5, outcome: 'not-done' });
  });

  it('stops before the next step when its signal is aborted', async () => {
    const { server, simulated, simulator } = await site();
    const opened = simulator.openHandles;
    const controller = new AbortController();
    const hang = simulated.hang('MprAdminInterfaceSetCredentials');
    const failed = rejection(server.applyInterface(paris, { signal: controller.signal }));
    await hang.entered();
    controller.abort();
    expect(await failed).toMatchObject({
      code: 'ERR_RRAS_PARTLY_DONE',
      steps: [{ result: 'done' }, { result: 'unknown' }, { result: 'not-begun' }, {}],
      cause: { name: 'AbortError' },
    });
    hang.release();
    await expect.poll(() => simulator.openHandles).toBe(opened);
  });
});

const names = ['Paris', 'Lyon'] as const;
const strategies = ['default', 'ikev2-only', 'sstp-only'] as const;
const wishes: fc.Arbitrary<DesiredInterface> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ name: fc.constantFrom(...names), isAbsent: fc.constant(true) }),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        name: fc.constantFrom(...names),
        isEnabled: fc.boolean(),
        dialOutHours: fc.constantFrom(null, hours),
        demandDial: fc.record(
          {
            phoneNumber: fc.constantFrom('a.example', 'b.example'),
            vpnStrategy: fc.constantFrom(...strategies),
            idleDisconnect: fc.constantFrom<'never' | 'default' | number>('never', 'default', 60),
            alternates: fc.constantFrom<string[]>([], ['c.example']),
          },
          { requiredKeys: [] },
        ),
        presharedKey: fc.constantFrom(Uint8Array.of(1), Uint8Array.of(2, 3)),
      },
      { requiredKeys: ['name'] },
    ),
  },
);
const faulty = fc.option(
  fc.record({
    name: fc.constantFrom(
      'MprAdminInterfaceCreate',
      'MprAdminInterfaceSetInfo',
      'MprAdminInterfaceSetCredentialsEx',
      'MprAdminInterfaceDelete',
      'MprConfigInterfaceCreate',
      'MprConfigInterfaceSetInfo',
      'MprConfigInterfaceDelete',
    ),
    status: fc.constantFrom(5, 1726),
  }),
  { nil: undefined },
);

it('any sequence of wishes and faults comes to what is wished, or says where it stopped', async () => {
  const numRuns = Number(process.env.RRAS_TEST_RUNS ?? 40);
  const actions = fc.array(fc.tuple(wishes, faulty), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(actions, async (sequence) => {
      const { server, config, simulated } = await site();
      for (const [wish, fault] of sequence) {
        const planted =
          fault && simulated.fail(fault.name as 'MprAdminInterfaceCreate', fault.status);
        const told = await server.applyInterface(wish, { dryRun: true });
        const failed = await server.applyInterface(wish).then(
          () => undefined,
          (error) => error,
        );
        planted?.clear();
        let setSecrets = false;
        if (failed !== undefined) {
          expect(failed).toBeInstanceOf(RasError);
          const { steps } = failed as RasError;
          if (steps === undefined) expect(failed).toMatchObject({ outcome: 'not-done' });
          else {
            const told_ = told.map(({ side, action }) => ({ side, action }));
            expect(steps.map(({ side, action }) => ({ side, action }))).toEqual(told_);
            const stop = steps.findIndex(({ result }) => result !== 'done');
            expect(steps[stop]?.result).toMatch(/^(not-done|unknown)$/);
            expect(steps.slice(stop + 1).every(({ result }) => result === 'not-begun')).toBe(true);
            setSecrets = String((failed as RasError).hint).includes('setSecrets');
          }
          await server.applyInterface(wish, { setSecrets });
        }
        expect(await server.applyInterface(wish)).toEqual([]);
        const { name, isAbsent, presharedKey, isEnabled, demandDial } = wish;
        const sides = [await server.enumInterfaces(), await config.enumInterfaces()];
        const found = sides.map((side) => side.find((one) => one.name === name));
        expect(found.map((one) => one !== undefined)).toEqual([!isAbsent, !isAbsent]);
        if (isAbsent) continue;
        if (isEnabled !== undefined) expect(found).toMatchObject([{ isEnabled }, { isEnabled }]);
        if (demandDial !== undefined)
          expect(await server.getInterface(name)).toMatchObject({ demandDial });
        const isNew = told.some(({ action }) => action === 'create');
        if (presharedKey !== undefined && isNew) {
          expect(await server.getInterfaceCredentialsEx(name, 'preshared-key')).toEqual(
            presharedKey,
          );
        }
      }
    }),
    { seed, numRuns },
  );
});
