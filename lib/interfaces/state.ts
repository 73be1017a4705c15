// Reads the state of an interface, and nothing else.

import type { Line } from '../call/line.ts';
import type { Patience } from '../call/patience.ts';
import { check } from './asking.ts';
import type { Interface } from './interface.ts';
import { interfaceIn } from './rows.ts';
import type { InterfaceTarget } from './target.ts';

export async function readState(
  line: Line,
  patience: Patience,
  target: InterfaceTarget,
): Promise<Interface> {
  const reply = await line.ask(patience, 'readInterfaceState', ...target.args);
  check(line, reply, target);
  return interfaceIn(line, reply, target);
}
