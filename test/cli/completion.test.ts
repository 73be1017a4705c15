// The suggestions of completion. shells.test.ts tests the scripts in real shells.

import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { labs } from './labs.ts';
import { commandNames, rras } from './terminal.ts';

const here = labs();

async function following(...words: string[]): Promise<string[]> {
  const { stdout } = await rras(['__complete', ...words]);
  return stdout.split('\n').filter((line) => line !== '');
}

describe('what can follow', () => {
  it('commands', async () => {
    expect(await following('')).toEqual(
      expect.arrayContaining(['ports', 'disconnect', 'doctor', 'help']),
    );
    expect(await following('')).not.toContain('__complete');
    expect(await following('dis')).toEqual(['disconnect']);
    expect(await following('sim', '')).toEqual(['init', 'reset', 'help']);
    expect(await following('completion', 'p')).toEqual(['powershell']);
  });

  it('options, and their values', async () => {
    expect(await following('disconnect', '--')).toEqual(
      expect.arrayContaining(['--server', '--yes', '--dry-run', '--what-if', '--max', '--all']),
    );
    expect(await following('ports', '--mi')).toEqual(['--min-free']);
    expect(await following('ports', '--condition', 'a')).toEqual([
      'authenticating',
      'authenticated',
    ]);
    expect(await following('ports', '--condition=li')).toEqual(['--condition=listening']);
    expect(await following('ports', '--color=')).toEqual([
      '--color=auto',
      '--color=always',
      '--color=never',
    ]);
  });

  it('the ports of the named server, without those already on the line', async () => {
    expect(await following('port', '--server', 'RAS02', '--sim', '--', '')).toEqual([
      'VPN2-0',
      'VPN2-1',
      'VPN0-0',
    ]);
    expect(await following('disconnect', '--sim=', 'vpn3')).toEqual([]);
    expect(
      await following('disconnect', 'VPN3-0', '-s', 'RAS01', '--json', '--sim', '--', 'vpn3'),
    ).toEqual(['VPN3-1', 'VPN3-2', 'VPN3-3', 'VPN3-4', 'VPN3-5']);
  });

  it('interfaces of the named servers, and the commands and words about them', async () => {
    expect(await following('interface', '')).toEqual(expect.arrayContaining(['list', 'show']));
    expect(await following('interface', 'show', '--sim', '--', '')).toEqual([
      'Ethernet',
      'Paris',
      'Rome',
    ]);
    expect(await following('interface', 'show', '--sim', '--', 'RAS01/p')).toEqual(['RAS01/Paris']);
    expect(await following('interface', 'show', 'Rome', '--sim', '--', '')).toEqual([]);
    expect(await following('interface', 'list', 'Rome', '--sim', '--', '')).toEqual([
      'Ethernet',
      'Paris',
    ]);
    expect(await following('interface', 'list', '--state', 'unreachable,con')).toEqual([
      'unreachable,connecting',
      'unreachable,connected',
    ]);
  });

  it('fields, for --fields and --sort, also after others', async () => {
    expect(await following('ports', '--fields', 'user')).toEqual(['userName']);
    expect(await following('ports', '--fields', 'name,cond')).toEqual(['name,condition']);
    expect(await following('ports', '--fields=name,na')).toEqual([]);
    expect(await following('connections', '--sort=-bytesS')).toEqual(['--sort=-bytesSent']);
    expect(await following('disconnect', '--fields', 'res')).toEqual(['result']);
    for (const name of await commandNames()) {
      if (['sim', 'completion', 'metrics', 'check', 'interface keep-up'].includes(name)) continue;
      expect({ name, fields: await following(...name.split(' '), '--fields', '') }).not.toEqual({
        name,
        fields: [],
      });
    }
  });

  it('users of the named servers', async () => {
    expect(await following('disconnect', '--sim', '--user', 'a')).toEqual(['alice']);
    expect(await following('connections', '--sim', '--', 'ca')).toEqual(['carol']);
    expect(await following('connection', '--sim', '--', 'VPN3')).toEqual([
      'VPN3-0',
      'VPN3-1',
      'VPN3-2',
      'VPN3-3',
      'VPN3-4',
      'VPN3-5',
    ]);
    expect(await following('message', '-s', 'RAS02', '--sim', '--', '')).toContain('dave');
    // The text of a message is not a name.
    expect(await following('message', 'alice', '--sim', '--', '')).toEqual([]);
    expect(await following('connections', '--sim', '--user', 'alice,bo')).toEqual(['alice,bob']);
  });

  it('servers and groups', async () => {
    const file = await here.write('config.json', '{ "groups": { "edge": ["VPN-A", "VPN-B"] } }');
    expect(await following('ports', '--config', file, '--server', '@')).toEqual(['@edge']);
    expect(await following('ports', '--config', file, '-s', 'vpn')).toEqual(['VPN-A', 'VPN-B']);
    expect(await following('doctor', '--config', file, '@e')).toEqual(['@edge']);
    expect(await following('ports', '--sim', '--server', 'RAS01,')).toEqual(['RAS01,RAS02']);
    const lab = await here.write('lab.yaml', 'servers: [{ name: MINE }, { name: OTHER }]');
    expect(await following('server', `--sim=${lab}`, '')).toEqual(['MINE', 'OTHER']);
    const { stdout } = await rras(['__complete', 'ports', '-s', ''], {
      env: { RRAS_SERVER: 'X1,X2' },
    });
    expect(stdout).toBe('X1\nX2\n');
  });

  it('ports with their server, where several are asked or one is typed', async () => {
    expect(await following('disconnect', '-s', 'RAS01,RAS02', '--sim', '--', 'RAS02/')).toEqual([
      'RAS02/VPN2-0',
      'RAS02/VPN2-1',
      'RAS02/VPN0-0',
    ]);
    expect(await following('disconnect', '--sim', '--', 'RAS02/VPN0')).toEqual(['RAS02/VPN0-0']);
    expect(await following('disconnect', '--sim', '-s', 'RAS01,RAS02', '--', 'RAS01/VPN1')).toEqual(
      ['RAS01/VPN1-0', 'RAS01/VPN1-1'],
    );
  });

  it('settings', async () => {
    expect(await following('server', '--set', 'ss')).toEqual(
      expect.arrayContaining(['sstp=', 'sstp.isRasEnabled=']),
    );
    expect(await following('server', '--set', 'sstp=4,ik')).toEqual(
      expect.arrayContaining(['sstp=4,ikev2=', 'sstp=4,ikev2.idleTimeout=']),
    );
    expect(await following('user', 'alice', '--set', 'may')).toEqual([
      'mayDialIn=yes',
      'mayDialIn=no',
    ]);
  });

  it('codes', async () => {
    expect(await following('explain', '80')).toContain('809');
    expect(await following('explain', 'error_ddm_n')).toEqual(['ERROR_DDM_NOT_RUNNING']);
    expect(await following('explain', '903', '80')).toContain('809');
  });

  it('nothing, and no message, if something is wrong', async () => {
    for (const words of [
      ['port', '--server', 'RAS99', '--sim', '--', ''],
      ['port', ''],
      ['nonsense', 'x', ''],
    ]) {
      const { code, stderr } = await rras(['__complete', ...words]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
  });
});

describe.each(['powershell', 'bash', 'zsh', 'fish'])('the script for %s', (name) => {
  it('asks rras __complete', async () => {
    const { code, stdout, stderr } = await rras(['completion', name]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/rras __complete/);
  });
});

it('the script for powershell is PowerShell, by its grammar', async () => {
  await Parser.init();
  const grammar = 'tree-sitter-powershell/tree-sitter-powershell.wasm';
  const parser = new Parser();
  parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve(grammar)));
  const { stdout } = await rras(['completion', 'powershell']);
  expect(parser.parse(stdout)?.rootNode.hasError).toBe(false);
  expect(parser.parse(`${stdout}}`)?.rootNode.hasError).toBe(true);
  // Without a byte order mark, Windows PowerShell reads a file in the machine's code page.
  expect(stdout).toMatch(/^[\n -~]*$/);
});
