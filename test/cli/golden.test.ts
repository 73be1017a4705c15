// The exact output of every command: as a table on a pipe and on terminals of 80 and 40 columns, as JSON and as
// CSV. The goldens are in golden/ and are the same on every system.

import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Simulator } from '../../lib/simulator/index.ts';
import { labs } from './labs.ts';
import { commandNames, rras } from './terminal.ts';

const here = labs();

using simulator = new Simulator();
const libraryPath = simulator.path;

const commands: Readonly<Record<string, string>> = {
  ports: 'ports',
  'ports-in-use': 'ports --in-use',
  'ports-summary': 'ports --summary',
  port: 'port VPN3-1',
  disconnect: 'disconnect VPN2-0 VPN3-1 --yes',
  reset: 'reset VPN2-0 --yes',
  explain: 'explain 903 691 -2146762495',
  config: 'config',
  wait: 'wait --ready',
  connections: 'connections',
  connection: 'connection alice',
  server: 'server',
  stale: 'stale --max-age 3h',
  'disconnect-user': 'disconnect --user carol --oldest --yes',
  'disconnect-wait': 'disconnect --user alice --wait --yes',
  'disconnect-stale': 'disconnect --stale --yes',
  'clear-stats': 'clear-stats VPN3-1 --yes',
  message: 'message alice hello',
  user: 'user carol',
  // Several servers: each line says which one it is about.
  'ports-of-two': 'ports --in-use -s RAS01,RAS02',
  'ports-summary-of-two': 'ports --summary -s RAS01,RAS02',
  'port-of-two': 'port VPN2-0 -s RAS01,RAS02',
  'connections-of-two': 'connections -s RAS01,RAS02',
  'server-of-two': 'server -s RAS01,RAS02',
  'stale-of-two': 'stale --max-age 3h -s RAS01,RAS02',
  'disconnect-of-two': 'disconnect VPN2-0 --yes -s RAS01,RAS02',
  'wait-of-two': 'wait -s RAS01,RAS02',
  'ports-wide': 'ports --in-use -o wide',
  'connections-wide': 'connections -o wide --sort=-bytesSent',
  'server-set': 'server --set sstp=2,ikev2.idleTimeout=600 --yes',
  'user-set': 'user carol --set mayDialIn=no --set callback=none --yes',
  'interface-list': 'interface list',
  'interface-list-of-two': 'interface list -s RAS01,RAS02',
  'interface-list-wide': 'interface list -o wide --sort=-state',
  'interface-show': 'interface show Paris',
  'interface-show-down': 'interface show Rome',
  'interface-connect': 'interface connect Lima',
  'interface-disconnect': 'interface disconnect Paris --wait --yes',
  'interface-diff': 'interface diff',
  'interface-apply': 'interface apply - --yes',
};

/** What the file of `rras interface apply` says. */
const desired = `
interfaces:
  - { name: Milan, demandDial: { phoneNumber: vpn.milan.example, vpnStrategy: ikev2-only } }
  - { name: Lima, isAbsent: true }
`;

/** Interfaces as sites have them: up for days, disabled, and down for a reason. */
const routers = `
servers:
  - name: RAS01
    ports: { ikev2: 2, sstp: 1 }
    interfaces:
      - { name: Ethernet, type: dedicated }
      - { name: Paris, phoneNumber: vpn.paris.example, vpnStrategy: ikev2-only, connectedSince: 2d 3h }
      - { name: Rome, phoneNumber: vpn.rome.example, vpnStrategy: sstp-only, answer: 809 }
      - { name: Oslo warehouse, phoneNumber: 198.51.100.9, isEnabled: false }
      - { name: Lima, phoneNumber: vpn.lima.example, vpnStrategy: ikev2-only }
      - { name: Warehouse in Rotterdam, phoneNumber: vpn.rotterdam.example, running: false }
  - name: RAS02
    ports: { ikev2: 1 }
    interfaces: [{ name: Berlin, phoneNumber: vpn.berlin.example, connectedSince: 40m }]
`;

