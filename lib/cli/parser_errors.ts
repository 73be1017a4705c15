// The errors of the parser, in the words of the command.

import { type Complaint, usage } from './complaint.ts';

/** The complaint; undefined for anything that is no error of the parser. */
export function parserComplaint(error: unknown, argv: readonly string[]): Complaint | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const { message } = error;
  const help = helpFor(argv);
  switch (error.code) {
    case 'commander.unknownOption': {
      const [, option = '', near] =
        /unknown option '(.*?)'(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/s.exec(message) ?? [];
      const question =
        near === undefined ? '' : ` Did you mean ${near.replace(/, (?=[^,]*$)/, ' or ')}?`;
      // `rras --server RAS01 ports`: the option is not unknown, only early.
      return argv[0]?.startsWith('-') === true
        ? usage(
            `There is no option ${option} before the command.`,
            'Options stand after the command: rras ports --server RAS01',
          )
        : usage(`There is no option ${option}.${question}`, help);
    }
    case 'commander.unknownCommand': {
      const [, word = ''] = /unknown command '(.*?)'(?:\n\(Did you mean.*)?$/s.exec(message) ?? [];
      return usage(`There is no command ${word} here.`, help);
    }
    case 'commander.missingArgument': {
      const [, name = ''] = /argument '(.*)'$/s.exec(message) ?? [];
      // `rras port --sim VPN2-0`: the option has taken the name for its file.
      const taken = argv[argv.indexOf('--sim') + 1];
      const isTaken = argv.includes('--sim') && taken !== undefined && !taken.startsWith('-');
      const early = `--sim takes ${taken} for its file: put --sim last.`;
      return usage(`The argument ${name} is missing.`, isTaken ? early : help);
    }
    case 'commander.optionMissingArgument': {
      const [, flags = ''] = /option '(.*)' argument missing$/s.exec(message) ?? [];
      return usage(`${/--[\w-]+/.exec(flags)?.[0] ?? flags} has no value.`, help);
    }
    case 'commander.excessArguments':
      return usage('There are too many arguments.', help);
    default:
      return undefined;
  }
}

function helpFor([first = '']: readonly string[]): string {
  const name = /^[a-z][a-z-]*$/.test(first) ? ` ${first}` : '';
  return `\`rras${name} --help\` shows examples and options.`;
}
