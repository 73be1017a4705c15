// Reads the workflows and actions of .github.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * @typedef {object} Document
 * @property {string} file from the root of the repository, with slashes
 * @property {string} text
 * @property {any} content
 */

/** @returns {Document[]} */
export function documents() {
  return readdirSync(join(root, '.github'), { recursive: true })
    .map((name) => `.github/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return { file, text, content: parse(text) };
    });
}

/** @param {Document} document */
export const isAction = ({ content }) => content.runs !== undefined;

/** @param {Document} document */
export const isWorkflow = ({ content }) => content.jobs !== undefined;

/**
 * The steps, grouped by the job or composite action in which they share outputs.
 *
 * @param {Document} document
 * @returns {any[][]}
 */
export function stepGroups({ content }) {
  if (content.runs !== undefined) return [content.runs.steps];
  return Object.values(content.jobs ?? {}).map((job) => job.steps ?? []);
}
