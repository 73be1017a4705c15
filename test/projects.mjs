// The five projects of the suite. Every test file belongs to one:
//
//   native    reaches C++, in the test's own process or in a child that loads it. The sanitizers and the further
//             Windows Nodes run only this project.
//   command   runs commands of the command line, or the load program, in the test's own process. They reach C++
//             through calls that the native tests make too, so only a whole suite runs them
//   process   starts the command, tools, compilers or shells, as a user or a maintainer does
//   repository
//             reads the files of the repository. They are the same on every system, so it runs on one
//   pure      the rest: TypeScript alone, which is the same on every system
//
// A file in none of the lists is native, so that a new one runs everywhere until it is listed. A name that ends in a
// slash is a folder; a file that is listed itself does not count as part of its folder.

const process = [
  'test/repository/audit.test.ts',
  'test/repository/dist.test.ts',
  'test/repository/tally.test.ts',
  'test/repository/docs.test.ts',
  'test/repository/pictures.test.ts',
  'test/repository/release.test.ts',
  'test/native/layouts.test.ts',
  'test/repository/silence.test.ts',
  'test/simulator/exports.test.ts',
  'test/simulator/vitest.test.ts',
  'test/simulator/exported_names.test.ts',
  'test/repository/soak_command.test.ts',
  'test/repository/workflows.test.ts',
  'test/cli/consent_process.test.ts',
  'test/cli/golden_terminal.test.ts',
  'test/cli/demo.test.ts',
  'test/cli/process.test.ts',
  'test/cli/shared_lab.test.ts',
  'test/cli/shells.test.ts',
  'test/monitoring/prometheus.test.ts',
];

const pure = [
  'test/blocks/',
  'test/call/connected_server.test.ts',
  'test/errors/codes.test.ts',
  'test/connections/rows.test.ts',
  'test/desired/plan.test.ts',
  'test/errors/explain.test.ts',
  'test/errors/ras_error.test.ts',
  'test/native/c_library.test.ts',
  'test/native/record_rows.test.ts',
  'test/repository/soak_slope.test.ts',
  'test/repository/suite_result.test.ts',
  'test/fleet/pace.test.ts',
  'test/metrics/model.test.ts',
  'test/metrics/text.test.ts',
  'test/metrics/registry.test.ts',
  'test/watch/history.test.ts',
  'test/watch/model.test.ts',
  'test/watch/observer.test.ts',
  'test/properties/output.test.ts',
  'test/properties/info_blocks.test.ts',
  'test/mib/values.test.ts',
  'test/properties/packed_rows.test.ts',
];

// The files of the repository.
const repository = [
  'test/repository/api_page.test.ts',
  'test/repository/ci_page.test.ts',
  'test/repository/imports.test.ts',
  'test/repository/monitoring.test.ts',
  'test/repository/package.test.ts',
  'test/repository/posix_binaries.test.ts',
  'test/repository/projects.test.ts',
  'test/repository/readme.test.ts',
  'test/repository/sources.test.ts',
  'test/repository/types.test.ts',
  'test/repository/windows_binaries.test.ts',
];

const command = [
  'test/cli/',
  'test/properties/command_line.test.ts',
  'test/properties/lab_files.test.ts',
  'test/properties/selection.test.ts',
  'test/repository/soak.test.ts',
];

export const lists = { process, pure, command, repository };

/** @typedef {'native' | keyof typeof lists} Project */

/** @param {string} entry @param {string} file */
const covers = (entry, file) => (entry.endsWith('/') ? file.startsWith(entry) : entry === file);

/** @param {string} file from the root, with slashes @returns {Project[]} */
export function projectsOf(file) {
  const names = /** @type {(keyof typeof lists)[]} */ (Object.keys(lists));
  const itself = names.filter((name) => lists[name].includes(file));
  if (itself.length > 0) return itself;
  const listed = names.filter((name) => lists[name].some((entry) => covers(entry, file)));
  return listed.length === 0 ? ['native'] : listed;
}

const patterns = (/** @type {string[]} */ list) =>
  list.map((entry) => (entry.endsWith('/') ? `${entry}**/*.test.ts` : entry));

/** The files for vitest. @type {Record<Project, { include: string[], exclude: string[] }>} */
export const files = {
  native: {
    include: ['test/**/*.test.ts', 'examples/**/*.test.ts'],
    exclude: patterns([...process, ...pure, ...command, ...repository]),
  },
  command: { include: patterns(command), exclude: patterns([...process, ...pure]) },
  process: { include: patterns(process), exclude: [] },
  pure: { include: patterns(pure), exclude: [] },
  repository: { include: patterns(repository), exclude: [] },
};

/**
 * For the runs in addition to the suite on this system. The random tests are about command lines and snapshots. Their
 * results are the same on every Node and under every sanitizer, so these runs try fewer cases.
 */
export const fewerCases = { RRAS_TEST_RUNS: '80' };
