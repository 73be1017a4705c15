// The columns of a list fit a terminal of 80 columns, with names as long as real ones.

import { describe, expect, it } from 'vitest';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();

const server = (name: string) => `
  - name: ${name}
    ports: { sstp: 12, ikev2: 12 }
    connections:
      - { userName: bartholomew.featherstone, logonDomain: CONTOSO-CORP, computer: DESKTOP-8KJ2N4Q,
          remoteEndpoint: 203.113.211.207, type: sstp, since: 12d, bytesSent: 119000 }
      - { userName: maximiliana.oppenheimer, logonDomain: CONTOSO-CORP, computer: DESKTOP-8KJ2N4Q,
          remoteEndpoint: '2001:db8:85a3:8d3:1319:8a2e:370:7348', type: ikev2, since: 11h,
          dormantSince: 2h }
      - { userName: maximiliana.oppenheimer, logonDomain: CONTOSO-CORP, computer: DESKTOP-8KJ2N4Q,
          remoteEndpoint: 198.151.100.123, type: ikev2, since: 3m }
    users: [{ name: bartholomew.featherstone, mayDialIn: true }]
`;
const text = `servers:${server('VPN-GATEWAY-01')}${server('VPN-GATEWAY-02')}`;

const lists = [
  'ports',
  'ports --in-use',
  'ports --summary',
  'connections',
  'server',
  'stale --max-age 1d',
  'disconnect --all --yes',
  'disconnect --stale --yes',
  'disconnect --user maximiliana.oppenheimer --all --yes',
  'reset --all --include-routers --yes',
  'clear-stats --all --yes',
  'message --all hello --yes',
  'user bartholomew.featherstone --set mayDialIn=no --yes',
  'wait',
];

describe.each(lists)('rras %s', (line) => {
  it.each(['VPN-GATEWAY-01', 'VPN-GATEWAY-01,VPN-GATEWAY-02'])('of %s', async (servers) => {
    const lab = await here.write('real.yaml', text);
    await rras(['sim', 'reset', lab]);
    const words = [...line.split(' '), '-s', servers, `--sim=${lab}`];
    const { code, stdout, stderr } = await rras(words, { columns: 80 });
    expect({ code, wrong: stderr.match(/^error.*/m) }).toEqual({ code: 0, wrong: null });
    expect(stderr).not.toMatch(/Hidden to fit/);
    const tables = `${stdout}${stderr}`.split('\n').filter((each) => !each.startsWith('To '));
    for (const each of tables) expect(each.length).toBeLessThanOrEqual(80);
    for (const header of tables.filter((each) =>
      /^(?:SERVER|USER|PORT|DEVICE|READY) /.test(each),
    )) {
      expect(header).toMatch(/^(?:[A-Z\d-]+ *)+$/);
    }
    if (servers.includes(',')) expect(stdout).toMatch(/^SERVER /);
    // Half an address of IPv4 leads nowhere, and half a name may be that of both servers.
    expect(stdout).not.toMatch(/ (?:203|198)\.\d+\.[\d.]*…/);
    const named = [...stdout.matchAll(/^VPN-G\S*/gm)].map(([name]) => name.slice(-1));
    if (servers.includes(',')) expect(new Set(named)).toEqual(new Set(['1', '2']));
  });
});

