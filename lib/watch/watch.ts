// A watch of the server at the end of a line.

import type { Line } from '../call/line.ts';
import type { CallOptions } from '../call/options.ts';
import { enumConnections } from '../connections/operations.ts';
import { enumPorts } from '../ports/operations.ts';
import { bellOf } from './bell.ts';
import { checkWatchOptions, type WatchOptions } from './options.ts';
import { ServerWatch, type Watch } from './server_watch.ts';

export function watch(line: Line, options?: WatchOptions): Watch {
  const checked = checkWatchOptions(options);
  line.checkOpen();
  checked.signal?.throwIfAborted();
  return new ServerWatch(
    {
      server: readable(line),
      closing: line.closing,
      connectAnew: async (call) => {
        const own = await line.connectAnew(call);
        return { ...readable(own), disconnect: () => own.close({}) };
      },
    },
    checked,
  );
}

function readable(line: Line) {
  return {
    supports: (operation: 'enumConnections') => line.has(operation),
    enumPorts: (call: CallOptions) => enumPorts(line, call),
    enumConnections: (call: CallOptions) => enumConnections(line, call),
    bell: (call: CallOptions, ring: () => void) => bellOf(line, call, ring),
  };
}
