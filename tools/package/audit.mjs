// npm run audit: asks npm's registry (or npm_config_registry) for advisories against anything that ships: the
// dependencies, and the packages in the bundle. Development tools do not count; `npm audit` is for those. It cannot
// run in a CI without a registry.

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns {Set<string>} folders, as the lock file names them */
function shipped() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folders = new Set(Object.keys(dependencies).map((name) => `node_modules/${name}`));
  const dist = join(root, 'dist');
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js')) continue;
    // The bundler names the file of each part.
    const parts = /^\/\/ ((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//gm;
    for (const [, folder] of readFileSync(join(dist, file), 'utf8').matchAll(parts)) {
      folders.add(folder ?? '');
    }
  }
  return folders;
}

/** @returns {Promise<any>} */
async function askRegistry() {
  const { stdout } = await promisify(execFile)('npm', ['audit', '--json'], { cwd: root }).catch(
    // npm also exits with 1 if it has found an advisory.
    (failure) => failure,
  );
  try {
    return JSON.parse(stdout);
  } catch {
    return { error: { summary: 'npm audit gave no answer' } };
  }
}

const folders = shipped();
const { vulnerabilities, error, message } = await askRegistry();
if (vulnerabilities === undefined) {
  const reason = message || error?.summary || 'for no reason given';
  console.error(`The advisories are unknown, because the registry did not answer (${reason}).`);
  process.exit(1);
}
const found = Object.values(vulnerabilities).filter(({ nodes }) =>
  nodes.some((/** @type {string} */ node) => folders.has(node)),
);
for (const { name, severity, via } of found) {
  const reasons = via.map((/** @type {any} */ each) => each.title ?? `by way of ${each}`);
  console.error(`${name} (${severity}): ${reasons.join('; ')}`);
}
console.log(`${folders.size} packages ship; ${found.length} of them have advisories.`);
process.exitCode = found.length === 0 ? 0 : 1;
