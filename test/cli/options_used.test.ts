// No command accepts an option and ignores it: it obeys the option, or refuses the command line.

import { Command as Parser } from 'commander';
import { describe, expect, it } from 'vitest';
import { command, flag } from '../../lib/cli/command.ts';
import { worldIn } from '../../lib/cli/terminal/world.ts';
import { scene } from './destructive.ts';
import { labs } from './labs.ts';
import { rras, runnableCommands, surroundingsOf } from './terminal.ts';

const here = labs();

/** Lines for adding an option: one for each way to select. */
const lines: Readonly<Record<string, readonly string[]>> = {
  ports: ['', '--summary', '--in-use'],
  port: ['VPN2-0'],
  connections: [''],
  connection: ['alice'],
  server: ['', '--set sstp=1 --yes'],
  stale: [''],
  watch: ['--for 1s'],
  check: [''],
  metrics: ['', '--listen :0 --for 1s'],
  disconnect: ['VPN2-0 --yes', '--all --yes', '--user alice --yes', '--stale --yes'],
  reset: ['VPN2-0 --yes', '--all --yes'],
  'clear-stats': ['VPN2-0 --yes', '--all --yes', '--user alice --yes'],
  message: ['alice hello', 'hello --all --yes'],
  user: ['alice', 'alice --set mayDialIn=no --yes'],
  wait: ['--within 1s --every 1s'],
  doctor: [''],
  explain: ['809'],
  config: [''],
  'interface list': [''],
  'interface show': ['Rome'],
  'interface connect': ['Rome'],
  'interface keep-up': ['Rome'],
  'interface disconnect': ['RTR01/Paris --yes', 'RTR01/Paris --yes --wait'],
};

const values: Readonly<Record<string, string>> = {
  '<time>': '1s',
  '<range>': '@1:2',
  '<address>': ':0',
  '<path>': 'PATH',
  '<n>': '2',
  '<word>': 'authenticated',
  '<pattern>': '*',
  '<names>': 'server',
  '<which>': 'mprapi',
  '<field=value>': 'usesPolicy=yes',
  '<settings>': 'ikev2=1',
  '<form>': 'jsonl',
  '<fields>': 'server',
  '<words>': 'connected,unknown-9',
  '[when]': 'never',
  '[file]': 'LAB',
};

const commands = (await runnableCommands()).filter(
  ({ name }) => !['sim', 'completion', '__complete'].includes(name),
);

describe.each(commands.map(({ name, options }) => [name, options] as const))(
  '%s',
  (name, options) => {
    const flags = Object.values(options).map((option) => option.flags);
    it.each(flags)('obeys or refuses %s', async (declared) => {
      const lab = await here.write('lab.yaml', scene);
      const servers = await here.write('servers.txt', 'RAS01\n');
      const [, long = '', value] = /(--[\w-]+)(?: (\S+))?/.exec(declared) ?? [];
      const named: Readonly<Record<string, string>> = {
        '--server <name>': 'RAS01',
        '--account-server <name>': 'DC01',
        '--servers-file <file>': servers,
        '--config <file>': await here.write('config.json', '{ "timeout": 20 }'),
        '--audit-log <file>': here.path('audit.jsonl'),
        '--textfile <path>': here.path('rras.prom'),
        '--token-file <file>': await here.write('token', 'a'.repeat(32)),
        '--sim [file]': lab,
      };
      const given = named[`${long} ${value}`] ?? values[value ?? ''] ?? '';
      for (const line of lines[name] ?? []) {
        await rras(['sim', 'reset', lab]);
        const words = [...name.split(' '), ...line.split(' ').filter((word) => word !== '')];
        const sim =
          long === '--sim' || ['explain', 'config'].includes(name) ? [] : [`--sim=${lab}`];
        const option = [value === undefined ? long : `${long}=${given}`];
        // The default of ten seconds between samples is too long here.
        if (long === '--samples') option.push('--every=1s');
        const interrupt = new AbortController();
        const { code, stderr } = await rras([...words, ...option, ...sim], {
          interrupt,
          // Ends what goes on for ever as soon as it has begun.
          ...(['watch', 'interface keep-up'].includes(name) && {
            onStdout: () => interrupt.abort(),
          }),
          ...(name === 'metrics' && {
            onStderr: (said: string) => said.includes('answered at') && interrupt.abort(),
          }),
        });
        if (name !== 'check') expect({ line, code, stderr }).not.toMatchObject({ code: 1 });
        expect(stderr).not.toMatch(/not used|not be obeyed/);
      }
    });
  },
);

it('a command that ignores an option is found', async () => {
  const parser = new Parser('rras').exitOverride();
  const forgetful = command({
    name: 'forget',
    description: '',
    examples: [],
    options: { kept: flag('--kept', ''), lost: flag('--lost', '') },
    run: async (_world, _words, { kept }) => (kept === true ? 'ok' : 'failure'),
  });
  forgetful.addTo(parser, worldIn(surroundingsOf({})), () => {});
  await expect(parser.parseAsync(['forget', '--kept'], { from: 'user' })).resolves.toBe(parser);
  await expect(parser.parseAsync(['forget', '--lost'], { from: 'user' })).rejects.toThrow(
    '--lost was accepted and not used',
  );
});
