// What a library must have for the methods on sessions.

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

export function hasForSessions(line: Line, operation: SessionOperation): boolean {
  const needed = line.dialect === 'rassapi' ? withoutConnections : withConnections;
  return needed[operation].every((each) => line.has(each));
}