const forms = [
  ['txt', '', undefined],
  ['80.txt', '', 80],
  ['40.txt', '', 40],
  ['json', ' --json', undefined],
  ['csv', ' --csv', undefined],
] as const;

describe.each(Object.entries(commands))('rras %s', (name, line) => {
  it.each(forms)('prints %s', async (extension, option, columns) => {
    const sim = await simFor(name);
    const surroundings = { input: desired, ...(columns === undefined ? {} : { columns }) };
    // Two words for the form contradict each other.
    const words = option === '' ? line : line.replace(/ -o wide/, '');
    const { code, stdout, stderr } = await rras(`${words}${option}${sim}`, surroundings);
    expect(code).toBe(0);
    if (columns === 80) {
      expect(stderr).not.toMatch(/Hidden to fit/);
      expect(`${stdout}${stderr}`).not.toMatch(/^[A-Z -]*…/m);
      if (!line.includes('-o wide')) expect(stdout).not.toMatch(/.{81}/);
    }
    const text = extension.endsWith('txt') ? `${stdout}--- talk\n${stderr}` : stdout;
    await expect(sameEverywhere(text)).toMatchFileSnapshot(`golden/${name}.${extension}`);
  });
});

async function simFor(name: string): Promise<string> {
  if (['explain', 'config'].includes(name)) return '';
  if (!name.startsWith('interface')) return ' --sim';
  const lab = await here.write('routers.yaml', routers);
  await rras(['sim', 'reset', lab]);
  // An attempt that fails, with what is known afterwards.
  await rras(['interface', 'connect', 'Rome', `--sim=${lab}`]);
  return ` --sim=${lab}`;
}

describe('rras doctor', () => {
  it.each(forms)('prints %s', async (extension, option, columns) => {
    const surroundings = columns === undefined ? {} : { columns };
    const { code, stdout } = await rras(`doctor${option} --sim`, surroundings);
    expect(code).toBe(0);
    if (columns === undefined) {
      await expect(sameEverywhere(stdout)).toMatchFileSnapshot(`golden/doctor.${extension}`);
    } else {
      // Line breaks depend on the name of the system. A path or a name is never broken.
      const lines = stdout.split('\n').filter((line) => /^ {20}\S+ /.test(line));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
      expect(stdout).toMatch(/^ok {6}functions {4}all are there$/m);
      expect(stdout).toMatch(/^ok {6}connect {6}RAS01 gave a handle$/m);
    }
  });
});

it.each(['nagios', 'prtg', 'json'])('rras check prints a result for %s', async (form) => {
  const line = `check -s RAS01,RAS02 --warn-free 10: --warn-connections 100 --format ${form} --sim`;
  const { stdout } = await rras(line);
  await expect(stdout).toMatchFileSnapshot(`golden/check.${form}.txt`);
});

it.each(['', ' --jsonl'])('rras interface keep-up%s prints a line for each event', async (form) => {
  const sim = await simFor('interface');
  const interrupt = new AbortController();
  const { code, stdout } = await rras(`interface keep-up Lima${form}${sim}`, {
    interrupt,
    onScreen: (shown) => /connected/.test(shown) && interrupt.abort(),
  });
  expect(code).toBe(0);
  const file = `golden/interface-keep-up.${form === '' ? 'txt' : 'jsonl'}`;
  await expect(sameEverywhere(stdout)).toMatchFileSnapshot(file);
});

it('rras metrics prints what Prometheus reads', async () => {
  const { code, stdout } = await rras('metrics --per-user -s RAS01,RAS02 --sim');
  expect(code).toBe(0);
  const timeless = stdout.replace(/^(rras_scrape_duration_seconds.*}) .*/gm, '$1 SECONDS');
  await expect(sameEverywhere(timeless)).toMatchFileSnapshot('golden/metrics.txt');
});

