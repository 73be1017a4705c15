// Completion: what can follow, and the script of bash in a real bash.

import { spawnSync } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { delimiter, dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { labs } from './labs.ts';
import { isWindows, program, shell } from './program.ts';
import { rras } from './terminal.ts';

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

  it('the ports of the server that the line names, without those that it has', async () => {
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

  it('nothing, and not a word, where something is wrong', async () => {
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

const hasBash = !isWindows && spawnSync('bash', ['-c', 'complete -p; true']).status === 0;
const bashIt = hasBash ? it : it.skip;
const why = hasBash ? '' : isWindows ? ' (not on Windows, which has no bash)' : ' (needs bash)';

describe('in a real bash', () => {
  let path = '';
  beforeAll(async () => {
    if (!hasBash) return;
    await mkdir(here.path('bin'));
    const file = await here.write(
      'bin/rras',
      `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`,
    );
    await chmod(file, 0o755);
    path = `${dirname(file)}${delimiter}${process.env.PATH}`;
  });

  // As readline does it: it sets the variables, calls the function, and reads COMPREPLY.
  const drive = `
    source <(rras completion bash)
    COMP_LINE=$1 COMP_POINT=\${#1}
    # Readline's own words: it breaks at = and : as well.
    IFS=$'\\n' read -r -d '' -a COMP_WORDS < <(sed -E 's/([=:])/ \\1 /g; s/ +/\\n/g' <<<"$1")
    [[ $1 == *[[:space:]=] ]] && COMP_WORDS+=("")
    COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
    $(complete -p rras | sed -E 's/.*-F ([^ ]+) .*/\\1/')
    printf '%s\\n' "\${COMPREPLY[@]}"`;

  async function completed(line: string): Promise<string[]> {
    const { stdout, stderr } = await shell('bash', ['-c', drive, 'bash', line], { PATH: path });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((each) => each !== '');
  }

  for (const [line, found] of [
    ['rras dis', ['disconnect']],
    ['rras ports --mi', ['--min-free']],
    ['rras ports --condition=li', ['listening']],
    ['rras ports --condition li', ['listening']],
    ['rras port --server RAS02 --sim -- VPN2', ['VPN2-0', 'VPN2-1']],
  ] as const) {
    bashIt(`completes ${line}${why}`, async () => {
      expect(await completed(line)).toEqual(found);
    });
  }
});
