// The pictures of the command: what is typed in a pseudo-terminal, and what the user answers.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attempt } from '../../machine/run.mjs';
import { screenOf } from './screen.mjs';
import { drawn } from './window.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const command = join(root, 'dist/cli/rras.js');
const terminal = join(root, 'test/cli/in_terminal.py');
const lab = fileURLToPath(new URL('lab.yaml', import.meta.url));
const columns = 80;
const surroundings = { TERM: 'xterm-256color', LC_ALL: 'en_US.UTF-8', TZ: 'UTC' };
const prompt = '\x1b[32m$\x1b[0m ';

/**
 * @typedef {object} Shot
 * @property {string} title
 * @property {string} line what is typed after the prompt
 * @property {string} until the text after which the user types
 * @property {string} keys
 */

/** By the name of the file. @type {Record<string, Shot>} */
export const shots = {
  'watch.svg': {
    title: 'rras watch: a live table of the connections of a simulated server',
    line: 'rras watch --sim=lab.yaml',
    until: 'bob',
    keys: '\x03',
  },
  'disconnect.svg': {
    title: 'rras disconnect --user alice: it shows whom it is about to disconnect, asks, and acts',
    line: 'rras disconnect --user alice --sim=lab.yaml',
    until: '[y/N]',
    keys: 'y\n',
  },
};

/** @param {Shot} shot @returns {Promise<string>} SVG */
export async function take({ title, line, until, keys }) {
  const folder = mkdtempSync(join(tmpdir(), 'rras-picture-'));
  try {
    copyFileSync(lab, join(folder, 'lab.yaml'));
    const { NO_COLOR: _, RRAS_SERVER: __, ...inherited } = process.env;
    const words = line.split(' ').slice(1);
    const { code, stdout } = await attempt(
      ['python3', terminal, String(columns), until, keys, process.execPath, command, ...words],
      { cwd: folder, env: { ...inherited, ...surroundings }, timeout: 60_000 },
    );
    if (code !== 0) throw new Error(`${line} ended with ${code}:\n${stdout}`);
    const typed = screenOf(`${prompt}${line}`);
    // The terminal shows Ctrl-C, which ends the picture.
    const shown = screenOf(stdout.replace('^C', ''));
    return drawn(title, [...typed, ...shown], columns);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What must agree when the same picture is taken again. Clocks and durations go on, but the digits of a duration keep
 * their places.
 *
 * @param {string} svg
 * @returns {string[]} each text with its place and its look
 */
export function lasting(svg) {
  const texts = svg.matchAll(/<text ([^>]*)>([^<]*)/g);
  return Array.from(texts, ([, place = '', text = '']) => {
    const withoutClock = text.replace(/\d+:\d\d:\d\d [AP]M/, 'CLOCK');
    return `${place.replace(/ textLength="[^"]*"/, '')} ${withoutClock.replace(/\d/g, '0')}`;
  });
}
