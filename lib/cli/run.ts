// Runs a command line in its surroundings, and says how it ended.

import { exitNumber } from './exit_codes.ts';
import { program } from './program.ts';
import { tellTrouble } from './terminal/tell_trouble.ts';
import { type Surroundings, say, worldIn } from './terminal/world.ts';
import { troubleOf } from './trouble.ts';

/** `argv` is the part after `rras`. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const world = worldIn(surroundings);
  try {
    const { rras, ended } = await program(world, argv);
    await rras.parseAsync([...argv], { from: 'user' });
    return exitNumber(ended.exit);
  } catch (error) {
    const parsing = exitOfParser(error);
    if (parsing !== undefined) {
      // `rras --server RAS01 ports`: the option is not unknown, only early.
      const isEarly = codeOf(error) === 'commander.unknownOption' && argv[0]?.startsWith('-');
      if (isEarly) say(world, 'Options stand after the command: rras ports --server RAS01');
      return parsing;
    }
    const trouble = troubleOf(error);
    tellTrouble(world, trouble);
    if (trouble.exit === 'failure' && world.env.RRAS_DEBUG && error instanceof Error) {
      world.stderr.text(`${error.stack ?? ''}\n`);
    }
    return exitNumber(trouble.exit);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

// The parser has already written its message. Its exit code for help and version is 0.
function exitOfParser(error: unknown): number | undefined {
  if (!(error instanceof Error && error.name === 'CommanderError')) return undefined;
  return 'exitCode' in error && error.exitCode === 0 ? exitNumber('ok') : exitNumber('usage');
}
