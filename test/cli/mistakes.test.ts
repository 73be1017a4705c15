// Mistakes of new users: each gets one helpful message and its own exit code.

import { describe, expect, it } from 'vitest';
import { holdSystemFolder, UNTIL_IT_IS_FREE } from '../fixtures/system_folder.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();

it(
  'no server named, and this is not Windows or has no library',
  async () => {
    const letGo = await holdSystemFolder();
    const { code, stdout, stderr } = await rras('ports').finally(letGo);
    expect({ code, stdout }).toEqual({ code: 11, stdout: '' });
    expect(stderr.match(/^error: /gm)).toHaveLength(1);
    expect(stderr).toMatch(/--sim/);
  },
  UNTIL_IT_IS_FREE,
);

it('an unknown server', async () => {
  const { code, stdout, stderr } = await rras('ports --server RAS99 --sim');
  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toMatch(
    /^error: .*RAS99.*cannot be reached.*\(RPC_S_SERVER_UNAVAILABLE, 1722\)\n {2}try: /,
  );
});

it('one of two servers is unknown: the results of the other, and "partly"', async () => {
  const { code, stdout, stderr } = await rras('ports --in-use --server RAS99,RAS02 --sim');
  expect(code).toBe(7);
  expect(stdout).toMatch(/^SERVER +PORT .*\nRAS02 +VPN2-0 /);
  expect(stderr).toMatch(/RAS99/);
});

it('one of two servers is unknown, in JSON: the error is next to the items', async () => {
  const { code, stdout } = await rras('ports --json --server RAS99,RAS02 --sim');
  expect(code).toBe(7);
  const { items, errors } = JSON.parse(stdout);
  expect(items).toHaveLength(3);
  expect(errors).toEqual([
    expect.objectContaining({ server: 'RAS99', code: 'RPC_S_SERVER_UNAVAILABLE', status: 1722 }),
  ]);
});

describe('errors of servers', () => {
  it.each([
    ['denied: true', 3, /ERROR_ACCESS_DENIED, 5/],
    ['service: stopped', 5, /RPC_S_UNKNOWN_IF, 1717/],
    ['lanOnly: true', 5, /ERROR_DDM_NOT_RUNNING, 903/],
    ['failures: { MprAdminPortEnum: 1722 }', 4, /1722/],
    ['failures: { MprAdminPortEnum: 1460 }', 9, /1460/],
    ['failures: { MprAdminPortEnum: 31 }', 1, /31/],
  ])('%s exits with %i', async (wrong, exit, words) => {
    const lab = await here.write('wrong.yaml', `servers:\n  - name: RAS01\n    ${wrong}\n`);
    const { code, stdout, stderr } = await rras(['ports', `--sim=${lab}`]);
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr.match(/^error: /gm)).toHaveLength(1);
  });
});

