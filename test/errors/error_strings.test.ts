// The library's texts for its codes.

import { describe, expect, it } from 'vitest';
import { calls, lab, rejection } from '../fixtures/simulated.ts';

describe('mprapi', () => {
  const syscall = 'MprAdminGetErrorString';

  it('has texts for the codes of MprError.h', async () => {
    const { connect } = lab('mprapi');
    const server = await connect();
    expect(await server.getErrorString(906)).toMatch(/\w+ \w+/);
  });

  it('answers that it has no text for an unknown code (317)', async () => {
    const { connect, simulator } = lab('mprapi');
    const server = await connect();
    expect(await server.getErrorString(5)).toBeUndefined();
    const asked = simulator.journal.filter((entry) => entry.function === syscall);
    expect(asked).toMatchObject([{ status: 317 }]);
  });

  it('frees every text', async () => {
    const { connect, simulator } = lab('mprapi');
    const server = await connect();
    for (let code = 900; code < 960; code += 1) await server.getErrorString(code);
    expect(simulator.unreturnedBuffers).toBe(0);
  });

  it(`${syscall}: 5`, async () => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    simulated.fail(syscall, 5);
    expect(await rejection(server.getErrorString(906))).toMatchObject({
      code: 'ERROR_ACCESS_DENIED',
      status: 5,
      syscall,
    });
  });
});

describe('rassapi', () => {
  const syscall = 'RasAdminGetErrorString';

  it('has texts for the codes from 600 on', async () => {
    const { connect } = lab('rassapi');
    const server = await connect();
    expect(await server.getErrorString(601)).toMatch(/\w+ \w+/);
  });

  it.each([
    [87, 'ERROR_INVALID_PARAMETER'],
    [122, 'ERROR_INSUFFICIENT_BUFFER'],
    [120, 'ERROR_CALL_NOT_IMPLEMENTED'],
  ] as const)(`${syscall}: %i`, async (status, code) => {
    const { connect, simulated } = lab('rassapi');
    const server = await connect();
    simulated.fail(syscall, status);
    const error = await rejection(server.getErrorString(601));
    expect(error).toMatchObject({ code, status, syscall });
  });
});

describe('the Mprapi.dll of NT 4', () => {
  it('is never called, because its function of that name has other arguments', async () => {
    const { connect, simulator } = lab('nt4');
    const server = await connect();
    expect(await rejection(server.getErrorString(906))).toMatchObject({
      code: 'ERROR_CALL_NOT_IMPLEMENTED',
    });
    expect(calls(simulator)).toEqual(['RasAdminServerConnect']);
  });
});
