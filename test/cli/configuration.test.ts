// The configuration file: where it is, what it may say, and that it never acts in the user's place.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configurationFile } from '../../lib/cli/servers/configuration_file.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();

describe('the file', () => {
  it.each([
    [
      'win32',
      { APPDATA: 'C:\\Users\\a\\AppData\\Roaming' },
      'C:\\Users\\a\\AppData\\Roaming\\rras\\config.json',
    ],
    ['win32', { APPDATA: 'here' }, undefined],
    ['win32', { HOME: '/home/a' }, undefined],
    ['linux', { XDG_CONFIG_HOME: '/etc/xdg', HOME: '/home/a' }, '/etc/xdg/rras/config.json'],
    ['linux', { XDG_CONFIG_HOME: 'here', HOME: '/home/a' }, '/home/a/.config/rras/config.json'],
    ['linux', { XDG_CONFIG_HOME: '', HOME: '/home/a' }, '/home/a/.config/rras/config.json'],
    ['darwin', { HOME: '/Users/a' }, '/Users/a/.config/rras/config.json'],
    ['linux', { HOME: '.' }, undefined],
    ['linux', {}, undefined],
  ] as const)('on %s with %o is %s', (platform, env, file) => {
    expect(configurationFile({ env }, platform)).toBe(file);
  });

  it('is read from the folder of the user, and not from the current one', async () => {
    await mkdir(here.path('rras'), { recursive: true });
    await here.write(join('rras', 'config.json'), '{ "output": "name" }');
    const folder = here.path('.');
    const env = { APPDATA: folder, XDG_CONFIG_HOME: folder };
    const { stdout } = await rras('ports --server RAS02 --sim', { env });
    expect(stdout).toBe('VPN2-0\nVPN2-1\nVPN0-0\n');
    const before = process.cwd();
    process.chdir(here.path('rras'));
    try {
      expect((await rras('ports --server RAS02 --sim')).stdout).toMatch(/^PORT /);
    } finally {
      process.chdir(before);
    }
  });

  it('may be in UTF-16, as Windows PowerShell writes it', async () => {
    const text = Buffer.from('\ufeff{ "output": "name" }', 'utf16le');
    const file = await here.write('utf16.json', text);
    const { stdout } = await rras(['ports', '--server', 'RAS02', '--config', file, '--sim']);
    expect(stdout).toMatch(/^VPN2-0\n/);
  });
});

describe('a file that is wrong is one error of every command', () => {
  it.each([
    ['{ output: 1', /it is no JSON/],
    ['[]', /it is no JSON object/],
    ['{ "yes": true }', /yes cannot be configured: it has to be typed with each command/],
    ['{ "library": "nt4" }', /library cannot be configured/],
    ['{ "sim": true }', /sim cannot be configured/],
    ['{ "server": "RAS01" }', /server cannot be configured/],
    ['{ "outptu": "json" }', /there is no setting outptu\. Did you mean output\?/],
    ['{ "output": "xml" }', /output is xml\. There are table, wide, json/],
    ['{ "timeout": "soon" }', /timeout is soon\. It must be a number of seconds/],
    ['{ "timeout": "" }', /must be a text or a number/],
    ['{ "timeout": true }', /must be a text or a number/],
    ['{ "parallel": 0 }', /whole number from 1 to 1024/],
    ['{ "groups": ["RAS01"] }', /groups must be an object/],
    ['{ "groups": { "edge": [] } }', /edge must be a list of servers, with one at least/],
    ['{ "groups": { "edge": ["RAS 01"] } }', /"RAS 01" in the group edge is not a name/],
    ['{ "groups": { "edge": ["@core"] } }', /"@core" in the group edge is not a name/],
    ['{ "groups": { "e,f": ["RAS01"] } }', /the name of a group/],
    ['{ "groups": { "edge": ["A"], "EDGE": ["B"] } }', /the group EDGE stands there twice/],
    ['{ "__proto__": { "yes": true } }', /there is no setting __proto__/],
  ])('%s', async (text, words) => {
    const file = await here.write('wrong.json', text);
    for (const line of ['ports --sim', 'explain 809', 'disconnect --all --yes --sim', 'config']) {
      const [command = '', ...rest] = line.split(' ');
      const { code, stdout, stderr } = await rras([command, '--config', file, ...rest]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.match(/^error: /gm)).toHaveLength(1);
      expect(stderr).toMatch(words);
    }
  });

  it('a file that is named must be there', async () => {
    const { code, stderr } = await rras(['ports', '--config', here.path('none.json'), '--sim']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/There is no file .*none\.json, which --config names/);
  });
});

