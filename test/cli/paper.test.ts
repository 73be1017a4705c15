// Text that a client chose never reaches the terminal raw, wherever a command shows it.

import { describe, expect, it } from 'vitest';
import { Markup, Paper, type TextLine, textOf } from '../../lib/cli/terminal/paper.ts';
import { obeyed } from '../properties/texts.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();

// Taken for a user name, it would rewrite the question into another one.
const hostile = 'eve\\e[2K\\rDisconnect nobody!';
const hostileComputer = 'A\\e[2K\\rB';
const scene = `
servers:
  - name: RAS01
    ports: { sstp: 3, ikev2: 3 }
    connections:
      - { userName: "${hostile}", computer: "${hostileComputer}", type: sstp, since: 2h }
      - { userName: "${hostile}", computer: "${hostileComputer}", type: sstp, since: 1h }
      - { userName: "${hostile}", computer: B, type: ikev2, since: 1h, router: true }
`;

describe('a user name with control characters does no harm in', () => {
  it.each([
    ['the plan and the question', ['disconnect', 'VPN2-0'], 'n'],
    ['the plan of several', ['disconnect', '--all'], 'n'],
    [
      'the question about one connection',
      ['disconnect', '--user', '*', '--computer', 'B', '--all'],
      'n',
    ],
    ['the list of those left out', ['disconnect', '--user', 'eve*', '--all', '--yes'], undefined],
    ['the refusal of a router', ['disconnect', 'VPN3-0', '--yes'], undefined],
    [
      'the refusal of several',
      ['disconnect', '--user', 'eve\u001b[2K\rDisconnect nobody!', '--yes'],
      undefined,
    ],
    ['the report', ['clear-stats', '--all', '--yes'], undefined],
    ['a message', ['message', 'VPN2-0', 'hello\u001b[2K'], undefined],
    ['a message to everybody', ['message', '--all', 'hello'], 'n'],
    [
      'an answer that nobody has that name',
      ['message', 'eve\u001b[2K\r\nerror: x', 'hello'],
      undefined,
    ],
    ['a listing', ['connections'], undefined],
    ['one connection', ['connection', 'VPN2-0'], undefined],
    ['a listing as CSV', ['connections', '--csv'], undefined],
    ['a listing of names', ['connections', '--quiet'], undefined],
  ])('%s', async (_, words, answer) => {
    const lab = await here.write('lab.yaml', scene);
    await rras(['sim', 'reset', lab]);
    const ended = await rras([...words, `--sim=${lab}`], {
      columns: 100,
      ...(answer === undefined ? {} : { answer }),
    });
    const shown = ended.shown.replaceAll('\r\n', '\n');
    expect(shown).not.toMatch(obeyed);
    expect(shown).not.toMatch(/^error: x/m);
    expect(shown).toMatch(/\\u001b\[2K/);
  });
});

it('Ctrl-C lists untouched names without obeying their control characters', async () => {
  const lab = await here.write('lab.yaml', scene);
  await rras(['sim', 'reset', lab]);
  const interrupt = new AbortController();
  const line = ['disconnect', '--user', 'eve*', '--all', '--include-routers', '--yes', '--jsonl'];
  const { stderr } = await rras([...line, `--sim=${lab}`], {
    interrupt,
    onStdout: () => interrupt.abort(),
  });
  expect(stderr).toMatch(/not touched: eve/);
  expect(stderr).not.toMatch(obeyed);
});

describe('paper', () => {
  function onPaper(isTTY: boolean, write: (paper: Paper) => void): string {
    let written = '';
    const stream = {
      write: (text: string) => {
        written += text;
      },
      isTTY,
      columns: 80,
    };
    write(new Paper(stream));
    return written;
  }

  it('lets its own colours through, and nothing that looks like them', () => {
    const line: TextLine = [Markup.coloured('a\u001b[31m', 32), '\u001b[31m', 'b\nc'];
    expect(onPaper(true, (paper) => paper.line(...line))).toBe(
      '\u001b[32ma\\u001b[31m\u001b[0m\\u001b[31mb\\u000ac\n',
    );
    expect(textOf(line)).toBe('a\\u001b[31m\u001b[31mb\nc');
  });

  it('writes records exactly to a file, and escapes them on a terminal', () => {
    const records = ['a\u001b[2K', 'b\r\nc'];
    expect(onPaper(false, (paper) => paper.data(records))).toBe('a\u001b[2K\nb\r\nc\n');
    expect(onPaper(true, (paper) => paper.data(records))).toBe('a\\u001b[2K\nb\\u000d\\u000ac\n');
  });
});
