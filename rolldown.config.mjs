import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Makes a few files of lib/: one for each entry, one for what each of them is made of, and one for each
// part of the command that is loaded when it is used. Node takes about 0.4 ms for each file that it
// imports, and lib/ has more than a hundred. What several entries need must not be in each of them:
// there would be two classes RasError, and one entry would not know the other's. Packages that only the
// command uses are drawn in as well, for the same reason: yaml has seventy files.
// tsc makes the types (tsconfig.build.json) and checks everything.

// What is made in dist/, and of which file.
const entries = {
  index: 'lib/index.ts',
  'simulator/index': 'lib/simulator/index.ts',
  'fleet/index': 'lib/fleet/index.ts',
  'cli/rras': 'lib/cli/main.ts',
};

// The beginning of the path of a file of lib/: the clone may itself lie in a folder called lib.
const lib = `^${[...import.meta.dirname.split(/[\\/]/), 'lib', '']
  .map((name) => name.replace(/[.*+?^${}()|[\]]/g, '\\$&'))
  .join('[\\\\/]')}`;

export default {
  input: entries,
  platform: 'node',
  external: [/^node:/],
  // For Node, yaml has CommonJS, of which nothing can be left out; these are the same modules.
  resolve: {
    alias: { yaml: join(import.meta.dirname, 'node_modules/yaml/browser/index.js') },
    symlinks: false,
  },
  output: {
    dir: 'dist',
    cleanDir: true,
    chunkFileNames: 'shared/[name].js',
    banner: licences,
    codeSplitting: {
      // What a module needs is not drawn into its group: it may be one that is to be loaded later.
      includeDependenciesRecursively: false,
      groups: [
        // What the command begins with, and it must not bring the library along, nor the tables.
        {
          name: 'command',
          test: new RegExp(
            `${lib}cli[\\\\/](?:terminal[\\\\/])?\\w+\\.ts$|node_modules[\\\\/]commander[\\\\/]`,
          ),
        },
        // Measures letters that are not ASCII; most listings have none.
        {
          name: 'letters',
          test: /node_modules[\\/](?:string-width|strip-ansi|ansi-regex|get-east-asian-width)[\\/]/,
        },
        // Whole, so that the entries have these names and no others.
        { name: 'simulator', test: new RegExp(`${lib}simulator[\\\\/](?!index)`) },
        {
          name: 'library',
          test: new RegExp(`${lib}(?!cli|simulator|index|fleet[\\\\/]index)`),
        },
      ],
    },
  },
};

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
