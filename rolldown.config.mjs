import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dts } from 'rolldown-plugin-dts';
import { codeTables } from './tools/compile/code_tables.mjs';
import { deferred } from './tools/compile/deferred.mjs';
import { leanCommander } from './tools/compile/lean_commander.mjs';

// Bundles lib/ into a few files: one for each entry, one for the code that they share, and one for each part of
// the command that is loaded when it is used. Node takes about 0.4 ms to import a file, and lib/ has more than a
// hundred. Shared code must not be copied into each entry: otherwise there would be two classes RasError that do
// not recognise each other's errors. Packages that only the command uses are bundled for the same reason: yaml
// has seventy files. tsc makes the types (tsconfig.build.json) and checks everything.

// The files in dist/, each with its source.
const entries = {
  index: 'lib/index.ts',
  'simulator/index': 'lib/simulator/index.ts',
  'simulator/vitest': 'lib/simulator/vitest.ts',
  'fleet/index': 'lib/fleet/index.ts',
  'metrics/index': 'lib/metrics/index.ts',
  'cli/rras': 'lib/cli/main.ts',
};

// The beginning of the paths in lib/. The clone itself may be in a folder called lib.
const lib = `^${[...import.meta.dirname.split(/[\\/]/), 'lib', '']
  .map((name) => name.replace(/[.*+?^${}()|[\]]/g, '\\$&'))
  .join('[\\\\/]')}`;

/** Modules in a folder of lib/; `names` is an expression for their paths there. @param {string} folder @param {string} names */
function modules(folder, names) {
  return new RegExp(`${lib}${`${folder}/(?:${names})\\.ts$`.replaceAll('/', '[\\\\/]')}`);
}

/** @param {RegExp[]} expressions */
function either(...expressions) {
  return new RegExp(expressions.map(({ source }) => source).join('|'));
}

const { plugin: deferring, isLoadedAtOnce } = deferred(join(import.meta.dirname, 'lib'), [
  'blocks',
  'config',
  'desired',
  'interfaces',
  'mib',
  'server',
  'watch',
]);

const isOfLibrary = new RegExp(
  `${lib}(?!cli|simulator|index|metrics|fleet[\\\\/](?:index|watch|pace)\\.)`,
);

const code = {
  input: entries,
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  // vitest is the user's.
  external: [/^node:/, 'vitest'],
  // For Node, yaml has CommonJS, from which the bundler cannot drop anything. These are the same modules as ESM.
  resolve: {
    alias: { yaml: join(import.meta.dirname, 'node_modules/yaml/browser/index.js') },
    symlinks: false,
  },
  plugins: [
    deferring,
    leanCommander,
    codeTables(join(import.meta.dirname, 'lib', 'errors', 'codes')),
    { name: 'own-sources', generateBundle: withoutForeignSources },
  ],
  output: {
    dir: 'dist',
    cleanDir: true,
    chunkFileNames: 'shared/[name].js',
    banner: licences,
    // The declarations have the documentation. Here Node would read it at every start.
    comments: { legal: true, annotation: true, jsdoc: false },
    sourcemap: true,
    codeSplitting: {
      // A module's imports do not join its group, because some of them are loaded later.
      includeDependenciesRecursively: false,
      groups: [
        // The beginning of the command. It must import neither the library nor the tables.
        {
          name: 'command',
          test: either(
            modules('cli', '(?:terminal/)?\\w+|servers/configuration_file'),
            /node_modules[\\/]commander[\\/]/,
          ),
        },
        // Whatever lists something needs nearly all of this.
        {
          name: 'listing',
          test: modules(
            'cli',
            'output/(?!letters)\\w+|people/(?:people|port_fields)|select/filter|servers/(?!configuration)\\w+|labs/scenario',
          ),
        },
        // For the advice of the command and of the simulator, which share nothing else.
        { name: 'names', test: modules('errors', 'nearest_names') },
        // The whole path, so that only the entries get these names.
        { name: 'simulator', test: new RegExp(`${lib}simulator[\\\\/](?!index|vitest)`) },
        {
          name: (id, context) => (isLoadedAtOnce(id, context) ? 'library' : null),
          debugName: 'library',
          test: isOfLibrary,
        },
        // Three of the parts that are loaded late share most of this. In a file for each combination of the three, the
        // first call of any would load seven.
        { name: 'interfaces', test: modules('interfaces', '\\w+') },
      ],
    },
  },
};

// The types of the entries, of what tsc has made of lib: what no entry exports is left out.
const types = {
  input: Object.fromEntries(
    Object.keys(entries)
      .filter((name) => name !== 'cli/rras')
      .map((name) => [name, join(import.meta.dirname, '.cache/types', `${name}.d.ts`)]),
  ),
  platform: 'node',
  external: [/^node:/, 'vitest'],
  plugins: [dts({ dtsInput: true })],
  experimental: { attachDebugInfo: 'none' },
  output: {
    dir: 'dist',
    chunkFileNames: 'shared/[name].ts',
    minifyInternalExports: false,
    codeSplitting: {
      groups: [
        {
          name: 'types.d',
          test: /\.cache[\\/]types[\\/](?!index|\w+[\\/]index|simulator[\\/]vitest)/,
        },
      ],
    },
  },
};

export default [code, types];

/** A map holds the sources of this package; those of others would double its size. */
function withoutForeignSources(_, bundle) {
  for (const file of Object.values(bundle)) {
    if (file.type !== 'asset' || !file.fileName.endsWith('.map')) continue;
    const map = JSON.parse(String(file.source));
    map.sourcesContent = map.sourcesContent.map((content, index) =>
      map.sources[index].includes('node_modules/') ? null : content,
    );
    file.source = JSON.stringify(map);
  }
}

/** What the packages in a file want to be said where their code goes. */
function licences({ moduleIds }) {
  const packages = moduleIds.map(
    (id) => /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0],
  );
  return [...new Set(packages)]
    .filter((folder) => folder !== undefined)
    .map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = ['LICENSE', 'license'].map((each) => join(folder, each)).find(existsSync);
      if (file === undefined) throw new Error(`${name} has no licence to take along`);
      return `/*!\n${name} ${version}\n\n${readFileSync(file, 'utf8').trim()}\n*/`;
    })
    .join('\n');
}
