// rras sim: simulated labs.

import { writeFile } from 'node:fs/promises';
import { type Command, emptyHint, emptyWords, isBlank } from '../command.ts';
import { Complaint, usage, wordsOf } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import { exampleScenario } from '../labs/example.ts';
import { forget } from '../labs/history.ts';
import { say, type World } from '../terminal/world.ts';

export const sim: Command = {
  name: 'sim',
  options: {},
  addTo(program, world, ended) {
    const parser = program
      .command('sim')
      .description('Make and forget simulated labs for --sim=FILE.');
    parser
      .command('init')
      .description('Write a lab with comments, to be changed.')
      .argument('<file>', 'where to: lab.yaml')
      .option('--force', 'write over a file that is there')
      .action(async (file: string, { force }: { readonly force?: boolean }) => {
        ended(await init(world, checked(file), force === true));
      });
    parser
      .command('reset')
      .description('Forget what was done to a lab.')
      .argument('<file>', 'the lab')
      .action(async (file: string) => {
        ended(await reset(world, checked(file)));
      });
  },
};

function checked(file: string): string {
  if (isBlank(file)) throw usage(emptyWords('The name of the file'), emptyHint);
  return file;
}

async function init(world: World, file: string, isForced: boolean): Promise<Exit> {
  try {
    await writeFile(file, exampleScenario, { flag: isForced ? 'w' : 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw usage(`${file} already exists.`, 'Choose another name, or overwrite it with --force.');
    }
    throw new Complaint('failure', `The lab cannot be written: ${wordsOf(error)}`);
  }
  await forget(file);
  say(world, `Wrote ${file}. Try: rras ports --sim=${file}`);
  return 'ok';
}

async function reset(world: World, file: string): Promise<Exit> {
  await forget(file);
  say(world, `${file} is back to its initial state.`);
  return 'ok';
}
