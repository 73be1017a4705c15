// The check of the tarball refuses wrong ones. `npm run check:package` checks the tarball itself and its
// installation.

import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContents, contentsOf } from '../../tools/package/contents.mjs';
import { compiledPackages } from '../../tools/package/licences.mjs';
import { limits, oldestNodes, targets } from '../../tools/package/targets.mjs';

let folder: string;

const root = fileURLToPath(new URL('../..', import.meta.url));
const licenses = join(root, 'licenses');

// What the compilers leave in the binaries of each target.
const mingw =
  'GCC: (GNU) 12 Mingw-w64 runtime failure: ./mingw-w64-libraries/winpthreads/src/rwlock.c';
const compiled: Readonly<Record<string, string>> = {
  'win32-x64': mingw,
  'win32-ia32': mingw,
  'win32-arm64': 'Mingw-w64 runtime failure: libc++abi: libunwind: ',
};
const zig = 'libc++abi: libunwind: ';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rras-contents-'));
  const common = ['LICENSE', 'README.md', 'CHANGELOG.md', 'docs/guide.md', 'dist/index.js'];
  for (const file of [
    ...common,
    'dist/index.d.ts',
    'dist/simulator/index.js',
    'dist/simulator/vitest.js',
    'dist/fleet/index.js',
    'dist/metrics/index.js',
    'monitoring/alerts.yml',
    'monitoring/grafana.json',
  ])
    await put(file);
  for (const { name, folder: target, files } of targets) {
    for (const file of files) await put(`prebuilds/${target}/${file}`, compiled[name] ?? zig);
  }
  for (const name of await readdir(licenses)) await put(`licenses/${name}`);
  await put('package.json', { gypfile: false, scripts: { build: 'tsc' } });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(file: string, content: unknown = 'content'): Promise<string> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function check({ packed = 0, allTargets = true, machine = [] as string[] } = {}) {
  return checkContents(contentsOf(folder, packed), { allTargets, machine });
}

it('a complete package has no problem', () => {
  expect(check()).toMatchObject({ problems: [], missing: [] });
});

describe('the check of the tarball refuses', () => {
  it.each(targets)('a package without $name', async ({ name, folder: target, files }) => {
    for (const file of files) await rm(join(folder, 'prebuilds', target, file));
    expect(check().problems).toHaveLength(4);
    expect(check().problems[0]).toMatch(`prebuilds/${target}/node.napi`);
    // Without all targets the rest can still be checked, and the missing ones are named.
    const lenient = check({ allTargets: false });
    expect(lenient).toMatchObject({ problems: [], missing: [name] });
    expect(lenient.lines).toContain(`${name}: not built, so not checked`);
  });

  it('a target without one of its files, even if others may be missing', async () => {
    await rm(join(folder, 'prebuilds/win32-x64/rras-simulator-nt4.dll'));
    expect(check({ allTargets: false }).problems).toEqual([
      'prebuilds/win32-x64/rras-simulator-nt4.dll is missing',
    ]);
  });

  it('a file with nothing in it', async () => {
    await put('prebuilds/win32-arm64/node.napi.node', '');
    expect(check().problems).toEqual(['prebuilds/win32-arm64/node.napi.node is empty']);
  });

  it.each([
    'binding.gyp',
    'lib/index.ts',
    'src/addon/addon.cc',
    'dist/index.js.map.gz',
    'prebuilds/linux-x64/rras-simulator-model.a',
    'prebuilds/plan9-mips/node.napi.node',
  ])('%s in it', async (file) => {
    await put(file);
    expect(check().problems).toEqual([`${file} is not a file of the package`]);
  });

  it.each(['preinstall', 'install', 'postinstall'])('a script %s', async (script) => {
    await put('package.json', { gypfile: false, scripts: { [script]: 'node-gyp-build' } });
    expect(check().problems).toEqual([`package.json has an install script: ${script}`]);
  });

  it('a package.json from which npm would make an install script', async () => {
    await put('package.json', {});
    expect(check().problems).toEqual(['package.json lacks "gypfile": false']);
  });

  it('a target, the common files or a tarball beyond its limit', async () => {
    const [target] = targets;
    if (target === undefined) throw new Error('there is no target');
    const addon = join(folder, `prebuilds/${target.name}/node.napi.node`);
    await truncate(addon, target.limit + 1);
    await truncate(join(folder, 'dist/index.js'), limits.common + 1);
    expect(check({ packed: limits.tarball + 1 }).problems).toEqual([
      expect.stringMatching(`^${target.name}: [\\d,]+ kB, over [\\d,]+ kB$`),
      expect.stringMatching(/^for every system: [\d,]+ kB, over [\d,]+ kB$/),
      expect.stringMatching(/^tarball: [\d,]+ kB, over [\d,]+ kB$/),
    ]);
  });

  it('a file that names a folder of the machine that built it', async () => {
    await put('dist/index.js', '//# sourceURL=/home/builder/rras/lib/index.ts');
    expect(check({ machine: ['/home/builder/rras'] }).problems).toEqual([
      'dist/index.js names /home/builder/rras',
    ]);
  });
});

