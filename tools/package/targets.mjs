// The systems for which the package has binaries, the files for each, and the limits of sizes.

/** The oldest Node of each line that the package is for, as package.json says. */
export const oldestNodes = ['20.19.0', '22.12.0'];
export const [oldestNode] = oldestNodes;

const dialects = ['mprapi', 'nt4', 'rassapi'];

/** @param {string} platform as in process.platform */
export function libraryExtension(platform) {
  if (platform === 'win32') return '.dll';
  return platform === 'darwin' ? '.dylib' : '.so';
}

/** @param {string} extension */
export function simulators(extension) {
  return dialects.map((dialect) => `rras-simulator-${dialect}${extension}`);
}

/**
 * @typedef {object} Target
 * @property {string} name the folder in prebuilds/
 * @property {string[]} files
 * @property {number} limit bytes, for all its files
 */

/** @type {Target[]} */
export const targets = [
  { name: 'win32-x64', files: ['node.napi.node', ...simulators('.dll')], limit: 2_900_000 },
  { name: 'win32-ia32', files: ['node.napi.node', ...simulators('.dll')], limit: 3_300_000 },
  { name: 'win32-arm64', files: ['node.napi.node', ...simulators('.dll')], limit: 2_300_000 },
  { name: 'linux-x64', files: ['node.napi.glibc.node', ...simulators('.so')], limit: 2_100_000 },
];

/** Bytes. If the package outgrows a limit on purpose, raise the limit. */
export const limits = {
  tarball: 4_600_000,
  unpacked: 11_500_000,
  /** The files for every system: JavaScript with the bundled packages, types and documents. */
  common: 2_700_000,
};
