// Makes a few files of lib/: one for each entry, and one of what they share. Node takes about 0.4 ms
// for each file that it imports, and lib/ has more than fifty. What several entries need must not be in
// each of them: there would be two classes RasError, and one entry would not know the other's.
// tsc makes the types (tsconfig.build.json) and checks everything.

// What is made in dist/, and of which file.
const entries = {
  index: 'lib/index.ts',
  'simulator/index': 'lib/simulator/index.ts',
};

export default {
  input: entries,
  platform: 'node',
  external: /^node:/,
  output: {
    dir: 'dist',
    cleanDir: true,
    chunkFileNames: 'shared/[name].js',
    codeSplitting: { groups: [{ name: 'common', test: /lib/, minShareCount: 2 }] },
  },
};
