// Some hosts have Node not in their executable but in libnode.dll. The addon must find Node-API there.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { addonFile } from '../../lib/native/load.ts';
import { rejection } from '../fixtures/simulated.ts';
import { testLibraries } from '../libraries/test_libraries.ts';

const library = testLibraries();

it.skipIf(process.platform !== 'win32')(
  'the addon calls the Node of a host that has it in libnode.dll (only Windows has such hosts)',
  async () => {
    const host = library('host').replace(/dll$/, 'exe');
    const ended = promisify(execFile)(host, [library('libnode'), addonFile()]);
    // The stand-in for libnode.dll exits with this code when it is called.
    expect(await rejection(ended)).toMatchObject({ code: 42 });
  },
);
