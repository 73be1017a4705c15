// The error that ends a soak: a wrong answer, or an action that was wrongly done or not done.

export class WrongAnswer extends Error {
  /**
   * @param {object} what
   * @param {string} what.operation what was asked
   * @param {{ label: string } | undefined} [what.server]
   * @param {string} what.difference in lines
   * @param {{ from: number, to: number } | undefined} [what.window] the moments in which it was answered
   */
  constructor({ operation, server, difference, window }) {
    super(
      [
        ...(server === undefined ? [] : [`server      ${server.label}`]),
        `operation   ${operation}`,
        ...(window === undefined
          ? []
          : [`moments     ${window.from} to ${window.to} of the server`]),
        'difference',
        ...difference.split('\n').map((line) => `  ${line}`),
      ].join('\n'),
    );
    this.name = 'WrongAnswer';
    this.operation = operation;
  }
}

/** An error in a line. @param {unknown} error */
export function inWords(error) {
  if (!(error instanceof Error)) return String(error);
  const { code, status, syscall } = /** @type {any} */ (error);
  const where =
    syscall === undefined ? '' : ` (${code}, status ${status} of ${syscall || 'nothing'})`;
  return `${error.name}${where}: ${error.message.split('\n')[0]}`;
}
