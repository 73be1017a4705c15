// node tools/cross/build.mjs [win32-x64] [win32-ia32] [win32-arm64]
// Cross-builds the addon and the simulator's libraries for Windows into prebuilds/<target>/; without
// arguments, for all three. A second run builds only what changed.

import { buildForWindows } from './build_target.mjs';
import { compilers } from './compilers.mjs';

const chosen = process.argv.slice(2);
for (const target of chosen.length === 0 ? Object.keys(compilers) : chosen) {
  await buildForWindows(target);
}