describe('rras watch', () => {
  it.each([80, 40])('draws a screen of %i columns', async (columns) => {
    const { code, stdout } = await rras('watch --for 1s --every 1m --sim', { columns });
    expect(code).toBe(0);
    const [, screen = ''] = stdout.replaceAll('\u001b', '\\e').split('\\e[H');
    const timeless = screen.replace(/connected at .*/, 'connected at TIME');
    await expect(sameEverywhere(timeless)).toMatchFileSnapshot(`golden/watch.${columns}.txt`);
  });

  it('writes a line of JSON on a pipe', async () => {
    const { code, stdout } = await rras('watch --for 1s --user bob --sim');
    expect(code).toBe(0);
    const [line = ''] = stdout.split('\n');
    const snapshot = `${JSON.stringify(JSON.parse(line), undefined, 2)}\n`;
    await expect(sameEverywhere(snapshot)).toMatchFileSnapshot('golden/watch.json');
  });
});

describe.each(['powershell', 'bash', 'zsh', 'fish'])('rras completion %s', (name) => {
  it('prints a script', async () => {
    const { code, stdout } = await rras(['completion', name]);
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`golden/completion.${name}.txt`);
  });
});

it('rras sim init writes a lab, and rras sim reset undoes all changes', async () => {
  const lab = here.path('lab.yaml');
  const talk: string[] = [];
  for (const words of [
    ['sim', 'init'],
    ['sim', 'init'],
    ['sim', 'reset'],
  ]) {
    const { shown } = await rras([...words, lab]);
    talk.push(`$ rras ${words.join(' ')} lab.yaml\n${shown.replaceAll(lab, 'lab.yaml')}`);
  }
  await expect(talk.join('')).toMatchFileSnapshot('golden/sim.txt');
  await expect(await here.read('lab.yaml')).toMatchFileSnapshot('golden/sim-init.yaml');
});

describe('the help', async () => {
  const names = await commandNames();
  it.each(['', 'interface', ...names])('of rras %s', async (name) => {
    const words = name === '' ? [] : name.split(' ');
    const { code, stdout } = await rras([...words, '--help'], { columns: 80 });
    expect(code).toBe(0);
    const file = words.join('-') || 'rras';
    await expect(stdout).toMatchFileSnapshot(`golden/help/${file}.txt`);
  });
});

it('every command has a golden', async () => {
  const files = await readdir(new URL('golden', import.meta.url));
  const names = await commandNames();
  const missing = names.filter(
    (name) => !files.some((file) => file.startsWith(`${name.replaceAll(' ', '-')}.`)),
  );
  expect(missing).toEqual([]);
});

// Hides the name of the system and the path of the library. The standard of CSV demands its line ends.
function sameEverywhere(text: string): string {
  return (
    text
      .replace(/\b(?:linux|win32|darwin) \w+, Node v[\d.]+/g, 'SYSTEM')
      .replace(/[^\s",]*rras-simulator-mprapi\.\w+/g, 'LIBRARY')
      // The truncation of a path depends on the folder of this clone.
      .replace(/^((?:ok *)?library +)(\S.*)…$/gm, (line, label: string, beginning: string) =>
        libraryPath.startsWith(beginning) ? `${label}LIBRARY` : line,
      )
      // Each simulator of a process has its own handles, and the date is today's.
      .replace(/\b\d(?=7000\d\d\b|0001\d\d\b|9000\d\d\b)/g, (slot) => (slot === '0' ? slot : ''))
      .replace(/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, 'GUID')
      .replace(/\b20\d\d-\d\d-\d\d(?:T[\d:.]+Z| \d\d:\d\d)/g, 'DATE')
      .replace(/^\d\d:\d\d:\d\d(?= )/gm, 'CLOCK')
      .replaceAll('\r\n', '\n')
  );
}
