// An unset variable in a script gives an empty value. An empty value is not the same as no filter: it is refused
// before any server is called.

import { describe, expect, it } from 'vitest';
import type { OptionTable } from '../../lib/cli/command.ts';
import { deedsIn, scene } from './destructive.ts';
import { labs } from './labs.ts';
import { rras, runnableCommands, type Surroundings } from './terminal.ts';

const here = labs();

async function inLab(words: readonly string[], surroundings?: Surroundings) {
  const lab = await here.write('lab.yaml', scene);
  await rras(['sim', 'reset', lab]);
  const ended = await rras([...words, `--sim=${lab}`], surroundings);
  return { ...ended, deeds: await deedsIn(here, 'lab.yaml') };
}

const refused = { code: 2, stdout: '', deeds: [] };

describe('a command that acts refuses', () => {
  it.each([
    [['disconnect', '--user=', '--all', '--yes']],
    [['disconnect', '--user=', '--newest', '--yes']],
    [['disconnect', '--user', '', '--all', '--yes']],
    [['disconnect', '--user', ' \t ', '--all', '--yes']],
    [['disconnect', '--user', 'alice,', '--all', '--yes']],
    [['disconnect', '--user', ',', '--all', '--yes']],
    [['disconnect', '--all', '--name=', '--yes']],
    [['disconnect', '--all', '--device=', '--yes']],
    [['disconnect', '--all', '--condition=', '--yes']],
    [['disconnect', '--stale', '--max-age=', '--yes']],
    [['disconnect', '--all', '--older-than=', '--yes']],
    [['disconnect', '--all', '--max=', '--yes']],
    [['disconnect', '', '--yes']],
    [['disconnect', 'VPN2-0', ' ', '--yes']],
    [['reset', '--all', '--user=', '--yes']],
    [['clear-stats', '--user=', '--yes']],
    [['message', '--user=', 'hello', '--yes']],
    [['message', '', 'hello']],
    [['message', 'alice', ' ']],
    [['user', '', '--set', 'mayDialIn=no', '--yes']],
    [['user', 'alice', '--set=', '--yes']],
    [['user', 'alice', '--set', 'mayDialIn=', '--yes']],
    [['user', 'alice', '--set', 'callback=', '--yes']],
    [['user', 'alice', '--set', 'phoneNumber= ', '--yes']],
    [['user', 'alice', '--set', 'mayDialIn=no', '--account-server=', '--yes']],
    [['disconnect', '--all', '--yes', '--server', '']],
    [['disconnect', '--all', '--yes', '--server', ',']],
    [['disconnect', '--all', '--yes', '--server', 'RAS01,']],
    [['disconnect', '--all', '--yes', '--servers-file=']],
    [['disconnect', '--all', '--yes', '--audit-log=']],
    [['disconnect', '--all', '--yes', '--fields', 'name,,result']],
  ])('%j', async (words) => {
    const { stderr, ...ended } = await inLab(words);
    expect(ended).toMatchObject(refused);
    expect(stderr).toMatch(/empty|no value/);
  });

  it.each(['', ' ', ',', 'RAS01,,RAS02'])('the servers in RRAS_SERVER="%s"', async (value) => {
    const { stderr, ...ended } = await inLab(['disconnect', '--all', '--yes'], {
      env: { RRAS_SERVER: value },
    });
    expect(ended).toMatchObject(refused);
    expect(stderr).toMatch(/RRAS_SERVER (?:is|has an) empty/);
  });

  it('the file in RRAS_AUDIT_LOG=""', async () => {
    const { stderr, ...ended } = await inLab(['disconnect', '--all', '--yes'], {
      env: { RRAS_AUDIT_LOG: '' },
    });
    expect(ended).toMatchObject(refused);
    expect(stderr).toMatch(/RRAS_AUDIT_LOG is empty/);
  });

  it('an empty name of a lab', async () => {
    expect(await rras(['disconnect', '--all', '--yes', '--sim='])).toMatchObject({ code: 2 });
  });
});

it('RRAS_SERVER is ignored if the line names servers', async () => {
  const ended = await rras('ports --quiet --sim -s RAS02', { env: { RRAS_SERVER: '' } });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
});

it('an empty phone number removes the number', async () => {
  const { code, deeds } = await inLab(['user', 'alice', '--set', 'phoneNumber=', '--yes']);
  expect({ code, deeds }).toEqual({ code: 0, deeds: ['setUser alice'] });
});

describe('every option of every command refuses an empty value', async () => {
  const commands = await runnableCommands();
  const flagsOf = (options: OptionTable) =>
    Object.values(options)
      .filter(({ flags }) => /[<[]/.test(flags))
      .map(({ flags }) => /--[\w-]+/.exec(flags)?.[0] ?? flags);
  const all = commands.flatMap(({ name, options }) =>
    flagsOf(options).map((flag) => [name, flag] as const),
  );
  it.each(all)('%s %s', async (name, flag) => {
    for (const value of ['', '  ']) {
      const { code, stdout, stderr } = await rras([...name.split(' '), 'word', `${flag}=${value}`]);
      // A plug-in of Nagios has 2 for what is critical.
      expect({ code, stdout }).toEqual({ code: name === 'check' ? 3 : 2, stdout: '' });
      expect(stderr).toContain(`${flag} is empty`);
    }
  });
});
