// Names of servers and of ports, with wildcards, and as filters. Each is compared with a very simple model.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkServerName } from '../../lib/call/server_name.ts';
import { filterOf } from '../../lib/cli/select/filter.ts';
import { fits } from '../../lib/cli/wildcard.ts';
import { findPort } from '../../lib/ports/by_name.ts';
import { type PortCondition, portConditions } from '../../lib/ports/port.ts';
import { sessionsOf, sessionsOnPorts } from '../../lib/sessions/join.ts';
import { everyDialect, lab } from '../fixtures/simulated.ts';
import { aConnection, aPort } from '../watch/plain_records.ts';
import { hostileText, seed } from './texts.ts';

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a name of a server', () => {
  it('is refused with a clear error, or reaches the API as it is, less the backslashes', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.webAuthority(), fc.domain(), fc.ipV6()), (text) => {
        const error = thrown(() => checkServerName(text));
        if (error !== undefined) {
          expect(error).toBeInstanceOf(TypeError);
          expect(error).toMatchObject({ code: 'ERR_INVALID_ARG_VALUE' });
          return;
        }
        taken += 1;
        const name = checkServerName(text);
        expect(text.endsWith(name) && [name.length, name.length + 2].includes(text.length)).toBe(
          true,
        );
        for (const character of name) {
          expect(character).not.toMatch(
            /[\0-\x20\x7f-\xa0\ud800-\udfff\\/"<>|*?\u2028\u2029\u3000]/u,
          );
        }
      }),
      { seed, numRuns: 1000 },
    );
    expect(taken).toBeGreaterThan(200);
  });

  it.each([undefined, null, 1, {}, [], Symbol('x'), 10n, () => 'RAS01'].slice(1))(
    'is not %s',
    (value) => {
      expect(() => checkServerName(value)).toThrow(TypeError);
    },
  );
});

// Twelve letters with special properties. With more, names would seldom collide.
const letter = fc.constantFrom('a', 'A', 'b', '-', '1', 'Σ', 'ς', 'σ', 'İ', '😀', '\ud800', '佐');
const plainName = fc.array(letter, { maxLength: 7 }).map((all) => all.join(''));
const pattern = fc
  .array(fc.oneof(letter, fc.constantFrom('*', '?')), { maxLength: 7 })
  .map((all) => all.join(''));

/** Tries every way to fill the stars. */
function naivelyFits([first, ...wanted]: readonly string[], given: readonly string[]): boolean {
  if (first === undefined) return given.length === 0;
  if (first === '*')
    return given.length > 0
      ? naivelyFits(wanted, given) || naivelyFits([first, ...wanted], given.slice(1))
      : naivelyFits(wanted, given);
  const [next, ...rest] = given;
  return next !== undefined && (first === '?' || isSame(first, next)) && naivelyFits(wanted, rest);
}

/** Compares single characters in any case. */
function isSame(one: string, other: string): boolean {
  return (
    one === other ||
    one.toLowerCase() === other.toLowerCase() ||
    one.toUpperCase() === other.toUpperCase()
  );
}

describe('a pattern', () => {
  it('fits what it fits in the model', () => {
    let fitting = 0;
    fc.assert(
      fc.property(pattern, plainName, (wanted, name) => {
        const expected = naivelyFits([...wanted], [...name]);
        if (expected) fitting += 1;
        expect(fits(wanted, name)).toBe(expected);
      }),
      { seed, numRuns: 5000 },
    );
    expect(fitting).toBeGreaterThan(200);
  });

  it('made from a name by putting in wildcards fits that name', () => {
    const hidden = hostileText.chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.array(fc.constantFrom('as it is', '?', '*', '**'), { minLength: 60, maxLength: 60 }),
      ),
    );
    fc.assert(
      fc.property(hidden, ([name, choices]) => {
        const made = [...name]
          .map((character, place) => {
            const choice = choices[place % choices.length] ?? '*';
            return choice === 'as it is' && !'*?'.includes(character)
              ? character
              : choice.replace('as it is', '?');
          })
          .join('');
        expect(fits(made, name)).toBe(true);
        expect(fits('*', name)).toBe(true);
        expect(fits(`${made}x`, `${name}y`)).toBe(false);
      }),
      { seed, numRuns: 1000 },
    );
  });

  // Stars and a text that nearly matches: a matcher that tries every way would not end.
  it('ends soon, however many stars it has', () => {
    for (const stars of [10, 100, 1000]) {
      expect(fits(`${'*a'.repeat(stars)}*b`, 'a'.repeat(3000))).toBe(false);
      expect(fits(`${'*'.repeat(stars)}a?`, 'a'.repeat(3000))).toBe(true);
    }
  });
});

/** A pattern with a backslash matches domain and name; any other matches the name alone. */
function isOf(patterns: readonly string[] = [], user: string, domain: string): boolean {
  if (patterns.length === 0) return true;
  return patterns.some(
    (each) =>
      naivelyFits([...each], [...user]) ||
      (domain !== '' && each.includes('\\') && naivelyFits([...each], [...`${domain}\\${user}`])),
  );
}

