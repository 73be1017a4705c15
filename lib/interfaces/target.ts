// Which interface a caller means, and what it must still be when a call acts on it.

import { checkInteger, checkString } from '../call/arguments.ts';
import type { InterfaceArguments } from '../call/operations.ts';
import { checkOrigin } from '../call/origin.ts';
import { interfaceTypes } from '../connections/connection.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import type { InterfaceReference, StoredInterfaceReference } from './interface.ts';
import { numberOf } from './words.ts';

/** An interface as operations take it. */
export interface InterfaceTarget {
  readonly args: InterfaceArguments;
  /** What errors call it. */
  readonly label: string;
  /** The interface as the caller saw it. One in a stored configuration has no handle. */
  readonly listed?: StoredInterfaceReference & Partial<InterfaceReference>;
}

const LONGEST_NAME = 256;

export function checkInterface(target: unknown, server: string): InterfaceTarget {
  if (typeof target === 'string') {
    const name = checkName('interface', target);
    return { args: [null, name, null], label: name };
  }
  if (typeof target === 'number') {
    if (!Number.isSafeInteger(target) || target < 0) {
      throw invalidArgValue('interface', target, 'must be a handle: an integer from 0 up');
    }
    return { args: [target, null, null], label: String(target) };
  }
  if (typeof target !== 'object' || target === null) {
    throw invalidArgType('interface', ['string', 'number', 'an Interface'], target);
  }
  return targetOf(checkReference(target, server));
}

/** An interface of a stored configuration: its name, or one that must still have its type. */
export function checkStoredInterface(target: unknown, server: string): InterfaceTarget {
  if (typeof target === 'string') {
    const name = checkName('interface', target);
    return { args: [null, name, null], label: name };
  }
  if (typeof target !== 'object' || target === null) {
    throw invalidArgType('interface', ['string', 'a StoredInterface'], target);
  }
  const listed = checkStoredReference(target, server);
  const type = numberOf('interface.type', interfaceTypes, listed.type);
  return { args: [null, listed.name, type], label: listed.name, listed };
}

/** An interface that must still be the one that was read. */
export function targetOf(listed: InterfaceReference): InterfaceTarget {
  const { handle, name, type } = listed;
  return {
    args: [handle, name, numberOf('interface.type', interfaceTypes, type)],
    label: name,
    listed,
  };
}

/** A copy: later changes by the caller must not affect the call. */
function checkReference(target: object, server: string): InterfaceReference {
  const handle = checkInteger(
    'interface.handle',
    Reflect.get(target, 'handle'),
    0,
    Number.MAX_SAFE_INTEGER,
  );
  return { ...checkStoredReference(target, server), handle };
}

function checkStoredReference(target: object, server: string): StoredInterfaceReference {
  const field = (key: keyof StoredInterfaceReference): unknown => Reflect.get(target, key);
  const type = checkString('interface.type', field('type'));
  numberOf('interface.type', interfaceTypes, type);
  return {
    server: checkOrigin('interface', 'interface', target, { server, guard: true }),
    name: checkString('interface.name', field('name')),
    type: type as InterfaceReference['type'],
  };
}

export function checkName(argument: string, value: unknown): string {
  const name = checkString(argument, value);
  if (name === '') throw invalidArgValue(argument, name, 'must not be empty');
  if (name.includes('\0')) throw invalidArgValue(argument, name, 'must not contain NUL');
  if (name.length > LONGEST_NAME) {
    throw invalidArgValue(argument, name, `must not be longer than ${LONGEST_NAME} characters`);
  }
  return name;
}
