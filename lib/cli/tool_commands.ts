// The commands beside the daily work: what is wrong, what a code means, labs, completion.

import type { Program } from './adding.ts';
import { duration, outputOptions, serverOptions } from './options.ts';

export function addToolCommands(program: Program): void {
  const { world, rras, ended } = program;

  program
    .add({
      name: 'wait',
      description: 'Wait until a server is ready: its service runs, has begun, and shows ports.',
      examples: ['rras wait --ready --server RAS01 --within 5m'],
      options: [serverOptions, outputOptions],
      work: async (_, options) => (await import('./commands/wait.ts')).wait(world, options),
    })
    .option('--ready', 'what is waited for; there is nothing else yet, and it may be left out')
    .option('--within <time>', 'give up after this time (default: 2m)', duration)
    .option('--every <time>', 'how often to ask (default: 2s)', duration);

  program.add({
    name: 'doctor',
    description: 'Find out why a server cannot be reached, step by step.',
    examples: ['rras doctor --server RAS01'],
    options: [serverOptions, outputOptions],
    work: async (_, options) => (await import('./commands/doctor.ts')).doctor(world, options),
  });

  program.add({
    name: 'explain',
    description: 'Say what a code means, where it comes from and what to try. Works on any system.',
    examples: [
      'rras explain 809',
      'rras explain 0x387 ERROR_DDM_NOT_RUNNING',
      'rras explain -2146762495',
    ],
    argument: ['<code...>', 'numbers in decimal or hexadecimal, or names'],
    options: [outputOptions],
    work: async (codes, options) =>
      (await import('./commands/explain.ts')).explain(world, codes, options),
  });

  const sim = rras.command('sim').description('Make and forget simulated labs for --sim=FILE.');
  sim
    .command('init')
    .description('Write a lab with comments, to be changed.')
    .argument('<file>', 'where to: lab.yaml')
    .option('--force', 'write over a file that is there')
    .action(async (file: string, options) => {
      ended.exit = await (await import('./commands/sim.ts')).init(world, file, options);
    });
  sim
    .command('reset')
    .description('Forget what was done to a lab.')
    .argument('<file>', 'the lab')
    .action(async (file: string) => {
      ended.exit = await (await import('./commands/sim.ts')).reset(world, file);
    });

  program.add({
    name: 'completion',
    description: 'Write the completion script of a shell.',
    examples: [
      'rras completion powershell | Out-String | Invoke-Expression',
      'source <(rras completion bash)',
      'rras completion zsh > ~/.zfunc/_rras',
      'rras completion fish > ~/.config/fish/completions/rras.fish',
    ],
    argument: ['<shell>', 'powershell, bash, zsh or fish'],
    work: async ([shell = '']) =>
      (await import('./commands/completion.ts')).completion(world, shell),
  });

  // For the completion scripts. Everything after it is data: the words of the line.
  rras
    .command('__complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .helpOption(false)
    .passThroughOptions()
    .action(async (words: string[]) => {
      ended.exit = await (await import('./commands/complete.ts')).complete(world, rras, words);
    });
}
