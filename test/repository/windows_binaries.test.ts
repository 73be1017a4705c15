// The Windows binaries as files: their machine, the system libraries that they need, their protections and their
// version. Reads prebuilds/, so it runs on every system. Without binaries the tests are skipped, unless
// RRAS_REQUIRE_BINARIES=1 requires them.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exportedNames } from '../../tools/compile/exports.mjs';
import { readPortableExecutable } from './portable_executable.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};

const dynamicBase = 0x40;
const nxCompatible = 0x100;
const highEntropy = 0x20;

// Libraries that every supported Windows has, even a fresh one. The C run-time of Visual C++ is not among them.
const systemLibrary =
  /^(?:advapi32|kernel32|msvcrt|ntdll|shell32|user32|api-ms-win-crt-[a-z]+-l1-1-0)\.dll$/i;

const simulators = {
  mprapi: ['MprAdminServerConnect', 'MprAdminPortEnum', 'MprAdminBufferFree'],
  nt4: ['RasAdminServerConnect', 'RasAdminPortEnum', 'RasAdminBufferFree'],
  rassapi: ['RasAdminServerGetInfo', 'RasAdminPortEnum', 'RasAdminFreeBuffer'],
};
const dialects = ['mprapi', 'nt4', 'rassapi'] as const;

describe.each([
  { target: 'win32-x64', machine: 0x8664, flags: dynamicBase | nxCompatible | highEntropy },
  { target: 'win32-ia32', machine: 0x14c, flags: dynamicBase | nxCompatible },
  { target: 'win32-arm64', machine: 0xaa64, flags: dynamicBase | nxCompatible | highEntropy },
])('$target', ({ target, machine, flags }) => {
  const folder = join(root, 'prebuilds', target);
  const required = process.env.RRAS_REQUIRE_BINARIES === '1';
  const missing = !required && !existsSync(folder);
  const titled = (title: string) =>
    missing ? `${title} (prebuilds/${target} is not built)` : title;

  describe.each(['node.napi.node', ...Object.keys(simulators).map((name) => simulatorFile(name))])(
    '%s',
    (file) => {
      const read = () => readPortableExecutable(join(folder, file));

      it.skipIf(missing)(titled('is made for that machine'), () => {
        expect(read().machine).toBe(machine);
      });

      it.skipIf(missing)(titled('needs no DLL that a clean Windows lacks'), () => {
        const { imports } = read();
        expect(imports).toContainEqual(expect.stringMatching(/^kernel32\.dll$/i));
        expect(imports.filter((name) => !systemLibrary.test(name))).toEqual([]);
      });

      it.skipIf(missing)(titled('is not bound to a host called node.exe'), () => {
        const { imports, delayImports } = read();
        expect(imports.map((name) => name.toLowerCase())).not.toContain('node.exe');
        // GNU ld does not list late imports in the header; lld does.
        expect(delayImports.filter((name) => name.toLowerCase() !== 'node.exe')).toEqual([]);
      });

      it.skipIf(missing)(titled('asks for every protection of the loader'), () => {
        const binary = read();
        expect(binary.flags & flags).toBe(flags);
        expect(binary.relocates).toBe(true);
      });

      it.skipIf(missing)(titled('has the version of the package'), () => {
        const binary = read();
        expect(binary.version).toBe(`${version.replace(/[-+].*$/, '')}.0`);
        expect(binary.versionText('FileVersion')).toBe(version);
        expect(binary.versionText('OriginalFilename')).toBe(file);
      });

      it.skipIf(missing)(titled('is an addon of Node-API'), () => {
        expect(read().exports).toContain('napi_register_module_v1');
      });

      it.skipIf(missing)(titled('names no folder of the machine that built it'), () => {
        expect(readFileSync(join(folder, file)).includes(root)).toBe(false);
      });
    },
  );

  describe.each(dialects)('the simulator of %s', (dialect) => {
    const functions = simulators[dialect];
    it.skipIf(missing)(titled('exports the plain names of its dialect'), () => {
      const { exports } = readPortableExecutable(join(folder, simulatorFile(dialect)));
      expect(exports).toEqual(expect.arrayContaining(functions));
      expect(exports.filter((name) => /^_?(?:Mpr|Ras).*@|^_(?:Mpr|Ras)/.test(name))).toEqual([]);
    });

    it.skipIf(missing)(titled('exports what its sources mark'), () => {
      const { exports } = readPortableExecutable(join(folder, simulatorFile(dialect)));
      const own = exports.filter((name) => /^(?:Mpr|RasAdmin|Rras)/.test(name));
      expect(own.toSorted()).toEqual(exportedNames(dialect));
    });
  });
});

function simulatorFile(dialect: string): string {
  return `rras-simulator-${dialect}.dll`;
}
