// The error when an interface is not the one that its caller saw.

import { RasError } from '../errors/ras_error.ts';
import type { Interface, InterfaceReference } from './interface.ts';
import type { InterfaceTarget } from './target.ts';

/** `now` is what was read right before the call would have acted. */
export function interfaceChanged(
  { listed, label }: InterfaceTarget,
  now: Interface,
  server: string,
): RasError {
  return new RasError({
    code: 'ERR_RRAS_INTERFACE_CHANGED',
    server,
    interface: label,
    message: `Nothing was done to the interface ${label}: ${difference(listed, now)}`,
  });
}

function difference(listed: InterfaceReference | undefined, now: Interface): string {
  if (listed === undefined) return `the server has the interface ${now.name} under that name`;
  return listed.name === now.name
    ? `it was of the type ${listed.type} when it was read, and is now of the type ${now.type}`
    : `its handle ${listed.handle} belongs to the interface ${now.name} now`;
}
