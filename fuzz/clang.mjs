// Clang with libFuzzer and the sanitizers. They are installed if this machine lacks them.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, installPrograms } from '../tools/machine/install.mjs';
import { attempt, run } from '../tools/machine/run.mjs';

const smallest = 'extern "C" int LLVMFuzzerTestOneInput(const char*, unsigned long) { return 0; }';

/** Installs what is missing. Rejects if it cannot. */
export async function bringClang() {
  await installPrograms('fuzzing', { clang: 'clang' });
  if (await linksFuzzers()) return;
  // Debian's clang only recommends the package with libFuzzer, the sanitizers and the line coverage.
  const [version] = (await run(['clang', '-dumpversion'])).split('.');
  await installPackages('libFuzzer and the sanitizers', [`libclang-rt-${version}-dev`]);
}

async function linksFuzzers() {
  const folder = mkdtempSync(join(tmpdir(), 'rras-fuzz-'));
  try {
    const source = join(folder, 'smallest.cc');
    writeFileSync(source, smallest);
    const options = ['-fsanitize=fuzzer,address,undefined', '-fprofile-instr-generate'];
    const linking = ['clang++', ...options, source, '-o', join(folder, 'smallest')];
    return (await attempt(linking)).code === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