describe('defaults', () => {
  const configured = async (text: string, line: string) => {
    const file = await here.write('defaults.json', text);
    const [command = '', ...rest] = line.split(' ');
    return rras([command, '--config', file, ...rest]);
  };

  it.each([
    ['ports --server RAS02 --sim', 'VPN2-0\nVPN2-1\nVPN0-0\n'],
    ['ports --server RAS02 --fields totalCalls --no-headers --sim', '1\n0\n0\n'],
    ['ports --server RAS02 --csv --fields name --sim', 'name\r\nVPN2-0\r\nVPN2-1\r\nVPN0-0\r\n'],
    ['ports --server RAS02 -o csv --fields name --sim', 'name\r\nVPN2-0\r\nVPN2-1\r\nVPN0-0\r\n'],
    ['disconnect VPN2-0 --server RAS02 --yes --sim', 'VPN2-0\n'],
  ])('hold unless the command line says otherwise: %s', async (line, stdout) => {
    expect(await configured('{ "output": "name" }', line)).toMatchObject({ code: 0, stdout });
  });

  it('a form without an end is none for a watch', async () => {
    const { code, stdout } = await configured('{ "output": "json" }', 'watch --for 1s --sim');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\{"server":"RAS01","type":"snapshot"/);
  });

  it('colour and time-outs', async () => {
    const painted = await configured('{ "color": "always" }', 'ports --sim');
    expect(painted.stdout).toMatch(/\p{Cc}\[\d/u);
    const lab = await here.write(
      'hangs.yaml',
      'servers: [{ name: RAS01, failures: { MprAdminPortEnum: 1460 } }]',
    );
    const { code } = await configured(
      '{ "timeout": "1500ms", "parallel": 2 }',
      `ports --sim=${lab}`,
    );
    expect(code).toBe(9);
  });
});

describe('groups', () => {
  const groups = '{ "groups": { "edge": ["RAS02"], "Both": ["RAS01", "RAS02"] } }';
  const run = async (words: readonly string[], env: Record<string, string> = {}) => {
    const file = await here.write('groups.json', groups);
    return rras([words[0] ?? '', '--config', file, ...words.slice(1), '--sim'], { env });
  };

  it.each([
    [['ports', '-s', '@edge', '-q'], 'VPN2-0\nVPN2-1\nVPN0-0\n'],
    [['server', '@both', '-q'], 'RAS01\nRAS02\n'],
    [['server', '-s', '@EDGE,RAS01', '-q'], 'RAS02\nRAS01\n'],
    [['disconnect', 'VPN2-0', '-s', '@both', '--yes', '-q'], 'RAS01/VPN2-0\nRAS02/VPN2-0\n'],
  ])('%j', async (words, stdout) => {
    expect(await run(words)).toMatchObject({ code: 0, stdout });
  });

  it('in RRAS_SERVER are for commands that only read', async () => {
    const env = { RRAS_SERVER: '@edge' };
    expect(await run(['ports', '-q'], env)).toMatchObject({
      code: 0,
      stdout: 'VPN2-0\nVPN2-1\nVPN0-0\n',
    });
    for (const words of [
      ['disconnect', 'VPN2-0', '--yes'],
      ['disconnect', 'VPN2-0', '--dry-run'],
      ['reset', '--all', '--yes'],
      ['clear-stats', '--all', '--yes'],
      ['message', 'dave', 'hello'],
      ['user', 'dave', '--set', 'mayDialIn=no', '--yes'],
      ['server', '--set', 'sstp=1', '--yes'],
    ]) {
      const { code, stdout, stderr } = await run(words, env);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(
        /RRAS_SERVER names the group @edge.*\n {2}try: Type it: --server @edge/,
      );
    }
    const typed = await run(['disconnect', 'VPN2-0', '--server', '@edge', '--yes', '-q'], env);
    expect(typed).toMatchObject({ code: 0, stdout: 'VPN2-0\n' });
  });

  it.each([
    [['ports', '-s', '@egde'], /There is no group @egde\.\n {2}try: There are @edge, @both/],
    [['port', '@edge/VPN2-0'], /begins with a group/],
    [['disconnect', '@edge/VPN2-0', '--yes'], /begins with a group/],
  ])('%j is refused', async (words, expected) => {
    const { code, stderr } = await run(words);
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
  });

  it('stand on no line of a file of servers', async () => {
    const file = await here.write('servers.txt', '@edge\n');
    const { code, stderr } = await run(['ports', '--servers-file', file]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/@edge is not a name/);
  });
});

describe('rras config', () => {
  it('shows each value and where it comes from', async () => {
    const file = await here.write(
      'all.json',
      '{ "timeout": 5, "groups": { "edge": ["RAS01", "RAS02"] } }',
    );
    const env = { RRAS_SERVER: 'RAS07', RRAS_AUDIT_LOG: 'audit.jsonl' };
    const { code, stdout } = await rras(['config', '--config', file, '--json'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).items).toEqual([
      { name: 'file', value: file, source: 'read' },
      { name: 'output', value: 'table', source: 'default' },
      { name: 'color', value: 'auto', source: 'default' },
      { name: 'timeout', value: '5', source: file },
      { name: 'parallel', value: '8', source: 'default' },
      { name: 'server', value: 'RAS07', source: 'RRAS_SERVER' },
      { name: 'sim', value: null, source: 'not set' },
      { name: 'auditLog', value: 'audit.jsonl', source: 'RRAS_AUDIT_LOG' },
      { name: '@edge', value: 'RAS01,RAS02', source: file },
    ]);
  });

  it('without a file says where it would be', async () => {
    const folder = here.path('nothing');
    const { stdout } = await rras('config --csv', {
      env: { APPDATA: folder, XDG_CONFIG_HOME: folder },
    });
    expect(stdout).toMatch(/^file,.*nothing.*config\.json,not there\r$/m);
  });
});

describe('RRAS_SIM', () => {
  it('simulates the servers of every command, and says so', async () => {
    const env = { RRAS_SIM: '1' };
    for (const line of [
      'ports',
      'server',
      'connections --json',
      'disconnect VPN2-0 --yes',
      'doctor',
      'stale',
    ]) {
      const { code, stderr } = await rras(line, { env });
      expect(code).toBe(0);
      expect(stderr).toMatch(/^RRAS_SIM is set: the servers are simulated\.$/m);
    }
  });

  it('takes the file of a lab', async () => {
    const lab = await here.write('own.yaml', 'servers: [{ name: MINE, ports: { sstp: 1 } }]');
    const { stdout, stderr } = await rras('server -q', { env: { RRAS_SIM: lab } });
    expect(stdout).toBe('MINE\n');
    expect(stderr).toContain(`the servers are simulated (${lab}).`);
  });

  it('empty or with --library is refused, 0 is off, and --sim wins', async () => {
    expect(await rras('ports', { env: { RRAS_SIM: ' ' } })).toMatchObject({ code: 2 });
    const both = await rras('ports --library mprapi', { env: { RRAS_SIM: '1' } });
    expect(both).toMatchObject({ code: 2, stderr: expect.stringMatching(/RRAS_SIM is set/) });
    const lab = await here.write('own.yaml', 'servers: [{ name: MINE, ports: { sstp: 1 } }]');
    const typed = await rras('server -q --sim', { env: { RRAS_SIM: lab } });
    expect(typed).toMatchObject({ code: 0, stdout: 'RAS01\n', stderr: '' });
    expect((await rras('explain 809', { env: { RRAS_SIM: '0' } })).code).toBe(0);
  });
});
