// The addon cannot be loaded in the project `pure`: a test that needs it belongs to another project.

const load = process.dlopen;

process.dlopen = function dlopen(...args: Parameters<typeof load>) {
  // `rras.node` in build/, and `node.napi.node` in prebuilds/ with its tags.
  if (/(?:^|[\\/])(?:rras|node\.napi(?:\.\w+)*)\.node$/.test(args[1])) {
    throw new Error(`a test of the project pure loads the addon: ${args[1]}`);
  }
  load.apply(process, args);
};
