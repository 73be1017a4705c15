// The suggestions of completion. shells.test.ts tests the scripts in real shells.

import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { rras } from './terminal.ts';

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
