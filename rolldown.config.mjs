// Makes a few files of lib/: one for each entry, one for what each of them is made of, and one for each
// part of the command that is loaded when it is used. Node takes about 0.4 ms for each file that it
// imports, and lib/ has more than a hundred. What several entries need must not be in each of them:
// there would be two classes RasError, and one entry would not know the other's.
// tsc makes the types (tsconfig.build.json) and checks everything.

// What is made in dist/, and of which file.
const entries = {
  index: 'lib/index.ts',
  'simulator/index': 'lib/simulator/index.ts',
  'cli/rras': 'lib/cli/main.ts',
};

export default {
  input: entries,
  platform: 'node',
  external: [/^node:/, 'commander', 'string-width', 'yaml'],
  output: {
    dir: 'dist',
    cleanDir: true,
    chunkFileNames: 'shared/[name].js',
    codeSplitting: {
      // What a module needs is not drawn into its group: it may be one that is to be loaded later.
      includeDependenciesRecursively: false,
      groups: [
        // What the command begins with, and it must not bring the library along, nor the tables.
        { name: 'command', test: /lib[\\/]cli[\\/](?:talk[\\/])?\w+\.ts$/ },
        // Whole, so that the entries have these names and no others.
        { name: 'simulator', test: /lib[\\/]simulator[\\/](?!index)/ },
        { name: 'library', test: /lib[\\/](?!cli|simulator|index)/ },
      ],
    },
  },
};
