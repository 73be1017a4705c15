// The binaries for Linux and macOS as files: their machine, the libraries and symbols that they need, and what they
// export. Reads prebuilds/, so it runs on every system. Without binaries the tests are skipped, unless
// RRAS_REQUIRE_BINARIES=1 requires them.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exportedNames } from '../../tools/compile/exports.mjs';
import { oldestGlibc, targets } from '../../tools/package/targets.mjs';
import { readElf } from './elf.ts';
import { readMachO } from './mach_o.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const required = process.env.RRAS_REQUIRE_BINARIES === '1';

const nodeApi = /^_?(?:napi|node_api)_\w+$/;
const addonExports = ['napi_register_module_v1', 'node_api_module_get_api_version_v1'];

/** What a binary exports beside the two functions that Node calls. */
function functionsOf(file: string): readonly string[] {
  const [, dialect] = /^rras-simulator-(\w+)\./.exec(file) ?? [];
  if (dialect !== 'mprapi' && dialect !== 'nt4' && dialect !== 'rassapi') return [];
  return exportedNames(dialect, false);
}

const binaries = targets.flatMap(({ name, folder, files }) =>
  files.map((file) => ({ name, file, path: join(root, 'prebuilds', folder, file) })),
);
const titled = (path: string, title: string) =>
  required || existsSync(path) ? title : `${title} (it is not built)`;
const byNumbers = new Intl.Collator('en', { numeric: true }).compare;

const linux = binaries.filter(({ name }) => name.startsWith('linux-'));
describe.each(linux)('$name, $file', ({ name, file, path }) => {
  const isMissing = !required && !existsSync(path);
  const read = () => readElf(path);
  const isMusl = name.endsWith('-musl');

  it.skipIf(isMissing)(titled(path, 'is made for that machine'), () => {
    expect(read().machine).toBe(name.startsWith('linux-arm64') ? 183 : 62);
  });

  it.skipIf(isMissing)(
    titled(path, 'needs nothing but the C library, from no other folder'),
    () => {
      const { needed, searched } = read();
      const ofGlibc =
        /^(?:lib(?:c\.so\.6|m\.so\.6|dl\.so\.2|pthread\.so\.0)|ld-linux-[\w-]+\.so\.\d)$/;
      const allowed = isMusl ? /^libc\.so$/ : ofGlibc;
      expect(needed).not.toEqual([]);
      expect(needed.filter((library) => !allowed.test(library))).toEqual([]);
      expect(searched).toEqual([]);
    },
  );

  it.skipIf(isMissing || isMusl)(
    titled(path, `loads with glibc ${oldestGlibc} and newer`) +
      (isMusl ? ' (musl has no versions)' : ''),
    () => {
      const { versions } = read();
      expect(versions).toContainEqual(expect.stringMatching(/^GLIBC_2\./));
      const newest = `GLIBC_${oldestGlibc}`;
      expect(versions.filter((version) => byNumbers(version, newest) > 0)).toEqual([]);
    },
  );

  it.skipIf(isMissing || !isMusl)(
    titled(path, 'needs no name that only glibc has') + (isMusl ? '' : ' (it is for glibc)'),
    () => {
      const binary = read();
      expect(binary.versions).toEqual([]);
      const symbols = binary.required.filter((symbol) => !nodeApi.test(symbol));
      // musl 1.2.4 took away the names in 64 of functions such as fopen64.
      expect(symbols.filter((symbol) => /64$|_chk$|^__isoc/.test(symbol))).toEqual([]);
    },
  );

  it.skipIf(isMissing)(titled(path, 'exports its functions and nothing of the C++ library'), () => {
    const { exported } = read();
    expect(exported.toSorted()).toEqual([...functionsOf(file), ...addonExports].toSorted());
  });

  it.skipIf(isMissing)(titled(path, 'lacks none of its own functions'), () => {
    // The linker takes any missing function for one of Node.
    const { required: symbols } = read();
    expect(symbols).toContain('napi_create_object');
    expect(symbols.filter((symbol) => symbol.startsWith('_Z'))).toEqual([]);
  });

  it.skipIf(isMissing)(titled(path, 'is stripped, and its stack cannot be executed'), () => {
    expect(read()).toMatchObject({ isStripped: true, hasExecutableStack: false });
  });

  it.skipIf(isMissing)(titled(path, 'names no folder of the machine that built it'), () => {
    expect(readFileSync(path).includes(root)).toBe(false);
  });
});

const macos = binaries.filter(({ name }) => name.startsWith('darwin-'));
describe.each(macos)('$name, $file', ({ name, file, path }) => {
  const isMissing = !required && !existsSync(path);
  const read = () => readMachO(path);
  const dynamicLibrary = 6;

  it.skipIf(isMissing)(
    titled(path, 'is a library for that machine and for macOS 11 or newer'),
    () => {
      const { cpu, fileType, oldestSystem } = read();
      expect(fileType).toBe(dynamicLibrary);
      expect(cpu).toBe(name === 'darwin-arm64' ? 0x100000c : 0x1000007);
      expect(oldestSystem).toBe('11.0');
    },
  );

  it.skipIf(isMissing)(titled(path, 'needs nothing but the system, from no other folder'), () => {
    const binary = read();
    expect(binary.needed).toEqual(['/usr/lib/libSystem.B.dylib']);
    expect(binary.searched).toEqual([]);
    expect(binary.required.filter((symbol) => nodeApi.test(symbol))).toEqual([]);
  });

  it.skipIf(isMissing)(titled(path, 'takes Node-API from a host of any name'), () => {
    const { fromProcess } = read();
    expect(fromProcess).toContain('_napi_create_object');
    expect(fromProcess.filter((symbol) => !nodeApi.test(symbol))).toEqual([]);
  });

  it.skipIf(isMissing)(
    titled(path, 'exports its functions, and of the C++ library only memory'),
    () => {
      const { exported } = read();
      // The linker has no list of exports. These have one meaning in the whole process.
      const ofLinker = /^(?:__mh_dylib_header|___dso_handle|__Z(?:nw|na|dl|da)\w+)$/;
      expect(exported.filter((symbol) => !ofLinker.test(symbol)).toSorted()).toEqual(
        [...functionsOf(file), ...addonExports].map((symbol) => `_${symbol}`).toSorted(),
      );
    },
  );

  it.skipIf(isMissing)(
    titled(path, 'has no symbols for debuggers and no path of its build'),
    () => {
      const binary = read();
      expect(binary.hasDebugSymbols).toBe(false);
      expect(binary.name).toBe(`@rpath/${file}`);
      expect(readFileSync(path).includes(root)).toBe(false);
    },
  );

  it.skipIf(isMissing || name !== 'darwin-arm64')(
    titled(path, 'has a signature that fits, without which an ARM Mac loads nothing') +
      (name === 'darwin-arm64' ? '' : ' (not needed on x64)'),
    () => {
      expect(read().isSigned).toBe(true);
    },
  );
});
