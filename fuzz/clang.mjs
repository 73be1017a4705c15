// Clang with libFuzzer and the sanitizers: brought if this machine lacks them, and run.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, installPrograms } from '../tools/windows/apt.mjs';

/** Installs what is missing. Rejects where it cannot. */
export async function bringClang() {
  await installPrograms('fuzzing', { clang: 'clang' });
  // Debian's clang only recommends the package with libFuzzer, the sanitizers and the counting of lines.
  if (!linksFuzzers()) {
    await installPackages('libFuzzer and the sanitizers', [`libclang-rt-${version()}-dev`]);
  }
}

/** Rejects unless it ends well. @param {string[]} args @param {string} folder where it runs */
export function clang(args, folder) {
  return new Promise((resolve, reject) => {
    spawn('clang++', args, { cwd: folder, stdio: 'inherit' })
      .on('error', reject)
      .on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`clang++ ended with ${code}: ${args.join(' ')}`)),
      );
  });
}

function linksFuzzers() {
  const folder = mkdtempSync(join(tmpdir(), 'rras-fuzz-'));
  const options = ['-fsanitize=fuzzer,address,undefined', '-fprofile-instr-generate'];
  const { status } = spawnSync(
    'clang++',
    [...options, '-x', 'c++', '-', '-o', join(folder, 'smallest')],
    {
      input: 'extern "C" int LLVMFuzzerTestOneInput(const char*, unsigned long) { return 0; }',
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  rmSync(folder, { recursive: true });
  return status === 0;
}

function version() {
  const { stdout } = spawnSync('clang', ['-dumpversion'], { encoding: 'utf8' });
  return stdout.split('.')[0];
}
