// Whether somebody has come again while the server still lists the session before.

import type { Session } from './session.ts';

type Caller = Pick<Session, 'userName' | 'logonDomain' | 'computer' | 'connectDuration'>;

/**
 * The user and the computer, as one text that can be compared. `undefined` if either is unknown: somebody with two
 * computers may well have two connections.
 */
export function callerKey({ userName, logonDomain, computer }: Caller): string | undefined {
  if (userName === '' || computer.trim() === '') return undefined;
  return JSON.stringify([userName, logonDomain, computer].map((text) => text.toLowerCase()));
}

/** Whether the same user has come again, from the same computer, after this session had begun. */
export function isSuccessor(other: Caller, session: Caller): boolean {
  const key = callerKey(session);
  return key !== undefined && key === callerKey(other) && isYounger(other, session);
}

/** How many of the sessions of one user and computer have a successor. */
export function countSucceeded(ofOneCaller: readonly Caller[]): number {
  return ofOneCaller.filter((session) => ofOneCaller.some((other) => isYounger(other, session)))
    .length;
}

function isYounger(other: Caller, session: Caller): boolean {
  return (
    other.connectDuration !== undefined &&
    session.connectDuration !== undefined &&
    other.connectDuration < session.connectDuration
  );
}
