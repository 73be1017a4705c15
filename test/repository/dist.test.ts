// What a user of the package has in dist: stack traces, declarations, and what require gives.

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entries = ['index', 'fleet/index', 'metrics/index', 'simulator/index'];

async function node(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return stdout;
}

describe('a stack trace', () => {
  const program = `
    import { connect } from 'rras';
    const error = await connect('RAS01', { library: 'none' }).catch((reason) => reason);
    console.log(error.stack);`;

  it('leads to a line of the source', async () => {
    const stack = await node('--enable-source-maps', '--input-type=module', '--eval', program);
    const [, file = '', line] = /(lib[\\/][\w\\/]+\.ts):(\d+)/.exec(stack) ?? [];
    const source = readFileSync(join(root, file), 'utf8').split('\n');
    expect(source[Number(line) - 1]).toMatch(/throw invalidArg/);
  });

  it('needs no file but those of dist', () => {
    const maps = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.map'),
    );
    const lacking = maps.flatMap((name) => {
      const { sources, sourcesContent } = JSON.parse(
        readFileSync(join(root, 'dist', name), 'utf8'),
      );
      return sources.filter(
        (source: string, index: number) =>
          !source.includes('node_modules/') &&
          source.startsWith('../') &&
          typeof sourcesContent[index] !== 'string',
      );
    });
    expect(maps.length).toBeGreaterThan(4);
    expect(lacking).toEqual([]);
  });
});

describe('what most programs never use', () => {
  const dist = join(root, 'dist');
  const importsOf = new Map(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => {
        const { importedFiles } = ts.preProcessFile(readFileSync(join(dist, name), 'utf8'));
        const own = importedFiles.filter(({ fileName }) => fileName.startsWith('.'));
        const files = own.map(({ fileName }) => join(dirname(name), fileName));
        return [slashed(name), files.map(slashed)] as const;
      }),
  );

  function slashed(path: string): string {
    return path.replaceAll('\\', '/');
  }

  function loadedWith(name: string, loaded = new Set<string>()): Set<string> {
    if (loaded.has(name)) return loaded;
    loaded.add(name);
    for (const each of importsOf.get(name) ?? []) loadedWith(each, loaded);
    return loaded;
  }

  it('is not read by an import of the package', () => {
    expect([...loadedWith('index.js')].toSorted()).toEqual([
      'index.js',
      'shared/library.js',
      'shared/names.js',
    ]);
  });

  // Node cannot load a file at once while an import of it is under way.
  it('is loaded by the calls that need it, and never imported', () => {
    const names = [...importsOf.keys()];
    const late = names.filter((name) => name.startsWith('shared/deferred_'));
    const atOnce = loadedWith('index.js');
    const lateAlone = new Set(
      late.flatMap((name) => [...loadedWith(name)]).filter((name) => !atOnce.has(name)),
    );
    const importers = names.filter(
      (name) => !lateAlone.has(name) && importsOf.get(name)?.some((each) => lateAlone.has(each)),
    );
    expect(late.length).toBeGreaterThan(3);
    expect(importers).toEqual([]);
  });

  const beginning = `
    import { connect } from 'rras';
    import { Simulator } from 'rras/simulator';
    const simulator = new Simulator();
    const simulated = simulator.addServer('RAS01');
    const server = await connect('RAS01', { library: simulator });
    simulator.clearJournal();`;

  async function said(program: string): Promise<unknown> {
    return JSON.parse(await node('--input-type=module', '--eval', `${beginning}${program}`));
  }

  it('takes its turn when it is called, also for the first time', async () => {
    const program = `
      await Promise.all([
        server.enumInterfaces(), server.enumPorts(), server.enumDevices(), server.enumInterfaces(),
      ]);
      console.log(JSON.stringify(simulator.journal.map((entry) => entry.function)));`;
    expect(await said(program)).toEqual([
      'MprAdminInterfaceEnum',
      'MprAdminPortEnum',
      'MprAdminDeviceEnum',
      'MprAdminInterfaceEnum',
    ]);
  });

  it('copies its arguments when it is called, also for the first time', async () => {
    const program = `
      const key = Buffer.from('secret');
      const done = server.setCredentials(key);
      key.fill(0);
      await done;
      console.log(JSON.stringify(Buffer.from(await server.getCredentials()).toString()));`;
    expect(await said(program)).toBe('secret');
  });

  it('rejects wrong arguments and obeys its signal, also for the first time', async () => {
    const program = `
      const results = await Promise.allSettled([
        server.getInterface({}),
        server.getTransport('ip', { signal: AbortSignal.abort() }),
        server.watch({ signal: AbortSignal.abort() })[Symbol.asyncIterator]().next(),
      ]);
      console.log(JSON.stringify(results.map(({ reason }) => reason.name)));`;
    expect(await said(program)).toEqual(['TypeError', 'AbortError', 'AbortError']);
  });

  it('leaves nothing behind that keeps the process from exiting', async () => {
    const program = `
      void server.enumInterfaces();
      console.log(JSON.stringify('left'));
      process.exit(0);`;
    expect(await said(program)).toBe('left');
  });
});

