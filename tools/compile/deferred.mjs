// A plugin of rolldown: folders of lib/ that are loaded with the first call of a function in them.
//
// Most programs never use most folders, but Node compiles all that an import reads. So a module outside such a folder
// gets, for each function that it imports from there, a function of the same name that loads the folder's file and
// calls. Loading is synchronous, so the order of calls, the moment of their errors and the copying of arguments are those
// of the sources. It is possible because `require` loads ES modules in every Node that the package supports.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';

const MARK = '?deferred';
const DOOR = '\0door of ';

/**
 * @param {string} lib the folder lib/
 * @param {readonly string[]} folders the folders in it. Of these, a module that exports anything but functions is
 *   loaded at once if one outside imports it.
 */
export function deferred(lib, folders) {
  /** The functions of each module that exports nothing else. @type {Map<string, { folder: string, names: string[] }>} */
  const modules = new Map();
  /** @param {string | undefined} id */
  const folderOf = (id = '') => folders.find((folder) => id.startsWith(join(lib, folder) + sep));
  /** @type {Map<string, boolean>} */
  const atOnce = new Map();

  /** @type {import('rolldown').Plugin} */
  const plugin = {
    name: 'deferred',

    buildStart() {
      for (const folder of folders) {
        for (const file of readdirSync(join(lib, folder))) {
          const id = join(lib, folder, file);
          const names = functionsIn(readFileSync(id, 'utf8'));
          if (names !== undefined) modules.set(id, { folder, names });
        }
        this.emitFile({ type: 'chunk', id: DOOR + folder, fileName: `shared/${fileOf(folder)}` });
      }
    },

    async resolveId(source, importer) {
      if (source.startsWith(DOOR) || source.endsWith(MARK))
        return { id: source, moduleSideEffects: false };
      if (importer?.startsWith(DOOR) || folderOf(importer) !== undefined) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      if (resolved === null || !modules.has(resolved.id)) return null;
      return { id: resolved.id + MARK, moduleSideEffects: false };
    },

    load(id) {
      if (id.startsWith(DOOR)) return doorOf(id.slice(DOOR.length));
      // Without a line of a source, because there is none: a stack trace leads to the function itself.
      return id.endsWith(MARK)
        ? { code: callsOf(id.slice(0, -MARK.length)), map: { mappings: '' } }
        : null;
    },
  };

  /** @param {string} folder */
  function doorOf(folder) {
    return [...modules]
      .filter(([, module]) => module.folder === folder && module.names.length > 0)
      .map(([id, { names }]) => {
        const list = names.map((name) => `${name} as ${behindDoor(id, name)}`);
        return `export { ${list.join(', ')} } from ${JSON.stringify(id)};`;
      })
      .join('\n');
  }

  /** @param {string} id a module, or a folder: then what loads its file */
  function callsOf(id) {
    const module = modules.get(id);
    if (module === undefined) return loaderOf(basename(id));
    const calls = module.names.map(
      (name) =>
        `export function ${name}(...args) { return load().${behindDoor(id, name)}(...args); }`,
    );
    const loader = JSON.stringify(join(lib, module.folder) + MARK);
    return [`import { load } from ${loader};`, ...calls].join('\n');
  }

  /**
   * Whether a module is loaded without a call.
   *
   * @param {string} id @param {import('rolldown').ChunkingContext} context
   */
  function isLoadedAtOnce(id, context) {
    const known = atOnce.get(id);
    if (known !== undefined) return known;
    // For a cycle: this way around it does not make the module one that is loaded at once.
    atOnce.set(id, false);
    const {
      importers = [],
      isEntry = false,
      dynamicImporters = [],
    } = context.getModuleInfo(id) ?? {};
    const is =
      !id.startsWith(DOOR) &&
      (isEntry ||
        dynamicImporters.length > 0 ||
        importers.some((importer) => isLoadedAtOnce(importer, context)));
    atOnce.set(id, is);
    return is;
  }

  return { plugin, isLoadedAtOnce };
}

/** @param {string} folder */
function loaderOf(folder) {
  return `
    import { createRequire } from 'node:module';
    let loaded;
    export function load() {
      loaded ??= createRequire(import.meta.url)('./${fileOf(folder)}');
      return loaded;
    }`;
}

/** @param {string} folder */
function fileOf(folder) {
  return `deferred_${folder}.js`;
}

/** Two modules may have functions of the same name. @param {string} id @param {string} name */
function behindDoor(id, name) {
  return `${name}_of_${basename(id, '.ts')}`;
}

/** The functions that a module exports; undefined if it exports more than functions and types. @param {string} text */
function functionsIn(text) {
  const exported = text.match(/^export .*/gm) ?? [];
  const values = exported.filter((line) => !/^export (?:declare )?(?:type|interface) /.test(line));
  const names = values.map((line) => /^export (?:async )?function (\w+)/.exec(line)?.[1]);
  return names.every((name) => name !== undefined) ? names : undefined;
}
