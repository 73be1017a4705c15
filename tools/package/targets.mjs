// The systems for which the package has binaries, the files for each, and the limits of sizes.

/** The oldest Node of each line that the package is for, as package.json says. */
export const oldestNodes = ['20.19.0', '22.12.0'];
export const [oldestNode] = oldestNodes;

/** The oldest glibc that the Linux binaries load with. */
export const oldestGlibc = '2.28';

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

/** @typedef {'glibc' | 'musl'} CLibrary */

/**
 * The names of the addon and the simulator's libraries in prebuilds/. Binaries for either C library of Linux are in
 * one folder, as node-gyp-build expects, and have it in their names.
 *
 * @param {string} platform as in process.platform
 * @param {CLibrary} [cLibrary] on Linux
 */
export function prebuiltFiles(platform, cLibrary) {
  const tag = cLibrary === undefined ? '' : `.${cLibrary}`;
  return [`node.napi${tag}.node`, ...simulators(`${tag}${libraryExtension(platform)}`)];
}

/**
 * @typedef {object} Target
 * @property {string} name of the build: its toolchain file in cmake/
 * @property {string} folder in prebuilds/
 * @property {string[]} files
 * @property {number} limit bytes, for all its files
 */

/** @type {Target[]} */
export const targets = [
  windows('x64', 2_900_000),
  windows('ia32', 3_300_000),
  windows('arm64', 2_300_000),
  linux('x64', 'glibc', 2_400_000),
  linux('arm64', 'glibc', 2_300_000),
  linux('x64', 'musl', 2_400_000),
  linux('arm64', 'musl', 2_300_000),
  macos('x64', 2_900_000),
  macos('arm64', 3_300_000),
];

/** @param {string} arch @param {number} limit @returns {Target} */
function windows(arch, limit) {
  const name = `win32-${arch}`;
  return { name, folder: name, files: prebuiltFiles('win32'), limit };
}

/** @param {string} arch @param {CLibrary} cLibrary @param {number} limit @returns {Target} */
function linux(arch, cLibrary, limit) {
  const folder = `linux-${arch}`;
  const name = cLibrary === 'musl' ? `${folder}-musl` : folder;
  return { name, folder, files: prebuiltFiles('linux', cLibrary), limit };
}

/** @param {string} arch @param {number} limit @returns {Target} */
function macos(arch, limit) {
  const name = `darwin-${arch}`;
  return { name, folder: name, files: prebuiltFiles('darwin'), limit };
}

/** Bytes. If the package outgrows a limit on purpose, raise the limit. */
export const limits = {
  tarball: 9_300_000,
  unpacked: 27_500_000,
  /** The files for every system: JavaScript with the bundled packages, types and documents. */
  common: 4_800_000,
};
