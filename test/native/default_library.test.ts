// The library that `connect()` opens by default: the system's own, in the order of the dialects, and no other file
// of the same name. Every case has its own process, because a process keeps the libraries that it has opened.

import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LibraryAttempt } from '../../lib/index.ts';
import {
  haveInSystemFolder,
  holdSystemFolder,
  inSystemFolder,
  noSystemFolder,
  UNTIL_IT_IS_FREE,
} from '../fixtures/system_folder.ts';
import { testLibraries } from '../libraries/test_libraries.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = fileURLToPath(new URL('default_library.mjs', import.meta.url));
const run = promisify(execFile);
const library = testLibraries();

const missing = noSystemFolder !== undefined;
const titled = (title: string) => (missing ? `${title} (${noSystemFolder})` : title);

/** The output of default_library.mjs. */
interface Found {
  readonly dialect?: string;
  readonly library?: string;
  readonly ports?: readonly string[];
  readonly code?: string;
  readonly attempts?: readonly LibraryAttempt[];
  readonly loaded: readonly string[];
}

interface Start {
  readonly node?: string;
  readonly cwd?: string;
  readonly path?: string;
  /** The file through which the process adds ports. */
  readonly simulator?: string;
  /** A library through which the process connects before. */
  readonly opened?: string;
}

async function find(start: Start = {}): Promise<Found> {
  const { node = process.execPath, cwd = root, path, simulator, opened } = start;
  const args = [script, simulator, opened].filter((arg) => arg !== undefined);
  const env = path === undefined ? process.env : { ...process.env, PATH: path };
  const { stdout } = await run(node, args, { cwd, env });
  const found = JSON.parse(stdout) as Found;
  // The system spells a module's path as in the request that loaded it.
  const { library, loaded } = found;
  return {
    ...found,
    ...(library !== undefined && { library: library.toLowerCase() }),
    loaded: loaded.map((file) => file.toLowerCase()),
  };
}

function simulator(dialect: string): string {
  const target = `${process.platform}-${process.arch}`;
  return join(root, 'prebuilds', target, `rras-simulator-${dialect}.dll`);
}

let folder: string;
let winesOwn: string;
let letGo: () => Promise<void>;

beforeAll(async () => {
  letGo = await holdSystemFolder();
  folder = await mkdtemp(join(tmpdir(), 'rras-default-library-'));
  winesOwn = join(folder, 'wines-own.dll');
  if (!missing) await copyFile(inSystemFolder('mprapi.dll'), winesOwn);
}, UNTIL_IT_IS_FREE);
afterAll(async () => {
  if (!missing) await haveInSystemFolder({ 'mprapi.dll': winesOwn });
  await letGo();
  await rm(folder, { recursive: true, force: true });
});

/** The ports of the fixture. */
const ports = ['VPN0-0', 'VPN0-1'];

const notFound = expect.stringContaining('ERROR_MOD_NOT_FOUND, 126');

/** The attempts if no library was found, with the reasons for the system's two files. */
function attempts(mprapi: unknown, rassapi: unknown): unknown[] {
  return [
    { file: expect.stringMatching(/mprapi\.dll$/i), dialect: 'mprapi', reason: mprapi },
    { file: expect.stringMatching(/mprapi\.dll$/i), dialect: 'nt4', reason: mprapi },
    { file: expect.stringMatching(/rassapi\.dll$/i), dialect: 'rassapi', reason: rassapi },
  ];
}

describe('without options the library is the one in System32', () => {
  it.skipIf(missing).each([
    ['mprapi', 'mprapi.dll', 'mprapi'],
    ['nt4, for an mprapi.dll in the shape of NT 4', 'mprapi.dll', 'nt4'],
    ['rassapi, where there is no mprapi.dll', 'rassapi.dll', 'rassapi'],
  ] as const)(titled('%s'), async (_, name, dialect) => {
    await haveInSystemFolder({ [name]: simulator(dialect) });
    const found = await find({ simulator: inSystemFolder(name) });
    expect(found).toMatchObject({ dialect, library: inSystemFolder(name), ports });
    expect(found.loaded).toEqual([inSystemFolder(name)]);
  });

  it.skipIf(missing)(titled('mprapi, where another of that name is open already'), async () => {
    await haveInSystemFolder({ 'mprapi.dll': simulator('mprapi') });
    const opened = join(folder, 'mprapi.dll').toLowerCase();
    await copyFile(library('mprapi-without-optional'), opened);
    const own = inSystemFolder('mprapi.dll');
    const found = await find({ simulator: own, opened });
    expect(found.loaded.toSorted()).toEqual([opened, own].toSorted());
    expect(found).toMatchObject({ dialect: 'mprapi', library: own, ports });
  });

  it.skipIf(missing)(titled("rassapi, where mprapi.dll is Wine's own"), async () => {
    await haveInSystemFolder({ 'mprapi.dll': winesOwn, 'rassapi.dll': simulator('rassapi') });
    const found = await find({ simulator: inSystemFolder('rassapi.dll') });
    expect(found).toMatchObject({ library: inSystemFolder('rassapi.dll'), ports });
    expect(found.dialect).toBe('rassapi');
  });

  it.skipIf(missing)(
    titled("none, where there is Wine's own only, and the error says so"),
    async () => {
      await haveInSystemFolder({ 'mprapi.dll': winesOwn });
      const found = await find();
      expect(found.code).toBe('ERR_RRAS_LIBRARY');
      const reason = expect.stringContaining("this is Wine's own library");
      expect(found.attempts).toEqual(attempts(reason, notFound));
    },
  );
});

describe('without options a planted library is not loaded', () => {
  let planted: string;
  let node: string;

  beforeAll(async () => {
    if (missing) return;
    planted = join(folder, 'planted');
    node = join(planted, 'node.exe');
    await mkdir(planted);
    // They would be accepted: each has the functions that its dialect requires, which return 0.
    await copyFile(library('mprapi-without-optional'), join(planted, 'mprapi.dll'));
    await copyFile(library('rassapi-shape'), join(planted, 'rassapi.dll'));
    await copyFile(process.execPath, node);
  });

  const onPath = () => `${planted};${process.env.PATH}`;

  // With nothing in System32, a search would continue in the other places.
  it.skipIf(missing).each<[string, () => Start]>([
    ['beside node.exe', () => ({ node })],
    ['in the working directory', () => ({ cwd: planted })],
    ['on PATH', () => ({ path: onPath() })],
  ])(titled('%s, where System32 has none'), async (_, start) => {
    await haveInSystemFolder({});
    const found = await find(start());
    expect(found.loaded).toEqual([]);
    expect(found.code).toBe('ERR_RRAS_LIBRARY');
    expect(found.attempts).toEqual(attempts(notFound, notFound));
  });

  it.skipIf(missing).each([
    ['mprapi.dll', 'mprapi'],
    ['rassapi.dll', 'rassapi'],
  ] as const)(titled('in all three places, where System32 has %s'), async (name, dialect) => {
    await haveInSystemFolder({ [name]: simulator(dialect) });
    const everywhere = { node, cwd: planted, path: onPath() };
    const found = await find({ ...everywhere, simulator: inSystemFolder(name) });
    expect(found.loaded).toEqual([inSystemFolder(name)]);
    expect(found).toMatchObject({ dialect, library: inSystemFolder(name), ports });
  });
});
