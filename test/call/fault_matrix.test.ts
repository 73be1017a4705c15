// Every function of every dialect fails with a status without a meaning: the status arrives unchanged with the
// function's name, and nothing is left behind. The functions come from the addon's own table, so that the test
// fails for a new function until it has a call here.

import { describe, expect, it } from 'vitest';
import { type Dialect, RasError } from '../../lib/index.ts';
import { loadBinding } from '../../lib/native/load.ts';
import { everyConfigMethod, functionOfConfig } from '../fixtures/config_methods.ts';
import {
  type Asked,
  argumentsOf,
  call,
  connectionOfUser,
  domain,
  everyMethod,
  furnish,
  isAsked,
  madeOfSeveral,
  methods,
  portOfUser,
  withoutRow,
} from '../fixtures/methods.ts';
import { functionNamed, lab, rejection } from '../fixtures/simulated.ts';

const MEANINGLESS = 31_337;
const { functions } = loadBinding('');

it('has a call for every operation, or a reason', () => {
  const ofConfig = everyConfigMethod.map(functionOfConfig);
  const operations = Object.values(functions)
    .flatMap((dialect) => Object.keys(dialect))
    .filter((name) => !ofConfig.includes(name));
  // The operation of `disconnect` has another name.
  const others: readonly Asked[] = ['disconnect', ...madeOfSeveral];
  const asked = everyMethod.filter((name) => !others.includes(name));
  const known = [...asked, ...Object.keys(withoutRow)];
  expect(new Set(known)).toEqual(new Set(operations));
});

describe.each(Object.keys(functions))('%s', (name) => {
  const dialect = name as Dialect;
  const fails = (operation: string): operation is Asked =>
    isAsked(operation) && methods[operation].failsOtherwise === undefined;
  const cases = Object.keys(functions[dialect] ?? {})
    .filter(fails)
    .flatMap((operation) =>
      (functions[dialect]?.[operation] ?? []).map((syscall) => ({ operation, syscall })),
    );

  it.each(cases)('$operation, when $syscall fails', async ({ operation, syscall }) => {
    const generation = methods[operation].generations?.[syscall];
    const { connect, simulated, simulator } = lab(dialect, {
      server: { domain, ...(generation !== undefined && { generation }) },
    });
    furnish(simulator, simulated);
    const server = await connect();
    const port = await portOfUser(server);
    const connection = dialect === 'rassapi' ? undefined : await connectionOfUser(server);
    const args = argumentsOf(operation, server, { port, connection });

    simulated.fail(functionNamed(syscall), MEANINGLESS);
    const error = await rejection(call(operation, server, args));
    expect(error).toBeInstanceOf(RasError);
    expect(error).toMatchObject({ status: MEANINGLESS, syscall, server: 'RAS01' });
  });
});
