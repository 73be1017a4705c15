// The environment of an npm that another npm must not influence.

const reaching = /^npm_config_(?:registry|userconfig|globalconfig|cafile|https?_proxy|noproxy)$/i;

/**
 * This script may run under `npm run`, which tells its children where its own node-gyp is, what its
 * prefix is and much else. Only how to reach the registry is kept.
 *
 * @param {string} cache npm's cache
 * @returns {Record<string, string>}
 */
export function npmEnvironment(cache) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_|^INIT_CWD$|^NODE_OPTIONS$/i.test(name) || reaching.test(name),
  );
  return { .../** @type {Record<string, string>} */ (Object.fromEntries(kept)), ...quiet(cache) };
}

/** @param {string} cache @returns {Record<string, string>} */
export function quiet(cache) {
  return {
    npm_config_cache: cache,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
}