// Each file takes Node about half a millisecond, and some of its own modules take two.
describe('the start of a command', () => {
  // The parts of dist that are loaded late come through require.
  const listener = `
    import { writeSync } from 'node:fs';
    import Module from 'node:module';
    const { _load: load } = Module;
    const required = [];
    Module._load = (name, ...others) => {
      required.push(name);
      return load(name, ...others);
    };
    process.on('exit', () => {
      const own = process.moduleLoadList.map((each) => each.split(' ').pop());
      writeSync(2, JSON.stringify([...own, ...required]));
    });`;

  /** What the files say that they import at once: the rest is loaded when it is needed. */
  function importedWith(name: string, loaded = new Set<string>()): Set<string> {
    if (loaded.has(name)) return loaded;
    loaded.add(name);
    const text = readFileSync(join(root, 'dist', name), 'utf8');
    for (const [, file = ''] of text.matchAll(/^(?:import|export) [^;]*from "(\.[^"]+)";$/gm)) {
      importedWith(join(dirname(name), file).replaceAll('\\', '/'), loaded);
    }
    return loaded;
  }

  async function loadedBy(...argv: string[]): Promise<string[]> {
    const hook = `data:text/javascript,${encodeURIComponent(listener)}`;
    const { stderr } = await promisify(execFile)(process.execPath, ['--import', hook, ...argv], {
      cwd: root,
    });
    return JSON.parse(stderr);
  }

  it('reads two files, and three more to list ports', () => {
    const beginning = ['cli/rras.js', 'shared/names.js'];
    expect([...importedWith('cli/rras.js')].toSorted()).toEqual(beginning);
    expect([...importedWith('shared/ports.js')].toSorted()).toEqual(
      [...beginning, 'shared/library.js', 'shared/listing.js', 'shared/ports.js'].toSorted(),
    );
  });

  it('loads nothing that a list does not need', async () => {
    const always = await loadedBy('--eval', '0');
    const loaded = (await loadedBy('dist/cli/rras.js', 'ports', '--sim')).filter(
      (name) => !always.includes(name),
    );
    expect(loaded.filter((name) => name.endsWith('.node'))).toHaveLength(1);
    const needless = /^(?:node:)?(?:crypto|child_process|http|readline)$|deferred_|package\.json$/;
    expect(loaded.filter((name) => needless.test(name))).toEqual([]);
  });
});

/** The names that a statement declares. */
function namesIn(statement: ts.Statement): ts.Node[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name);
  }
  const isNamed =
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isFunctionDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name] : [];
}

