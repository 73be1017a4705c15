// Reads a scenario from YAML. Every mistake is reported with its line, because labs are written by hand.

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import { interfaceTypes } from '../../connections/connection.ts';
import { checkHours, type DialOutHours, hoursFrom } from '../../interfaces/hours.ts';
import { vpnStrategies } from '../../interfaces/vpn_strategies.ts';
import { weekdays } from '../../interfaces/weekdays.ts';
import { callbackModes } from '../../server/user.ts';
import type { DialInSettings } from '../../simulator/accounts.ts';
import { checkDuration } from '../../simulator/duration.ts';
import { functionsOf, methods } from '../../simulator/functions.ts';
import { generations } from '../../simulator/generation.ts';
import { type PortType, portTypes } from '../../simulator/ports.ts';
import { isReport, type Report } from '../../simulator/report.ts';
import { type Complaint, didYouMean, usage } from '../complaint.ts';
import { readDuration } from '../units.ts';
import type {
  Happening,
  Scenario,
  ScenarioCaller,
  ScenarioConnection,
  ScenarioEvent,
  ScenarioInterface,
  ScenarioServer,
} from './scenario.ts';

type Members = ReadonlyMap<string, ParsedNode>;

const MOST_PORTS = 100_000;
const MOST_LINKS = 100;
const MOST_BYTES = 1_000_000_000;
const MOST_LETTERS = 64;
const SHORTEST_PERIOD = 0.1;
/** A sentence with more of them is not read. */
const MOST_WORDS = 20;
const services = ['running', 'initializing', 'stopped'] as const;

export function readScenario(text: string, file: string): Scenario {
  const report = reportIn(text);
  if (report !== undefined) {
    const servers = report.servers.map(({ server: name }) => ({
      ...(name !== '' && { name }),
      ports: [],
      connections: [],
    }));
    return { servers, report };
  }
  const lines = new LineCounter();
  // The reader below checks for duplicate names, because the parser compares each name with all others.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const [error] = document.errors;
  if (error !== undefined) {
    // The parser recurses, and deep nesting overflows its stack.
    const isTooDeep = error.code === 'RESOURCE_EXHAUSTION';
    throw mistake(file, lines, error.pos[0], isTooDeep ? 'this is nested too deep' : error.message);
  }
  const reader = new Reader(file, lines);
  const root = reader.members(document.contents, 'the lab', ['servers']);
  const servers = reader.list(root.get('servers'), 'servers').map((node) => server(reader, node));
  if (servers.length === 0) throw usage(`${file}: the lab has no server.`);
  return { servers };
}

