// A filter narrows the selection of every command that selects, and a filter without a meaning is refused.

import { describe, expect, it } from 'vitest';
import { deedsIn } from './destructive.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();

const scene = `
servers:
  - name: RAS01
    ports: { sstp: 3, ikev2: 4 }
    connections:
      - { userName: alice, computer: LAP-1, port: VPN2-0, since: 25m }
      - { userName: bob, computer: LAP-2, port: VPN2-1, since: 30h }
      - { userName: carol, computer: LAP-3, port: VPN3-0, since: 40h, dormantSince: 30h }
      - { userName: carol, computer: LAP-3, port: VPN3-1, since: 10m }
      - { userName: SITE-B, port: VPN3-2, since: 60h, router: true, dormantSince: 1h }
`;

async function inLab(line: string) {
  const lab = await here.write('lab.yaml', scene);
  await rras(['sim', 'reset', lab]);
  const ended = await rras([...line.split(' '), `--sim=${lab}`]);
  return { ...ended, deeds: await deedsIn(here, 'lab.yaml') };
}

describe('narrows what is hit:', () => {
  it.each([
    ['disconnect --all --older-than 24h', ['VPN2-1', 'VPN3-0']],
    ['disconnect --all --device *SSTP* --older-than 24h', ['VPN2-1']],
    ['disconnect --all --computer lap-3', ['VPN3-0', 'VPN3-1']],
    ['disconnect --all --dormant', ['VPN3-0']],
    ['disconnect --stale --device *IKEv2*', ['VPN3-0']],
    ['disconnect --stale --max-age 24h', ['VPN2-1', 'VPN3-0']],
    ['disconnect --stale --max-age 24h --device *SSTP*', ['VPN2-1']],
    ['disconnect --stale --max-age 24h --user c*', ['VPN3-0']],
    ['disconnect --stale --max-age 5m --older-than 24h --computer LAP-2', ['VPN2-1']],
    ['disconnect --user carol --all --older-than 1h', ['VPN3-0']],
    ['disconnect --user * --all --device *SSTP*', ['VPN2-0', 'VPN2-1']],
    ['clear-stats --user carol --device *IKEv2* --name VPN3-1', ['VPN3-1']],
  ])('%s', async (line, ports) => {
    const { code, deeds } = await inLab(`${line} --yes`);
    expect(code).toBe(0);
    expect(deeds.map((deed) => deed.split(' ')[1]).sort()).toEqual(ports);
  });

  it.each([
    'disconnect --stale --device *SSTP*',
    'disconnect --user alice --all --older-than 24h',
    'disconnect --all --computer LAP-1 --older-than 24h',
  ])('to nobody: %s', async (line) => {
    const { code, deeds } = await inLab(`${line} --yes`);
    expect({ code, deeds }).toEqual({ code: 6, deeds: [] });
  });
});

describe('is refused where it has no meaning:', () => {
  it.each([
    'disconnect VPN2-0 --older-than 24h',
    'disconnect VPN2-0 --device *SSTP*',
    'disconnect VPN2-0 --computer LAP-1',
    'disconnect VPN2-0 --dormant',
    'disconnect VPN2-0 --stale',
    'disconnect VPN2-0 --newest',
    'disconnect VPN2-0 --max-age 1h',
    'disconnect --all --max-age 24h',
    'disconnect --user carol --all --samples 2',
    'disconnect --stale --every 5s',
    'stale --every 5s',
    'disconnect --older-than 24h',
    'disconnect --dormant',
    'reset --user alice',
    'reset VPN2-0 --all',
    'user alice --dry-run',
    'user alice --set mayDialIn=yes --set mayDialIn=no',
    'ports --no-headers --json',
    'explain 5 --no-headers',
  ])('%s', async (line) => {
    const act = /^(?:disconnect|reset)/.test(line) ? ' --yes' : '';
    const { code, stdout, deeds } = await inLab(line + act);
    expect({ code, stdout, deeds }).toEqual({ code: 2, stdout: '', deeds: [] });
  });
});

describe('a router', () => {
  it.each([
    ['disconnect --all', ['VPN2-0', 'VPN2-1', 'VPN3-0', 'VPN3-1']],
    ['disconnect --stale --max-age 50h', ['VPN3-0']],
    ['disconnect --user *B --all', ['VPN2-1']],
    ['reset --all --condition authenticated', ['VPN2-0', 'VPN2-1', 'VPN3-0', 'VPN3-1']],
  ])('is left out of %s, and the command says so', async (line, ports) => {
    const { code, deeds, stderr } = await inLab(`${line} --yes`);
    expect(code).toBe(0);
    expect(deeds.map((deed) => deed.split(' ')[1]).sort()).toEqual(ports);
    expect(stderr).toMatch(/Left out.*(?:VPN3-2|SITE-B) on RAS01.*--include-routers/);
  });

  it('alone is "not found", and the omission is reported', async () => {
    const { code, deeds, stderr } = await inLab('disconnect --user SITE-B --yes');
    expect({ code, deeds }).toEqual({ code: 6, deeds: [] });
    expect(stderr).toMatch(/SITE-B on RAS01.*--include-routers/);
  });

  it('on a named port stops the whole command', async () => {
    const { code, deeds, stderr } = await inLab('disconnect VPN2-0 VPN3-2 --yes');
    expect({ code, deeds }).toEqual({ code: 2, deeds: [] });
    expect(stderr).toMatch(/a router is on VPN3-2 on RAS01 \(SITE-B\)/);
  });

  it.each([
    'disconnect VPN3-2 --include-routers',
    'disconnect --user SITE-B --include-routers',
    'disconnect --stale --user S* --include-routers',
    'disconnect --all --user S* --include-routers',
  ])('is marked in the plan and hit: %s', async (line) => {
    const { code, deeds, stderr } = await inLab(`${line} --yes`);
    expect(code).toBe(0);
    expect(deeds.map((deed) => deed.split(' ')[1])).toEqual(['VPN3-2']);
    expect(stderr).toMatch(/ROUTER.*\n.*(?:VPN3-2|SITE-B) .*yes/);
  });

  it('is not listed as stale by default', async () => {
    const { stdout, stderr } = await inLab('stale --quiet');
    expect(stdout).toBe('carol\n');
    expect(stderr).toMatch(/Left out: SITE-B on RAS01.*--include-routers/);
    expect((await inLab('stale --quiet --include-routers')).stdout).toBe('SITE-B\ncarol\n');
  });
});

it('two connections without a computer name are no duplicates', async () => {
  const lab = await here.write(
    'nameless.yaml',
    `servers: [{ ports: { ikev2: 4 }, connections: [
      { userName: dave, since: 3h }, { userName: dave, since: 1h },
      { userName: erin, computer: LAP-9, since: 3h }, { userName: erin, computer: lap-9, since: 1h }] }]`,
  );
  const { stdout } = await rras(['stale', '--csv', '--fields', 'userName,reasons', `--sim=${lab}`]);
  expect(stdout).toBe('userName,reasons\r\nerin,duplicate\r\n');
});