describe('a word that is misspelt', () => {
  it.each([
    ['prots', 2, /^error: There is no command prots\. Did you mean ports\?\n {2}try: /],
    [
      'ports --conditon listening --sim',
      2,
      /^error: There is no option --conditon\. Did you mean --condition\?\n {2}try: `rras ports --help`/,
    ],
    [
      'ports --condition listning --sim',
      2,
      /no condition listning. Did you mean listening\?\n {2}try: There are non-operational, /,
    ],
    [
      'ports --fields nme --sim',
      2,
      /no field nme. Did you mean name\?\n {2}try: There are server, name, /,
    ],
    ['ports --condition __proto__ --sim', 2, /no condition __proto__\.\n/],
    ['ports --condition constructor --sim', 2, /no condition constructor\.\n/],
    ['ports --\u001b[31mred', 2, /There is no option --\\u001b\[31mred\./],
    ['port a\nerror:all --sim', 6, /^error: .*port a\n {2}error:all: /],
    ['port VPN9-9 --sim', 6, /no port with that name/],
    ['port VPN3-9 --sim', 6, /There are VPN3-0, VPN3-1/],
    ['disconnect VPN3-9 --yes --sim', 6, /There are VPN3-0, VPN3-1/],
    ['explain ERROR_DDM_NOT_RUNING', 6, /Did you mean ERROR_DDM_NOT_RUNNING\?/],
    ['--server RAS01 ports --sim', 2, /Options stand after the command/],
    ['disconnect --all --user --sim', 2, /--user has no value: --sim is the next option/],
    ['ports -s --sim=nofile.yaml', 2, /-s has no value: --sim=nofile.yaml is the next option/],
    ['ports --server', 2, /--server has no value/],
    ['explain 12345678', 6, /No code 12345678 is known.*\n.*certutil -error 0xBC614E/],
    ['explain 599', 6, /No code 599 is known.*\n.*net helpmsg 599/],
    ['explain 0x8007ffff', 6, /It wraps 65535: on Windows, `net helpmsg 65535`/],
    ['explain 99999999999', 6, /32 bits/],
    ['explain zork', 6, /Numbers are decimal, or hexadecimal with 0x; names are whole/],
    ['completion tcsh', 2, /There are powershell, bash, zsh, fish/],
    ['ports --library mprapy', 2, /There are auto, mprapi, nt4, rassapi/],
    ['ports --min-free few --sim', 2, /whole number/],
    [
      'ports --timeout soon --sim',
      2,
      /^error: Wrong value for --timeout: soon\. .*a time such as 5m/,
    ],
    ['ports --timeout 0 --sim', 2, /from 100ms on/],
    ['ports -o xml --sim', 2, /^error: Wrong value for --output: xml\. /],
    ['sim what', 2, /^error: There is no command what here/],
    ['sim init', 2, /^error: The argument file is missing/],
  ])('%s', async (line, exit, words) => {
    const { code, stdout, stderr } = await rras(line);
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).toMatch(words);
  });
});

it('several codes, one of them unknown: the others, and "partly"', async () => {
  const { code, stdout, stderr } = await rras('explain 903 zork -2146762495 0x80070005');
  expect(code).toBe(7);
  expect(stdout.match(/^\S.*$/gm)).toEqual([
    '903  0x387  ERROR_DDM_NOT_RUNNING',
    '0x800B0101  -2146762495  CERT_E_EXPIRED',
    '5  0x5  ERROR_ACCESS_DENIED',
  ]);
  expect(stdout).toMatch(/0x80070005 contains this code\./);
  expect(stderr).toMatch(/No code zork is known/);
  const after = await rras('explain -- -2146762495');
  expect(after).toMatchObject({ code: 0, stdout: expect.stringMatching(/CERT_E_EXPIRED/) });
});

describe('a contradiction is refused', () => {
  it.each([
    'ports --json --csv --sim',
    'ports --quiet --fields name --sim',
    'ports --in-use --idle --sim',
    'disconnect --sim',
    'disconnect VPN2-0 --all --sim',
    'disconnect VPN2-* --yes --sim',
    'reset --sim',
    'ports --library mprapi --sim',
  ])('%s', async (line) => {
    const { code, stdout } = await rras(line);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

it('no command at all: help that begins with examples, and the codes', async () => {
  const nothing = await rras([]);
  expect(nothing).toMatchObject({ code: 2, stdout: '' });
  const help = await rras('--help');
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toMatch(/^Examples:\n {2}rras ports --server RAS01/);
  expect(help.stdout).toMatch(/Exit codes:\n {3}0 {2}.*\n {3}1 {2}.*\n {3}2 {2}/);
});

it('an impossible name of a server', async () => {
  const { code, stderr } = await rras(['ports', '--server', 'RAS 01', '--sim']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/must be a computer name/);
});

it('--sim that takes the name of a port for its file', async () => {
  const { code, stderr } = await rras('port --sim VPN2-0');
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /The argument name is missing\.\n {2}try: --sim takes VPN2-0 for its file: put --sim last/,
  );
  const other = await rras('ports --sim VPN2-0');
  expect(other.stderr).toMatch(/put --sim last/);
});
