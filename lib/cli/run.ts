// Runs a command line in its surroundings, and says how it ended.

import { exitNumber, exitNumberOf } from './exit_codes.ts';
import { parserComplaint } from './parser_errors.ts';
import { program, usualWords } from './program.ts';
import { tellTrouble } from './terminal/tell_trouble.ts';
import { type Surroundings, worldIn } from './terminal/world.ts';
import { troubleOf } from './trouble.ts';

/** `given` is the part after `rras`. */
export async function run(given: readonly string[], surroundings: Surroundings): Promise<number> {
  const world = worldIn(surroundings);
  const argv = usualWords(given);
  try {
    const { rras, ended } = await program(world, argv);
    await rras.parseAsync([...argv], { from: 'user' });
    return exitNumberOf(ended.exit, argv);
  } catch (error) {
    const complaint = parserComplaint(error, argv);
    const help = exitOfHelp(error);
    if (complaint === undefined && help !== undefined) return help;
    const trouble = troubleOf(complaint ?? error);
    tellTrouble(world, trouble);
    if (trouble.exit === 'failure' && world.env.RRAS_DEBUG && error instanceof Error) {
      world.stderr.text(`${error.stack ?? ''}\n`);
    }
    return exitNumberOf(trouble.exit, argv);
  }
}

// The parser has already written help or the version, with the exit code 0. Without a command it writes help, too.
function exitOfHelp(error: unknown): number | undefined {
  if (!(error instanceof Error && error.name === 'CommanderError')) return undefined;
  return 'exitCode' in error && error.exitCode === 0 ? exitNumber('ok') : exitNumber('usage');
}
