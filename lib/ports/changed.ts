// The error when a port does not carry the session that its caller saw.

import { RasError } from '../errors/ras_error.ts';
import type { Port } from './port.ts';

/** `then` is the port as the caller saw it, `now` as it was read right before the action. */
export function portChanged(then: Port, now: Port, server: string): RasError {
  return new RasError({
    code: 'ERR_RRAS_PORT_CHANGED',
    server,
    port: then.name,
    message: `Nothing was done to port ${then.name}: ${difference(then, now)}`,
  });
}

function difference(then: Port, now: Port): string {
  if (then.name !== now.name) return `its handle now belongs to port ${now.name}`;
  const before = bearer(then);
  const after = bearer(now);
  const was = before === undefined ? `was ${then.condition}` : `carried ${before}`;
  const is = after === undefined ? `is now ${now.condition}` : `now carries ${after}`;
  return before === after && then.condition === now.condition
    ? `it ${is}, but in another session than when it was listed`
    : `it ${was} when it was listed, and ${is}`;
}

function bearer(port: Port): string | undefined {
  if (port.connection !== undefined) return `connection ${port.connection} (${port.condition})`;
  if (port.userName !== undefined) return `a session of ${port.userName} (${port.condition})`;
  return undefined;
}