describe('filters', () => {
  const anyPort = fc.record({
    name: plainName,
    deviceType: plainName,
    deviceName: plainName,
    condition: fc.constantFrom<PortCondition>(...portConditions),
    userName: fc.option(plainName, { nil: undefined }),
  });
  const patterns = fc.array(pattern, { maxLength: 2 });

  it('of ports take those that meet each of them', () => {
    const options = fc.record(
      {
        name: patterns,
        device: patterns,
        user: patterns,
        condition: fc.array(fc.constantFrom(...portConditions), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(options, anyPort, (wanted, { userName, ...rest }) => {
        const port = aPort({
          ...rest,
          ...(userName !== undefined && { userName, logonDomain: 'D' }),
        });
        const any = (all: readonly string[] | undefined, ...texts: string[]) =>
          all === undefined ||
          all.length === 0 ||
          all.some((each) => texts.some((text) => naivelyFits([...each], [...text])));
        const [session] = sessionsOnPorts([port]);
        expect(filterOf(wanted).hasPort({ port, session, isRouter: false })).toBe(
          (wanted.condition === undefined ||
            wanted.condition.length === 0 ||
            wanted.condition.includes(port.condition as never)) &&
            any(wanted.name, port.name) &&
            any(wanted.device, port.deviceType, port.deviceName) &&
            (userName === undefined
              ? (wanted.user ?? []).length === 0
              : isOf(wanted.user, userName, 'D')),
        );
      }),
      { seed, numRuns: 1500 },
    );
  });

  it('of ports know every condition, and say so of every other word', () => {
    fc.assert(
      fc.property(hostileText, (word) => {
        const error = thrown(() => filterOf({ condition: [word] }));
        if (error !== undefined)
          expect(error).toMatchObject({
            exit: 'usage',
            message: expect.stringContaining('no condition'),
          });
      }),
      { seed, numRuns: 500 },
    );
  });

  it('of connections take those that meet each of them', () => {
    const options = fc.record(
      { user: patterns, computer: patterns, dormant: fc.boolean(), olderThan: fc.nat(9) },
      { requiredKeys: [] },
    );
    const person = fc.record({
      userName: plainName,
      logonDomain: plainName,
      computer: plainName,
      isDormant: fc.constantFrom(true, false, undefined),
      connectDuration: fc.nat(9),
    });
    fc.assert(
      fc.property(options, person, (wanted, who) => {
        const any = (all: readonly string[] = [], ...texts: string[]) =>
          all.length === 0 ||
          all.some((each) => texts.some((text) => naivelyFits([...each], [...text])));
        const fitting = sessionsOf([aConnection(who)], []).filter(filterOf(wanted).hasSession);
        expect(fitting.length === 1).toBe(
          isOf(wanted.user, who.userName, who.logonDomain) &&
            any(wanted.computer, who.computer) &&
            (wanted.dormant !== true || who.isDormant === true) &&
            who.connectDuration >= (wanted.olderThan ?? 0),
        );
      }),
      { seed, numRuns: 1500 },
    );
  });
});

// Short, so that some differ in letter case only.
const shortName = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '\ud800'), maxLength: 2 });

it('a port is found by its name, or by the only one that differs in letter case, or not at all', () => {
  fc.assert(
    fc.property(fc.uniqueArray(shortName, { maxLength: 4 }), shortName, (names, wanted) => {
      const ports = names.map((name, handle) => aPort({ name, handle }));
      const folded = names.filter((name) => name.toLowerCase() === wanted.toLowerCase());
      const expected = names.includes(wanted)
        ? wanted
        : folded.length === 1
          ? folded[0]
          : undefined;
      const error = thrown(() => findPort(ports, wanted, 'RAS01'));
      if (error === undefined) expect(findPort(ports, wanted, 'RAS01').name).toBe(expected);
      else {
        expect(expected).toBeUndefined();
        expect(error).toMatchObject(
          folded.length > 1 ? { code: 'ERR_INVALID_ARG_VALUE' } : { code: 'ERROR_PORT_NOT_FOUND' },
        );
      }
    }),
    { seed, numRuns: 1000 },
  );
});

// To the API a name with half a surrogate pair is 16-bit units like any other.
it.each(everyDialect)('%s: any name of a port names that port, unit for unit', async (dialect) => {
  const names = fc.sample(
    hostileText.filter((name) => name !== '' && name.length <= 16 && !name.includes('\0')),
    { seed, numRuns: 60 },
  );
  const { connect, simulated } = lab(dialect);
  const distinct = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
  for (const name of distinct) simulated.addPort({ name, condition: 'listening' });
  const server = await connect();
  expect((await server.enumPorts()).map(({ name }) => name)).toEqual(distinct);
  for (const name of distinct) {
    simulated.dialIn({ userName: 'alice', port: name });
    await server.disconnectPort(name);
    expect(simulated.connections).toEqual([]);
  }
});