describe('-o says the form in one word', () => {
  it.each([
    ['json', '--json'],
    ['jsonl', '--jsonl'],
    ['csv', '--csv'],
    ['name', '--quiet'],
    ['table', ''],
  ])('-o %s is %s', async (form, option) => {
    const one = await rras(
      `ports --in-use -o ${form} --server RAS02 --fields name --sim`.replace(
        form === 'name' ? ' --fields name' : '',
        '',
      ),
    );
    const other = await rras([
      'ports',
      '--in-use',
      ...(option === '' ? [] : [option]),
      '--server',
      'RAS02',
      ...(form === 'name' ? [] : ['--fields', 'name']),
      '--sim',
    ]);
    expect(one.code).toBe(0);
    expect(one.stdout).toBe(other.stdout);
  });

  it.each([
    'ports -o json --csv --sim',
    'ports -o table --quiet --sim',
    'ports -o wide --json --sim',
    'ports -o wide --fields name --sim',
    'ports -o name --fields name --sim',
    'ports -o xml --sim',
    'watch -o json --sim',
    'watch -o wide --sim',
    'explain 809 --sort code',
  ])('%s is refused', async (line) => {
    expect(await rras(line)).toMatchObject({ code: 2, stdout: '' });
  });

  it('-o wide shows every field that has a value, in lines of any length', async () => {
    const { stdout } = await rras('connections -o wide --server RAS01 --sim', { columns: 80 });
    expect(stdout).toMatch(/^SERVER .* COMPUTER .* DORMANT .* GUID .*\n.*LAPTOP-9|TABLET-3/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeGreaterThan(80);
    expect(stdout).not.toMatch(/…/);
  });

  it('-o wide makes a table of what is prose or a card otherwise', async () => {
    expect((await rras('explain 903 -o wide')).stdout).toMatch(/^ *CODE +NAME .*\n +903 /);
    expect((await rras('server -o wide --sim')).stdout).toMatch(/^SERVER +RUNNING .*\nRAS01 /);
  });

  it('-o name asks for the same consent as --quiet', async () => {
    const { stdout, stderr } = await rras('disconnect VPN2-0 --yes -o name --sim');
    expect({ stdout, stderr }).toEqual({ stdout: 'VPN2-0\n', stderr: '' });
  });
});

describe('--sort', () => {
  const names = async (line: string) => {
    const { code, stdout } = await rras(`${line} --sim`);
    expect(code).toBe(0);
    return stdout.trim().split(/\r?\n/);
  };

  it.each([
    ['connections --sort userName,connectDuration -q', ['alice', 'bob', 'carol', 'carol']],
    ['connections --sort=-connectDuration -q', ['carol', 'alice', 'carol', 'bob']],
    [
      'connections --sort bytesSent --fields bytesSent --csv --no-headers',
      ['0', '12960000', '28800000', '460800000'],
    ],
    // Ports without a user come last in both directions.
    [
      'ports --sort userName -q --name VPN2-* --server RAS01',
      ['VPN2-0', 'VPN2-1', 'VPN2-2', 'VPN2-3'],
    ],
    [
      'ports --sort=-userName,name -q --name VPN3-*',
      ['VPN3-0', 'VPN3-2', 'VPN3-1', 'VPN3-3', 'VPN3-4', 'VPN3-5'],
    ],
    ['ports --summary --sort=-free --fields free --csv --no-headers', ['3', '3', '2']],
    ['server RAS02 RAS01 --sort SERVER -q', ['RAS01', 'RAS02']],
  ])('%s', async (line, expected) => {
    expect(await names(line)).toEqual(expected);
  });

  it('counts numbers in names as numbers', async () => {
    const lab = await here.write('twelve.yaml', 'servers: [{ name: RAS01, ports: { sstp: 12 } }]');
    const { stdout } = await rras(['ports', '--sort=-name', '-q', `--sim=${lab}`]);
    expect(stdout.split('\n').slice(0, 3)).toEqual(['VPN2-11', 'VPN2-10', 'VPN2-9']);
  });

  it('orders the plan, the action and the report', async () => {
    const line = 'disconnect --all --yes --sort=-connectDuration --jsonl --fields name --sim';
    const { stdout, stderr } = await rras(line);
    const done = stdout
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each).name);
    expect(done).toEqual(['VPN3-0', 'VPN3-1', 'VPN3-2', 'VPN2-0']);
    expect([...stderr.matchAll(/^(VPN\S+)/gm)].map(([name]) => name)).toEqual(done);
  });

  it.each(['--sort age', '--sort name,', '--sort=-'])('%s is refused', async (option) => {
    const { code, stderr } = await rras(`ports ${option} --sim`);
    expect(code).toBe(2);
    if (option === '--sort age') expect(stderr).toMatch(/Did you mean connectDuration\?/);
  });
});

describe('several servers', () => {
  it('--quiet writes RAS01/VPN2-0, which commands take as a name', async () => {
    const { stdout } = await rras('ports --in-use -q -s RAS01,RAS02 --sim');
    const names = stdout.trim().split('\n');
    expect(names).toEqual([
      'RAS01/VPN2-0',
      'RAS01/VPN3-0',
      'RAS01/VPN3-1',
      'RAS01/VPN3-2',
      'RAS02/VPN2-0',
    ]);
    const again = await rras(['ports', ...names, '-q', '--sim']);
    expect(again).toMatchObject({ code: 0, stdout });
    const report = await rras(['disconnect', ...names, '--yes', '-q', '--sim']);
    expect(report).toMatchObject({ code: 0, stdout });
  });

  it('the server is in a table whatever fields are chosen, and in data as chosen', async () => {
    const line = 'ports --in-use --fields name -s RAS01,RAS02 --sim';
    expect((await rras(line)).stdout).toMatch(/^SERVER {2}PORT\nRAS01 {3}VPN2-0\n/);
    expect((await rras(`${line} --csv`.replace('--sim --csv', '--csv --sim'))).stdout).toMatch(
      /^name\r\nVPN2-0/,
    );
  });
});

it('--device takes what the table shows', async () => {
  expect((await rras('ports --device sstp -q --sim')).stdout).toMatch(/^VPN2-0\nVPN2-1\n/);
});
