// Which ports are wanted.

import { portConditions } from '../../port/port.ts';
import { didYouMean, usage } from '../complaint.ts';
import { fitsAny } from '../wildcard.ts';
import { isOf } from './connection_filter.ts';
import { type PeopledPort, userOf } from './people.ts';
import { isInUse } from './port_fields.ts';

export interface FilterOptions {
  readonly condition?: readonly string[];
  readonly device?: readonly string[];
  readonly user?: readonly string[];
  readonly name?: readonly string[];
  readonly inUse?: boolean;
  readonly idle?: boolean;
}

// The words of netsh, for hands that know them.
const otherWords: ReadonlyMap<string, string> = new Map([
  ['nonoperational', 'non-operational'],
  ['callingback', 'calling-back'],
  ['connected', 'authenticated'],
]);

/** Checks the options, and gives the test that they stand for. */
export function portFilter(options: FilterOptions): (peopled: PeopledPort) => boolean {
  const { device = [], user = [], name = [], inUse, idle } = options;
  if (inUse === true && idle === true) throw usage('--in-use and --idle leave no port.');
  const conditions = (options.condition ?? []).map(checkCondition);
  return (peopled) => {
    const { port, connection } = peopled;
    const logonDomain = connection?.logonDomain ?? port.logonDomain ?? '';
    return (
      (conditions.length === 0 || conditions.includes(port.condition)) &&
      fitsAny(name, port.name) &&
      (fitsAny(device, port.deviceType) || fitsAny(device, port.deviceName)) &&
      isOf(user, { userName: userOf(peopled), logonDomain }) &&
      (inUse !== true || isInUse(port)) &&
      (idle !== true || !isInUse(port))
    );
  };
}

function checkCondition(text: string): string {
  const folded = text.toLowerCase();
  const word = otherWords.get(folded) ?? folded;
  const words: readonly string[] = portConditions;
  if (words.includes(word) || /^unknown-\d+$/.test(word)) return word;
  const near = didYouMean(word, words);
  const question = near === undefined ? '' : ` Did you mean ${near}?`;
  throw usage(`There is no condition ${text}.${question}`, `There are ${words.join(', ')}.`);
}
