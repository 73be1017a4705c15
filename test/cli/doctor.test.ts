// The findings and exit codes of rras doctor and rras wait.

import { describe, expect, it } from 'vitest';
import { testLibraries } from '../libraries/test_libraries.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();
const library = testLibraries();

async function inLab(wrong: string, line: string, interrupt?: AbortController) {
  const lab = await here.write('lab.yaml', `servers:\n  - name: RAS01\n    ${wrong}\n`);
  return rras([...line.split(' '), `--sim=${lab}`], interrupt === undefined ? {} : { interrupt });
}

describe('the doctor', () => {
  it.each([
    ['ports: { sstp: 2 }', 0, []],
    ['denied: true', 3, ['rights']],
    ['service: stopped', 5, ['service']],
    ['lanOnly: true', 5, ['ports']],
    ['ports: { sstp: 0 }', 1, ['ports']],
    ['failures: { MprAdminPortEnum: 5 }', 3, ['rights']],
    ['failures: { MprAdminServerConnect: 1722 }', 4, ['connect']],
  ])('of a server with %s exits with %i', async (wrong, exit, found) => {
    const { code, stdout } = await inLab(wrong, 'doctor --json');
    const { items } = JSON.parse(stdout);
    const notOk = items.filter(({ ok }: { ok: boolean | null }) => ok === false);
    expect({ code, found: notOk.map(({ check }: { check: string }) => check) }).toEqual({
      code: exit,
      found,
    });
    for (const { finding, advice } of notOk) {
      expect(finding).toEqual(expect.any(String));
      expect(advice).toEqual(expect.any(String));
    }
  });

  it('says for each failed check what to do, in a table as well', async () => {
    const { stdout } = await inLab('service: stopped', 'doctor');
    expect(stdout).toMatch(/^NOT OK {2}service .*\n +try: /m);
    expect(stdout).toMatch(/^- {7}ports +not looked at$/m);
  });

  it('names an unknown server, and the step that failed', async () => {
    const { code, stdout, stderr } = await inLab('ports: { sstp: 2 }', 'doctor --server RAS77');
    expect(code).toBe(4);
    expect(stdout).toMatch(/^NOT OK {2}connect /m);
    expect(stderr).toBe(
      'RAS77 fails at the step: connect. What depends on it was not looked at.\n',
    );
    // The function was called, so the library works, and the trouble is not on this machine.
    expect(stdout).toMatch(/^ok {6}library +has MprAdminServerConnect$/m);
  });
});

describe('the dialect in the report of the doctor', () => {
  it.each([
    ['nt4-shape', 'nt4'],
    [
      'nt4-with-mpr-connect',
      'nt4, with the functions MprAdminServerConnect, MprAdminServerDisconnect',
    ],
    ['mprapi-with-ras-disconnect', 'mprapi, with the functions RasAdminPortDisconnect'],
  ])('names functions under names of another dialect: %s', async (name, finding) => {
    const line = ['doctor', '--json', '--server=127.0.0.1', `--library=${library(name)}`];
    const { stdout } = await rras(line);
    expect(JSON.parse(stdout).items).toContainEqual(
      expect.objectContaining({ check: 'dialect', ok: true, finding }),
    );
  });
});

describe('waiting', () => {
  it.each([
    ['service: stopped', 9],
    ['service: initializing', 9],
    ['lanOnly: true', 9],
    ['ports: { sstp: 0 }', 9],
    // Waiting does not help against that.
    ['denied: true', 3],
    ['ports: { sstp: 1 }', 0],
  ])('for a server with %s exits with %i', async (wrong, exit) => {
    const { code, stderr } = await inLab(wrong, 'wait --within 1s --every 1s');
    expect(code).toBe(exit);
    const said = /^RAS01 is not ready after 0 s: .+\nerror: RAS01 was not ready within 1 s: .+\n$/;
    if (exit === 9) expect(stderr).toMatch(said);
  });

  it('shows on a terminal how long and why, and clears the line', async () => {
    const lab = await here.write('slow.yaml', 'servers: [{ name: RAS01, service: stopped }]');
    const { stderr } = await rras(`wait --within 2.5s --every 500ms --sim=${lab}`, { columns: 60 });
    const drawn = stderr.split('\r\u001b[K');
    expect(drawn[1]).toMatch(/^Waited 0 s for RAS01: .*…$/);
    expect(drawn.some((line) => /^Waited [1-9] s for RAS01: /.test(line))).toBe(true);
    for (const line of drawn.slice(1, -1)) expect(line.length).toBeLessThan(60);
    expect(drawn.at(-1)).toMatch(/^error: RAS01 was not ready within 2.5 s/);
  });

  it('ends at Ctrl-C', async () => {
    const interrupt = new AbortController();
    const ended = inLab('service: stopped', 'wait --within 1m', interrupt);
    setTimeout(() => interrupt.abort(), 200);
    expect(await ended).toMatchObject({ code: 10, stdout: '' });
  });
});
