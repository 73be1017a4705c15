// Projects on this system.

import { attempt } from '../machine/run.mjs';
import { npmEnvironment } from './npm_environment.mjs';
import { makeProject } from './project.mjs';
import { setTraps } from './traps.mjs';

/**
 * @param {import('./npm_versions.mjs').Npm} npm
 * @param {{ folder: string, tarball: string, cache: string }} places the folder must not exist yet
 * @returns {import('./project.mjs').Project & { node: (argv: string[], node?: string) => Promise<import('./project.mjs').Ended> }}
 */
export function projectHere(npm, { folder, tarball, cache }) {
  makeProject(folder);
  const traps = setTraps(`${folder}-traps`);
  const env = { ...npmEnvironment(cache), ...traps.env };
  const plain = npmEnvironment(cache);
  return {
    folder,
    tarball,
    npm: (argv) => attempt([npm.node.path, npm.cli, ...argv], { cwd: folder, env }),
    node: (argv, node = npm.node.path) => attempt([node, ...argv], { cwd: folder, env: plain }),
    sprung: traps.sprung,
  };
}
