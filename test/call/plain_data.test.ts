// What the package returns is plain data: it prints as such, is equal to a copy by every runner's measure,
// and can be sent to another thread or stored.

import assert from 'node:assert';
import { inspect } from 'node:util';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { everyDialect, lab } from '../fixtures/simulated.ts';

/** Through a message to another thread. */
function sent<Thing>(thing: Thing): Thing {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(thing);
  const message = receiveMessageOnPort(port2)?.message as Thing;
  port1.close();
  return message;
}

/** The prototypes of a thing and of everything in it. */
function prototypes(thing: unknown): ReadonlySet<unknown> {
  if (typeof thing !== 'object' || thing === null) return new Set();
  const inner = Object.values(thing).flatMap((each) => [...prototypes(each)]);
  return new Set([Object.getPrototypeOf(thing), ...inner]);
}

describe.each(everyDialect)('%s', (dialect) => {
  async function everything(): Promise<Readonly<Record<string, unknown>>> {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('ikev2', 2);
    simulated.addPorts('sstp', 2);
    simulated.dialIn({ userName: 'alice', logonDomain: 'CORP', computer: 'LAPTOP-7' });
    const bob = simulated.dialIn({ userName: 'bob', type: 'sstp' });
    simulator.step(60);
    if (dialect === 'mprapi') simulated.quarantine(bob, 'probation', 3_600);
    const server = await connect();
    const ports = await server.enumPorts();
    const changes: unknown[] = [];
    for await (const change of server.watch()) {
      changes.push(change);
      break;
    }
    return {
      ports,
      details: await Promise.all(ports.map((port) => server.getPort(port))),
      ...(dialect !== 'rassapi' && { connections: await server.enumConnections() }),
      changes,
      'the ports of the simulator': simulated.ports,
      'the connections of the simulator': simulated.connections,
      'the journal': simulator.journal,
    };
  }

  it('it has no class of its own', async () => {
    const plain = new Set<unknown>([Object.prototype, Array.prototype, Date.prototype]);
    for (const [name, thing] of Object.entries(await everything())) {
      for (const prototype of prototypes(thing)) expect(plain, name).toContain(prototype);
    }
  });

  it('it is equal to a copy, and to what another thread gets', async () => {
    for (const [name, thing] of Object.entries(await everything())) {
      for (const copy of [structuredClone(thing), sent(thing)]) {
        expect(copy, name).toStrictEqual(thing);
        assert.deepStrictEqual(copy, thing);
      }
    }
  });

  it('it prints without the name of a class', async () => {
    for (const thing of Object.values(await everything())) {
      expect(inspect(thing, { depth: 9 })).not.toMatch(/\b(?!Uint8Array)[A-Z]\w+ \{/);
    }
  });

  it('JSON takes it, and a listing is equal to its copy but for dates and what is undefined', async () => {
    const { ports, connections = [] } = await everything();
    for (const list of [ports, connections] as Record<string, unknown>[][]) {
      const copy = JSON.parse(JSON.stringify(list)) as Record<string, unknown>[];
      for (const [place, thing] of list.entries()) {
        const fields = Object.entries(thing).filter(
          ([, value]) =>
            value !== undefined && !(value instanceof Date) && typeof value !== 'object',
        );
        expect(copy[place]).toMatchObject(Object.fromEntries(fields));
      }
    }
  });
});
