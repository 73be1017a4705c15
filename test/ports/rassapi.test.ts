// Ports in detail from Rassapi.dll.

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { lab, onlyPort, rejection } from '../fixtures/simulated.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const { CXX: compiler = 'c++' } = process.env;

const GET = 'RasAdminPortGetInfo';
const DISCONNECT = 'RasAdminPortDisconnect';

function setUp() {
  const scene = lab('rassapi');
  const [port] = scene.simulated.addPorts('modem', 1);
  if (port === undefined) throw new Error('there should be a port');
  return { ...scene, name: port.name };
}

describe('a port in detail', () => {
  it('has the parameters of its media', async () => {
    const { connect, name } = setUp();
    const server = await connect();
    const { rassapi } = await server.getPort(name);
    expect(rassapi?.parameters).toEqual({ MAXCONNECTBPS: expect.any(Number) });
  });

  it('has the condition that the listing has, counted from the same number', async () => {
    const { connect, simulated, name } = setUp();
    const server = await connect();
    simulated.dialIn({ userName: 'alice', port: name });
    const [listed] = await server.enumPorts();
    const details = await server.getPort(name);
    expect(details).toMatchObject({ name, condition: 'authenticated' });
    expect(details.condition).toBe(listed?.condition);
    expect(details.hardwareCondition).toBe('operational');
  });

  it.each([
    [55, 'ERROR_DEV_NOT_EXIST'],
    [8, 'ERROR_NOT_ENOUGH_MEMORY'],
    [120, 'ERROR_CALL_NOT_IMPLEMENTED'],
  ] as const)(`${GET}: %i`, async (status, code) => {
    const { connect, simulated, name } = setUp();
    const server = await connect();
    const port = await onlyPort(server);
    simulated.fail(GET, status);
    const error = await rejection(server.getPort(port));
    expect(error).toMatchObject({ code, status, syscall: GET, port: name });
  });
});

// The listing has the users; the conditions are read port by port after it.
describe('a port of a listing that is made while callers come and go', () => {
  it('shows nobody when the caller has hung up by the time its condition is asked for', async () => {
    const { connect, simulated, name } = setUp();
    simulated.dialIn({ userName: 'alice', port: name });
    const server = await connect();
    const hang = simulated.hang(GET);
    const listing = server.enumPorts();
    await hang.entered();
    simulated.hangUp(name);
    hang.release();
    const [port] = await listing;
    expect(port).toMatchObject({ name, handle: 0, condition: 'listening', connectDuration: 0 });
    expect(port?.userName).toBeUndefined();
  });

  it('shows the caller who has come by then', async () => {
    const { connect, simulated, name } = setUp();
    const server = await connect();
    const hang = simulated.hang(GET);
    const listing = server.enumPorts();
    await hang.entered();
    simulated.dialIn({ userName: 'alice', port: name });
    hang.release();
    const [port] = await listing;
    expect(port).toMatchObject({ name, condition: 'authenticated', userName: 'alice' });
  });
});

it('a port that nobody is on cannot be disconnected (2221)', async () => {
  const { connect, name } = setUp();
  const server = await connect();
  const error = await rejection(server.disconnectPort(name));
  expect(error).toMatchObject({
    code: 'NERR_UserNotFound',
    status: 2221,
    syscall: DISCONNECT,
    port: name,
  });
});

describe.skipIf(process.platform === 'win32')(
  'parameters in any block (not on Windows: the reader is built with the compiler of a POSIX system)',
  () => {
    it('are read where they fit, and refused where they do not', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'rras-parameters-'));
      try {
        const program = join(folder, 'parameters');
        const sources = [
          'test/ports/rassapi_parameters/parameters.cc',
          'src/api/rassapi/parameters.cc',
          'src/records/row_packer.cc',
        ].map((source) => join(root, source));
        const flags = ['-std=c++17', `-I${join(root, 'src')}`, '-o', program];
        await run(compiler, [...flags, ...sources]);
        const unreadable = [
          'more than fit',
          'the most that 16 bits count',
          'no size',
          'string beyond the block',
          'string that wraps around',
          'string nowhere',
        ];
        expect((await run(program)).stdout.split('\n')).toEqual([
          'number and string: 13/0/0/28800/ 32/1/3/0/54415049e400213f',
          'none:',
          'empty string: 13/0/0/28800/ 32/1/3/0/',
          ...unreadable.map((name) => `${name}: unreadable`),
          'another type: 13/7/0/28800/ 32/1/3/0/54415049e400213f',
          'no block: unreadable',
          '',
        ]);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  },
);
