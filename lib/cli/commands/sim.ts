// rras sim: simulated labs.

import { writeFile } from 'node:fs/promises';
import { Complaint, usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import { wordsOf } from '../servers/names.ts';
import { exampleScenario } from '../sim/example.ts';
import { forget } from '../sim/history.ts';
import { safeText } from '../talk/safe_text.ts';
import { say, type World } from '../world.ts';

export async function init(
  world: World,
  file: string,
  { force }: { readonly force?: boolean },
): Promise<Exit> {
  try {
    await writeFile(file, exampleScenario, { flag: force === true ? 'w' : 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw usage(`${file} is there already.`, 'Another name, or --force to write over it.');
    }
    throw new Complaint('failure', `The lab cannot be written: ${wordsOf(error)}`);
  }
  await forget(file);
  const name = safeText(file);
  say(world, `Wrote ${name}. Try: rras ports --sim=${name}`);
  return 'ok';
}

export async function reset(world: World, file: string): Promise<Exit> {
  await forget(file);
  say(world, `${safeText(file)} begins anew.`);
  return 'ok';
}
