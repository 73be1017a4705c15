// The error when an interface is not the one that its caller saw.

import { RasError } from '../errors/ras_error.ts';
import type { StoredInterface } from './interface.ts';
import type { InterfaceTarget } from './target.ts';

/** `now` is what was read right before the call would have acted. */
export function interfaceChanged(
  { listed, label }: InterfaceTarget,
  now: StoredInterface,
  server: string,
): RasError {
  return notAsSeen(label, server, difference(listed, now));
}

/** For an interface that has changed in another way. */
export function notAsSeen(label: string, server: string, difference: string): RasError {
  return new RasError({
    code: 'ERR_RRAS_INTERFACE_CHANGED',
    server,
    interface: label,
    message: `Nothing was done to the interface ${label}: ${difference}`,
  });
}

function difference(listed: InterfaceTarget['listed'], now: StoredInterface): string {
  if (listed?.name === now.name) {
    return `it was of the type ${listed.type} when it was read, and is now of the type ${now.type}`;
  }
  return listed?.handle === undefined
    ? `the server has the interface ${now.name} under that name`
    : `its handle ${listed.handle} belongs to the interface ${now.name} now`;
}
