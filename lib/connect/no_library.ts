// The error when no library could be opened: each file that was tried, and why it was not taken.

import { explain } from '../errors/explain.ts';
import { type LibraryAttempt, RasError } from '../errors/ras_error.ts';
import { type Attempt, refusals } from '../native/binding.ts';

export function noLibrary(server: string, attempts: readonly Attempt[]): RasError {
  return new RasError({
    code: 'ERR_RRAS_LIBRARY',
    server,
    attempts: attempts.map(attemptInWords),
  });
}

function attemptInWords(attempt: Attempt): LibraryAttempt {
  const dialect = attempt.dialect === '' ? 'any dialect' : attempt.dialect;
  return { file: attempt.file, dialect, reason: reasonOf(attempt) };
}

function reasonOf(attempt: Attempt): string {
  switch (refusals[attempt.refusal]) {
    case 'wine-builtin':
      return "this is Wine's own library; its functions raise an exception when they are called";
    case 'function-missing':
      return attempt.otherName === undefined
        ? `it does not export ${attempt.missing}`
        : `it exports neither ${attempt.missing} nor ${attempt.otherName}`;
    case 'other-dialect':
      return `it exports ${attempt.missing}, so its functions may have the signatures of another dialect`;
    default: {
      if (attempt.detail !== undefined) return attempt.detail;
      const words = explain(attempt.status);
      return words === undefined
        ? `the system could not load it (${attempt.status})`
        : `${words.message} (${words.name}, ${attempt.status})`;
    }
  }
}
