// The systems that the package brings binaries for, the files for each, and how large things may be.

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

/** Bytes. A package that outgrows one of these should do so on purpose. */
export const limits = {
  tarball: 4_600_000,
  unpacked: 11_500_000,
  /** What is for every system: JavaScript with the packages that the command is made of, types, documents. */
  common: 1_300_000,
};
