// Cases in which a command line could hit the wrong person.

import { expect, it } from 'vitest';
import { deedsIn } from './destructive.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();
const deeds = () => deedsIn(here, 'lab.yaml');

async function inLab(lab: string, ...words: readonly string[]) {
  const file = await here.write('lab.yaml', lab);
  await rras(['sim', 'reset', file]);
  return rras([...words, `--sim=${file}`]);
}

const domains = `
servers:
  - name: RAS01
    ports: { sstp: 5 }
    connections:
      - { userName: alice, logonDomain: CONTOSO, type: sstp }
      - { userName: carol, logonDomain: FABRIKAM, type: sstp }
      - { userName: '', type: sstp }
`;

it.each([
  ['c*', ['VPN2-1']],
  ['CONTOSO\\*', ['VPN2-0']],
  ['fabrikam\\carol', ['VPN2-1']],
  ['*\\alice', ['VPN2-0']],
  ['??rol', ['VPN2-1']],
  ['?', []],
])(
  'a pattern for users matches the name, or domain and name if it has a backslash: %s',
  async (user, on) => {
    const words = ['disconnect', '--user', user, '--all', '--yes'];
    const { code } = await inLab(domains, ...words);
    expect(await deeds()).toEqual(on.map((port) => `disconnectSession ${port}`));
    expect(code).toBe(on.length === 0 ? 6 : 0);
  },
);

it('an idle port belongs to nobody', async () => {
  const { code } = await inLab(domains, 'reset', '--all', '--user', '*', '--yes');
  expect(code).toBe(0);
  expect(await deeds()).toEqual(['resetPort VPN2-0', 'resetPort VPN2-1', 'resetPort VPN2-2']);
});

const authenticating = `
servers:
  - name: RAS01
    ports: { sstp: 2 }
    connections:
      - { userName: alice, type: sstp }
      - { userName: BRANCH, type: sstp, router: true, authenticationTime: 1h }
`;

it('a port whose caller is not known yet may be a router, and needs --include-routers', async () => {
  const named = await inLab(authenticating, 'disconnect', 'VPN2-0', 'VPN2-1', '--yes');
  expect(named.code).toBe(2);
  expect(named.stderr).toMatch(/Nothing was done: the server does not say what is on VPN2-1/);
  expect(await deeds()).toEqual([]);
  const all = await inLab(authenticating, 'reset', '--all', '--yes');
  expect(all.code).toBe(0);
  expect(all.stderr).toMatch(/VPN2-1 on RAS01.*may be.*--include-routers/);
  expect(await deeds()).toEqual(['resetPort VPN2-0']);
  await inLab(authenticating, 'reset', '--all', '--include-routers', '--yes');
  expect(await deeds()).toEqual(['resetPort VPN2-0', 'resetPort VPN2-1']);
});

it.each(['--newest', '--oldest'])('of two of the same age, %s chooses neither', async (which) => {
  const twins = `
servers:
  - name: RAS01
    ports: { sstp: 3 }
    connections:
      - { userName: alice, type: sstp, since: 1h }
      - { userName: alice, type: sstp, since: 1h }
`;
  const { code, stderr } = await inLab(twins, 'disconnect', '--user', 'alice', which, '--yes');
  expect(code).toBe(2);
  expect(stderr).toMatch(/Nothing was done: .*alice.*same age/);
  expect(await deeds()).toEqual([]);
});

const branches = `
servers:
  - name: RAS01
    ports: { sstp: 2 }
    connections: [{ userName: alice, type: sstp }]
  - name: RAS02
    ports: { sstp: 2 }
    connections: [{ userName: bob, type: sstp }, { userName: bob, type: sstp }]
`;

it.each(['VPN2-0', 'bob'])(
  'a message to %s, who has several connections, is not sent',
  async (who) => {
    const servers = ['--server', 'RAS01,RAS02'];
    const { code, stderr } = await inLab(branches, 'message', who, 'Hello', ...servers);
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`${who} .*2 connections`));
    expect(await deeds()).toEqual([]);
    expect(await inLab(branches, 'message', 'alice', 'Hello', ...servers)).toMatchObject({
      code: 0,
    });
    expect(await deeds()).toEqual(['sendUserMessage VPN2-0']);
  },
);

const multilink = `
servers:
  - name: RAS01
    ports: { pptp: 2, sstp: 1 }
    connections:
      - { userName: alice, type: pptp, links: 2 }
      - { userName: alice, type: sstp }
`;

it('a connection is left alone if one of its ports does not match', async () => {
  const words = ['disconnect', '--user', 'alice', '--all', '--name', '*-0', '--yes'];
  expect(await inLab(multilink, ...words)).toMatchObject({ code: 0 });
  expect(await deeds()).toEqual(['disconnectSession VPN2-0']);
});
