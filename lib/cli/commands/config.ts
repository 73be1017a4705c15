// rras config: every default, and where it comes from.

import { command } from '../command.ts';
import { outputOptions } from '../options.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { configurationOf, type DefaultName, defaultNames } from '../servers/configuration.ts';
import type { World } from '../terminal/world.ts';

interface Value {
  readonly name: string;
  readonly value: string | undefined;
  readonly source: string;
}

const field = fieldOf<Value>();

const fields: readonly Field<Value>[] = [field('name'), field('value'), field('source')];

const builtIn: Readonly<Record<DefaultName, string>> = {
  output: 'table',
  color: 'auto',
  timeout: '30',
  parallel: '8',
};

const variables = {
  server: 'RRAS_SERVER',
  sim: 'RRAS_SIM',
  auditLog: 'RRAS_AUDIT_LOG',
} as const;

export const config = command({
  name: 'config',
  description:
    'Show the defaults and where each comes from: the configuration file, a variable, or rras itself.',
  examples: [
    'rras config',
    'rras ports --config lab.json --server @edge',
    'A file:  { "output": "wide", "timeout": "10s", "groups": { "edge": ["RAS01", "RAS02"] } }',
  ],
  fields: fields,
  options: outputOptions,
  run: async (world, _, options) => {
    checkOutput(options, fields);
    await writeListing(world, options, {
      command: 'config',
      fields,
      key: 'name',
      items: valuesIn(world, options.config),
    });
    return 'ok';
  },
});

function valuesIn(world: World, named: string | undefined): Value[] {
  const { file, isThere, defaults, groups } = configurationOf(world, named);
  const place = file ?? '';
  return [
    { name: 'file', value: file, source: isThere ? 'read' : 'not there' },
    ...defaultNames.map((name) => {
      const value = defaults.get(name);
      return value === undefined
        ? { name, value: builtIn[name], source: 'default' }
        : { name, value: String(value), source: place };
    }),
    ...Object.entries(variables).map(([name, variable]) => {
      const value = world.env[variable];
      return { name, value, source: value === undefined ? 'not set' : variable };
    }),
    ...[...groups].map(([name, servers]) => ({
      name: `@${name}`,
      value: servers.join(','),
      source: place,
    })),
  ];
}
