// The metrics and the alerts with the real Prometheus and promtool. RRAS_REQUIRE_PROMETHEUS=1 requires them;
// tools/ci/install_prometheus.mjs gets them.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { cachePath } from '../../tools/machine/cache.mjs';
import { labs } from '../cli/labs.ts';
import { program } from '../cli/program.ts';
import { rras } from '../cli/terminal.ts';

const here = labs();
const unpacked = cachePath('debian', 'prometheus-amd64', 'usr/bin');

function find(name: string): string | undefined {
  const own = join(unpacked, name);
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(own)) return own;
  return spawnSync(name, ['--version']).status === 0 ? name : undefined;
}

const prometheus = find('prometheus');
const promtool = find('promtool');
const isThere = prometheus !== undefined && promtool !== undefined;
const isRequired = process.env.RRAS_REQUIRE_PROMETHEUS === '1';

interface Answer {
  readonly data?: { readonly result?: readonly { readonly value?: readonly [number, string] }[] };
}

function realIt(name: string, test: () => Promise<void>): void {
  if (isThere || isRequired) it(name, test, 120_000);
  else it.skip(`${name} (needs Prometheus: node tools/ci/install_prometheus.mjs)`, test);
}

function tool(words: readonly string[], input = ''): { code: number | null; said: string } {
  const { status, stdout, stderr, error } = spawnSync(promtool ?? 'promtool', words, {
    input,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  return { code: status, said: `${stdout}${stderr}` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

realIt('promtool accepts the metrics', async () => {
  const { stdout } = await rras('metrics --per-user -s RAS01,RAS02 --sim');
  // It knows no rule that is broken, and finds no mistake in the text.
  expect(tool(['check', 'metrics'], stdout)).toEqual({ code: 0, said: '' });
});

realIt('promtool refuses a metric without help', async () => {
  expect(tool(['check', 'metrics'], 'a_total{b="\\x"} 1\n').code).not.toBe(0);
});

realIt('each alert is raised by its history, and not by another', async () => {
  const rules = fileURLToPath(new URL('../../monitoring/alerts.yml', import.meta.url));
  const tests = fileURLToPath(new URL('alerts_test.yml', import.meta.url));
  expect(tool(['check', 'rules', rules])).toMatchObject({ code: 0 });
  expect(tool(['test', 'rules', tests])).toMatchObject({ code: 0 });
});

realIt('Prometheus scrapes rras metrics and answers with its figures', async () => {
  const scraped = spawn(process.execPath, [
    ...[program, 'metrics', '-s', 'RAS01,TYPO', '--listen', ':0', '--every', '1s', '--sim'],
  ]);
  let said = '';
  scraped.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const scrapedEnd = once(scraped, 'close');
  await expect.poll(() => said).toMatch(/answered at http:\S+/);
  const target = /http:\/\/([\d.:]+)\/metrics/.exec(said)?.[1];
  const file = await here.write(
    'prometheus.yml',
    `scrape_configs:\n  - job_name: rras\n    scrape_interval: 1s\n    static_configs: [{ targets: ['${target}'] }]\n`,
  );
  const port = await freePort();
  const own = spawn(
    prometheus ?? 'prometheus',
    [
      ...[`--config.file=${file}`, `--storage.tsdb.path=${here.path('data')}`],
      ...[`--web.listen-address=127.0.0.1:${port}`, '--log.level=error'],
    ],
    { stdio: 'ignore' },
  );
  const ownEnd = once(own, 'close');
  const ask = async (query: string): Promise<number | undefined> => {
    try {
      const url = `http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(query)}`;
      const answer: Answer = JSON.parse(await (await fetch(url)).text());
      const value = answer.data?.result?.[0]?.value?.[1];
      return value === undefined ? undefined : Number(value);
    } catch {
      // It does not listen yet.
      return undefined;
    }
  };
  try {
    await expect.poll(() => ask('rras_up{server="RAS01"}')).toBe(1);
    await expect.poll(() => ask('rras_up{server="TYPO"}')).toBe(0);
    expect(await ask('sum(rras_ports{server="RAS01"})')).toBe(12);
    expect(await ask('sum(rras_ports{server="TYPO"})')).toBeUndefined();
    expect(await ask('sum(rras_connections{server="RAS01"})')).toBeGreaterThanOrEqual(4);
    expect(await ask('count(rras_connects_total)')).toBe(6);
  } finally {
    own.kill();
    scraped.kill('SIGTERM');
    await Promise.all([ownEnd, scrapedEnd]);
  }
  expect(scraped.exitCode ?? scraped.signalCode).toBe(process.platform === 'win32' ? 'SIGTERM' : 0);
});
