// Every command that disconnects people or changes something for others, and the lab in which it is tried.

import type { Labs } from './labs.ts';

export const scene = `
servers:
  - name: RAS01
    ports: { sstp: 4, ikev2: 2 }
    interfaces: [{ name: Rome }]
    connections:
      - { userName: alice, type: sstp, since: 2h }
      - { userName: bob, type: sstp, since: 1h }
      - { userName: carol, type: ikev2, since: 30m }
      - { userName: carol, type: ikev2, since: 3h, dormantSince: 2h }
    users: [{ name: alice, mayDialIn: true }]
  - name: RTR01
    ports: { ikev2: 1 }
    interfaces: [{ name: Paris, connectedSince: 10m }]
`;

/** Command lines that need consent. */
export const destructive = [
  ['disconnect', '--user', 'alice'],
  ['disconnect', '--user', 'alice', '--one'],
  ['disconnect', '--user', 'carol', '--newest'],
  ['disconnect', '--user', '*', '--all'],
  ['disconnect', '--stale'],
  ['clear-stats', 'VPN2-0'],
  ['clear-stats', '--all'],
  ['clear-stats', '--user', 'alice'],
  ['message', 'Goodbye', '--all'],
  ['message', 'Goodbye', '--user', 'c*'],
  ['user', 'alice', '--set', 'mayDialIn=no'],
  ['server', '--set', 'ikev2=1'],
  ['disconnect', 'VPN2-0'],
  ['disconnect', 'VPN2-0', 'VPN2-1', 'VPN3-0'],
  ['disconnect', '--all'],
  ['reset', 'VPN2-0'],
  ['reset', '--all'],
  ['interface', 'disconnect', 'RTR01/Paris'],
];

/** The actions in a lab, which remembers each. */
export async function deedsIn(here: Labs, lab: string): Promise<string[]> {
  // A line that is refused for its words alone does not even open the lab.
  const history = await here.read(`${lab}.history`).catch(() => '');
  const [, ...lines] = history.trim().split('\n');
  return lines.map((line) => {
    const { action, args } = JSON.parse(line);
    const [what] = args;
    return `${action} ${typeof what === 'string' ? what : (what.port ?? what.interface)}`;
  });
}
