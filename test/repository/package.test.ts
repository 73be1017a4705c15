// The check of the tarball refuses wrong ones. `npm run check:package` checks the tarball itself and its
// installation.

import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContents, contentsOf } from '../../tools/package/contents.mjs';
import { limits, targets } from '../../tools/package/targets.mjs';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rras-contents-'));
  const common = ['LICENSE', 'README.md', 'CHANGELOG.md', 'docs/guide.md', 'dist/index.js'];
  for (const file of [
    ...common,
    'dist/index.d.ts',
    'dist/simulator/index.js',
    'dist/fleet/index.js',
  ])
    await put(file);
  for (const { name, files } of targets) {
    for (const file of files) await put(`prebuilds/${name}/${file}`);
  }
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
  it.each(targets.map(({ name }) => name))('a package without %s', async (target) => {
    await rm(join(folder, 'prebuilds', target), { recursive: true });
    expect(check().problems).toHaveLength(4);
    expect(check().problems[0]).toMatch(`prebuilds/${target}/node.napi`);
    // Without all targets the rest can still be checked, and the missing ones are named.
    const lenient = check({ allTargets: false });
    expect(lenient).toMatchObject({ problems: [], missing: [target] });
    expect(lenient.lines).toContain(`${target}: not built, so not checked`);
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
    'dist/index.js.map',
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
    await truncate(join(folder, `prebuilds/${target.name}/node.napi.node`), target.limit + 1);
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
