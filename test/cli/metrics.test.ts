// rras metrics: once, into a file, and for scrapes.

import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { describe, expect, it } from 'vitest';
import { parsedText } from '../metrics/parsed_text.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();
const scene = `servers:
  - name: RAS01
    ports: { sstp: 3, ikev2: 2 }
    connections:
      - { userName: alice, since: 1h, type: sstp }
  - { name: RAS02, ports: { sstp: 1 }, quirks: {} }
`;

async function lab(): Promise<string> {
  return here.write('lab.yaml', scene.replace(', quirks: {}', ''));
}

describe('once', () => {
  it('writes the gauges of every server to stdout, and no counters', async () => {
    const { code, stdout, stderr } = await rras(`metrics -s RAS01,RAS02 --sim=${await lab()}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { samples, types } = parsedText(stdout);
    expect([...types.values()].filter((type) => type !== 'gauge')).toEqual([]);
    const up = samples.filter(({ name }) => name === 'rras_up');
    expect(up.map(({ labels, value }) => [labels.server, value])).toEqual([
      ['RAS01', 1],
      ['RAS02', 1],
    ]);
    expect(stdout).toContain('rras_connections{server="RAS01",tunnel="sstp"} 1\n');
    expect(stdout).not.toContain('alice');
  });

  it('a server that cannot be read is rras_up 0, and the exit code says so', async () => {
    const { code, stdout, stderr } = await rras(`metrics -s RAS01,TYPO --sim=${await lab()}`);
    expect(code).toBe(7);
    expect(stdout).toContain('rras_up{server="TYPO"} 0\n');
    expect(stdout).toContain(
      'rras_scrape_error{server="TYPO",code="RPC_S_SERVER_UNAVAILABLE",status="1722"} 1\n',
    );
    expect(stdout).not.toMatch(/rras_connections\{server="TYPO"/);
    expect(stderr).toMatch(/^error: .* on TYPO: /);
  });

  it('has users on request, and says how many are left out', async () => {
    const { stdout } = await rras(`metrics --per-user --per-user-max 1 --sim`);
    expect(parsedText(stdout).samples.filter(({ name }) => name === 'rras_session_info')).toEqual([
      {
        name: 'rras_session_info',
        value: 1,
        labels: expect.objectContaining({ user: 'CONTOSO\\carol' }),
      },
    ]);
    expect(stdout).toContain('rras_session_info_omitted{server="RAS01"} 3\n');
  });

  it('a group of the configuration is several servers', async () => {
    const config = await here.write('config.json', '{ "groups": { "edge": ["RAS01", "RAS02"] } }');
    const { stdout } = await rras(`metrics -s @edge --config ${config} --sim=${await lab()}`);
    expect(stdout).toContain('rras_up{server="RAS02"} 1\n');
  });
});

describe('--textfile', () => {
  it('replaces the file at once and leaves nothing beside it', async () => {
    const file = await here.write('rras.prom', 'old');
    const { code, stdout } = await rras(`metrics --textfile ${file} --sim=${await lab()}`);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(parsedText(await readFile(file, 'utf8')).samples.length).toBeGreaterThan(10);
    const folder = here.path('.');
    expect((await readdir(folder)).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('with --every writes it again and again, with counters', async () => {
    const file = here.path('again.prom');
    const interrupt = new AbortController();
    const ended = rras(`metrics --textfile ${file} --every 100ms --sim=${await lab()}`, {
      interrupt,
    });
    const text = () => readFile(file, 'utf8').catch(() => '');
    await expect.poll(text).toContain('rras_connects_total{server="RAS01",tunnel="sstp"} 0\n');
    const { mtimeMs } = await stat(file);
    await expect.poll(async () => (await stat(file)).mtimeMs).toBeGreaterThan(mtimeMs);
    interrupt.abort();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('a file that cannot be written is an error', async () => {
    const { code, stderr } = await rras(`metrics --textfile ${here.path('no/x.prom')} --sim`);
    expect(code).toBe(1);
    expect(stderr).toContain('x.prom cannot be written');
  });
});

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function get(
  url: string,
  options: RequestOptions & { rejectUnauthorized?: boolean } = {},
): Promise<Got> {
  const send = url.startsWith('https') ? httpsRequest : httpRequest;
  const request = send(url, { agent: false, ...options });
  request.end();
  const [response]: IncomingMessage[] = await once(request, 'response');
  if (response === undefined) throw new Error('no response');
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += chunk;
  return { status: response.statusCode, headers: response.headers, body };
}

/** Scrapes `rras metrics` with these words while it runs, and ends it. */
async function scraping(words: readonly string[], scrape: (url: string) => Promise<void>) {
  const interrupt = new AbortController();
  let url = '';
  const ended = rras(['metrics', ...words, `--sim=${await lab()}`], {
    interrupt,
    onStderr: (text) => {
      url = /answered at (\S+)/.exec(text)?.[1] ?? url;
    },
  });
  try {
    const over = ended.then(({ code, stderr }) => `${code} ${stderr}`);
    await expect.poll(() => url || Promise.race([over, ''])).toMatch(/^https?:/);
    await scrape(url);
  } finally {
    interrupt.abort();
  }
  return ended;
}

const secret = 'a'.repeat(32);

describe('--listen', () => {
  it('answers scrapes on this machine, in the format that they ask for, until it is interrupted', async () => {
    const { code, stdout } = await scraping(['--listen', ':0'], async (url) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
      await expect
        .poll(async () => (await get(url)).body)
        .toContain('rras_connections{server="RAS01",tunnel="sstp"} 1\n');
      const plain = await get(url);
      expect(plain.status).toBe(200);
      expect(plain.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
      expect(parsedText(plain.body).types.get('rras_connects_total')).toBe('counter');
      const accept = 'application/openmetrics-text; version=1.0.0';
      const open = await get(url, { headers: { accept } });
      expect(open.headers['content-type']).toMatch(/^application\/openmetrics-text/);
      expect(open.body).toMatch(/# EOF\n$/);
      const head = await get(url, { method: 'HEAD' });
      expect([head.status, head.body]).toEqual([200, '']);
      expect(Number(head.headers['content-length'])).toBeGreaterThan(100);
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('answers nothing else', async () => {
    await scraping(['--listen', '127.0.0.1:0', '--host', 'vpn.example'], async (url) => {
      const status = async (path: string, options: RequestOptions) =>
        (await get(new URL(path, url).href, options)).status;
      expect(await status('/', {})).toBe(404);
      expect(await status('/metrics/x', {})).toBe(404);
      expect(await status('/metrics?x=1', {})).toBe(200);
      expect(await status('/metrics', { method: 'POST' })).toBe(405);
      expect(await status('/metrics', { method: 'DELETE' })).toBe(405);
      // A page in a browser that reaches this machine under its own name.
      expect(await status('/metrics', { headers: { host: 'evil.example' } })).toBe(421);
      expect(await status('/metrics', { headers: { host: 'localhost:1' } })).toBe(200);
      expect(await status('/metrics', { headers: { host: 'VPN.example' } })).toBe(200);
    });
  });

  it('with a token needs exactly that', async () => {
    const file = await here.write('token', `${secret}\n`);
    await scraping(['--listen', ':0', '--token-file', file], async (url) => {
      const with_ = (authorization?: string) =>
        get(url, { headers: authorization === undefined ? {} : { authorization } });
      expect(await with_()).toMatchObject({
        status: 401,
        headers: { 'www-authenticate': 'Bearer' },
      });
      expect((await with_(`Bearer ${secret}a`)).status).toBe(401);
      expect((await with_(`Basic ${secret}`)).status).toBe(401);
      expect((await with_(secret)).status).toBe(401);
      expect((await with_(`Bearer ${secret}`)).status).toBe(200);
    });
  });

  it('behind a proxy answers any name, with a token', async () => {
    const file = await here.write('token', secret);
    await scraping(['--listen', ':0', '--behind-proxy', '--token-file', file], async (url) => {
      const headers = { host: 'metrics.example', authorization: `Bearer ${secret}` };
      expect((await get(url, { headers })).status).toBe(200);
      expect((await get(url, { headers: { host: 'metrics.example' } })).status).toBe(401);
    });
  });

  const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
  const tlsIt = hasOpenssl ? it : it.skip;
  const why = hasOpenssl ? '' : ' (needs openssl, to make a certificate)';
  tlsIt(`with a certificate answers with TLS, also to others${why}`, async () => {
    const { privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const key = await here.write('key.pem', privateKey);
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-key', key, '-subj', '/CN=localhost', '-days', '1'],
    ]);
    const cert = await here.write('cert.pem', made.stdout);
    const token = await here.write('token', secret);
    const words = ['--listen', '0.0.0.0:0', '--tls-cert', cert, '--tls-key', key];
    await scraping([...words, '--host', 'localhost', '--token-file', token], async (url) => {
      expect(url).toMatch(/^https:\/\/0\.0\.0\.0:/);
      const local = url.replace('0.0.0.0', 'localhost');
      const options = { rejectUnauthorized: false };
      expect((await get(local, options)).status).toBe(401);
      const headers = { authorization: `Bearer ${secret}` };
      expect((await get(local, { ...options, headers })).status).toBe(200);
    });
  });
});

describe('what would be open to others is refused before any server is asked', () => {
  it.each([
    ['--listen 0.0.0.0:9836', /TLS|--tls-cert/],
    ['--listen [::]:9836 --token-file TOKEN', /--behind-proxy/],
    ['--listen ras01.example:9836 --behind-proxy', /--token-file/],
    ['--listen :9836 --behind-proxy', /--token-file/],
    ['--listen :9836 --behind-proxy --token-file TOKEN --host a', /--host means nothing/],
    ['--listen :9836 --tls-cert x.pem', /belong together/],
    ['--listen :9836 --token-file SHORT', /at least 16 characters/],
    ['--listen :9836 --token-file missing', /cannot be read/],
    ['--listen :99999', /not an address/],
    ['--listen ::1:80', /not an address/],
    ['--listen a b', /takes no arguments/],
    ['--token-file TOKEN', /--token-file is for --listen/],
    ['--host a', /--host is for --listen/],
    ['--behind-proxy', /--behind-proxy is for --listen/],
    ['--listen :0 --textfile x', /cannot be combined/],
    ['--every 5s', /--every is for/],
    ['--for 5s', /--for ends/],
    ['--per-user-max 3', /--per-user/],
  ])('%s', async (line, words) => {
    const token = await here.write('token', secret);
    const short = await here.write('short', 'short');
    const argv = line.replace('TOKEN', token).replace('SHORT', short).split(' ');
    const { code, stdout, stderr } = await rras(['metrics', ...argv, '--sim']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });
});
