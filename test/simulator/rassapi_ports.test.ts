// A port in detail through Rassapi.dll.

import { describe, expect, it } from 'vitest';
import { lab, rejection } from '../fixtures/simulated.ts';

describe('a port in detail (rassapi)', () => {
  it('has the counters of its connection and its own; clearing leaves the other links alone', async () => {
    const { connect, simulated } = lab('rassapi');
    simulated.addPorts('modem', 2);
    const connection = simulated.dialIn({ userName: 'alice', links: 2, compressionRatioOut: 50 });
    simulated.traffic(connection, { bytesSent: 1000, framesReceived: 6, crcErrors: 2 });
    const server = await connect();
    const details = await server.getPort('COM2');
    expect(details).toMatchObject({
      hardwareCondition: 'operational',
      lineSpeed: 33_600,
      counters: { bytesSent: 1000, framesReceived: 6, crcErrors: 2 },
      rassapi: {
        compression: { bytesSentUncompressed: 2000, bytesSentCompressed: 1000 },
        portCounters: { bytesSent: 500, framesReceived: 3, crcErrors: 1 },
      },
    });
    await server.clearPortStats('COM2');
    const own = async (name: string) =>
      (await server.getPort(name)).rassapi?.portCounters.bytesSent;
    expect((await server.getPort('COM1')).counters.bytesSent).toBe(0);
    expect(await own('COM2')).toBe(0);
    expect(await own('COM1')).toBe(500);
    expect(await rejection(server.clearPortStats('COM9'))).toBeInstanceOf(Error);
  });

  it('has addresses while it is in use', async () => {
    const { connect, simulated } = lab('rassapi');
    simulated.addPorts('modem', 1);
    const server = await connect();
    const address = async () => (await server.getPort('COM1')).rassapi?.addresses.ip.address;
    expect(await address()).toBe('');
    simulated.dialIn({ userName: 'alice', remoteAddress: '192.0.2.7' });
    expect(await address()).toBe('192.0.2.7');
  });

  it('has the parameters of its device: numbers, strings, keys to the end of the array', async () => {
    const { connect, simulated } = lab('rassapi');
    simulated.addPorts('modem', 1);
    const full = 'K'.repeat(32);
    simulated.addPort({
      name: 'ISDN1',
      hardwareCondition: 'failure',
      lineSpeed: 64_000,
      parameters: [
        { key: full, value: 0xffffffff },
        { key: 'NUMBER', value: 'caf\xe9' },
        { key: 'EMPTY', value: '', attributes: 7 },
      ],
    });
    const server = await connect();
    const parameters = async (name: string) => (await server.getPort(name)).rassapi?.parameters;
    expect(await parameters('COM1')).toEqual({ MAXCONNECTBPS: 33_600 });
    expect(await parameters('ISDN1')).toEqual({ [full]: 0xffffffff, NUMBER: 'caf\xe9', EMPTY: '' });
    expect(await server.getPort('ISDN1')).toMatchObject({
      hardwareCondition: 'failure',
      lineSpeed: 64_000,
    });
    simulated.setParameters('ISDN1', []);
    expect(await parameters('ISDN1')).toEqual({});
  });

  it.each([
    { parameters: 'x', message: 'must be an array' },
    { parameters: [{ key: 'K'.repeat(33), value: 1 }], message: 'must have 32 characters' },
    { parameters: [{ key: '€', value: 1 }], message: 'must have 32 characters' },
    { parameters: [{ key: 'K', value: true }], message: 'must be one of type number or string' },
    { parameters: [{ key: 'K', value: -1 }], message: 'must be a whole number' },
  ])('cannot have $parameters', ({ parameters, message }) => {
    const { simulated } = lab('rassapi');
    expect(() => simulated.addPort({ parameters } as never)).toThrow(message);
    expect(simulated.ports).toEqual([]);
  });
});