/** What `rras doctor --report` wrote. */
function reportIn(text: string): Report | undefined {
  if (!/^\s*\{\s*"report"/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isReport(value) && value.servers.length > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

function server(reader: Reader, node: ParsedNode): ScenarioServer {
  const known = [
    'name',
    'generation',
    'service',
    'lanOnly',
    'denied',
    'unreachable',
    'ports',
    'connections',
    'interfaces',
    'users',
    'failures',
    'events',
  ];
  const members = reader.members(node, 'a server', known);
  const name = members.get('name');
  const generation = members.get('generation');
  const service = members.get('service');
  return {
    ...(name && { name: reader.text(name, 'name') }),
    options: {
      ...(generation && { generation: reader.word(generation, 'generation', generations) }),
      ...(service && { service: reader.word(service, 'service', services) }),
      ...each(members, states, (value, key) => reader.truth(value, key)),
    },
    ports: ports(reader, members.get('ports')),
    connections: reader
      .list(members.get('connections'), 'connections')
      .map((each) => connection(reader, each)),
    ...each(members, ['interfaces'] as const, (value, key) =>
      reader.list(value, key).map((one) => routerInterface(reader, one)),
    ),
    users: reader.list(members.get('users'), 'users').map((each) => user(reader, each)),
    failures: failures(reader, members.get('failures')),
    events: reader.list(members.get('events'), 'events').map((each) => event(reader, each)),
  };
}

const states = ['lanOnly', 'denied', 'unreachable'] as const;

function ports(reader: Reader, node: ParsedNode | undefined): (readonly [PortType, number])[] {
  if (node === undefined) return [];
  const members = reader.members(node, 'ports', portTypes);
  return [...members].map(([type, count]) => [
    type as PortType,
    reader.number(count, type, 0, MOST_PORTS),
  ]);
}

const textsOfInterface = ['phoneNumber', 'deviceName'] as const;
const truthsOfInterface = ['isEnabled', 'running', 'stored'] as const;
const timesOfInterface = ['idleDisconnect', 'connectingTime', 'connectedSince'] as const;
const strategies = vpnStrategies.filter((each) => each !== undefined);

function routerInterface(reader: Reader, node: ParsedNode): ScenarioInterface {
  const others = ['name', 'type', 'vpnStrategy', 'answer', 'dialOutHours'];
  const known = [...others, ...truthsOfInterface, ...textsOfInterface, ...timesOfInterface];
  const members = reader.members(node, 'an interface', known);
  const name = members.get('name');
  if (name === undefined) throw reader.mistake(node, 'an interface needs a name');
  const words = each(members, textsOfInterface, (value, key) => reader.text(value, key));
  const type = members.get('type');
  const strategy = members.get('vpnStrategy');
  const hours = members.get('dialOutHours');
  const truths = each(members, truthsOfInterface, (value, key) => reader.truth(value, key));
  if (truths.running === false && truths.stored === false) {
    throw reader.mistake(node, 'an interface runs, is stored, or both');
  }
  if (truths.running === false && members.has('connectedSince')) {
    throw reader.mistake(node, 'an interface that does not run cannot be connected');
  }
  return {
    name: reader.text(name, 'name'),
    ...(type && { type: reader.word(type, 'type', interfaceTypes) }),
    ...(strategy && { vpnStrategy: reader.word(strategy, 'vpnStrategy', strategies) }),
    ...words,
    ...truths,
    ...(hours && { dialOutHours: dialOutHours(reader, hours) }),
    ...each(members, ['answer'] as const, (value, key) => reader.number(value, key, 0, 0xffffffff)),
    ...each(members, timesOfInterface, (value, key) => reader.duration(value, key)),
  };
}

/** The ranges of each day as one text, such as 09:00-12:00 13:00-17:30. */
function dialOutHours(reader: Reader, node: ParsedNode): DialOutHours {
  const days = reader.members(node, 'dialOutHours', weekdays);
  const texts = [...days].map(([day, ranges]) => {
    const number = (weekdays as readonly string[]).indexOf(day);
    return `${number} ${reader.text(ranges, day)}`;
  });
  try {
    return checkHours('dialOutHours', hoursFrom(texts) ?? {});
  } catch {
    const example = 'monday: 09:00-12:00 13:00-17:30';
    throw reader.mistake(node, `dialOutHours must have days with their hours, such as ${example}`);
  }
}

const textsOfCaller = ['logonDomain', 'computer', 'port', 'remoteEndpoint'] as const;
const ratesOfCaller = ['bytesSent', 'bytesReceived'] as const;
const wordsOfCaller = [
  ...(['userName', 'type', 'router', 'links', 'authenticationTime'] as const),
  ...textsOfCaller,
  ...ratesOfCaller,
];

function connection(reader: Reader, node: ParsedNode): ScenarioConnection {
  const known = [...wordsOfCaller, 'since', 'dormantSince'];
  const members = reader.members(node, 'a connection', known);
  const since = members.get('since');
  const dormantSince = members.get('dormantSince');
  return {
    ...caller(reader, node, members, 'a connection'),
    since: since === undefined ? 0 : reader.duration(since, 'since'),
    ...(dormantSince && { dormantSince: reader.duration(dormantSince, 'dormantSince') }),
  };
}

function caller(reader: Reader, node: ParsedNode, members: Members, what: string): ScenarioCaller {
  const userName = members.get('userName');
  if (userName === undefined) throw reader.mistake(node, `${what} needs a userName`);
  const type = members.get('type');
  return {
    userName: reader.text(userName, 'userName'),
    ...(type && { type: reader.word(type, 'type', portTypes) }),
    ...each(members, textsOfCaller, (value, key) => reader.text(value, key)),
    ...each(members, ['router'] as const, (value, key) => reader.truth(value, key)),
    ...each(members, ['links'] as const, (value, key) => reader.number(value, key, 1, MOST_LINKS)),
    ...each(members, ratesOfCaller, (value, key) => reader.number(value, key, 0, MOST_BYTES)),
    ...each(members, ['authenticationTime'] as const, (value, key) => reader.duration(value, key)),
  };
}

/** What an event can be, and the further words of each. */
const happenings = {
  dialIn: [],
  hangUp: [],
  goDormant: [],
  wake: [],
  roam: ['to'],
  dialInterface: [],
  dropInterface: [],
  service: [],
  unreachable: [],
  denied: [],
  lanOnly: [],
  hang: [],
  delay: ['latency', 'jitter'],
  fail: ['status'],
} as const satisfies Record<Happening['kind'], readonly string[]>;
const kinds = Object.keys(happenings) as Happening['kind'][];

function event(reader: Reader, node: ParsedNode): ScenarioEvent {
  const further = Object.values(happenings).flat();
  const members = reader.members(node, 'an event', ['at', 'every', 'for', ...kinds, ...further]);
  const [kind, ...others] = kinds.filter((each) => members.has(each));
  if (kind === undefined) {
    throw reader.mistake(node, `an event needs one of ${kinds.join(', ')}`);
  }
  if (others.length > 0) {
    throw reader.mistake(
      node,
      `an event is one thing, and this is ${[kind, ...others].join(', ')}`,
    );
  }
  const own: readonly string[] = happenings[kind];
  const stray = further.find((each) => members.has(each) && !own.includes(each));
  if (stray !== undefined) throw reader.mistake(node, `${stray} means nothing beside ${kind}`);
  const [at, every, lasts] = (['at', 'every', 'for'] as const).map((key) => {
    const value = members.get(key);
    return value === undefined ? undefined : reader.duration(value, key);
  });
  const first = at ?? every;
  if (first === undefined) throw reader.mistake(node, 'an event needs at, every, or both');
  if (every !== undefined && every < SHORTEST_PERIOD) {
    throw reader.mistake(members.get('every'), 'every must be at least 100ms');
  }
  if (lasts !== undefined && kind === 'hangUp') {
    throw reader.mistake(members.get('for'), 'for means nothing beside hangUp');
  }
  return {
    at: first,
    ...(every !== undefined && { every }),
    ...(lasts !== undefined && { lasts }),
    what: happening(reader, node, kind, members),
  };
}

function happening(
  reader: Reader,
  node: ParsedNode,
  kind: Happening['kind'],
  members: Members,
): Happening {
  const given = (key: string): ParsedNode => {
    const value = members.get(key);
    if (value === undefined) throw reader.mistake(node, `${kind} needs ${key}`);
    return value;
  };
  const value = given(kind);
  switch (kind) {
    case 'dialIn':
      return {
        kind,
        caller: caller(reader, value, reader.members(value, kind, wordsOfCaller), kind),
      };
    case 'hangUp':
    case 'goDormant':
    case 'wake':
      return { kind, userName: reader.text(value, kind) };
    case 'roam': {
      const to = reader.text(given('to'), 'to');
      if (to === '' || to.length > MOST_LETTERS) {
        throw reader.mistake(given('to'), `to must have 1 to ${MOST_LETTERS} letters`);
      }
      return { kind, userName: reader.text(value, kind), to };
    }
    case 'dialInterface':
    case 'dropInterface':
      return { kind, name: reader.text(value, kind) };
    case 'service':
      return { kind, state: reader.word(value, kind, services) };
    case 'unreachable':
    case 'denied':
    case 'lanOnly':
      return { kind, isSo: reader.truth(value, kind) };
    case 'hang':
      return { kind, name: reader.word(value, kind, mayFail) };
    case 'delay': {
      const jitter = members.get('jitter');
      const name = reader.word(value, kind, ['all' as const, ...mayFail]);
      return {
        kind,
        name: name === 'all' ? undefined : name,
        latency: reader.duration(given('latency'), 'latency'),
        jitter: jitter === undefined ? 0 : reader.duration(jitter, 'jitter'),
      };
    }
    case 'fail':
      return {
        kind,
        name: reader.word(value, kind, mayFail),
        status: reader.number(given('status'), 'status', 0, 0xffffffff),
      };
  }
}

function user(reader: Reader, node: ParsedNode): readonly [string, DialInSettings] {
  const truths = ['mayDialIn', 'usesPolicy'] as const;
  const known = ['name', 'callback', 'phoneNumber', ...truths];
  const members = reader.members(node, 'a user', known);
  const name = members.get('name');
  if (name === undefined) throw reader.mistake(node, 'a user needs a name');
  const callback = members.get('callback');
  return [
    reader.text(name, 'name'),
    {
      ...each(members, truths, (value, key) => reader.truth(value, key)),
      ...(callback && { callback: reader.word(callback, 'callback', callbackModes) }),
      ...each(members, ['phoneNumber'] as const, (value, key) => reader.text(value, key)),
    },
  ];
}

/** The given names that exist, each read in the same way. The names are ours, not the file's. */
function each<Name extends string, Value>(
  members: Members,
  names: readonly Name[],
  read: (value: ParsedNode, name: Name) => Value,
): { readonly [Key in Name]?: Value } {
  const found: { [Key in Name]?: Value } = {};
  for (const name of names) {
    const value = members.get(name);
    if (value !== undefined) found[name] = read(value, name);
  }
  return found;
}

const mayFail = [...methods, ...functionsOf.mprapi];

function failures(
  reader: Reader,
  node: ParsedNode | undefined,
): NonNullable<ScenarioServer['failures']> {
  if (node === undefined) return [];
  const members = reader.members(node, 'failures', mayFail);
  return mayFail.flatMap((name) => {
    const status = members.get(name);
    return status === undefined
      ? []
      : [[name, reader.number(status, name, 0, 0xffffffff)] as const];
  });
}

/** Reads nodes as the expected type. Objects are never made from the file's keys. */
class Reader {
  readonly #file: string;
  readonly #lines: LineCounter;

  constructor(file: string, lines: LineCounter) {
    this.#file = file;
    this.#lines = lines;
  }

  mistake(node: Node | null | undefined, words: string): Complaint {
    return mistake(this.#file, this.#lines, node?.range?.[0] ?? 0, words);
  }

  members(node: ParsedNode | null, what: string, known?: readonly string[]): Members {
    if (!isMap(node)) throw this.mistake(node, `${what} must be names with values`);
    const members = new Map<string, ParsedNode>();
    const names = new Set<string>();
    for (const { key, value } of node.items) {
      const name = this.text(key, 'a name');
      if (known !== undefined && !known.includes(name)) {
        const near = didYouMean(name, known);
        const meant = near === undefined ? '' : ` (did you mean ${near}?)`;
        throw this.mistake(key, `${what} has no ${name}${meant}; there are ${known.join(', ')}`);
      }
      if (names.has(name)) throw this.mistake(key, `${what} has ${name} twice`);
      names.add(name);
      // `connections:` without a value.
      if (value !== null && !(isScalar(value) && value.value === null)) members.set(name, value);
    }
    return members;
  }

  list(node: ParsedNode | undefined, what: string): ParsedNode[] {
    if (node === undefined) return [];
    if (!isSeq(node)) throw this.mistake(node, `${what} must be a list`);
    return node.items;
  }

  text(node: ParsedNode | null, what: string): string {
    const value = this.#scalar(node, what);
    if (typeof value === 'string') return value;
    // A user may be named 007 or true.
    if (isScalar(node) && node.source !== undefined && value !== null) return node.source;
    throw this.mistake(node, `${what} must be a text`);
  }

  word<Word extends string>(node: ParsedNode, what: string, words: readonly Word[]): Word {
    const text = this.text(node, what);
    const word = words.find((each) => each === text);
    if (word === undefined) {
      const near = words.length > MOST_WORDS ? didYouMean(text, words) : undefined;
      const some = near === undefined ? `one of ${words.join(', ')}` : `a word such as ${near}`;
      throw this.mistake(node, `${what} must be ${some}, and is ${text}`);
    }
    return word;
  }

  number(node: ParsedNode, what: string, least: number, most: number): number {
    const value = this.#scalar(node, what);
    if (!Number.isInteger(value) || Number(value) < least || Number(value) > most) {
      throw this.mistake(node, `${what} must be a whole number from ${least} to ${most}`);
    }
    return Number(value);
  }

  truth(node: ParsedNode, what: string): boolean {
    const value = this.#scalar(node, what);
    if (typeof value !== 'boolean') throw this.mistake(node, `${what} must be true or false`);
    return value;
  }

  duration(node: ParsedNode, what: string): number {
    const text = this.text(node, what);
    const seconds = readDuration(text) ?? shortTime(text);
    if (seconds === undefined) {
      throw this.mistake(node, `${what} must be a time such as 300ms, 45s, 25m, 3h 12m or 2d`);
    }
    return seconds;
  }

  #scalar(node: ParsedNode | null, what: string): unknown {
    if (isAlias(node)) throw this.mistake(node, 'a lab has no use for aliases (*name)');
    if (!isScalar(node)) throw this.mistake(node, `${what} must be one value`);
    return node.value;
  }
}

/** 300ms, 1.5s */
function shortTime(text: string): number | undefined {
  try {
    return checkDuration('time', text);
  } catch {
    return undefined;
  }
}

function mistake(file: string, lines: LineCounter, offset: number, words: string): Complaint {
  const { line, col } = lines.linePos(offset);
  return usage(`${file}:${line}:${col}: ${words}`);
}
