// The addon in workers, under garbage collection, and the package where the addon is missing.

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { connect } from '../../lib/index.ts';
import { addonFile } from '../../lib/native/load.ts';
import { lab } from '../fixtures/simulated.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

describe('workers', () => {
  it('use the package at the same time as each other and the main thread', async () => {
    const work = () =>
      new Promise<unknown>((resolve, reject) => {
        const worker = new Worker(new URL('./worker.mjs', import.meta.url));
        let message: unknown;
        worker.on('message', (value) => {
          message = value;
        });
        worker.on('error', reject);
        worker.on('exit', () => resolve(message));
      });
    const { connect: connectHere, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 3);
    const server = await connectHere();
    const results = await Promise.all([work(), work(), work(), work()]);
    expect(results).toEqual(Array(4).fill({ ports: 1000, buffers: 0, handles: 0 }));
    expect(await server.enumPorts()).toHaveLength(3);
  });
});

describe('garbage collection', () => {
  it('releases the handle of a server that was not disconnected, even if its ports are kept', async () => {
    const { simulator, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 2);
    const ports = await (async () => {
      const server = await connect('RAS01', { library: simulator });
      return server.enumPorts();
    })();
    expect(simulator.openHandles).toBe(1);
    await expect
      .poll(() => {
        globalThis.gc?.();
        return simulator.openHandles;
      })
      .toBe(0);
    expect(ports).toHaveLength(2);
  });
});

describe('without the addon', () => {
  async function inBarePackage(script: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'rras-bare-'));
    try {
      await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
      await cp(join(root, 'package.json'), join(folder, 'package.json'));
      const loader = join('node_modules', 'node-gyp-build');
      await cp(join(root, loader), join(folder, loader), { recursive: true });
      const url = pathToFileURL(join(folder, 'dist', 'index.js')).href;
      const code = `
        const url = ${JSON.stringify(url)};
        const rras = await import(url);
        ${script}`;
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code]);
      return stdout;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  it('the package can be imported, and explains codes', async () => {
    expect(await inBarePackage('console.log(rras.explain(903).name, typeof rras.connect);')).toBe(
      'ERROR_DDM_NOT_RUNNING function\n',
    );
  });

  it("an error of 'rras/simulator' is a RasError of 'rras'", async () => {
    const script = `
      const { Simulator } = await import(new URL('simulator/index.js', url));
      try { new Simulator(); } catch (error) { console.log(error instanceof rras.RasError); }`;
    expect(await inBarePackage(script)).toBe('true\n');
  });

  it('connect says which platform it has no binary for, and how to build one', async () => {
    const script = `
      const library = { path: process.execPath };
      await rras.connect('RAS01', { library }).catch((error) => {
        console.log(error.code, '|', error.message, '|', error.hint);
      });`;
    const said = await inBarePackage(script);
    expect(said).toContain('ERR_RRAS_NO_BINARY');
    expect(said).toContain(`${process.platform}-${process.arch}`);
    expect(said).toContain('npm run build');
  });

  it('the binary is not loaded by an import alone', async () => {
    const url = pathToFileURL(join(root, 'dist', 'index.js')).href;
    const code = `
      process.dlopen = () => { throw new Error('the addon was loaded'); };
      const rras = await import(${JSON.stringify(url)});
      await rras.connect('').catch((error) => console.log(error.code));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code]);
    expect(stdout).toBe('ERR_INVALID_ARG_VALUE\n');
  });
});

describe('with an addon of another version', () => {
  it('connect refuses it, because it would misread the answers', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rras-mixed-'));
    try {
      await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
      const target = `${process.platform}-${process.arch}`;
      await cp(addonFile(), join(folder, 'prebuilds', target, 'node.napi.node'));
      await cp(join(root, 'package.json'), join(folder, 'package.json'));
      const loader = join('node_modules', 'node-gyp-build');
      await cp(join(root, loader), join(folder, loader), { recursive: true });
      const columns = join(folder, 'dist', 'shared', 'library.js');
      const text = await readFile(columns, 'utf8');
      await writeFile(columns, text.replace('totalCalls:u32', 'totalCalls:text'));
      const url = pathToFileURL(join(folder, 'dist', 'index.js')).href;
      const code = `
        const rras = await import(${JSON.stringify(url)});
        const library = { path: process.execPath };
        await rras.connect('RAS01', { library }).catch((error) => {
          console.log(error.code, error.message);
        });`;
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code]);
      expect(stdout).toMatch(
        /^ERR_RRAS_NO_BINARY .*another version of it: their port columns differ/,
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('the package', () => {
  it('can be required and imported, with the same result', async () => {
    const code = `
      const { createRequire } = require('node:module');
      const rras = require('rras');
      import('rras').then((imported) => {
        console.log(imported.connect === rras.connect, Object.keys(rras).sort().join());
        console.log('default' in imported);
        return import('rras/simulator');
      }).then((simulator) => console.log(Object.keys(simulator).join()));`;
    const { stdout } = await run(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--input-type=commonjs', '-e', code],
      { cwd: root },
    );
    expect(stdout).toBe(
      'true RasConfig,RasError,RasErrorCode,RasServer,RasTimeoutError,addInfoBlock,buildInfoBlocks,buildIpInfo,buildMibData,buildMibEntry,changeIpInfo,connect,connectConfig,emptyInfoBlock,explain,findInfoBlock,infoBlockName,ipBlockTypes,isEmptyInfoBlock,mibQuery,mibVariableId,parseInfoBlocks,readIpInfo,readMibEntry,removeInfoBlock,setInfoBlock\nfalse\nSimulator,SimulatorError,simulatorFrom\n',
    );
  });
});
