// Listing sessions, which are connections with their ports: what it costs above listing the connections.
import { atMost } from '../acceptance.mjs';
import { inTurns } from '../measuring/in_turns.mjs';
import { median } from '../measuring/statistics.mjs';

const CONNECTIONS = 10_000;

/** Ports for each connection: every port is in use, or every second one is idle. */
const SERVERS = { 'every port in use': 1, 'every second port idle': 2 };

export const sessions = {
  title: `The sessions of a server with ${CONNECTIONS.toLocaleString('en')} connections`,

  async run({ quick }) {
    const calls = quick ? 10 : 40;
    const tasks = Object.entries(SERVERS).map(([name, portsEach]) => [
      name,
      { connections: CONNECTIONS, portsEach, calls },
    ]);
    const module = new URL('process.mjs', import.meta.url);
    const reports = await inTurns(module, Object.fromEntries(tasks), quick ? 1 : 5);
    const figure = (server, method, time) =>
      median(reports[server].map((report) => report[method][time]));
    const ratio = (server, time) =>
      figure(server, 'enumSessions', time) / figure(server, 'enumConnections', time);
    const rows = Object.keys(SERVERS).flatMap((server) =>
      ['enumConnections', 'enumSessions'].map((method) => ({
        server,
        method,
        'main thread, ms': figure(server, method, 'mainThread') / 1e6,
        'whole, ms': figure(server, method, 'whole') / 1e6,
      })),
    );
    const [busy] = Object.keys(SERVERS);
    return {
      tables: [{ title: 'Everybody on one server', rows }],
      checks: [
        atMost(2, ratio(busy, 'whole'), 'enumSessions: whole time, in that of enumConnections'),
        atMost(
          2,
          ratio(busy, 'mainThread'),
          'enumSessions: main-thread time, in that of enumConnections',
        ),
      ],
    };
  },
};
