// Checks references of workflows and actions to this repository: local actions and workflows with their inputs
// and outputs, npm scripts and files. actionlint cannot, because it sees one file at a time.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAction, root, stepGroups } from './documents.mjs';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * @param {import('./documents.mjs').Document[]} documents
 * @returns {string[]}
 */
export function badReferences(documents) {
  return documents.flatMap((document) => {
    const problems = [
      ...stepGroups(document).flatMap((steps) => [
        ...steps.flatMap((step) => [...badUse(documents, step), ...badCommands(step.run)]),
        ...badOutputs(documents, steps, document.text),
      ]),
      ...Object.values(document.content.jobs ?? {}).flatMap((job) => badUse(documents, job)),
      ...(isAction(document) ? badInputs(document) : []),
    ];
    return problems.map((problem) => `${document.file}: ${problem}`);
  });
}

/** The local action or reusable workflow that a step or a job uses. */
function used(documents, place) {
  const file = place.replace('../../workflows/', '');
  return documents.find((document) => [file, `${file}/action.yml`].includes(document.file));
}

function badUse(documents, { uses, with: given = {} }) {
  if (!uses?.startsWith('../../workflows/')) return [];
  const target = used(documents, uses);
  if (target === undefined) return [`${uses} does not exist`];
  const inputs = (target.content.on?.workflow_call ?? target.content).inputs ?? {};
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  const missing = Object.keys(inputs).filter(
    (name) => inputs[name].required === true && !(name in given),
  );
  return [
    ...unknown.map((name) => `${uses} has no input ${name}`),
    ...missing.map((name) => `${uses} needs the input ${name}`),
  ];
}

function badOutputs(documents, steps, text) {
  return steps.flatMap(({ id, uses }) => {
    if (id === undefined || !uses?.startsWith('../../workflows/')) return [];
    const outputs = used(documents, uses)?.content.outputs ?? {};
    return [...text.matchAll(new RegExp(`steps\\.${id}\\.outputs\\.([\\w-]+)`, 'g'))]
      .map((match) => match[1])
      .filter((name) => !(name in outputs))
      .map((name) => `${uses} has no output ${name}`);
  });
}

function badInputs({ text, content: { inputs = {} } }) {
  const named = new Set([...text.matchAll(/\binputs\.([\w-]+)/g)].map((match) => match[1]));
  const declared = Object.keys(inputs);
  return [
    ...[...named].filter((name) => !declared.includes(name)).map((name) => `no input ${name}`),
    ...declared.filter((name) => !named.has(name)).map((name) => `input ${name} is never read`),
  ];
}

function badCommands(run = '') {
  const called = [...run.matchAll(/\bnpm run ([\w:-]+)/g)].map((match) => match[1]);
  const files = run.match(/(?<![\w./-])(?:\.ci|tools|test)\/[\w./-]+/g) ?? [];
  return [
    ...called.filter((name) => scripts[name] === undefined).map((name) => `no script ${name}`),
    ...files.filter((file) => !existsSync(join(root, file))).map((file) => `no file ${file}`),
  ];
}
