// node tools/cross/build.mjs [TARGET]...
// Cross-builds the addon and the simulator's libraries into prebuilds/. A target is a toolchain file of cmake/, such
// as linux-x64-musl, or a system, such as win32, for all of its targets. Without arguments it builds every target.
// A second run builds only what changed.

import { buildTarget } from './build_target.mjs';
import { compilers } from './compilers.mjs';

const chosen = process.argv.slice(2);
const known = Object.keys(compilers);
const unknown = chosen.filter((name) => !known.some((target) => isFor(name, target)));
if (unknown.length > 0) {
  console.error(`no such target: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  process.exit(2);
}
for (const target of known) {
  if (chosen.length === 0 || chosen.some((name) => isFor(name, target))) await buildTarget(target);
}

/** @param {string} name @param {string} target */
function isFor(name, target) {
  return target === name || (target.startsWith(`${name}-`) && !name.includes('-'));
}
