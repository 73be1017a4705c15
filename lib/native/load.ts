// Loads the addon, at the first call that needs it: importing the package works on every system.

import { createRequire } from 'node:module';
import { invalidArgValue } from '../errors/argument_errors.ts';
import { RasError } from '../errors/ras_error.ts';
import { addonFile } from './binary_files.ts';
import { type Binding, refusals, verdicts } from './binding.ts';
import { noBinary } from './no_binary.ts';
import { records } from './records/catalogue.ts';

const MOST_THREADS = 65_535;

let loaded: Binding | undefined;

export function loadBinding(server: string): Binding {
  loaded ??= load(server);
  return loaded;
}

function load(server: string): Binding {
  let binding: Binding;
  try {
    binding = createRequire(import.meta.url)(addonFile()) as Binding;
  } catch (cause) {
    throw noBinary(server, cause);
  }
  compare(server, 'verdicts', verdicts, binding.verdicts);
  compare(server, 'refusals', refusals, binding.refusals);
  for (const [record, columns] of Object.entries(records)) {
    compare(server, `${record} columns`, columns, binding.records?.[record]);
  }
  const limit = threadLimit();
  if (limit !== undefined) binding.limitThreads(limit);
  return binding;
}

// A server that hangs holds a thread for as long as it does. Whoever administers very many unreachable
// servers can say how many threads that may take.
function threadLimit(): number | undefined {
  const text = process.env.RRAS_MAX_THREADS;
  if (text === undefined || text === '') return undefined;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > MOST_THREADS) {
    const reason = `must be a whole number from 1 to ${MOST_THREADS}`;
    throw invalidArgValue('process.env.RRAS_MAX_THREADS', text, reason);
  }
  return limit;
}

// A binary that is older or newer than the JavaScript would be misread, row by row.
function compare(
  server: string,
  what: string,
  ours: readonly string[],
  theirs: readonly string[] | undefined,
): void {
  if (theirs !== undefined && ours.join() === theirs.join()) return;
  throw new RasError({
    code: 'ERR_RRAS_NO_BINARY',
    server,
    message: `The binary of the package belongs to another version of it: their ${what} differ`,
    hint: 'Install the package anew; in its repository, run `npm run build`.',
  });
}
