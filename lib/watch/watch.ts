// A watch of the server at the end of a line.

import type { Line } from '../call/line.ts';
import type { CallOptions } from '../call/options.ts';
import { bellOf } from './bell.ts';
import { FailedWatch } from './failed_watch.ts';
import type { ReadRows } from './observer.ts';
import { type CheckedWatchOptions, checkWatchOptions, type WatchOptions } from './options.ts';
import { readRowsOf } from './rows.ts';
import { ServerWatch, type Watch, type WatchPlan } from './server_watch.ts';

/** Like a call, it does not throw: what is wrong with it rejects its first change. */
export function watch(line: Line, options?: WatchOptions, plan?: WatchPlan): Watch {
  try {
    return begun(line, options, plan);
  } catch (error) {
    return new FailedWatch(error);
  }
}

function begun(line: Line, options: WatchOptions | undefined, plan?: WatchPlan): Watch {
  const checked = checkWatchOptions(options, line.callTimeout);
  line.checkOpen();
  return new ServerWatch(
    {
      server: readable(line, checked),
      closing: line.closing,
      connectAnew: async (call) => {
        const own = await line.connectAnew(call);
        return { ...readable(own, checked), disconnect: () => own.close({}) };
      },
    },
    checked,
    plan,
  );
}

function readable(line: Line, { interfaces }: CheckedWatchOptions) {
  return {
    read: (call: CallOptions, before: ReadRows | undefined) =>
      readRowsOf(line, call, before, interfaces),
    bell: (call: CallOptions, ring: () => void) => bellOf(line, call, ring),
  };
}
