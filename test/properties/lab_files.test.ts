// Any file is a lab or a mistake that is reported with its place, and never changes the prototype of objects.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Complaint } from '../../lib/cli/complaint.ts';
import { build } from '../../lib/cli/labs/build.ts';
import { exampleScenario } from '../../lib/cli/labs/example.ts';
import { historyFile } from '../../lib/cli/labs/history.ts';
import type { Scenario } from '../../lib/cli/labs/scenario.ts';
import { readScenario } from '../../lib/cli/labs/scenario_file.ts';
import { labs } from '../cli/labs.ts';
import { rras } from '../cli/terminal.ts';
import { hostileText, seed } from './texts.ts';

const here = labs();

let inherited: string;
beforeEach(() => {
  inherited = everythingInherited();
});
afterEach(() => {
  expect(everythingInherited()).toBe(inherited);
});

function everythingInherited(): string {
  return [Object.prototype, Array.prototype, String.prototype, Function.prototype]
    .map((each) =>
      JSON.stringify(Object.getOwnPropertyDescriptors(each), (_, value) =>
        typeof value === 'function' ? value.name : value,
      ),
    )
    .join();
}

/** Reads a lab and makes it. An error must be one for the author of the file. */
function tried(text: string): Scenario | undefined {
  try {
    const scenario = readScenario(text, 'lab.yaml');
    const simulator = build(scenario, 'lab.yaml');
    // Whatever the file plans can happen.
    simulator.step('10s');
    simulator.dispose();
    return scenario;
  } catch (error) {
    expect(error).toBeInstanceOf(Complaint);
    expect(error).toMatchObject({
      exit: 'usage',
      message: expect.stringMatching(/^lab\.yaml(?::\d+:\d+)?: ./),
    });
    return undefined;
  }
}

const members = [
  ...[
    'servers',
    'name',
    'generation',
    'service',
    'lanOnly',
    'denied',
    'ports',
    'connections',
    'users',
  ],
  ...[
    'failures',
    'sstp',
    'ikev2',
    'userName',
    'logonDomain',
    'computer',
    'type',
    'port',
    'remoteEndpoint',
  ],
  ...[
    'bytesSent',
    'since',
    'dormantSince',
    'links',
    'router',
    'mayDialIn',
    'usesPolicy',
    'callback',
    'phoneNumber',
  ],
  ...['events', 'at', 'every', 'for', 'dialIn', 'hangUp', 'roam', 'unreachable', 'hang', 'delay'],
];
const inheritedNames = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', '<<'];
const key = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...members) },
  { weight: 1, arbitrary: fc.constantFrom(...inheritedNames) },
  { weight: 1, arbitrary: hostileText },
);
const scalar = fc.oneof(
  hostileText,
  fc.constantFrom(
    'ikev2',
    'sstp',
    'stopped',
    '2003',
    'preset',
    '25m',
    '2d 4h',
    'RAS01',
    'VPN2-0',
    ...inheritedNames,
  ),
  fc.constantFrom<unknown>(true, false, null, 0, 1, 3, -1, 1.5, 1e9, -0),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    scalar,
    fc
      .array(fc.tuple(key, tie('tree')), { maxLength: 4 })
      .map((pairs) => Object.fromEntries(pairs)),
    fc.array(tie('tree'), { maxLength: 3 }),
  ),
}));

