// The fuzzers: the sources of each, and how Clang builds it.

import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sources, writeUnits } from '../tools/compile/units.mjs';
import { run } from '../tools/machine/run.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const place = join(root, '.cache', 'fuzz');

// The parts of the addon that read the answers of a library, without Node-API. The substitute replaces the loader.
const product = sources.addon.filter(
  (file) =>
    /^src\/(api|records|shared)\//.test(file) || /^src\/os\/(local_free|call_canceller)/.test(file),
);
const substitute = [
  'substitute_library',
  'mpr_functions',
  'rassapi_functions',
  'server_ex_function',
];
const answers = [...substitute, 'questions', 'whole_rows', 'answers_target'];

// One target for each dialect. All three have the same main file, with different definitions.
const speaking = (dialect, functions) => ({
  sources: answers,
  defines: [`-DFUZZ_RECOGNISE=recognise_${dialect}`, `-DFUZZ_OFFER=offer_${functions}_functions`],
});
export const targets = {
  mprapi: speaking('mprapi', 'mpr'),
  nt4: speaking('nt4', 'nt4'),
  rassapi: speaking('rassapi', 'rassapi'),
  loader: { sources: [...substitute, 'loader_target'], defines: [] },
};

export function corpusOf(name) {
  return join(root, 'fuzz', 'corpus', name);
}

const kinds = {
  // Any error ends the fuzzer.
  sanitized: [
    '-O1',
    '-fsanitize=fuzzer,address,undefined',
    '-fno-sanitize-recover=undefined',
    '-fno-omit-frame-pointer',
  ],
  // Runs the corpus and counts the lines that it reaches.
  counting: ['-O0', '-fsanitize=fuzzer', '-fprofile-instr-generate', '-fcoverage-mapping'],
};

/** Builds these targets and returns the program of each. Rejects if one cannot be built. */
export async function build(names, kind) {
  const flags = ['-std=c++17', '-g', '-Isrc', '-I.', ...kinds[kind]];
  const steps = new Map();
  const objectOf = (source, defines) => {
    const differs = source.endsWith('_target.cc') ? defines : [];
    const file = `${[source, ...differs].join(' ').replace(/[^\w]+/g, '_')}.o`;
    const object = join(place, kind, file);
    steps.set(object, ['-c', source, ...differs, '-o', object]);
    return object;
  };
  const units = writeUnits(product, '.cache/fuzz/units');
  const programs = names.map((name) => {
    const { sources: own, defines } = targets[name];
    const files = [...units, ...own.map((file) => `fuzz/${file}.cc`)];
    const objects = files.map((file) => objectOf(file, defines));
    return { name, objects, program: join(place, kind, name) };
  });
  mkdirSync(join(place, kind), { recursive: true });
  const waiting = [...steps.values()];
  const compile = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      await clang([...flags, ...step]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, compile));
  for (const { objects, program } of programs) await clang([...flags, ...objects, '-o', program]);
  return new Map(programs.map(({ name, program }) => [name, program]));
}

function clang(args) {
  return run(['clang++', ...args], { cwd: root, stdout: 1, stderr: 2 });
}
