// Makes docs/coverage.md from the addon's own table of functions.
import { inner, innerOfNt4, leftOut, leftOutOfNt4, methodsOf } from './functions.mjs';

const introduction = `# Coverage

Every function of \`mprapi.h\` and \`rassapi.h\`, and the method that calls it, or the reason why none does.
\`npm run coverage\` makes this page from the addon's own table of functions; tests compare it with that table and with
the header of a compiler for Windows. Where a dialect has no function for a method, the method fails with
status 120 and nothing is called; where the library does not export it, with status 127.
`;

/**
 * The methods of an operation. `connect` and `connectConfig` are functions of the package, those that begin with
 * `config.` are methods of a stored configuration, and the others are methods of a server.
 */
export function methodsFor(operation) {
  const ofConfig = /^config(?<initial>[A-Z])(?<rest>.*)/.exec(operation)?.groups;
  const itself =
    ofConfig === undefined ? operation : `config.${ofConfig.initial.toLowerCase()}${ofConfig.rest}`;
  return methodsOf[operation] ?? [itself];
}

const asMethod = (name) =>
  /^connect(?:Config)?$|^config\./.test(name) ? `\`${name}()\`` : `\`server.${name}()\``;

function methodsCalling(operations, name) {
  const found = Object.entries(operations)
    .filter(([, functions]) => functions.includes(name))
    .flatMap(([operation]) => methodsFor(operation));
  return [...new Set(found)].map(asMethod).join(', ');
}

function answer(operations, name) {
  const methods = methodsCalling(operations, name);
  if (methods !== '') return methods;
  const reason = inner[name] ?? leftOut[name];
  if (reason === undefined) throw new Error(`nothing calls ${name}, and no reason is listed`);
  return reason;
}

const asMprapi = (name) => name.replace('RasAdmin', 'MprAdmin');

/** The functions of each DLL in alphabetical order: those that are called, and those left out with a reason. */
export function listed(functions) {
  const called = (dialect) => Object.values(functions[dialect]).flat();
  const explained = (prefix) =>
    Object.keys({ ...inner, ...leftOut }).filter((name) => name.startsWith(prefix));
  const nt4 = [...called('nt4'), ...Object.keys(leftOutOfNt4)].map(asMprapi);
  const inOrder = (names) => [...new Set(names)].sort();
  return {
    mprapi: inOrder([...called('mprapi'), ...nt4, ...explained('Mpr')]),
    rassapi: inOrder([...called('rassapi'), ...explained('RasAdmin')]),
  };
}

function nt4Answer(operations, name) {
  const spelled = name.replace('MprAdmin', 'RasAdmin');
  if (methodsCalling(operations, spelled) !== '' || innerOfNt4.includes(name)) {
    return `\`${spelled}\``;
  }
  const reason = leftOutOfNt4[spelled];
  return reason === undefined ? '–' : `\`${spelled}\`: ${reason}`;
}

function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** `functions` are the addon's: by dialect and operation. */
export function coverageDocument(functions) {
  const parts = [introduction, '## Mprapi.dll\n'];
  parts.push(
    'The second column is the method in the dialect `mprapi`. The third is the function that the same method calls in',
    '`nt4`, the dialect of the Mprapi.dll of the NT 4 redistributable; a dash means that it has none. If a library',
    'exports such a function only under the name in the first column, `nt4` calls that, and `server.functions` shows it.\n',
  );
  const names = listed(functions);
  const ofMprapi = names.mprapi.map((name) => [
    `\`${name}\``,
    answer(functions.mprapi, name),
    nt4Answer(functions.nt4, name),
  ]);
  parts.push(table(['function', '`mprapi`', '`nt4`'], ofMprapi), '');
  const ofRassapi = names.rassapi.map((name) => [`\`${name}\``, answer(functions.rassapi, name)]);
  parts.push('## Rassapi.dll\n', table(['function', '`rassapi`'], ofRassapi));
  return `${parts.join('\n')}\n`;
}
