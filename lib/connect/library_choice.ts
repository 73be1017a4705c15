// The library that a caller wants, and the names that it has for servers.

import { isAbsolute, resolve } from 'node:path';
import { checkObject, checkString, checkWord } from '../call/arguments.ts';
import { type Dialect, dialects } from '../call/dialect.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import type { LibraryChoice } from '../native/binding.ts';
import { type LibrarySource, librarySource } from './library_source.ts';

/** A library file, wherever it is: an absolute path, and the dialect if it is not to be recognised. */
export interface LibraryFile {
  readonly path: string;
  readonly dialect?: Dialect;
}

/** What `connect` takes as its `library`. */
export type Library = 'auto' | Dialect | LibraryFile | LibrarySource;

export interface CheckedLibrary {
  readonly choice: LibraryChoice;
  /** What the library calls the server that a caller calls by this name ('' for the local one). */
  address(server: string): string | null;
  /** Advice for when the server cannot be reached, if the library knows more than the status says. */
  hint(server: string): string | undefined;
}

const plain = {
  address: (server: string) => (server === '' ? null : server),
  hint: () => undefined,
};

export function checkLibrary(library: Library): CheckedLibrary {
  if (typeof library === 'string') {
    const word = checkWord('options.library', library, ['auto', ...dialects]);
    return { choice: word === 'auto' ? {} : { dialect: word }, ...plain };
  }
  if (typeof library !== 'object' || library === null) {
    throw invalidArgType('options.library', ['string', 'object'], library);
  }
  if (librarySource in library) {
    const source = library[librarySource];
    const { path, dialect } = source;
    return {
      choice: { path, dialect },
      address: (server) => source.address(server),
      hint: (server) => source.hint?.(server),
    };
  }
  return { choice: checkFile(library), ...plain };
}

function checkFile(file: LibraryFile): LibraryChoice {
  const { path, dialect } = checkObject('options.library', file, ['path', 'dialect']);
  checkString('options.library.path', path);
  // A relative path would be searched for where anyone may have put a file.
  if (!isWholePath(path) || path.includes('\0')) {
    throw invalidArgValue('options.library.path', path, 'must be an absolute path');
  }
  const choice = { path: resolve(path) };
  if (dialect === undefined) return choice;
  return { ...choice, dialect: checkWord('options.library.dialect', dialect, dialects) };
}

// On Windows, \folder\file is on the current drive.
function isWholePath(path: string): boolean {
  if (process.platform !== 'win32') return isAbsolute(path);
  return /^(?:[a-z]:[\\/]|[\\/]{2})/i.test(path);
}
