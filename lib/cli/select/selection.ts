// What a command line selects, as one value. Empty, contradictory and meaningless combinations are
// refused here, before a server is asked for anything.

import { usage } from '../complaint.ts';
import { type Name, nameIn } from '../servers/qualified_name.ts';
import { type Filter, type FilterOptions, filterOf } from './filter.ts';
import { checkReasons, type ReasonOptions } from './stale.ts';

/** Which of several connections of a user. */
export type Which = 'one' | 'newest' | 'oldest' | 'all';

export type Selection =
  | {
      readonly kind: 'named ports';
      readonly names: readonly Name[];
      readonly routers: Routers;
      /** How the command takes a user, for somebody who named one. */
      readonly userOption: '--user' | '--all --user';
    }
  | {
      readonly kind: 'ports';
      readonly filter: Filter;
      readonly isInUse: boolean;
      readonly routers: Routers;
    }
  | {
      readonly kind: 'connections';
      /** As they stand on the command line; undefined is everybody. */
      readonly users: readonly string[] | undefined;
      readonly which: Which;
      readonly filter: Filter;
      readonly routers: Routers;
    }
  | {
      readonly kind: 'stale';
      readonly filter: Filter;
      readonly reasons: ReasonOptions;
      readonly routers: Routers;
    }
  | { readonly kind: 'one connection'; readonly who: Name };

/** The names of a selection, which may bring their servers. */
export function namesOf(selection: Selection): readonly Name[] {
  if (selection.kind === 'named ports') return selection.names;
  return selection.kind === 'one connection' ? [selection.who] : [];
}

/** Whether connections of routers are selected. 'any' is for commands that do not harm them. */
export type Routers = 'included' | 'left out' | 'any';

/** A command has some of them. */
export interface SelectOptions extends FilterOptions, Partial<ReasonOptions> {
  readonly all?: boolean | undefined;
  readonly one?: boolean | undefined;
  readonly newest?: boolean | undefined;
  readonly oldest?: boolean | undefined;
  readonly stale?: boolean | undefined;
  readonly includeRouters?: boolean | undefined;
}

export interface SelectRules {
  /** The message if nothing is selected: 'Disconnect what?' */
  readonly question: string;
  /** Whether --all means only ports that somebody is on. */
  readonly isInUse: boolean;
  /** Whether --user selects connections, or with --all ports. */
  readonly byUser: 'connections' | 'ports';
  /** Which of a user's connections are selected without an option. */
  readonly which: 'one' | 'all';
  readonly routers: 'asked for' | 'any';
}

export function selectionOf(
  names: readonly string[],
  options: SelectOptions,
  rules: SelectRules,
): Selection {
  const { user, includeRouters, all, stale, maxAge, samples, every } = options;
  const filter = filterOf(options);
  const which = whichOf(options);
  const reasons: ReasonOptions = { maxAge, samples, every };
  const routers =
    rules.routers === 'any' ? 'any' : includeRouters === true ? 'included' : 'left out';
  if (names.length > 0) {
    refuseBeside('names of ports', [
      ...filter.given,
      ...(which === undefined ? [] : [`--${which}`]),
      ...(stale === true ? ['--stale'] : []),
      ...givenReasons(reasons),
    ]);
    for (const name of names) checkPlain(name);
    const userOption = rules.byUser === 'connections' ? '--user' : '--all --user';
    return { kind: 'named ports', names: names.map(nameIn), routers, userOption };
  }
  if (stale === true) {
    if (which !== undefined)
      throw usage(`--stale means all that look dead, so --${which} is not for it.`);
    checkReasons(reasons);
    return { kind: 'stale', filter, reasons, routers };
  }
  const [reason] = givenReasons(reasons);
  if (reason !== undefined) throw usage(`${reason} is about --stale, and that is not there.`);
  if (user !== undefined && rules.byUser === 'connections') {
    return { kind: 'connections', users: user, which: whichOfUser(), filter, routers };
  }
  if (which !== undefined && which !== 'all') {
    throw usage(`--${which} is about the connections of a --user.`);
  }
  if (all !== true) {
    throw usage(rules.question, 'Name ports (`rras ports` lists them), or say --all.');
  }
  return { kind: 'ports', filter, isInUse: rules.isInUse, routers };

  function whichOfUser(): Which {
    const isSeveral = (user?.length ?? 0) > 1 || /[*?]/.test(user?.[0] ?? '');
    if (isSeveral && which !== 'all') {
      throw usage('Several users can be meant: say --all, or name one.');
    }
    const others = filter.given.filter((flag) => flag !== '--user');
    // Ambiguous: the newest of the matches, or the newest if it matches? These can be two different people.
    if ((which === 'newest' || which === 'oldest') && others.length > 0) {
      throw usage(
        `--${which} and ${others.join(', ')} leave open which comes first.`,
        '`rras connections` with the same filters lists them; then name the port.',
      );
    }
    return which ?? rules.which;
  }
}

function whichOf({ one, newest, oldest, all }: SelectOptions): Which | undefined {
  const said = Object.entries({ one, newest, oldest, all }).filter(([, is]) => is === true);
  if (said.length > 1) {
    throw usage(`${said.map(([name]) => `--${name}`).join(' and ')} contradict each other.`);
  }
  if (one === true) return 'one';
  if (newest === true) return 'newest';
  if (oldest === true) return 'oldest';
  return all === true ? 'all' : undefined;
}

function givenReasons({ maxAge, samples, every }: ReasonOptions): string[] {
  const values = { '--max-age': maxAge, '--samples': samples, '--every': every };
  return Object.entries(values).flatMap(([flag, value]) => (value === undefined ? [] : [flag]));
}

function refuseBeside(what: string, flags: readonly string[]): void {
  if (flags.length === 0) return;
  throw usage(
    `${flags.join(', ')} cannot stand beside ${what}.`,
    'Name ports, or say which are meant with --all and filters.',
  );
}

// A command that disconnects people takes names and no patterns: a star that the shell did not expand
// would be many of them.
function checkPlain(name: string): void {
  if (!/[*?]/.test(name)) return;
  throw usage(
    `${name} is a pattern, and this takes the names of ports.`,
    `To act on several, say --all with --name '${name}'.`,
  );
}
