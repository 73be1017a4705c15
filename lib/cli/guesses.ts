// Commands that people try and that do not exist, each with the one that does it.

import { type Complaint, didYouMean, usage } from './complaint.ts';

const whatDoesIt: readonly (readonly [words: readonly string[], hint: string])[] = [
  [
    ['ls', 'list', 'show', 'get', 'dir'],
    '`rras ports` lists ports, `rras connections` lists who is connected.',
  ],
  [
    ['start', 'stop', 'restart', 'enable', 'disable'],
    'rras does not start or stop the service. On the server: Start-Service RemoteAccess. `rras wait` waits until it is ready.',
  ],
  [['status', 'info', 'servers', 'uptime'], '`rras server` shows the service and its ports.'],
  [
    ['users', 'who', 'w', 'ps', 'session', 'sessions', 'clients'],
    '`rras connections` lists who is connected; `rras user NAME` shows whether an account may dial in.',
  ],
  [
    ['kill', 'kick', 'drop', 'hangup', 'end', 'logoff', 'terminate', 'remove'],
    '`rras disconnect` ends what is on a port, or the connections of a user.',
  ],
  [
    ['interfaces', 'if', 'nic', 'nics', 'tunnel', 'tunnels', 'demand-dial', 's2s', 'site-to-site'],
    '`rras interface list` lists the interfaces of the router, `rras interface show NAME` shows one.',
  ],
  [
    ['connect', 'dial', 'reconnect', 'keep-up', 'keepup'],
    '`rras interface connect NAME` connects a demand-dial interface, `rras interface keep-up NAME` keeps it connected.',
  ],
  [['top', 'monitor', 'tail', 'follow', 'events'], '`rras watch` shows who comes and goes.'],
  [['check', 'diagnose', 'test', 'ping'], '`rras doctor` finds out what is wrong.'],
  [['error', 'errors', 'code', 'lookup', 'what'], '`rras explain 809` says what a code means.'],
  [['send', 'msg', 'notify'], '`rras message` sends a text to a client.'],
  [['clear', 'clear-counters'], '`rras clear-stats` sets counters to zero.'],
  [
    ['lab', 'simulate', 'demo', 'init'],
    '`rras ports --sim` shows a simulated server; `rras sim init lab.yaml` writes one of your own.',
  ],
  [
    ['set'],
    '`rras server --set sstp=128` sets ports, `rras user NAME --set mayDialIn=no` sets an account.',
  ],
  [['version'], '`rras --version` prints the version.'],
];

/** The complaint about a word that is no command. `names` are those of the commands. */
export function unknownCommand(word: string, names: readonly string[]): Complaint {
  const folded = word.toLowerCase();
  const known = whatDoesIt.find(([words]) => words.includes(folded));
  const message = `There is no command ${word}.`;
  if (known !== undefined) return usage(message, known[1]);
  // `rras 809`: a code that somebody has just read.
  if (/^(?:-?\d+|0x[\da-f]+|(?:error|rpc|ept|nerr)_\w+)$/i.test(word)) {
    return usage(message, `\`rras explain ${word}\` says what a code means.`);
  }
  const near = didYouMean(word, names);
  return usage(
    near === undefined ? message : `${message} Did you mean ${near}?`,
    '`rras --help` lists the commands.',
  );
}
