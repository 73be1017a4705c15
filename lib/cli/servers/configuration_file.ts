// Where the configuration file is, and its bytes. Every command looks for the file, and most users have none: what
// reads it is loaded only if it is there.

import { readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { usage, wordsOf } from '../complaint.ts';
import type { World } from '../terminal/world.ts';

export interface ConfigurationFile {
  /** Undefined where there is no place for it. */
  readonly file: string | undefined;
  /** Undefined if it is not there. */
  readonly bytes: Buffer | undefined;
}

/** Where the file is: in a folder of the user, and never in the current one. */
export function configurationFile(
  { env }: Pick<World, 'env'>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const { APPDATA, XDG_CONFIG_HOME, HOME } = env;
  if (platform === 'win32') {
    return APPDATA && win32.isAbsolute(APPDATA)
      ? win32.join(APPDATA, 'rras', 'config.json')
      : undefined;
  }
  // The XDG specification has relative paths ignored.
  if (XDG_CONFIG_HOME && posix.isAbsolute(XDG_CONFIG_HOME)) {
    return posix.join(XDG_CONFIG_HOME, 'rras', 'config.json');
  }
  return HOME && posix.isAbsolute(HOME)
    ? posix.join(HOME, '.config', 'rras', 'config.json')
    : undefined;
}

/** `named` is the file of --config, which must be there. */
export function readConfigurationFile(world: World, named: string | undefined): ConfigurationFile {
  const file = named ?? configurationFile(world);
  return { file, bytes: file === undefined ? undefined : bytesOf(file, named !== undefined) };
}

function bytesOf(file: string, mustBeThere: boolean): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      if (!mustBeThere) return undefined;
      throw usage(`There is no file ${file}, which --config names.`);
    }
    throw usage(`The configuration cannot be read: ${wordsOf(error)}`);
  }
}
