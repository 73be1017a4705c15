// A plugin of rolldown: the texts of the codes in lib/errors/codes as JSON, which is parsed with the first error. As
// JavaScript, they would take a tenth of the time of every import of the package.

const table = /(?<head>export const \w+ = )codeTable\((?<rows>\{.*\})\);\s*$/s;

/** @param {string} folder lib/errors/codes */
export function codeTables(folder) {
  /** @type {import('rolldown').Plugin} */
  const plugin = {
    name: 'code-tables',
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      const { head, rows } = table.exec(code)?.groups ?? {};
      if (head === undefined || rows === undefined) return null;
      /** @type {Record<string, readonly unknown[]>} */
      const all = new Function(`return ${rows}`)();
      const statuses = Object.fromEntries(
        Object.entries(all).map(([name, [status]]) => [name, status]),
      );
      const given = [statuses, JSON.stringify(all)].map((each) => JSON.stringify(each));
      const packed = `${head}packedCodeTable(${given.join(', ')});`;
      // Nothing in it can be the line of a stack trace.
      return {
        code: `import { packedCodeTable } from '../code_table.ts';\n${packed}\n`,
        map: { mappings: '' },
      };
    },
  };
  return plugin;
}
