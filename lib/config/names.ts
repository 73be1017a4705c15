// The two names of a network card.

import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { valueIn } from '../call/tables.ts';
import { checkName } from '../interfaces/target.ts';

export async function getFriendlyName(
  line: Line,
  guidName: string,
  options?: CallOptions,
): Promise<string> {
  const checked = checkOptions(options, []);
  const name = checkName('guidName', guidName);
  return valueIn(
    line,
    await line.question('getFriendlyName', checked, [name], { interface: name }),
  );
}

export async function getGuidName(
  line: Line,
  friendlyName: string,
  options?: CallOptions,
): Promise<string> {
  const checked = checkOptions(options, []);
  const name = checkName('friendlyName', friendlyName);
  return valueIn(line, await line.question('getGuidName', checked, [name], { interface: name }));
}
