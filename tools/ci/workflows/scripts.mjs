// Checks the syntax of the scripts that workflows and actions run. For PowerShell it uses a tree-sitter grammar,
// which needs no PowerShell but does not cover the whole language; for bash, bash itself.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { root, stepGroups } from './documents.mjs';

/**
 * @param {import('./documents.mjs').Document[]} documents
 * @returns {Promise<string[]>}
 */
export async function badScripts(documents) {
  const parsePowerShell = await powerShellParser();
  const problems = [];
  for (const document of documents) {
    for (const { name = '', run, shell } of stepGroups(document).flat()) {
      if (run === undefined) continue;
      // An expression is replaced before the shell sees the script.
      const script = run.replaceAll(/\$\{\{.*?\}\}/g, 'expression');
      const isPowerShell = shell === 'powershell' || shell === 'pwsh';
      const found = isPowerShell ? parsePowerShell(script) : parseBash(script);
      problems.push(...found.map((problem) => `${document.file}: step ${name}: ${problem}`));
    }
  }
  for (const name of readdirSync(join(root, '.github'), { recursive: true })) {
    if (!String(name).endsWith('.ps1')) continue;
    const found = parsePowerShell(readFileSync(join(root, '.github', String(name)), 'utf8'));
    problems.push(...found.map((problem) => `.github/${name}: ${problem}`));
  }
  return problems;
}

async function powerShellParser() {
  await Parser.init();
  const grammar = 'tree-sitter-powershell/tree-sitter-powershell.wasm';
  const parser = new Parser();
  parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve(grammar)));
  return (/** @type {string} */ script) => {
    const lines = script.split('\n');
    // Without a byte order mark, Windows PowerShell reads a file in the machine's code page.
    const odd = lines.flatMap((line, index) => (/[^\t -~]/.test(line) ? [index + 1] : []));
    const tree = parser.parse(script);
    return [
      ...odd.map((line) => `line ${line}: a character that is not ASCII`),
      ...syntaxErrors(tree.rootNode),
    ];
  };
}

function syntaxErrors(node) {
  if (node.isError || node.isMissing) {
    const { row, column } = node.startPosition;
    return [`line ${row + 1}:${column + 1}: PowerShell syntax, near ${node.text.slice(0, 40)}`];
  }
  return node.children.flatMap(syntaxErrors);
}

function parseBash(script) {
  try {
    execFileSync('bash', ['-n'], { input: script, stdio: ['pipe', 'pipe', 'pipe'] });
    return [];
  } catch (error) {
    return [`bash: ${String(error.stderr).trim()}`];
  }
}
