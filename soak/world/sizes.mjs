// How large a world is.

/**
 * @typedef {object} Size
 * @property {readonly import('rras').Dialect[]} sites each with servers of its own
 * @property {import('./site.mjs').SiteSize} site
 * @property {number} clients for each site
 * @property {number} watchers for each site
 * @property {number} workers for all
 * @property {number} round milliseconds from one settled state to the next
 * @property {number} longestTrouble milliseconds
 */

/** @type {Readonly<Record<'full' | 'small', Size>>} */
export const sizes = {
  full: {
    sites: ['mprapi', 'rassapi', 'mprapi', 'nt4', 'mprapi', 'rassapi'],
    site: { servers: 6, leastPorts: 40, mostPorts: 200 },
    clients: 4,
    watchers: 2,
    workers: 2,
    round: 4_000,
    longestTrouble: 900,
  },
  small: {
    sites: ['mprapi', 'nt4', 'rassapi'],
    site: { servers: 2, leastPorts: 8, mostPorts: 24 },
    clients: 2,
    watchers: 1,
    workers: 1,
    round: 600,
    longestTrouble: 150,
  },
};
