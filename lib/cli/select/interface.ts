// The one interface that a word names, on one of the servers. It only reads.

import type { Interface } from '../../interfaces/interface.ts';
import type { RasServer } from '../../server.ts';
import type { Session } from '../../sessions/session.ts';
import { Complaint, didYouMean, usage } from '../complaint.ts';
import { combine } from '../exit_codes.ts';
import { sessionsOn } from '../people/people.ts';
import { type Rider, ridersOf } from '../people/riders.ts';
import { type Name, nameIn } from '../servers/qualified_name.ts';
import { results, type Servers, troubles } from '../servers/servers.ts';
import { unlessTooOld } from '../servers/too_old.ts';

export interface FoundInterface {
  readonly server: RasServer;
  readonly one: Interface;
  readonly riders: readonly Rider[];
}

/** The name in a word of the command line, for commands that take one interface. */
export function interfaceName(word: string): Name {
  const name = nameIn(word);
  if (/[*?]/.test(name.name)) {
    throw usage(
      `${name.name} is a pattern, and this takes the name of one interface.`,
      `\`rras interface list '${name.name}'\` lists what fits.`,
    );
  }
  return name;
}

/** The interfaces first: a handle that is reused in between then belongs to no connection of the old one. */
export async function interfacesOn(
  { patience }: Servers,
  server: RasServer,
): Promise<readonly Interface[]> {
  return server.enumInterfaces(patience);
}

/** Those but of clients, which come and go with their connections; undefined if there are none to ask for. */
export async function interfacesToWatch(
  servers: Servers,
  server: RasServer,
): Promise<readonly Interface[] | undefined> {
  if (!server.supports('enumInterfaces')) return undefined;
  const all = await unlessTooOld(interfacesOn(servers, server));
  return all?.filter(({ type }) => type !== 'client');
}

/** What goes over each interface is read after the interfaces. */
export async function interfacesWithRiders(
  servers: Servers,
  server: RasServer,
): Promise<FoundInterface[]> {
  const interfaces = await interfacesOn(servers, server);
  const sessions = await sessionsOn(servers, server);
  return interfaces.map((one) => found(server, one, sessions));
}

function found(server: RasServer, one: Interface, sessions: readonly Session[]): FoundInterface {
  return { server, one, riders: ridersOf(one, sessions) };
}

/** The interface of that name: exactly, else the only one that has it in other letter case. */
export function interfaceNamed(
  interfaces: readonly Interface[],
  name: string,
  server: string,
): Interface {
  const folded = name.toLowerCase();
  const exact = interfaces.filter((one) => one.name === name);
  const same =
    exact.length > 0 ? exact : interfaces.filter((one) => one.name.toLowerCase() === folded);
  const [first, second] = same;
  if (first === undefined) throw noInterface(interfaces, name, server);
  if (second !== undefined) {
    const names = same.map((one) => `${one.name} (handle ${one.handle})`).join(', ');
    throw usage(
      `Nothing was done: ${name} can be ${same.length} interfaces: ${names}.`,
      'Write the name in its letter case.',
    );
  }
  return first;
}

/** The one that is meant, among all servers: on two of them the same name is two interfaces. */
export async function findInterface(servers: Servers, name: Name): Promise<FoundInterface> {
  const outcomes = await servers.eachKept(async (server) => {
    const interfaces = await interfacesOn(servers, server);
    try {
      const one = interfaceNamed(interfaces, name.name, server.name);
      return found(server, one, await sessionsOn(servers, server));
    } catch (error) {
      // It may be on another server.
      if (error instanceof Complaint && error.exit === 'notFound') return error;
      throw error;
    }
  });
  const failed = troubles(outcomes);
  const [trouble] = failed;
  if (trouble !== undefined) {
    if (servers.isOneServer) throw errorOf(outcomes);
    const names = failed.map(({ server }) => server || 'the local server').join(', ');
    throw new Complaint(
      combine(failed.map(({ exit }) => exit)),
      `Nothing was done: ${name.name} may be on ${names}, which did not answer. ${trouble.message}`,
      `Name the server that has it: RAS01/${name.name}`,
    );
  }
  const answers = results(outcomes).map(({ result }) => result);
  const there = answers.flatMap((answer) => (answer instanceof Complaint ? [] : [answer]));
  const [one, other] = there;
  if (one !== undefined && other === undefined) return one;
  if (other !== undefined) {
    const names = there.map(({ server, one: { name: own } }) => `${server.name}/${own}`).join(', ');
    throw usage(
      `Nothing was done: there are ${there.length} interfaces ${name.name}: ${names}.`,
      'Name one with its server.',
    );
  }
  const [missing] = answers;
  if (missing instanceof Complaint && servers.isOneServer) throw missing;
  const all = servers.names.map((each) => each ?? 'the local server').join(', ');
  throw new Complaint('notFound', `There is no interface ${name.name} on ${all}.`, listHint);
}

function errorOf(outcomes: readonly object[]): unknown {
  const [first] = outcomes;
  return first !== undefined && 'error' in first ? first.error : undefined;
}

const listHint = '`rras interface list` lists the interfaces.';

function noInterface(interfaces: readonly Interface[], name: string, server: string): Complaint {
  const on = server === '' ? '' : ` on ${server}`;
  const near = didYouMean(
    name,
    interfaces.map((one) => one.name),
  );
  const question = near === undefined ? '' : ` Did you mean ${near}?`;
  return new Complaint('notFound', `There is no interface ${name}${on}.${question}`, listHint);
}
