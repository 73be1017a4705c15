// Projects on Windows: npm and Node for Windows, under Wine.

import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../machine/run.mjs';
import { bringNode, windowsNodes } from '../wine/windows_node.mjs';
import { runInWine, windowsPath } from '../wine/wine.mjs';
import { quiet } from './npm_environment.mjs';
import { makeProject } from './project.mjs';

// Each Node with the npm that it ships with.
export const windowsInstalls = [
  { target: 'win32-x64', node: 'win32-x64-node24', npm: '11.21.2' },
  { target: 'win32-ia32', node: 'win32-ia32-node22', npm: '10.9.9' },
];

const minute = 60_000;

/**
 * @param {import('../wine/wine.mjs').Wine} wine
 * @param {string} nodeName as in windows_node.mjs
 * @param {import('./npm_versions.mjs').Npm} npm
 * @param {{ folder: string, tarball: string, cache: string }} places must be readable for Wine
 * @returns {Promise<import('./project.mjs').Project>}
 */
export async function projectInWine(wine, nodeName, npm, { folder, tarball, cache }) {
  const windowsNode = windowsNodes.find(({ name }) => name === nodeName);
  if (windowsNode === undefined) throw new Error(`windows_node.mjs has no ${nodeName}`);
  const exe = await bringNode(windowsNode);
  makeProject(folder);
  const registry = (await run(['npm', 'config', 'get', 'registry'])).trim();
  const node = { NODE_SKIP_PLATFORM_CHECK: '1' };
  const trap = join(folder, 'no-such-shell.exe');
  let refused = false;
  return {
    folder,
    tarball: windowsPath(tarball),
    async npm(argv) {
      // The installs on this system have filled the cache. A Windows Node in Wine may be unable to reach the
      // registry, because it does not know the certificates that this system trusts.
      const env = {
        ...node,
        ...quiet(windowsPath(cache)),
        npm_config_offline: 'true',
        npm_config_registry: registry,
        npm_config_script_shell: windowsPath(trap),
      };
      const ended = await inWine([windowsPath(npm.cli), ...argv], env);
      refused = ended.output.includes('no-such-shell');
      return ended;
    },
    node: (argv) => inWine(argv, node),
    sprung: () => (refused ? ['a script'] : []),
  };

  /** @param {string[]} argv @param {Record<string, string>} env */
  async function inWine(argv, env) {
    const log = `${folder}.log`;
    const output = openSync(log, 'w');
    const { code, timedOut } = await runInWine(
      wine,
      [exe, ...argv],
      { folder, env },
      { stdout: output, stderr: output, timeout: 3 * minute },
    );
    closeSync(output);
    const said = readFileSync(log, 'utf8');
    return { code, output: timedOut ? `${said}\nit hung, and was stopped` : said };
  }
}
