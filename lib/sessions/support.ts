// What a library must have for the methods on sessions.

import type { Dialect } from '../call/dialect.ts';
import type { Line } from '../call/line.ts';
import type { OperationName, SessionOperation } from '../call/operations.ts';

const withConnections: Readonly<Record<SessionOperation, readonly OperationName[]>> = {
  enumSessions: ['enumPorts', 'enumConnections'],
  disconnectSession: ['disconnectConnection'],
};

const withoutConnections: Readonly<Record<SessionOperation, readonly OperationName[]>> = {
  enumSessions: ['enumPorts'],
  disconnectSession: ['disconnectPort'],
};

/** The operations that a method on sessions is made of. */
export function neededForSessions(
  dialect: Dialect,
  operation: SessionOperation,
): readonly OperationName[] {
  return (dialect === 'rassapi' ? withoutConnections : withConnections)[operation];
}

export function hasForSessions(line: Line, operation: SessionOperation): boolean {
  return neededForSessions(line.dialect, operation).every((each) => line.has(each));
}
