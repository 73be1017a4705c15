import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { files } from './test/projects.mjs';

export default defineConfig({
  test: {
    // Each test file has a process of its own, so that a crash or hang in native code affects no other file.
    pool: 'forks',
    // More than there are processors: files that wait for seconds, threads or programs leave them idle. It has to
    // stand here, since the projects take over this number and not the one of the command line.
    maxWorkers: 2 * availableParallelism(),
    execArgv: ['--expose-gc'],
    // Generous, because sanitizers and emulated systems are slow. Nothing here measures time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      { extends: true, test: { name: 'native', ...files.native } },
      { extends: true, test: { name: 'command', ...files.command } },
      { extends: true, test: { name: 'process', ...files.process } },
      {
        extends: true,
        test: { name: 'pure', ...files.pure, setupFiles: ['test/without_addon.ts'] },
      },
      {
        extends: true,
        test: { name: 'repository', ...files.repository, setupFiles: ['test/without_addon.ts'] },
      },
    ],
  },
});
