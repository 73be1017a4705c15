// The reading part of the contract for every server: the simulated ones, and a real one if the environment
// variable RRAS_TEST_SERVER names it ('.' is the local server). Nothing is changed there.

import { describe, expect } from 'vitest';
import { connect, type Port, RasError, type RasServer } from '../../lib/index.ts';
import { everyDialect, itIf, lab, rejection } from '../fixtures/simulated.ts';

interface Target {
  readonly name: string;
  readonly lack?: string;
  open(): Promise<RasServer>;
}

// A workflow sets it to an empty text if there is no server.
const real = process.env.RRAS_TEST_SERVER || undefined;

const targets: readonly Target[] = [
  ...everyDialect.map((dialect) => ({
    name: `simulated ${dialect}`,
    open: () => {
      const { connect, simulated } = lab(dialect);
      simulated.addPorts('ikev2', 128);
      simulated.addPorts('sstp', 128);
      simulated.dialIn({ userName: 'alice', type: 'sstp' });
      return connect();
    },
  })),
  {
    name: 'real server',
    ...(real === undefined ? { lack: 'RRAS_TEST_SERVER names none' } : undefined),
    open: () => connect(real === '.' ? undefined : real, { timeout: 20_000 }),
  },
];

const words = [
  'non-operational',
  'disconnected',
  'calling-back',
  'listening',
  'authenticating',
  'authenticated',
  'initializing',
];

function looksRight(port: Port): void {
  expect(port.name).toBeTypeOf('string');
  expect(Number.isSafeInteger(port.handle) && port.handle >= 0).toBe(true);
  expect(words).toContain(port.condition);
  for (const text of [port.deviceName, port.deviceType, port.mediaName]) {
    expect(text).toBeTypeOf('string');
    expect(text).not.toContain('\0');
  }
  for (const count of [port.totalCalls, port.connectDuration]) {
    expect(Number.isInteger(count) && count >= 0 && count <= 0xffffffff).toBe(true);
  }
}

describe.each(targets)('$name', ({ lack, open }) => {
  const itReads = itIf(lack === undefined, lack ?? '');

  async function reading(body: (server: RasServer) => Promise<void>): Promise<void> {
    const server = await open();
    try {
      await body(server);
    } finally {
      await server.disconnect();
    }
  }

  itReads('reports its name, its dialect and its operations', () =>
    reading(async (server) => {
      expect(everyDialect).toContain(server.dialect);
      expect(server.library).not.toBe('');
      expect(server.supports('enumPorts')).toBe(true);
      expect(server.supports('disconnect')).toBe(true);
    }),
  );

  itReads('lists plausible ports, and no handle twice', () =>
    reading(async (server) => {
      const ports = await server.enumPorts({ timeout: 20_000 });
      expect(ports.length).toBeGreaterThan(0);
      for (const port of ports) looksRight(port);
      expect(new Set(ports.map((port) => port.handle)).size).toBe(ports.length);
    }),
  );

  itReads('lists the same ports in pages as at once', () =>
    reading(async (server) => {
      const names = (ports: readonly Port[]) => ports.map((port) => port.name);
      const atOnce = names(await server.enumPorts());
      for (const pageBytes of [1, 1000, 100_000]) {
        expect(names(await server.enumPorts({ pageBytes }))).toEqual(atOnce);
      }
    }),
  );

  itReads('has no port of an unlikely name', () =>
    reading(async (server) => {
      const name = 'no such port';
      const error = await rejection(server.disconnectPort(name));
      expect(error).toBeInstanceOf(RasError);
      expect(error).toMatchObject({ code: 'ERROR_PORT_NOT_FOUND', port: name });
    }),
  );

  itReads('is not called if the signal is already aborted', () =>
    reading(async (server) => {
      expect(await rejection(server.enumPorts({ signal: AbortSignal.abort('no') }))).toBe('no');
    }),
  );

  itReads('answers nothing more after disconnect', async () => {
    const server = await open();
    await server.disconnect();
    await server.disconnect();
    expect(await rejection(server.enumPorts())).toMatchObject({ code: 'ERR_RRAS_CLOSED' });
  });
});
