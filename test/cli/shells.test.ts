// The completion scripts in real shells. A shell that is not installed is skipped by name.
// RRAS_REQUIRE_SHELLS=1 requires those that can be installed everywhere.

import { spawnSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { labs } from './labs.ts';
import {
  hasPseudoTerminal,
  isWindows,
  PATIENCE,
  program,
  shell,
  typedInTerminal,
} from './program.ts';

const here = labs();
const isRequired = process.env.RRAS_REQUIRE_SHELLS === '1';

interface Shell {
  readonly name: string;
  /** The reason if the shell cannot be tried; otherwise empty. */
  readonly missing: string;
  /** Its suggestions for the line when Tab is pressed at the end. */
  complete(line: string): Promise<string[]>;
}

// A program that can be called as `rras`. It prints its arguments, unless a completion script calls it.
let path = '';
beforeAll(async () => {
  await mkdir(here.path('bin'));
  const [file, text] = isWindows
    ? ['bin/rras.cmd', `@"${process.execPath}" "${program}" %*\r\n`]
    : ['bin/rras', posixProgram];
  await chmod(await here.write(file, text), 0o755);
  path = `${here.path('bin')}${delimiter}${process.env.PATH}`;
});

// The library that is preloaded under sanitizers is for Node alone, not for the shells.
const posixProgram = `#!/bin/sh
export LD_PRELOAD='${process.env.LD_PRELOAD ?? ''}'
case $1 in
  __complete | completion) exec '${process.execPath}' '${program}' "$@" ;;
esac
printf 'given:'
printf ' <%s>' "$@"
printf '\\n'
`;

// Like readline, this sets the variables, calls the function, and reads COMPREPLY.
const likeReadline = `
  source <(rras completion bash)
  COMP_LINE=$1 COMP_POINT=\${#1}
  # Readline's own words: it breaks at = and : as well.
  IFS=$'\\n' read -r -d '' -a COMP_WORDS < <(sed -E 's/([=:])/ \\1 /g; s/ +/\\n/g' <<<"$1")
  [[ $1 == *[[:space:]=] ]] && COMP_WORDS+=("")
  COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
  $(complete -p rras | sed -E 's/.*-F ([^ ]+) .*/\\1/')
  printf '%s\\n' "\${COMPREPLY[@]}"`;

async function lines(command: string, argv: readonly string[], env = {}): Promise<string[]> {
  const { stdout, stderr } = await shell(command, argv, { PATH: path, LD_PRELOAD: '', ...env });
  expect(stderr).toBe('');
  return stdout.split(/\r?\n/).filter((line) => line !== '');
}

/** The words of a completed line after the typed ones, for a shell that inserts instead of listing. */
function inserted(shown: string, typed: string): string[] {
  const given = /given:((?: <[^>]*>)+)/.exec(shown)?.[1] ?? '';
  const words = [...given.matchAll(/<([^>]*)>/g)].map(([, word = '']) => word);
  const last = words.at(-1) ?? '';
  return typed.endsWith(last) ? [] : [last];
}

const shells: readonly Shell[] = [
  {
    name: 'bash',
    missing: missing('bash', ['-c', 'complete -p; true']),
    complete: (line) => lines('bash', ['-c', likeReadline, 'bash', line]),
  },
  zsh('zsh', 'source <(rras completion zsh)'),
  // As docs/cli.md says: the shell finds it by its name, and calls it at the first use.
  zsh('zsh, from a folder', 'rras completion zsh >$ZDOTDIR/_rras', 'fpath=($ZDOTDIR $fpath)'),
  {
    name: 'fish',
    missing: missing('fish', ['-c', 'exit']),
    complete: (line) =>
      lines(
        'fish',
        ['--no-config', '-c', 'rras completion fish | source; complete -C $RRAS_LINE'],
        { RRAS_LINE: line, HOME: here.path('.') },
      ),
  },
  {
    name: 'pwsh',
    missing: missing('pwsh', ['-NoProfile', '-NonInteractive', '-Command', 'exit 0'], false),
    complete: (line) =>
      lines(
        'pwsh',
        [
          '-NoProfile',
          '-NonInteractive',
          '-Command',
          'rras completion powershell | Out-String | Invoke-Expression; ' +
            '(TabExpansion2 -inputScript $env:RRAS_LINE -cursorColumn $env:RRAS_LINE.Length)' +
            '.CompletionMatches | ForEach-Object CompletionText',
        ],
        { RRAS_LINE: line },
      ),
  },
];

// Its completion works only at a terminal.
function zsh(name: string, ready: string, first = ''): Shell {
  return {
    name,
    missing: hasPseudoTerminal
      ? missing('zsh', ['-f', '-c', 'exit'])
      : 'needs zsh, and python3 to type into it',
    async complete(line) {
      const home = here.path(name.replaceAll(/\W/g, '-'));
      await mkdir(home, { recursive: true });
      const lines = [first, 'autoload -U compinit', 'compinit -u -D'];
      // A script that is found by its name must exist before.
      lines.splice(first === '' ? 3 : 0, 0, ready);
      await writeFile(join(home, '.zshrc'), `PS1='ready> '\n${lines.join('\n')}\n`);
      const { shown } = await typedInTerminal(['zsh', '-i'], 'ready> ', `${line}\t\nexit\n`, {
        PATH: path,
        LD_PRELOAD: '',
        ZDOTDIR: home,
      });
      return inserted(shown, line);
    },
  };
}

function missing(command: string, argv: readonly string[], canBeRequired = true): string {
  if (canBeRequired && isWindows) return `not on Windows, which has no ${command}`;
  const isThere = spawnSync(command, argv, { timeout: 60_000 }).status === 0;
  return isThere || (canBeRequired && isRequired) ? '' : `needs ${command}`;
}

describe.each(shells)('in a real $name', ({ name, missing, complete }) => {
  const why = missing === '' ? '' : ` (${missing})`;
  const isBash = name === 'bash';
  // bash breaks words at an equals sign, and replaces only the part after it.
  const assigned = isBash ? 'listening' : '--condition=listening';

  it.skipIf(missing !== '').each([
    ['a command', 'rras dis', ['disconnect']],
    ['an option', 'rras ports --mi', ['--min-free']],
    ['the word of an option', 'rras ports --condition li', ['listening']],
    ['the word of an option, assigned', 'rras ports --condition=li', [assigned]],
    ['a port of the server that the line names', 'rras port -s RAS02 --sim -- VPN0', ['VPN0-0']],
    ['a field after another', 'rras ports --fields name,cond', ['name,condition']],
    ['a user', 'rras disconnect --sim --user ali', ['alice']],
    ['a setting', 'rras server --set gre.isRo', ['gre.isRoutingEnabled=']],
    ['a code', 'rras explain ERROR_DDM_NOT', ['ERROR_DDM_NOT_RUNNING']],
    ['a server', 'rras ports --sim -s RAS02,RAS0', ['RAS02,RAS01']],
    ['a port with its server', 'rras port --sim -- RAS02/VPN0', ['RAS02/VPN0-0']],
    ['a second port', 'rras reset VPN2-0 -s RAS02 --sim -- VPN2', ['VPN2-1']],
  ])(
    `it completes %s${why}`,
    async (_, line, found) => {
      expect(await complete(line)).toEqual(found);
    },
    PATIENCE,
  );

  const whyNoFiles = isBash ? ' (bash does that itself: the function asks it to by compopt)' : why;
  it.skipIf(whyNoFiles !== '')(
    `it completes files where nothing else fits${whyNoFiles}`,
    async () => {
      const file = await here.write('lab-of-mine.yaml', '');
      const [found = ''] = await complete(`rras sim init ${here.path('lab-of')}`);
      expect(found.replaceAll('\\', '/')).toBe(file.replaceAll('\\', '/'));
    },
  );
});
