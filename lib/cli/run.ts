// Runs a command line in a world, and says how it ended.

import { exitNumber } from './exit_codes.ts';
import { program } from './program.ts';
import { tellTrouble } from './talk/tell_trouble.ts';
import { troubleOf } from './trouble.ts';
import { say, type World } from './world.ts';

/** `argv` is what stands after `rras`. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const { rras, ended } = program(world);
  try {
    await rras.parseAsync([...argv], { from: 'user' });
    return exitNumber(ended.exit);
  } catch (error) {
    const parsing = exitOfParser(error);
    if (parsing !== undefined) return parsing;
    const trouble = troubleOf(error);
    tellTrouble(world, trouble);
    if (trouble.exit === 'failure' && world.env.RRAS_DEBUG && error instanceof Error) {
      say(world, error.stack ?? '');
    }
    return exitNumber(trouble.exit);
  }
}

// The parser has said already what it has to say. Its own number for help and version is 0.
function exitOfParser(error: unknown): number | undefined {
  if (!(error instanceof Error && error.name === 'CommanderError')) return undefined;
  return 'exitCode' in error && error.exitCode === 0 ? exitNumber('ok') : exitNumber('usage');
}
