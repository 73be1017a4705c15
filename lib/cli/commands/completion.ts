// rras completion SHELL: prints a script that asks `rras __complete` for completions.

import { command } from '../command.ts';
import { usage } from '../complaint.ts';

const scripts: Readonly<Record<string, string>> = {
  powershell: `Register-ArgumentCompleter -Native -CommandName rras -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition -or
            ($_.Extent.EndOffset -eq $cursorPosition -and $wordToComplete -eq '') } |
        Select-Object -Skip 1 |
        ForEach-Object { if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text } })
    # An empty argument is lost on the way to a native program.
    $last = if ($wordToComplete -eq '') { '--empty-word' } else { $wordToComplete.Trim("'", '"') }
    rras __complete @words $last 2>$null | ForEach-Object {
        $text = if ($_ -match '[^\\w./=-]') { "'" + $_.Replace("'", "''") + "'" } else { $_ }
        [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
    }
}
`,
  bash: `_rras() {
  # The words as they stand, whatever readline takes for a break of words (=, :).
  local line=\${COMP_LINE:0:COMP_POINT} words
  read -r -a words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  local typed=\${words[\${#words[@]} - 1]} last=\${COMP_WORDS[COMP_CWORD]} found
  [[ $last == [=:@] ]] && last=
  # What readline replaces is its own last word only.
  local kept=\${typed%"$last"}
  COMPREPLY=()
  while IFS= read -r found; do
    found=$(printf %q "\${found#"$kept"}")
    # A comma needs no backslash, and the next word of the list would be taken apart at it.
    COMPREPLY+=("\${found//\\\\,/,}")
  done < <(rras __complete "\${words[@]:1}" 2>/dev/null)
  # Files, where rras knows nothing that fits.
  ((\${#COMPREPLY[@]})) || compopt -o default 2>/dev/null
}
complete -F _rras rras
`,
  zsh: `#compdef rras
_rras() {
  local -a found
  found=("\${(@f)$(rras __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=(\${found:#})
  if (( \${#found} )); then
    compadd -a found
  else
    _files
  fi
}
# Sourced, it is bound; from a folder in fpath, it is called at the first use.
if [[ $funcstack[1] == _rras ]]; then
  _rras "$@"
else
  compdef _rras rras
fi
`,
  fish: `function __rras_complete
    set -l words (commandline -opc)
    set -l found (rras __complete $words[2..] (commandline -ct) 2>/dev/null)
    if set -q found[1]
        printf '%s\\n' $found
    else
        # Files, where rras knows nothing that fits.
        __fish_complete_path (commandline -ct)
    end
end
complete -c rras -f -a '(__rras_complete)'
`,
};

export const completion = command({
  name: 'completion',
  description: 'Write the completion script of a shell.',
  examples: [
    'rras completion powershell | Out-String | Invoke-Expression',
    'source <(rras completion bash)',
    'rras completion zsh > ~/.zfunc/_rras',
    'rras completion fish > ~/.config/fish/completions/rras.fish',
  ],
  argument: ['<shell>', 'powershell, bash, zsh or fish'],
  options: {},
  run: async (world, [shell = '']) => {
    const name = shell.toLowerCase() === 'pwsh' ? 'powershell' : shell.toLowerCase();
    const script = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
    if (script === undefined) {
      throw usage(
        `There is no completion for ${shell}.`,
        `There are ${Object.keys(scripts).join(', ')}.`,
      );
    }
    world.stdout.data(script.trimEnd().split('\n'));
    return 'ok';
  },
});
