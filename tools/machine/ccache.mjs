// Compiled once: ccache, with its objects in the cache of the tools.

import { cachePath } from './cache.mjs';

/**
 * @param {string} root of the sources: another clone of them has the same objects, wherever it stands
 * @returns {Record<string, string>} environment
 */
export function ccacheEnvironment(root) {
  return {
    CCACHE_DIR: cachePath('ccache'),
    CCACHE_BASEDIR: root,
    CCACHE_NOHASHDIR: '1',
  };
}
