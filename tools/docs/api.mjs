// Makes docs/api.md and the pages of the other entries from the types. With --check it writes nothing, and
// fails if they are not up to date.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, ReflectionKind, UnknownType } from 'typedoc';
import { withContents } from './api/contents.mjs';
import { withFunctions } from './api/functions_behind.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isCheck = process.argv.includes('--check');

const documents = [
  {
    made: 'index.md',
    file: 'api.md',
    title: 'API of `rras`',
    beside:
      '[api-simulator.md](api-simulator.md) has the API of `rras/simulator`, [api-fleet.md](api-fleet.md) that of `rras/fleet`, [api-metrics.md](api-metrics.md) that of `rras/metrics`; the [guide](guide.md) has examples.',
  },
  {
    made: 'simulator.md',
    file: 'api-simulator.md',
    title: 'API of `rras/simulator`',
    beside: '[api.md](api.md) has the API of `rras`; the [guide](guide.md) has examples.',
  },
  {
    made: 'fleet.md',
    file: 'api-fleet.md',
    title: 'API of `rras/fleet`',
    beside: '[api.md](api.md) has the API of `rras`; the [guide](guide.md) has examples.',
  },
  {
    made: 'metrics.md',
    file: 'api-metrics.md',
    title: 'API of `rras/metrics`',
    beside:
      '[api-fleet.md](api-fleet.md) has the API of `rras/fleet`; [monitoring.md](monitoring.md) has examples.',
  },
];

const folder = await mkdtemp(join(tmpdir(), 'rras-api-'));
try {
  await generate(folder);
  for (const document of documents) await place(document);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function generate(out) {
  const application = await Application.bootstrapWithPlugins({
    entryPoints: ['index.ts', 'simulator/index.ts', 'fleet/index.ts', 'metrics/index.ts'].map(
      (file) => join(root, 'lib', file),
    ),
    tsconfig: join(root, 'tsconfig.build.json'),
    plugin: ['typedoc-plugin-markdown'],
    out,
    logLevel: 'Warn',
    readme: 'none',
    outputFileStrategy: 'modules',
    sort: ['kind', 'source-order'],
    kindSortOrder: ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable'],
    groupOrder: ['Functions', 'Classes', 'Interfaces', 'Type Aliases', 'Variables'],
    excludePrivate: true,
    excludeInternal: true,
    excludeExternals: true,
    disableSources: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    hidePageTitle: true,
    hideGroupHeadings: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    classPropertiesFormat: 'table',
    typeAliasPropertiesFormat: 'table',
    propertyMembersFormat: 'table',
    tableColumnSettings: {
      hideDefaults: true,
      hideInherited: true,
      hideModifiers: true,
      hideOverrides: true,
      hideSources: true,
    },
  });
  const project = await application.convert();
  if (project === undefined) throw new Error('TypeDoc could not read the types');
  showCodesAsTable(project);
  await application.generateOutputs(project);
  if (application.logger.hasErrors() || application.logger.hasWarnings()) process.exitCode = 1;
}

// By itself TypeDoc would give each of the codes a heading and two paragraphs.
function showCodesAsTable(project) {
  const [codes, numbers] = [ReflectionKind.Variable, ReflectionKind.TypeAlias].map((kind) =>
    project.getReflectionsByKind(kind).find(({ name }) => name === 'RasErrorCode'),
  );
  const inOrder = codes.type.declaration.children
    .map(({ name, type }) => ({ name, number: type.value }))
    .toSorted((a, b) => a.number - b.number);
  const rows = inOrder.map(({ name, number }) => `| ${number} | \`${name}\` |`);
  const table = ['| number | name |', '| ------ | ------ |', ...rows].join('\n');
  codes.comment.summary.push({ kind: 'text', text: `\n\n${table}` });
  codes.type = new UnknownType(`{ readonly ${inOrder[0].name}: ${inOrder[0].number}; … }`);
  numbers.type = new UnknownType('(typeof RasErrorCode)[keyof typeof RasErrorCode]');
}

async function place({ made, file, title, beside }) {
  const text = (await readFile(join(folder, made), 'utf8')).replaceAll('\r\n', '\n');
  const links = documents.reduce(
    (linked, each) => linked.replaceAll(`](${each.made}`, `](${each.file}`),
    text,
  );
  const head = `# ${title}\n\nMade from the types by \`npm run docs\`. ${beside}\n\n`;
  const body = file === 'api.md' ? withFunctions(links.trim(), await coverage()) : links.trim();
  const whole = `${head}${withContents(body)}\n`;
  const path = join(root, 'docs', file);
  if (!isCheck) return writeFile(path, whole);
  const there = await readFile(path, 'utf8').catch(() => '');
  if (there.replaceAll('\r\n', '\n') === whole) return;
  console.error(`docs/${file} is not up to date with the types: run \`npm run docs\``);
  process.exitCode = 1;
}

function coverage() {
  return readFile(join(root, 'docs/coverage.md'), 'utf8');
}
