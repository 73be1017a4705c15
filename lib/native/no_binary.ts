// What is said when there is no binary that works here: the addon's, or the simulator's. Whoever reads
// it has mostly installed the package and nothing else.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RasError } from '../errors/ras_error.ts';
import { packageRoot } from './package_root.ts';

const forBuilding =
  "To build one for this system: in a clone of the package's repository run `npm ci` and `npm run pack:here`, " +
  'which take Python 3 and a C++17 compiler, and `npm install` the .tgz file that they make.';

export function noBinary(server: string, cause: unknown): RasError {
  const target = `${process.platform}-${process.arch}`;
  const shipped = shippedTargets();
  if (shipped.length === 0) {
    return because(
      cause,
      server,
      `The binaries of rras are missing: ${join(packageRoot(), 'prebuilds')} has none, not for ${target} either`,
      "A bundler must leave 'rras' out of its bundle, as an external package. Else install the package anew; in a clone of its repository, run `npm run build`.",
    );
  }
  if (!shipped.includes(target)) {
    return because(
      cause,
      server,
      `rras has no binary for ${target}; it has them for ${shipped.join(', ')}`,
      forBuilding,
    );
  }
  return because(
    cause,
    server,
    `The binary of rras for ${target} does not load in Node ${process.version}: ${firstLine(cause)}`,
    process.platform === 'linux'
      ? `It is made for a recent glibc, as in Debian and Ubuntu; Alpine has musl instead. ${forBuilding}`
      : `Install the package anew, for the file may be damaged. ${forBuilding}`,
  );
}

function shippedTargets(): string[] {
  try {
    return readdirSync(join(packageRoot(), 'prebuilds'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

function because(cause: unknown, server: string, message: string, hint: string): RasError {
  return new RasError({ code: 'ERR_RRAS_NO_BINARY', server, message, hint }, { cause });
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0] ?? '';
}
