// Cases in which a command line could hit somebody who was not meant.

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
      - { user: alice, domain: CONTOSO, type: sstp }
      - { user: carol, domain: FABRIKAM, type: sstp }
      - { user: '', type: sstp }
`;

it.each([
  ['c*', ['VPN2-1']],
  ['CONTOSO\\*', ['VPN2-0']],
  ['fabrikam\\carol', ['VPN2-1']],
  ['*\\alice', ['VPN2-0']],
  ['??rol', ['VPN2-1']],
  ['?', []],
])('a pattern of users is about the name, or with a backslash about both: %s', async (user, on) => {
  const words = ['disconnect', '--user', user, '--all', '--yes'];
  const { code } = await inLab(domains, ...words);
  expect(await deeds()).toEqual(on.map((port) => `disconnectConnection ${port}`));
  expect(code).toBe(on.length === 0 ? 6 : 0);
});

it('a port that nobody is on is no port of anybody', async () => {
  const { code } = await inLab(domains, 'reset', '--all', '--user', '*', '--yes');
  expect(code).toBe(0);
  expect(await deeds()).toEqual(['resetPort VPN2-0', 'resetPort VPN2-1', 'resetPort VPN2-2']);
});
