// The errors that the compiler finds in a test file. Vitest ignores types, so tests of types could not fail
// without this.

import ts from 'typescript';
import { beforeAll, expect } from 'vitest';
import { itIf } from '../fixtures/simulated.ts';

const root = ts.sys.resolvePath(`${import.meta.dirname}/../..`);

interface Finding {
  readonly at: number;
  readonly text: string;
}

/** Makes a test of types, which fails with the errors that the compiler finds in its body. */
export function typeTests(file: string): (title: string, body: () => void) => void {
  const titles: string[] = [];
  const found = new Map<string, string[]>();
  const elsewhere: string[] = [];

  const isHere = process.platform !== 'win32';
  const itCompiles = itIf(isHere, 'not on Windows: types are the same on every system');

  beforeAll(() => {
    if (!isHere) return;
    const source = compiled(file);
    const ranges = titles.map((title) => ({ title, ...rangeOf(source.file, title) }));
    for (const { at, text } of source.findings) {
      const range = ranges.find(({ pos, end }) => pos <= at && at < end);
      if (range === undefined) elsewhere.push(text);
      else found.set(range.title, [...(found.get(range.title) ?? []), text]);
    }
  }, 180_000);

  itCompiles('have no error outside the tests', async () => {
    expect(elsewhere).toEqual([]);
  });

  return (title, body) => {
    titles.push(title);
    itCompiles(title, async () => {
      body();
      expect(found.get(title) ?? []).toEqual([]);
    });
  };
}

function compiled(path: string): { file: ts.SourceFile; findings: Finding[] } {
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile);
  const only = { ...config, include: [], files: [path] };
  const { options, errors } = ts.parseJsonConfigFileContent(only, ts.sys, root);
  const program = ts.createProgram([path], options);
  const file = program.getSourceFile(path);
  if (file === undefined) throw new Error(`the compiler does not find ${path}`);
  const diagnostics = [
    ...errors,
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ];
  const findings = diagnostics.map(({ start = -1, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, '\n');
    const { line } = file.getLineAndCharacterOfPosition(Math.max(0, start));
    return { at: start, text: `line ${line + 1}: ${message}` };
  });
  return { file, findings };
}

/** The range of the call that has this text as its first argument. */
function rangeOf(file: ts.SourceFile, title: string): ts.TextRange {
  const search = (node: ts.Node): ts.Node | undefined => {
    const isIt =
      ts.isCallExpression(node) &&
      node.arguments[0] !== undefined &&
      ts.isStringLiteralLike(node.arguments[0]) &&
      node.arguments[0].text === title;
    return isIt ? node : ts.forEachChild(node, search);
  };
  const call = search(file);
  if (call === undefined) throw new Error(`${file.fileName} has no test called ${title}`);
  return call;
}
