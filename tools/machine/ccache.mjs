// The settings of ccache, which keeps its objects in the cache of the tools.

import { cachePath } from './cache.mjs';

/**
 * @param {string} root of the sources; clones in other folders share the objects
 * @returns {Record<string, string>} environment
 */
export function ccacheEnvironment(root) {
  return {
    CCACHE_DIR: cachePath('ccache'),
    CCACHE_BASEDIR: root,
    CCACHE_NOHASHDIR: '1',
  };
}
