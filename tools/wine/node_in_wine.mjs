// One run of a Windows Node in a Wine prefix of its own, with its output in a file.

import { closeSync, openSync } from 'node:fs';
import { withThrowAwayPrefix } from './throw_away_prefix.mjs';
import { runInWine } from './wine.mjs';

const environment = {
  // Wine reports an older Windows than Node requires.
  NODE_SKIP_PLATFORM_CHECK: '1',
  NO_COLOR: '1',
};

/**
 * @param {import('./wine.mjs').Wine} wine
 * @param {string[]} argv node.exe and its arguments
 * @param {{ folder: string, env?: Record<string, string>, log: string, timeout: number, signal?: AbortSignal }}
 *   settings `log` is the file for the output; timeout and signal stop the run
 */
export async function runNode(wine, argv, { folder, env, log, timeout, signal }) {
  const output = openSync(log, 'w');
  try {
    return await withThrowAwayPrefix(wine, (own) =>
      runInWine(
        own,
        argv,
        { folder, env: { ...environment, ...env } },
        { stdout: output, stderr: output, timeout, signal },
      ),
    );
  } finally {
    closeSync(output);
  }
}