describe.skipIf(process.platform === 'win32')(
  'the declarations (not on Windows: they are the same on every system)',
  () => {
    const program = ts.createProgram(
      entries.map((entry) => join(root, 'dist', `${entry}.d.ts`)),
      {
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
        types: [],
      },
    );
    const checker = program.getTypeChecker();
    const own = program.getSourceFiles().filter(({ fileName }) => fileName.includes('/dist/'));

    it('are as few files as the code', () => {
      expect(
        own.map(({ fileName }) => fileName.slice(fileName.indexOf('/dist/') + 6)).toSorted(),
      ).toEqual([
        'fleet/index.d.ts',
        'index.d.ts',
        'metrics/index.d.ts',
        'shared/types.d.ts',
        'simulator/index.d.ts',
      ]);
    });

    it('hold nothing that an offered type does not need', () => {
      const needed = new Set<ts.Symbol>();
      const need = (symbol: ts.Symbol | undefined): void => {
        if (symbol === undefined) return;
        const meant =
          symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
        if (needed.has(meant)) return;
        needed.add(meant);
        for (const declaration of meant.declarations ?? []) {
          const visit = (part: ts.Node): void => {
            if (ts.isIdentifier(part)) need(checker.getSymbolAtLocation(part));
            ts.forEachChild(part, visit);
          };
          if (own.includes(declaration.getSourceFile())) visit(declaration);
        }
      };
      for (const file of own.filter(({ fileName }) => fileName.endsWith('index.d.ts'))) {
        const module = checker.getSymbolAtLocation(file);
        if (module !== undefined) checker.getExportsOfModule(module).forEach(need);
      }
      const declared = own.flatMap((file) => file.statements.flatMap(namesIn));
      const superfluous = declared.filter((name) => {
        const symbol = checker.getSymbolAtLocation(name);
        return symbol !== undefined && !needed.has(symbol);
      });
      expect(declared.length).toBeGreaterThan(100);
      expect(superfluous.map((name) => name.getText())).toEqual([]);
    });

    it('have booleans that are statements with a verb; options are bare words', () => {
      const isBoolean = (type: ts.Type): boolean =>
        type.isUnion()
          ? type.types.every(
              (each) => isBoolean(each) || (each.flags & ts.TypeFlags.Undefined) !== 0,
            )
          : (type.flags & ts.TypeFlags.BooleanLike) !== 0;
      const booleans = ['index', 'fleet/index'].flatMap((entry) => {
        const file = program.getSourceFile(join(root, 'dist', `${entry}.d.ts`));
        const module = file && checker.getSymbolAtLocation(file);
        if (module === undefined) throw new Error(`dist has no ${entry}.d.ts`);
        return checker.getExportsOfModule(module).flatMap((symbol) => {
          const meant = checker.getAliasedSymbol(symbol);
          const fields = checker.getDeclaredTypeOfSymbol(meant).getProperties();
          return fields
            .filter((field) => isBoolean(checker.getTypeOfSymbol(field)))
            .map((field) => ({ of: meant.name, name: field.name }));
        });
      });
      const options = booleans.filter(({ of }) => of.endsWith('Options')).map(({ name }) => name);
      expect([...new Set(options)].toSorted()).toEqual([
        'clients',
        'dryRun',
        'force',
        'guard',
        'interfaces',
        'setSecrets',
        'wait',
      ]);
      const others = booleans.filter(({ of }) => !of.endsWith('Options'));
      expect(others.length).toBeGreaterThan(10);
      const verbs =
        'is|has|may|uses|compresses|disables|drops|enables|logs|negotiates|promotes|requires|secures|shares';
      const statement = new RegExp(`^(?:${verbs})[A-Z]`);
      expect(others.filter(({ name }) => !statement.test(name))).toEqual([]);
    });

    it('name nothing of the addon, of the tables of codes and of how a call is made', () => {
      const text = own.map((file) => file.text).join('\n');
      for (const name of [
        'CodeTable',
        'PackedRows',
        'TablesReply',
        'PortExpectation',
        'ConnectedServer',
        'Patience',
      ])
        expect(text).not.toContain(name);
    });
  },
);

describe('require', () => {
  it.each(['rras', 'rras/fleet', 'rras/simulator'])('gives the one module of %s', async (name) => {
    const program = `
      const required = require('${name}');
      import('${name}').then((imported) => {
        const names = Object.keys(imported);
        const differ = names.filter((each) => imported[each] !== required[each]);
        console.log(JSON.stringify({ some: names.length > 0, differ, more: Object.keys(required).length - names.length }));
      });`;
    const said = await node('--no-warnings', '--input-type=commonjs', '--eval', program);
    expect(JSON.parse(said)).toEqual({ some: true, differ: [], more: 0 });
  });
});
