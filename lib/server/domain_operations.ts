// RAS servers in a domain, and the controller that keeps its accounts.

import { unreadable } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { plainNameOf, uncNameOf, withoutBackslashes } from '../call/other_server.ts';
import { checkServerName } from '../call/server_name.ts';
import { valueIn } from '../call/tables.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';

export interface DomainOptions extends CallOptions {
  /** The domain. Default: that of the computer on which the program runs. */
  readonly domain?: string;
  /** The machine. Default: the server that is connected to. */
  readonly machine?: string;
}

export interface PdcOptions extends CallOptions {
  /** The domain whose controller is looked for. */
  readonly domain?: string;
  /** The server whose domain is meant. Default: the one that is connected to. */
  readonly server?: string;
}

export async function isDomainRasServer(line: Line, options?: DomainOptions): Promise<boolean> {
  const checked = checkOptions(options, ['domain', 'machine']);
  const { domain, machine } = namesOf(line, checked);
  const reply = await line.question('isDomainRasServer', checked, [domain, machine]);
  return valueIn(line, reply);
}

export async function registerDomainRasServer(
  line: Line,
  operation: 'establishDomainRasServer' | 'removeDomainRasServer',
  options?: DomainOptions,
): Promise<void> {
  const checked = checkOptions(options, ['domain', 'machine']);
  const { domain, machine } = namesOf(line, checked);
  await line.action(operation, checked, async (patience) => {
    const reply = await line.ask(patience, operation, domain, machine);
    line.checkDone(reply);
  });
}

export async function getPdcServer(line: Line, options?: PdcOptions): Promise<string> {
  const checked = checkOptions(options, ['domain', 'server']);
  const domain = domainOf(line, checked.domain);
  const server = uncNameOf(line, 'options.server', checked.server);
  if (checked.domain === undefined && checked.server === undefined && line.server === '') {
    const reason = 'must be given, or options.server, where the local server is connected to';
    throw invalidArgValue('options.domain', undefined, reason);
  }
  const reply = await line.question('getPdcServer', checked, [domain, server]);
  const name = withoutBackslashes(valueIn(line, reply));
  // No name would mean the local server wherever it is used next.
  if (name === '') throw unreadable(reply, line.place());
  return name;
}

function namesOf(line: Line, { domain, machine }: DomainOptions) {
  return {
    domain: domainOf(line, domain),
    machine: plainNameOf(line, 'options.machine', machine),
  };
}

function domainOf(line: Line, domain: string | undefined): string | null {
  return line.address(domain === undefined ? '' : checkServerName(domain, 'options.domain'));
}
