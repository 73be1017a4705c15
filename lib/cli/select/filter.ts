// The filters of a command line as one test. Each filter narrows the selection, for ports and connections
// alike: a port has its user, and a connection has its ports.

import { type Port, portConditions } from '../../ports/port.ts';
import { isInUse } from '../../ports/state.ts';
import type { Session } from '../../sessions/session.ts';
import { isNamed } from '../../sessions/user_filter.ts';
import { didYouMean, usage } from '../complaint.ts';
import { deviceInBrief, type PeopledPort } from '../people/people.ts';
import { fits, fitsAny } from '../wildcard.ts';

/** A command has some of them. */
export interface FilterOptions {
  readonly condition?: readonly string[] | undefined;
  readonly device?: readonly string[] | undefined;
  readonly user?: readonly string[] | undefined;
  readonly name?: readonly string[] | undefined;
  readonly computer?: readonly string[] | undefined;
  readonly dormant?: boolean | undefined;
  /** Seconds. */
  readonly olderThan?: number | undefined;
  readonly inUse?: boolean | undefined;
  readonly idle?: boolean | undefined;
}

export interface Filter {
  /** The options that were given: '--older-than'. */
  readonly given: readonly string[];
  readonly hasPort: (peopled: PeopledPort) => boolean;
  readonly hasSession: (session: Session) => boolean;
}

/** Checks the options, and gives the test that they stand for. */
export function filterOf(options: FilterOptions): Filter {
  const { user = [], computer = [], dormant, olderThan } = options;
  const fitsPlace = placeFilter(options);
  return {
    given: givenIn(options),
    hasPort: (peopled) => {
      const { port, session } = peopled;
      const isAboutPerson = user.length + computer.length > 0;
      return (
        fitsPlace(peopled) &&
        // A port without a known user does not match *: that is for users of any name.
        (!isAboutPerson || (session !== undefined && isOf(user, session))) &&
        (session === undefined || fitsAny(computer, session.computer)) &&
        (dormant !== true || session?.connection?.isDormant === true) &&
        (olderThan === undefined || (isInUse(port) && port.connectDuration >= olderThan))
      );
    },
    hasSession: (session) =>
      // Ending a connection ends all of its ports, so each of them must be meant.
      (!fitsPlace.isAsked || hasOnly(session.ports, fitsPlace)) &&
      isOf(user, session) &&
      fitsAny(computer, session.computer) &&
      (dormant !== true || session.connection?.isDormant === true) &&
      // A session of unknown age is not known to be old.
      (olderThan === undefined || (session.connectDuration ?? -1) >= olderThan),
  };
}

function hasOnly(
  ports: readonly Port[],
  fits: (peopled: Pick<PeopledPort, 'port'>) => boolean,
): boolean {
  return ports.length > 0 && ports.every((port) => fits({ port }));
}

/** The filters on the port itself, whatever its user. */
function placeFilter(options: FilterOptions) {
  const { device = [], name = [], inUse, idle } = options;
  if (inUse === true && idle === true) throw usage('--in-use and --idle leave no port.');
  const conditions = (options.condition ?? []).map(checkCondition);
  const fits = ({ port }: Pick<PeopledPort, 'port'>) =>
    (conditions.length === 0 || conditions.includes(port.condition)) &&
    fitsAny(name, port.name) &&
    (fitsAny(device, port.deviceType) ||
      fitsAny(device, port.deviceName) ||
      fitsAny(device, deviceInBrief(port.deviceName))) &&
    (inUse !== true || isInUse(port)) &&
    (idle !== true || !isInUse(port));
  const isAsked = conditions.length + name.length + device.length > 0 || inUse === true;
  return Object.assign(fits, { isAsked: isAsked || idle === true });
}

function givenIn(options: FilterOptions): string[] {
  const { condition, device, user, name, computer, dormant, olderThan, inUse, idle } = options;
  const values = {
    '--condition': condition,
    '--device': device,
    '--user': user,
    '--name': name,
    '--computer': computer,
    '--dormant': dormant,
    '--older-than': olderThan,
    '--in-use': inUse,
    '--idle': idle,
  };
  return Object.entries(values).flatMap(([flag, value]) => (value === undefined ? [] : [flag]));
}

// Whether a user is one of these: alice, con*, CONTOSO\alice. A star for the name must not take in the
// domain: c* would be everybody in CONTOSO.
export function isOf(patterns: readonly string[], session: Session): boolean {
  if (fitsAny(patterns, session.userName)) return true;
  const ofDomain = patterns.filter((pattern) => pattern.includes('\\'));
  return ofDomain.some((pattern) => isNamed(session, (name) => fits(pattern, name)));
}

// The words of netsh, for hands that know them.
const otherWords: ReadonlyMap<string, string> = new Map([
  ['nonoperational', 'non-operational'],
  ['callingback', 'calling-back'],
  ['connected', 'authenticated'],
]);

function checkCondition(text: string): string {
  const folded = text.toLowerCase();
  const word = otherWords.get(folded) ?? folded;
  const words: readonly string[] = portConditions;
  if (words.includes(word) || /^unknown-\d+$/.test(word)) return word;
  const near = didYouMean(word, words);
  const question = near === undefined ? '' : ` Did you mean ${near}?`;
  throw usage(`There is no condition ${text}.${question}`, `There are ${words.join(', ')}.`);
}
