import type { Dialect } from '../call/dialect.ts';

/**
 * The key under which an object says that it stands for a library. A simulator does; `connect` asks
 * through this key, so that it need not load the simulator to recognise one.
 */
export const librarySource: unique symbol = Symbol.for('rras.librarySource') as never;

/** Something that `connect` takes as its `library`: a file, and how its servers are addressed there. */
export interface LibrarySource {
  readonly [librarySource]: {
    readonly path: string;
    readonly dialect: Dialect;
    /** What the library calls the server that a user calls by this name ('' for the local one). */
    address(server: string): string | null;
    /** What to do when the server cannot be reached; `undefined` if nothing special. */
    hint?(server: string): string | undefined;
  };
}
