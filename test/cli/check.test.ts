// rras check: thresholds, levels, exit codes and what is written.

import { describe, expect, it } from 'vitest';
import { raisesAlert, rangeIn } from '../../lib/cli/commands/check_range.ts';
import { worstOf } from '../../lib/cli/commands/check_report.ts';
import { rras } from './terminal.ts';

describe('a range', () => {
  // The table of Nagios' own guidelines, at and around its ends.
  it.each([
    ['10', [-1, 11], [0, 10]],
    ['10:', [9, -1], [10, 1e9]],
    ['~:10', [11], [10, -1e9]],
    ['10:20', [9, 21], [10, 20]],
    ['@10:20', [10, 15, 20], [9, 21]],
    ['-5:-1', [-6, 0], [-5, -1]],
    ['0.5:1.5', [0.4, 1.6], [0.5, 1]],
  ])('%s', (text, alert, fine) => {
    const range = rangeIn(text);
    for (const value of alert) expect(raisesAlert(range, value), String(value)).toBe(true);
    for (const value of fine) expect(raisesAlert(range, value), String(value)).toBe(false);
  });

  it.each(['x', '10:5', ':', '@', '1:2:3', '10 20', '~'])('%s is refused with 3', async (text) => {
    const { code, stdout, stderr } = await rras(['check', '--warn-free', text, '--sim']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('Wrong value for --warn-free');
  });
});

it('the worst of several levels wins', () => {
  expect(worstOf([])).toBe('ok');
  expect(worstOf(['ok', 'warning'])).toBe('warning');
  expect(worstOf(['warning', 'unknown'])).toBe('unknown');
  expect(worstOf(['unknown', 'critical', 'ok'])).toBe('critical');
});

describe('the exit code and the line', () => {
  it.each([
    ['', 0, /^RRAS OK - RAS01 ok: free ports 8, connections 4, .* \| 'free'=8;;;0;12 /],
    ['--warn-free 10:', 1, /^RRAS WARNING - RAS01 warning: free ports 8 \|/],
    [
      '--warn-free 10: --crit-free 9:',
      2,
      /^RRAS CRITICAL - RAS01 critical: free ports 8 \| 'free'=8;10:;9:;/,
    ],
    ['--crit-connections 3', 2, /connections 4 \|/],
    ['--warn-dormant 0', 1, /dormant 1 \|/],
    ['--warn-age 86400', 1, /oldest \(s\) \d+ \|/],
    ['--warn-age ~:9999999', 0, /^RRAS OK/],
    ['-s RAS01,TYPO', 3, /^RRAS UNKNOWN - RAS01 ok: .*; TYPO unknown: .*1722/],
    ['-s RAS01,TYPO --crit-free 9:', 2, /^RRAS CRITICAL - RAS01 critical: .*; TYPO unknown: /],
  ])('rras check %s', async (line, exit, words) => {
    const { code, stdout, stderr } = await rras([
      'check',
      ...line.split(' ').filter(Boolean),
      '--sim',
    ]);
    expect({ code, stderr }).toEqual({ code: exit, stderr: '' });
    expect(stdout).toMatch(words);
    expect(stdout.split('\n')).toHaveLength(2);
  });

  it('a wrong command line is 3 and not critical', async () => {
    expect(await rras('check --no-such-option --sim')).toMatchObject({ code: 3, stdout: '' });
    expect(await rras(['check', '-s', ''])).toMatchObject({ code: 3, stdout: '' });
    expect(await rras('check extra --sim')).toMatchObject({ code: 3, stdout: '' });
  });
});

it('PRTG gets a channel for each value, and an error for a server that cannot be read', async () => {
  const fine = JSON.parse((await rras('check --warn-free 10: --format prtg --sim')).stdout);
  expect(fine.prtg.result[0]).toEqual({
    channel: 'free ports',
    value: 8,
    unit: 'Count',
    warning: 1,
  });
  const lost = JSON.parse((await rras('check -s TYPO --format prtg --sim')).stdout);
  expect(lost.prtg).toEqual({ error: 1, text: expect.stringContaining('TYPO unknown') });
});
