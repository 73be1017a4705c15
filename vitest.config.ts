import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { files } from './test/projects.mjs';

export default defineConfig({
  test: {
    // A process each: a test file that crashes or hangs in native code takes no other with it.
    pool: 'forks',
    // All processors: by default one is left to vitest itself, which only waits.
    maxWorkers: availableParallelism(),
    execArgv: ['--expose-gc'],
    // Generous, because sanitizers and emulated systems are slow. Nothing here measures time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      { extends: true, test: { name: 'native', ...files.native } },
      { extends: true, test: { name: 'process', ...files.process } },
      {
        extends: true,
        test: { name: 'pure', ...files.pure, setupFiles: ['test/without_addon.ts'] },
      },
    ],
  },
});