describe('a lab', () => {
  it('of any JSON is a lab or a mistake with its place', () => {
    fc.assert(
      fc.property(tree, (value) => {
        tried(JSON.stringify(value));
      }),
      { seed, numRuns: 700 },
    );
  });

  it('that is nearly right is a lab or a mistake with its place', () => {
    const good = fc.constantFrom('sstp', 'ikev2', 'l2tp', 'pptp', 'modem');
    const port = fc.oneof(
      { weight: 15, arbitrary: good },
      { weight: 1, arbitrary: fc.constantFrom(...inheritedNames) },
    );
    const maybe = <Value>(value: fc.Arbitrary<Value>) =>
      fc.oneof(
        { weight: 40, arbitrary: value as fc.Arbitrary<unknown> },
        { weight: 1, arbitrary: scalar },
      );
    const server = fc.record(
      {
        name: maybe(fc.constantFrom('RAS01', 'RAS02', 'ras01')),
        service: maybe(fc.constantFrom('running', 'stopped', 'initializing')),
        generation: maybe(fc.constantFrom('nt4', '2000', '2016')),
        lanOnly: maybe(fc.boolean()),
        ports: maybe(fc.dictionary(port, maybe(fc.nat(5)), { maxKeys: 3 })),
        connections: maybe(
          fc.array(
            fc.record(
              {
                userName: maybe(hostileText),
                type: maybe(port),
                since: maybe(fc.constantFrom('1d', '5m', '0')),
                dormantSince: maybe(fc.constantFrom('1m', '9d')),
                authenticationTime: maybe(fc.constantFrom('1m', '9d')),
                links: maybe(fc.integer({ min: 1, max: 2 })),
                router: maybe(fc.boolean()),
                bytesSent: maybe(fc.nat()),
              },
              { requiredKeys: ['userName'] },
            ),
            { maxLength: 3 },
          ),
        ),
        users: maybe(
          fc.array(
            fc.record(
              {
                name: maybe(hostileText),
                mayDialIn: maybe(fc.boolean()),
                callback: maybe(fc.constantFrom('none', 'preset')),
              },
              { requiredKeys: ['name'] },
            ),
            { maxLength: 2 },
          ),
        ),
        events: maybe(
          fc.array(
            fc
              .tuple(
                fc.record(
                  {
                    at: maybe(fc.constantFrom('300ms', '2s', '1h')),
                    every: maybe(fc.constantFrom('1s', '3s', '1ms')),
                    for: maybe(fc.constantFrom('500ms', '4s')),
                  },
                  { requiredKeys: ['at'] },
                ),
                fc.oneof(
                  fc.record({
                    dialIn: maybe(
                      fc.record(
                        { userName: maybe(hostileText), type: maybe(port), links: fc.nat(2) },
                        { requiredKeys: ['userName'] },
                      ),
                    ),
                  }),
                  fc.record({ hangUp: maybe(hostileText) }),
                  fc.record({ roam: hostileText, to: maybe(hostileText) }),
                  fc.record({ service: maybe(fc.constantFrom('stopped', 'initializing')) }),
                  fc.record({ unreachable: maybe(fc.boolean()) }),
                  fc.record({ hang: maybe(fc.constantFrom('enumPorts', 'MprAdminPortEnum')) }),
                  fc.record({
                    delay: maybe(fc.constantFrom('all', 'enumPorts')),
                    latency: maybe(fc.constantFrom('1s', '5ms')),
                  }),
                  fc.record({ fail: fc.constantFrom('LocalFree', 'enumPorts'), status: fc.nat() }),
                ),
              )
              .map(([when, what]) => ({ ...when, ...what })),
            { maxLength: 2 },
          ),
        ),
        failures: maybe(
          fc.dictionary(fc.constantFrom('MprAdminPortEnum', ...inheritedNames), maybe(fc.nat()), {
            maxKeys: 2,
          }),
        ),
      },
      { requiredKeys: [] },
    );
    const strange = server.map((each) => ({ ...each, constructor: {} }));
    const lab = fc.record({
      servers: fc.array(
        fc.oneof({ weight: 15, arbitrary: server }, { weight: 1, arbitrary: strange }),
        { minLength: 1, maxLength: 3 },
      ),
    });
    let made = 0;
    let refused = 0;
    fc.assert(
      fc.property(lab, (value) => {
        const scenario = tried(JSON.stringify(value));
        if (value.servers.some((server) => Object.hasOwn(server, 'constructor'))) {
          refused += 1;
          expect(scenario).toBeUndefined();
        }
        if (scenario === undefined) return;
        made += 1;
        // Exactly the content of the file was read.
        expect(scenario.servers.map(({ name }) => name)).toEqual(
          value.servers.map(({ name }) => textOf(name)),
        );
        for (const [at, server] of scenario.servers.entries()) {
          // JSON has no -0, and a member without a value counts as missing.
          const ports = Object.entries(
            JSON.parse(JSON.stringify(value.servers[at]?.ports ?? {})),
          ).filter(([, count]) => count !== null);
          expect([...server.ports]).toEqual(ports);
          expect(server.connections.map(({ userName }) => userName)).toHaveLength(
            (value.servers[at]?.connections as [] | undefined)?.length ?? 0,
          );
        }
      }),
      { seed, numRuns: 1000 },
    );
    expect(made).toBeGreaterThan(15);
    expect(refused).toBeGreaterThan(15);
  });

  it('of any text is a lab or a mistake with its place', () => {
    const pieces = [
      'servers:',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '<<: *a',
      '? ',
      ': ',
      '!!js/function ',
      '!!binary ',
      '|\n',
      '>\n',
      '---\n',
      '...\n',
      '%YAML 1.2\n',
      '# ',
      '"',
      "'",
      '\t',
      'name: RAS01',
      '__proto__: {polluted: 1}',
      '{"__proto__": {"polluted": 1}}',
    ];
    const text = fc
      .array(
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...pieces) },
          { weight: 1, arbitrary: hostileText },
        ),
        { maxLength: 20 },
      )
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (each) => {
        tried(each);
      }),
      { seed, numRuns: 700 },
    );
  });

  it('that is the example with something else in a place is a lab or a mistake with its place', () => {
    const change = fc.tuple(
      fc.nat(exampleScenario.length),
      fc.nat(12),
      fc.oneof(hostileText, fc.constantFrom('&a', '*a', ':', '\n', '- ', '{', '[')),
    );
    fc.assert(
      fc.property(change, ([at, length, text]) => {
        tried(exampleScenario.slice(0, at) + text + exampleScenario.slice(at + length));
      }),
      { seed, numRuns: 120 },
    );
  });

  it.each([
    ['lists in lists', '['.repeat(20_000)],
    ['lists in lists that end', `servers: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['names in names', '{a: '.repeat(20_000)],
    ['steps in steps', '- '.repeat(20_000)],
    ['names that are names', '? '.repeat(20_000)],
    [
      'aliases of aliases',
      `a: &a [x,x,x,x,x,x,x,x]\n${[...'bcdefghijk'].map((name, at) => `${name}: &${name} [${`*${'abcdefghij'[at]},`.repeat(9)}]`).join('\n')}\nservers: *k\n`,
    ],
    [
      'many names',
      `servers:\n  - name: A\n    failures: {${Array.from({ length: 30_000 }, (_, at) => `f${at}: 5`).join(', ')}}\n`,
    ],
    ['a number without end', `servers: [{ ports: { sstp: ${'9'.repeat(10_000)} } }]`],
  ])('of %s is reported quickly as a mistake with its place', (_, text) => {
    expect(tried(text)).toBeUndefined();
  });

  it('with a name twice is a mistake', () => {
    expect(() => readScenario('servers: [{ name: A, name: B }]', 'lab.yaml')).toThrow(
      /^lab\.yaml:1:\d+: /,
    );
  });
});

/** A number in the place of a name is read as text. */
function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

describe('the history of a lab', () => {
  const lab =
    'servers: [{ name: RAS01, ports: { sstp: 2 }, connections: [{ userName: alice }] }]\n';
  const number = fc.oneof(
    fc.nat(100),
    fc.constantFrom<unknown>(-1, 1e308, -1e308, 0.5, null, '1', 1e17),
  );
  const action = fc.oneof(
    fc.constantFrom(
      'disconnectPort',
      'disconnectSession',
      'resetPort',
      'setUser',
      'sendUserMessage',
      ...inheritedNames,
      'disconnect',
      'watch',
    ),
    hostileText,
  );
  const deed = fc.record({
    at: number,
    server: fc.oneof(fc.constantFrom('RAS01', ''), hostileText),
    action,
    args: fc.oneof(
      fc.array(
        fc.oneof(fc.constant<unknown>('VPN2-0'), fc.jsonValue({ maxDepth: 2 }), hostileText),
        { maxLength: 3 },
      ),
      scalar,
    ),
  });
  const line = fc.oneof(
    { weight: 5, arbitrary: deed.map((each) => JSON.stringify(each)) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        hostileText,
        fc.json(),
        fc.constant(
          '{"at":1,"server":"RAS01","action":"setUser","args":["a",{"__proto__":{"polluted":1}}]}',
        ),
        fc.constant('{"at":1e999,"server":"RAS01","action":"disconnectPort","args":[]}'),
      ),
    },
  );

  it('is done again, or is a mistake that says how to begin anew', async () => {
    const file = await here.write('lab.yaml', lab);
    await rras(['ports', `--sim=${file}`]);
    const [beginning = ''] = (await here.read('lab.yaml.history')).split('\n');
    let damaged = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 4 }), number, async (lines, began) => {
        const first = {
          ...JSON.parse(beginning),
          ...(typeof began === 'number' && began > 50 ? { began } : {}),
        };
        await here.write(
          historyFile('lab.yaml'),
          [JSON.stringify(first), ...lines].map((each) => `${each}\n`).join(''),
        );
        const { code, stdout, stderr } = await rras(['ports', '--json', `--sim=${file}`]);
        if (code === 0) {
          expect(JSON.parse(stdout).items).toHaveLength(2);
          return;
        }
        damaged += 1;
        expect({ code, stderr }).toMatchObject({
          code: 2,
          stderr: expect.stringMatching(
            /lab\.yaml\.history is damaged\.\n {2}try: `rras sim reset/,
          ),
        });
      }),
      { seed, numRuns: 80 },
    );
    expect(damaged).toBeGreaterThan(10);
  });
});
