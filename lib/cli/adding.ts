// Adds a command to the program. What the command does is in a file that is loaded when it is used.

import type { Command } from 'commander';
import type { Exit } from './exit_codes.ts';
import type { World } from './world.ts';

/** How the command that was run has ended. */
export interface Ended {
  exit: Exit;
}

export interface NewCommand {
  readonly name: string;
  readonly description: string;
  /** Help begins with them. */
  readonly examples: readonly string[];
  readonly argument?: readonly [name: string, description: string];
  /** What it shares with others: see options.ts. */
  readonly options?: readonly ((command: Command) => Command)[];
  readonly work: (args: string[], options: never) => Promise<Exit>;
}

export class Program {
  readonly world: World;
  readonly rras: Command;
  readonly ended: Ended = { exit: 'ok' };

  constructor(world: World, rras: Command) {
    this.world = world;
    this.rras = rras;
  }

  add({ name, description, examples, argument, options = [], work }: NewCommand): Command {
    const command = this.rras
      .command(name)
      .description(description)
      .addHelpText('before', `Examples:\n${examples.map((each) => `  ${each}\n`).join('')}`)
      .addHelpText('after', '\nExit codes: rras --help');
    if (argument !== undefined) command.argument(...argument);
    for (const add of options) add(command);
    command.action(async () => {
      this.ended.exit = await work(command.processedArgs.flat(), command.opts() as never);
    });
    return command;
  }
}
