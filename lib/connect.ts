// Reaches a server through a library.

import { isAbsolute, resolve } from 'node:path';
import { type Dialect, dialects } from './dialect.ts';
import { invalidArgType, invalidArgValue } from './errors/argument_errors.ts';
import { RasError } from './errors/ras_error.ts';
import { failureOf, noLibrary, verdictOf } from './failure.ts';
import { type LibrarySource, librarySource } from './library_source.ts';
import type { LibraryChoice } from './native/binding.ts';
import { loadBinding } from './native/load.ts';
import { type CallOptions, checkOptions } from './options.ts';
import { patiently } from './patience.ts';
import { RasServer } from './server.ts';
import { checkServerName } from './server_name.ts';

/** A library file, wherever it is: an absolute path, and the dialect if it is not to be recognised. */
export interface LibraryFile {
  readonly path: string;
  readonly dialect?: Dialect;
}

export interface ConnectOptions extends CallOptions {
  /**
   * The library to go through. 'auto', the default, takes the first of the system's own that serves:
   * Mprapi.dll, the same in the shape of the NT 4 redistributable, Rassapi.dll. A simulator stands for
   * a simulated library.
   */
  readonly library?: 'auto' | Dialect | LibraryFile | LibrarySource;
}

interface Library {
  readonly choice: LibraryChoice;
  address(name: string): string | null;
}

/**
 * Connects to a server; without a name, to the local one. Wrong arguments reject with a `TypeError`
 * before anything is called. That it succeeds says little of the service behind: the API opens a
 * handle without asking it.
 */
export async function connect(server?: string, options?: ConnectOptions): Promise<RasServer> {
  const name = checkServerName(server);
  const checked = checkOptions(options, ['library']);
  const library = checkLibrary(checked.library === undefined ? 'auto' : checked.library);
  checked.signal?.throwIfAborted();
  if (library.choice.path === undefined && process.platform !== 'win32') {
    throw new RasError({ code: 'ERR_RRAS_UNSUPPORTED_PLATFORM', server: name });
  }

  const binding = loadBinding(name);
  const what = `connect to ${name === '' ? 'the local server' : name}`;
  const reply = await patiently(what, checked, (patience) =>
    patience.operation(binding, (ticket) =>
      binding.connect(ticket, library.choice, library.address(name)),
    ),
  );
  if (verdictOf(reply) === 'no-library') throw noLibrary(name, reply.attempts ?? []);
  const place = { server: name, dialect: reply.dialect ?? '', library: reply.library ?? '' };
  const failure = failureOf(reply, place);
  if (failure !== undefined) throw failure;
  const { connection } = reply;
  if (connection === undefined) throw new RasError({ code: 'ERR_RRAS_UNREADABLE', server: name });
  return RasServer.of({
    binding,
    connection,
    name,
    dialect: place.dialect as Dialect,
    library: place.library,
    operations: reply.operations ?? [],
  });
}

const plainAddress = (name: string) => (name === '' ? null : name);

function checkLibrary(library: unknown): Library {
  if (library === 'auto') return { choice: {}, address: plainAddress };
  if (typeof library === 'string') {
    return { choice: { dialect: checkDialect('options.library', library) }, address: plainAddress };
  }
  if (typeof library !== 'object' || library === null) {
    throw invalidArgType('options.library', ['string', 'object'], library);
  }
  if (librarySource in library) {
    const source = (library as LibrarySource)[librarySource];
    return {
      choice: { path: source.path, dialect: source.dialect },
      address: (name) => source.address(name),
    };
  }
  return { choice: checkFile(library), address: plainAddress };
}

function checkFile(file: object): LibraryChoice {
  for (const key of Object.keys(file)) {
    if (key !== 'path' && key !== 'dialect') {
      throw invalidArgValue(
        `options.library.${key}`,
        Reflect.get(file, key),
        'is not known; there are path, dialect',
      );
    }
  }
  const { path, dialect } = file as Partial<LibraryFile>;
  if (typeof path !== 'string') throw invalidArgType('options.library.path', 'string', path);
  // A relative path would be searched for where anyone may have put a file.
  if (!isAbsolute(path) || path.includes('\0')) {
    throw invalidArgValue('options.library.path', path, 'must be an absolute path');
  }
  const choice = { path: resolve(path) };
  return dialect === undefined
    ? choice
    : { ...choice, dialect: checkDialect('options.library.dialect', dialect) };
}

function checkDialect(name: string, dialect: unknown): Dialect {
  const known = dialects.find((each) => each === dialect);
  if (known === undefined) {
    const choices = name === 'options.library' ? ['auto', ...dialects] : dialects;
    throw invalidArgValue(name, dialect, `must be one of ${choices.join(', ')}`);
  }
  return known;
}
