// A lab is one world for all processes that use it at the same time.

import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { labs } from './labs.ts';
import { PATIENCE, spawned, type WatchLine, watched } from './program.ts';

const here = labs();

const three = `servers:
  - name: RAS01
    ports: { sstp: 3 }
    connections:
      - { userName: alice, since: 3h }
      - { userName: bob, since: 2h }
      - { userName: carol, since: 1h }
`;

const usersAt = (line: WatchLine | undefined) =>
  line?.sessions?.map(({ userName }) => userName).sort();
const has = (changes: readonly WatchLine[], type: string, userName: string) =>
  changes.some((each) => each.type === type && each.session?.userName === userName);

it(
  'a watch sees what another command does',
  async () => {
    const lab = await here.write('watched.yaml', three);
    const changes = await watched(
      ['watch', '--jsonl', `--sim=${lab}`],
      (all) => has(all, 'disconnected', 'bob'),
      () => spawned(['disconnect', '--user', 'bob', '--yes', `--sim=${lab}`]),
    );
    expect(usersAt(changes[0])).toEqual(['alice', 'bob', 'carol']);
    expect(changes.filter(({ type }) => type.endsWith('connected'))).toHaveLength(1);
  },
  PATIENCE,
);

it(
  'a watch sees that the lab was reset',
  async () => {
    const lab = await here.write('reset.yaml', three);
    await spawned(['disconnect', '--user', 'bob', '--yes', `--sim=${lab}`]);
    const changes = await watched(
      ['watch', '--jsonl', `--sim=${lab}`],
      (all) => has(all, 'connected', 'bob'),
      () => spawned(['sim', 'reset', lab]),
    );
    expect(usersAt(changes[0])).toEqual(['alice', 'carol']);
  },
  PATIENCE,
);

it(
  'a watch sees a lab that was changed as soon as another command uses it',
  async () => {
    const lab = await here.write('changed.yaml', three);
    const changes = await watched(
      ['watch', '--jsonl', `--sim=${lab}`],
      (all) => has(all, 'connected', 'dave'),
      async () => {
        await writeFile(lab, three.replace('bob', 'dave'));
        await spawned(['ports', `--sim=${lab}`]);
      },
    );
    expect(usersAt(changes[0])).toEqual(['alice', 'bob', 'carol']);
  },
  PATIENCE,
);

describe('several commands at once', () => {
  it(
    'lose no action, even if they are the first to use the lab',
    async () => {
      const ports = [0, 1, 2, 3, 4, 5].map((number) => `VPN2-${number}`);
      const lab = await here.write(
        'several.yaml',
        `servers:
  - name: RAS01
    ports: { sstp: 6 }
    connections: [${ports.map((_, at) => `{ userName: user${at}, since: 1h }`).join(', ')}]
`,
      );
      const ended = await Promise.all(
        ports.map((port) => spawned(['disconnect', port, '--yes', `--sim=${lab}`])),
      );
      expect(ended.map(({ code }) => code)).toEqual(ports.map(() => 0));
      const listed = await spawned(['ports', '--in-use', '--quiet', `--sim=${lab}`]);
      expect(listed).toEqual({ code: 0, stdout: '', stderr: '' });
      const lines = (await readFile(`${lab}.history`, 'utf8')).trimEnd().split('\n');
      const done = lines.map((line) => JSON.parse(line)).filter(({ action }) => action);
      expect(done.map(({ args: [{ port }] }) => port).sort()).toEqual(ports);
    },
    PATIENCE,
  );
});
