// Invalid arguments: a TypeError before anything is called.

import { describe, expect, it } from 'vitest';
import { connect, RasServer } from '../../lib/index.ts';
import { calls, lab, rejection } from '../fixtures/simulated.ts';

describe('the name of a server', () => {
  it.each([
    ['an empty text', '', 'ERR_INVALID_ARG_VALUE'],
    ['backslashes alone', '\\\\', 'ERR_INVALID_ARG_VALUE'],
    ['a single backslash', '\\RAS01', 'ERR_INVALID_ARG_VALUE'],
    ['a share', '\\\\RAS01\\c$', 'ERR_INVALID_ARG_VALUE'],
    ['NUL inside', 'RAS01\0evil', 'ERR_INVALID_ARG_VALUE'],
    ['a space', 'RAS 01', 'ERR_INVALID_ARG_VALUE'],
    ['a line break', 'RAS01\n', 'ERR_INVALID_ARG_VALUE'],
    ['a space that does not look like one', 'RAS01\u00a0', 'ERR_INVALID_ARG_VALUE'],
    ['half a surrogate pair', 'RAS\ud800', 'ERR_INVALID_ARG_VALUE'],
    ['too many characters', 'x'.repeat(256), 'ERR_INVALID_ARG_VALUE'],
    ['null', null, 'ERR_INVALID_ARG_TYPE'],
    ['a number', 1, 'ERR_INVALID_ARG_TYPE'],
    ['an object', { library: 'auto' }, 'ERR_INVALID_ARG_TYPE'],
  ])('is refused: %s', async (_, server, code) => {
    const { simulator } = lab('mprapi');
    const error = await rejection(connect(server as never, { library: simulator }));
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ code, message: expect.stringContaining('server') });
    expect(calls(simulator)).toEqual([]);
  });

  it('may be as long as a DNS name, or an address', async () => {
    const { simulator } = lab('mprapi');
    for (const name of ['x'.repeat(255), '10.0.0.1', 'fe80::1', 'ras_01.example.net']) {
      simulator.addServer(name);
      const server = await connect(name, { library: simulator });
      expect(server.name).toBe(name);
      await server.disconnect();
    }
  });
});

describe('options', () => {
  it.each([
    ['no object', 5, 'ERR_INVALID_ARG_TYPE'],
    ['null', null, 'ERR_INVALID_ARG_TYPE'],
    ['a list', [], 'ERR_INVALID_ARG_TYPE'],
    ['a misspelt name', { timeOut: 5 }, 'ERR_INVALID_ARG_VALUE'],
    ['a signal that is none', { signal: {} }, 'ERR_INVALID_ARG_TYPE'],
    ['a time-out that is no number', { timeout: '5' }, 'ERR_INVALID_ARG_TYPE'],
    ['a time-out of 0', { timeout: 0 }, 'ERR_INVALID_ARG_VALUE'],
    ['a time-out that is too long for a timer', { timeout: 2 ** 31 }, 'ERR_INVALID_ARG_VALUE'],
    ['a time-out of NaN', { timeout: Number.NaN }, 'ERR_INVALID_ARG_VALUE'],
  ])('are refused by every call: %s', async (_, options, code) => {
    const { connect: connectIn, simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const server = await connectIn();
    simulator.clearJournal();
    for (const call of [
      connect('RAS01', options as never),
      server.enumPorts(options as never),
      server.disconnectPort(1, options as never),
      server.resetPort('VPN1-1', options as never),
      server.disconnect(options as never),
    ]) {
      const error = await rejection(call);
      expect(error).toBeInstanceOf(TypeError);
      expect(error).toMatchObject({ code });
    }
    expect(calls(simulator)).toEqual([]);
  });

  it('refuse a misspelt guard', async () => {
    const { connect: connectIn } = lab('mprapi');
    const server = await connectIn();
    expect(await rejection(server.disconnectPort(1, { guards: false } as never))).toMatchObject({
      code: 'ERR_INVALID_ARG_VALUE',
      message: expect.stringContaining('there are guard, signal, timeout'),
    });
    expect(await rejection(server.disconnectPort(1, { guard: 0 } as never))).toMatchObject({
      code: 'ERR_INVALID_ARG_TYPE',
    });
  });
});

describe('a guard', () => {
  it.each([true, false])(
    'of %s is refused where there is no snapshot to compare',
    async (guard) => {
      const { connect: connectIn, simulator } = lab('mprapi');
      const server = await connectIn();
      simulator.clearJournal();
      for (const call of [
        server.disconnectPort(1, { guard }),
        server.disconnectPort('VPN1-1', { guard }),
        server.resetPort('VPN1-1', { guard }),
        server.clearPortStats(1, { guard }),
        server.disconnectConnection(1, { guard }),
        server.clearConnectionStats(1, { guard }),
        server.removeQuarantine(1, { guard }),
        server.removeQuarantine('192.0.2.7', { guard }),
        server.sendUserMessage(1, 'Hello', { guard }),
      ]) {
        expect(await rejection(call)).toMatchObject({
          name: 'TypeError',
          code: 'ERR_INVALID_ARG_VALUE',
          message: expect.stringContaining(`'options.guard' must be left out`),
        });
      }
      expect(calls(simulator)).toEqual([]);
    },
  );
});

describe('RasServer', () => {
  it('cannot be constructed; connect returns one', () => {
    expect(() => Reflect.construct(RasServer, [])).toThrow(/connect\(\) gives one/);
    expect(() => Reflect.construct(RasServer, [Symbol('connect'), {}])).toThrow(TypeError);
  });
});
