// An environment for npm without the influence of another npm.

const reaching = /^npm_config_(?:registry|userconfig|globalconfig|cafile|https?_proxy|noproxy)$/i;

/**
 * This script may run under `npm run`, which passes its node-gyp, its prefix and much else to its children. Only the
 * settings for reaching the registry are kept.
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