describe('the licences of others', () => {
  it.each([
    ['node-addon-api', 'prebuilds/win32-x64/node.napi.node'],
    ['node-api-headers', 'prebuilds/linux-x64/node.napi.glibc.node'],
    ['gcc-runtime', 'prebuilds/win32-x64/rras-simulator-nt4.dll'],
    ['libcxx', 'prebuilds/linux-arm64/rras-simulator-nt4.musl.so'],
    ['libcxxabi', 'prebuilds/darwin-arm64/rras-simulator-nt4.dylib'],
    ['libunwind', 'prebuilds/linux-x64/node.napi.glibc.node'],
    ['mingw-w64', 'prebuilds/win32-ia32/rras-simulator-nt4.dll'],
    ['mingw-w64-of-zig', 'prebuilds/win32-arm64/rras-simulator-nt4.dll'],
    ['zig', 'prebuilds/win32-arm64/node.napi.node'],
    ['libcxx', 'prebuilds/win32-arm64/node.napi.node'],
    ['libcxxabi', 'prebuilds/win32-arm64/node.napi.node'],
    ['libunwind', 'prebuilds/win32-arm64/node.napi.node'],
  ])('without that of %s are incomplete', async (name, path) => {
    await rm(join(folder, 'licenses', `${name}.txt`));
    expect(check().problems).toContain(
      `${path} holds code whose licence is missing: licenses/${name}.txt`,
    );
  });

  it('without that of node-gyp are incomplete where MSVC compiled', async () => {
    await put('prebuilds/win32-x64/node.napi.node', 'MZ\0\0Rich\0\0PE');
    expect(check()).toMatchObject({ problems: [] });
    await rm(join(folder, 'licenses/node-gyp.txt'));
    expect(check().problems).toEqual([
      'prebuilds/win32-x64/node.napi.node holds code whose licence is missing: licenses/node-gyp.txt',
    ]);
  });

  it('are not known of a compiler that is not', async () => {
    await put('prebuilds/win32-x64/rras-simulator-nt4.dll', 'compiled by another');
    expect(check().problems).toEqual([
      expect.stringMatching('^prebuilds/win32-x64/rras-simulator-nt4.dll shows no compiler'),
    ]);
  });

  it('stand in each file that a package is bundled into', async () => {
    const part = '// node_modules/yaml/browser/dist/index.js\nfunction parse() {}\n';
    await put('dist/shared/files.js', `/*!\nyaml 2.9.1\n\nCopyright\n*/\n${part}`);
    expect(check()).toMatchObject({ problems: [] });
    await put('dist/shared/files.js', `/*!\nother 1.0.0\n*/\n${part}`);
    expect(check().problems).toEqual(['dist/shared/files.js holds yaml without its licence']);
  });

  it('with the helpers of the bundler have its own', async () => {
    await put('dist/index.js', '// \\0rolldown/runtime.js\n');
    await rm(join(folder, 'licenses/rolldown.txt'));
    expect(check().problems).toEqual([
      'dist/index.js holds code of rolldown, and licenses/rolldown.txt is missing',
    ]);
  });

  it('are there for every package that the build files compile with', async () => {
    const builds = await Promise.all(
      ['binding.gyp', 'CMakeLists.txt'].map((file) => readFile(join(root, file), 'utf8')),
    );
    const named = builds
      .join()
      .matchAll(/require(?:\.resolve)?\('([\w-]+)(?:\/[\w.]+)?'\)|node_modules\/([\w-]+)/g);
    const packages = new Set([...named].map(([, one, other]) => one ?? other));
    packages.delete('path');
    expect([...packages].toSorted()).toEqual(compiledPackages.toSorted());
  });

  it.each([
    ['node-addon-api', 'LICENSE.md'],
    ['node-api-headers', 'LICENSE'],
    ['node-gyp', 'LICENSE'],
    ['rolldown', 'LICENSE'],
  ])('have the text that comes with %s', async (name, file) => {
    const text = await readFile(join(licenses, `${name}.txt`), 'utf8');
    expect(text).toBe(await readFile(join(root, 'node_modules', name, file), 'utf8'));
  });

  it('are all listed', async () => {
    const list = await readFile(join(licenses, 'README.md'), 'utf8');
    const listed = [...list.matchAll(/[\w-]+\.txt/g)].map(([name]) => name);
    const there = (await readdir(licenses)).filter((name) => name !== 'README.md');
    expect(listed.toSorted()).toEqual(there.toSorted());
  });
});

describe('package.json', () => {
  it('allows the Nodes that the package is tried on, and none before them', async () => {
    const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(engines.node).toBe('^20.19 || >=22.12');
    expect(oldestNodes).toEqual(['20.19.0', '22.12.0']);
  });

  it('has the name by which SECURITY.md finds the maintainers', async () => {
    const { name, files } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const text = await readFile(join(root, 'SECURITY.md'), 'utf8');
    expect(text).toContain(`npm view ${name} maintainers`);
    expect(files).toContain('SECURITY.md');
  });
});
