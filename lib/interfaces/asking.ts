// What every call about one interface does: it checks that the answer is about the interface that the caller meant, and
// then that it is a success.

import type { Line } from '../call/line.ts';
import type { CallOptions } from '../call/options.ts';
import type { Patience } from '../call/patience.ts';
import type { TablesReply } from '../call/reply.ts';
import { checkUnchanged, subjectOf } from './rows.ts';
import type { InterfaceTarget } from './target.ts';

/** A call that changes something, of one operation. @throws {RasError} unless it is done */
export function act<Reply extends TablesReply>(
  line: Line,
  name: string,
  target: InterfaceTarget,
  options: CallOptions,
  ask: (patience: Patience) => Promise<Reply>,
): Promise<void> {
  return line.action(name, options, async (patience) => {
    checkDone(line, await ask(patience), target);
  });
}

/** A call that reads something, of one operation. */
export function read<Reply extends TablesReply, Result>(
  line: Line,
  name: string,
  target: InterfaceTarget,
  options: CallOptions,
  ask: (patience: Patience) => Promise<Reply>,
  take: (reply: Reply) => Result,
): Promise<Result> {
  return line.call(name, options, async (patience) => {
    const reply = await ask(patience);
    check(line, reply, target);
    return take(reply);
  });
}

/** @throws {RasError} unless it is done, or will be */
export function checkDone(line: Line, reply: TablesReply, target: InterfaceTarget): void {
  checkUnchanged(line, reply, target);
  line.checkDone(reply, subjectOf(target));
}

/** @throws {RasError} unless it succeeded */
export function check(line: Line, reply: TablesReply, target: InterfaceTarget): void {
  checkUnchanged(line, reply, target);
  line.check(reply, subjectOf(target));
}
