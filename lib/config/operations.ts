// The stored configuration as a whole, and lists of its transports.

import { checkBoolean, checkObject } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { rowsIn, valueIn } from '../call/tables.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import { RasError } from '../errors/ras_error.ts';
import { TransportEntryRow } from '../native/rows.ts';
import type { TransportEntry, TransportName } from '../server/transport.ts';
import { checkText, transportId } from '../server/transport_operations.ts';

const ERROR_NOT_SUPPORTED = 50;

/** What a caller must write to wipe a configuration. */
const WIPE = 'wipe the configuration of this computer';

export interface InstallOptions extends CallOptions {
  /** Exactly these words: the call deletes every interface and transport of this computer's router. */
  readonly confirm: typeof WIPE;
}

export async function refresh(line: Line, options?: CallOptions): Promise<void> {
  await line.question('refresh', checkOptions(options, []), []);
}

export async function install(line: Line, options: InstallOptions): Promise<void> {
  const checked = checkOptions(options, ['confirm']);
  if (checked.confirm !== WIPE) {
    throw invalidArgValue('options.confirm', checked.confirm, `must be '${WIPE}'`);
  }
  await line.action('install', checked, async (patience) => {
    if (line.server !== '') {
      throw new RasError({
        concluded: ERROR_NOT_SUPPORTED,
        inFunction: 'MprConfigServerInstall',
        server: line.server,
        message: 'Only the configuration of the computer that runs this program can be wiped.',
        hint: 'Run the program there, with connectConfig() without a name.',
      });
    }
    line.checkDone(await line.ask(patience, 'install'));
  });
}

export async function backUp(line: Line, folder: string, options?: CallOptions): Promise<void> {
  const checked = checkOptions(options, []);
  const path = checkFolder(folder);
  await line.action('backUp', checked, async (patience) => {
    line.checkDone(await line.ask(patience, 'backUp', path));
  });
}

export async function restore(line: Line, folder: string, options?: CallOptions): Promise<void> {
  const checked = checkOptions(options, []);
  const path = checkFolder(folder);
  await line.action('restore', checked, async (patience) => {
    line.checkDone(await line.ask(patience, 'restore', path));
  });
}

/** With a backslash at its end, which the page asks for. */
function checkFolder(folder: string): string {
  const text = checkText('folder', folder);
  return text.endsWith('\\') ? text : `${text}\\`;
}

/** Whether the static filters of a transport are in force. */
export interface TransportFilter {
  readonly isEnabled: boolean;
}

export async function getFilter(
  line: Line,
  transport: TransportName | number,
  options?: CallOptions,
): Promise<TransportFilter> {
  const checked = checkOptions(options, []);
  const id = transportId('transport', transport);
  return { isEnabled: valueIn(line, await line.question('getFilter', checked, [id])) };
}

export async function setFilter(
  line: Line,
  transport: TransportName | number,
  filter: TransportFilter,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const id = transportId('transport', transport);
  const { isEnabled } = checkObject('filter', filter, ['isEnabled']);
  const enabled = checkBoolean('filter.isEnabled', isEnabled) ? 1 : 0;
  await line.action('setFilter', checked, async (patience) => {
    line.checkDone(await line.ask(patience, 'setFilter', id, enabled));
  });
}

export async function enumTransports(line: Line, options?: CallOptions): Promise<TransportEntry[]> {
  const reply = await line.question('enumTransports', checkOptions(options, []), []);
  return rowsIn(line, reply, 'transportEntry', TransportEntryRow, ({ id, name }) => ({ id, name }));
}

export async function deleteTransport(
  line: Line,
  transport: TransportName | number,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const id = transportId('transport', transport);
  await line.action('deleteTransport', checked, async (patience) => {
    line.checkDone(await line.ask(patience, 'deleteTransport', id));
  });
}
