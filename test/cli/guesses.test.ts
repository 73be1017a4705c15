// What people type before they know the commands leads somewhere: it works, or the answer names what does.

import { describe, expect, it } from 'vitest';
import { scene } from './destructive.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();

describe('a word that is no command is answered with the command that does it', () => {
  it.each([
    ['ls', /rras ports.*rras connections/],
    ['start', /Start-Service RemoteAccess.*rras wait/],
    ['users', /rras connections/],
    ['kill alice', /rras disconnect/],
    ['status', /rras server/],
    ['top', /rras watch/],
    ['809', /`rras explain 809`/],
    ['ERROR_PORT_NOT_FOUND', /`rras explain ERROR_PORT_NOT_FOUND`/],
    ['conections', /Did you mean connections\?/],
    ['zzz', /`rras --help` lists the commands/],
    ['version now', /rras --version/],
  ])('%s', async (line, words) => {
    const { code, stdout, stderr } = await rras(line);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: There is no command .*\n {2}try: /);
    expect(stderr).toMatch(words);
  });
});

it.each(['version', '-v', '-V', '--version'])('rras %s prints the version', async (word) => {
  expect(await rras([word])).toMatchObject({ code: 0, stdout: '0.1.0\n', stderr: '' });
});

describe('a name as a word selects, where a list is shown', () => {
  it.each([
    ['ports VPN2-0', ['VPN2-0']],
    ['ports vpn3-* VPN2-0 --in-use', ['VPN2-0', 'VPN3-0', 'VPN3-1', 'VPN3-2']],
    ['connections alice', ['alice']],
    ['connections VPN3-1', ['alice']],
    ['connections car*', ['carol', 'carol']],
    ['server RAS02', ['RAS02']],
    ['wait RAS02', ['RAS02']],
  ])('%s', async (line, names) => {
    const { code, stdout } = await rras(`${line} --quiet --sim`);
    expect({ code, names: stdout.trim().split('\n') }).toEqual({ code: 0, names });
  });

  it('doctor takes a server', async () => {
    const { code, stdout } = await rras('doctor RAS02 --sim');
    expect(code).toBe(0);
    expect(stdout).toMatch(/RAS02 gave a handle/);
  });

  it('a word that nothing is named like is an error, with what it may be', async () => {
    const user = await rras('ports alice --sim');
    expect(user).toMatchObject({ code: 6, stdout: '' });
    expect(user.stderr).toMatch(
      /There is no port alice on RAS01\.\n {2}try: alice is a user: rras ports --user alice/,
    );
    const server = await rras('ports RAS02 --sim');
    expect(server).toMatchObject({ code: 6, stdout: '' });
    expect(server.stderr).toMatch(/--server RAS02 names a server/);
    expect(await rras('connections nobody --sim')).toMatchObject({ code: 6, stdout: '' });
    const partly = await rras('connections nobody alice --quiet --sim');
    expect(partly).toMatchObject({ code: 7, stdout: 'alice\n' });
    const unreachable = await rras('connections nobody --server RAS99 --sim');
    expect(unreachable).toMatchObject({ code: 4 });
    expect(unreachable.stderr).not.toMatch(/nobody/);
  });

  it('servers that are named twice are refused', async () => {
    const { code, stderr } = await rras('server RAS01 --server RAS02 --sim');
    expect(code).toBe(2);
    expect(stderr).toMatch(/named twice/);
    expect(await rras('server RAS01, --sim')).toMatchObject({ code: 2 });
  });

  it('a command without arguments names the options for one', async () => {
    const { code, stderr } = await rras('stale alice --sim');
    expect(code).toBe(2);
    expect(stderr).toMatch(/takes no arguments.*\n {2}try: --server alice .*--user alice/);
    expect((await rras('connection alice carol --sim')).stderr).toMatch(/takes one argument/);
  });
});

describe('a user where a port is named', () => {
  it.each([
    ['disconnect alice --yes', /alice is a user\.\n {2}try: To select by user: --user alice/],
    ['clear-stats alice --yes', /alice is a user\.\n {2}try: To select by user: --user alice/],
    ['reset alice --yes', /alice is a user\.\n {2}try: To select by user: --all --user alice/],
    ['port alice', /alice is a user\.\n {2}try: `rras connection alice`/],
  ])('%s', async (line, words) => {
    const { code, stderr } = await rras(`${line} --sim`);
    expect(code).toBe(6);
    expect(stderr).toMatch(words);
  });
});

it.each([
  ['ports', 'user', 'userName'],
  ['ports', 'duration', 'connectDuration'],
  ['connections', 'bytes', 'bytesSent or bytesReceived'],
  ['connections', 'usernme', 'userName'],
])('%s --fields %s suggests %s', async (command, given, meant) => {
  const { code, stderr } = await rras(`${command} --fields ${given} --sim`);
  expect(code).toBe(2);
  expect(stderr).toContain(`There is no field ${given}. Did you mean ${meant}?`);
});

describe('RAS01/VPN2-0 names a port with its server', () => {
  it.each([
    ['port RAS02/VPN2-0 --fields server,name --csv --no-headers', 'RAS02,VPN2-0\r\n'],
    [
      'ports RAS02/VPN2-* RAS01/VPN3-0 --fields server,name --csv --no-headers',
      'RAS02,VPN2-0\r\nRAS02,VPN2-1\r\nRAS01,VPN3-0\r\n',
    ],
    ['connection RAS01/alice --fields userName --csv --no-headers', 'alice\r\n'],
    ['message RAS01/alice hello --fields server,userName --csv --no-headers', 'RAS01,alice\r\n'],
    [
      'disconnect RAS02/VPN2-0 RAS01/VPN3-1 --yes --fields server,name --csv --no-headers',
      'RAS02,VPN2-0\r\nRAS01,VPN3-1\r\n',
    ],
    ['ports RAS01/VPN3-0 -s RAS01,RAS02 -q', 'VPN3-0\n'],
  ])('%s', async (line, stdout) => {
    expect(await rras(`${line} --sim`)).toMatchObject({ code: 0, stdout });
  });

  it('acts on that server only, also where other servers are asked', async () => {
    const lab = await here.write('two.yaml', scene);
    const line = `disconnect RAS01/VPN2-0 --server RAS01,RAS02 --yes --quiet --sim=${lab}`;
    const { code, stderr } = await rras(line);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it.each([
    'disconnect RAS01/VPN2-0 VPN2-1 --yes',
    'disconnect RAS01/VPN2-0 --server RAS02 --yes',
    'disconnect /VPN2-0 --yes',
    'disconnect RAS01/ --yes',
    'disconnect RAS01/VPN2-* --yes',
    'message RAS01/ hello',
  ])('%s is refused before anything is asked', async (line) => {
    // A server that does not answer would be told, had it been asked.
    const { code, stdout, stderr } = await rras(`${line} --sim`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.match(/^error: /gm)).toHaveLength(1);
  });

  it('RRAS_SERVER does not change the server of a name that brings one', async () => {
    const { stdout } = await rras('ports RAS02/VPN2-0 --fields server --csv --no-headers --sim', {
      env: { RRAS_SERVER: 'RAS01' },
    });
    expect(stdout).toBe('RAS02\r\n');
  });
});
