// Answers scrapes over HTTP. It is open to this machine alone, unless it is told otherwise and protected.

import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, RequestListener, Server } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
import { hostname } from 'node:os';
import { contentTypes, formatFor, type MetricFormat } from '../../metrics/text.ts';
import { Complaint, usage, wordsOf } from '../complaint.ts';

/** What the command line says about it. */
interface Given {
  readonly listen: string | undefined;
  readonly tokenFile: string | undefined;
  readonly tlsCert: string | undefined;
  readonly tlsKey: string | undefined;
  readonly host: readonly string[] | undefined;
  readonly behindProxy: boolean | undefined;
}

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly tokenFile: string | undefined;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  /** Names of this machine in a request; undefined: any, because the proxy has looked at them. */
  readonly names: readonly string[] | undefined;
}

export type MetricsText = (format: MetricFormat) => string;

export interface Endpoint {
  /** Answers from now on. Returns where. */
  open(text: MetricsText): Promise<string>;
  /** Answers the requests that have begun, and ends. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const SHORTEST_TOKEN = 16;
const PATH = '/metrics';
const MOST_CONNECTIONS = 64;
const LONGEST_REQUEST = 10_000;
const LONGEST_GOODBYE = 1_000;

/** Undefined if nothing is to be answered. @throws {Complaint} for what would be open to others */
export function listenOptionsOf(given: Given): ListenOptions | undefined {
  const { listen, tokenFile, tlsCert, tlsKey, host: names = [], behindProxy = false } = given;
  if (listen === undefined) {
    const beside = Object.entries({
      '--token-file': tokenFile,
      '--tls-cert': tlsCert,
      '--tls-key': tlsKey,
      '--host': given.host,
      '--behind-proxy': given.behindProxy,
    }).find(([, value]) => value !== undefined);
    if (beside !== undefined) throw usage(`${beside[0]} is for --listen, which is not there.`);
    return undefined;
  }
  const { host, port } = addressOf(listen);
  if ((tlsCert === undefined) !== (tlsKey === undefined)) {
    throw usage('--tls-cert and --tls-key belong together: one of them is missing.');
  }
  const tls = tlsCert && tlsKey ? { cert: tlsCert, key: tlsKey } : undefined;
  if (behindProxy && tls !== undefined) {
    throw usage(
      '--behind-proxy says that a proxy has the certificate, so --tls-cert is not for it.',
    );
  }
  if (behindProxy && given.host !== undefined) {
    throw usage('Behind a proxy any name is answered: --host means nothing with --behind-proxy.');
  }
  const isOpen = !isLoopback(host);
  if (isOpen && tls === undefined && !behindProxy) {
    throw usage(
      `Other machines can reach ${host}, and anybody on the way could read the answers and the token.`,
      'Give --tls-cert and --tls-key, or --behind-proxy if a proxy with TLS stands before it. --listen :PORT is for this machine only.',
    );
  }
  if ((isOpen || behindProxy) && tokenFile === undefined) {
    throw usage(
      'Anybody who can reach this address could read the metrics.',
      'Give --token-file FILE: scrapes then need the bearer token in it. docs/monitoring.md has an example.',
    );
  }
  const own = isIP(host) === 0 || !isWildcard(host) ? [host] : [];
  const allowed = [...own, ...(isOpen ? [hostname()] : ['localhost', LOOPBACK, '::1']), ...names];
  return { host, port, tokenFile, tls, names: behindProxy ? undefined : allowed.map(folded) };
}

/** 'HOST:PORT', '[::1]:PORT', ':PORT' or 'PORT'. */
function addressOf(text: string): { readonly host: string; readonly port: number } {
  const [, bracketed, plain, digits = ''] =
    /^(?:(?:\[([\da-fA-F:.]+)\]|([^\s:[\]/]*)):)?(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  const isWrong = digits === '' || port > 65_535 || (bracketed !== undefined && !isIPv6(bracketed));
  if (isWrong) {
    throw usage(
      `--listen ${text} is not an address.`,
      'It is :9836, 127.0.0.1:9836, [::1]:9836 or NAME:9836.',
    );
  }
  return { host: bracketed ?? (plain || LOOPBACK), port };
}

function isLoopback(host: string): boolean {
  return (
    host === '::1' || folded(host) === 'localhost' || (isIP(host) === 4 && host.startsWith('127.'))
  );
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || /^[0:]+$/.test(host);
}

function folded(name: string): string {
  return name.toLowerCase();
}

/** Reads the files before any server is asked. @throws {Complaint} if one of them is wrong */
export async function endpointOf(options: ListenOptions): Promise<Endpoint> {
  const { tokenFile, tls, names } = options;
  const token = tokenFile === undefined ? undefined : await tokenIn(tokenFile);
  const secrets =
    tls === undefined
      ? undefined
      : { cert: await contentOf(tls.cert), key: await contentOf(tls.key) };
  let server: Server | undefined;
  return {
    async open(text) {
      const listener = answering({ names, token }, text);
      server = await serverFor(secrets, listener);
      await listening(server, options);
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : options.port;
      const host = isIPv6(options.host) ? `[${options.host}]` : options.host;
      return `${secrets === undefined ? 'http' : 'https'}://${host}:${port}${PATH}`;
    },
    close: () => (server === undefined ? Promise.resolve() : closed(server)),
  };
}

async function serverFor(
  secrets: { readonly cert: string; readonly key: string } | undefined,
  listener: RequestListener,
): Promise<Server> {
  const limits = { requestTimeout: LONGEST_REQUEST, headersTimeout: LONGEST_REQUEST };
  let server: Server;
  if (secrets === undefined) {
    const { createServer } = await import('node:http');
    server = createServer(limits, listener);
  } else {
    const { createServer } = await import('node:https');
    try {
      server = createServer({ ...limits, ...secrets, minVersion: 'TLSv1.2' }, listener);
    } catch (error) {
      throw usage(`--tls-cert and --tls-key cannot be used: ${wordsOf(error)}`);
    }
  }
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

function listening(server: Server, { host, port }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      reject(new Complaint('failure', `${host}:${port} cannot be listened on: ${error.message}`));
    };
    server.once('error', fail);
    server.listen({ host, port }, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

async function closed(server: Server): Promise<void> {
  const isClosed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), LONGEST_GOODBYE);
  await isClosed;
  clearTimeout(late);
}

async function tokenIn(file: string): Promise<string> {
  const token = (await contentOf(file)).trim();
  if (token.length < SHORTEST_TOKEN || /[^\x21-\x7e]/.test(token)) {
    throw usage(
      `The token in ${file} is not one: it must be one word of at least ${SHORTEST_TOKEN} characters.`,
      'openssl rand -hex 32 > FILE makes one.',
    );
  }
  return token;
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw usage(`${file} cannot be read: ${wordsOf(error)}`);
  }
}

export interface Guard {
  readonly names: readonly string[] | undefined;
  readonly token: string | undefined;
}

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function answering(guard: Guard, text: MetricsText): RequestListener {
  return (request, response) => {
    const { method = '', url = '', headers } = request;
    const answer = answerTo({ method, url, headers }, guard, text);
    const body = Buffer.from(answer.body);
    response.writeHead(answer.status, { ...answer.headers, 'Content-Length': body.length });
    response.end(method === 'HEAD' ? undefined : body);
    request.resume();
  };
}

/** What a request is answered with. */
export function answerTo(request: Request, guard: Guard, text: MetricsText): Answer {
  const { method, url, headers } = request;
  // A page in a browser reaches this machine under another name (DNS rebinding).
  if (guard.names !== undefined && !guard.names.includes(nameIn(headers.host))) {
    return plain(421, 'This name is not answered: rras metrics --host NAME adds one.');
  }
  if (guard.token !== undefined && !hasToken(headers.authorization, guard.token)) {
    return plain(401, 'A bearer token is needed.', { 'WWW-Authenticate': 'Bearer' });
  }
  if (url.split('?', 1)[0] !== PATH) return plain(404, `There is nothing but ${PATH}.`);
  if (method !== 'GET' && method !== 'HEAD') {
    return plain(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
  }
  const format = formatFor(headers.accept);
  return { status: 200, headers: headersOf(contentTypes[format]), body: text(format) };
}

/** Without the port, and without the brackets of IPv6. */
function nameIn(host: string | undefined): string {
  const [, bracketed, plain = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d+)?$/.exec(host ?? '') ?? [];
  return folded(bracketed ?? plain);
}

function hasToken(authorization: string | undefined, token: string): boolean {
  const [, given = ''] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
  // The digests have one length, and comparing them takes the same time wherever they differ.
  return timingSafeEqual(digestOf(given), digestOf(token));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function plain(status: number, words: string, more: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { ...headersOf('text/plain; charset=utf-8'), ...more },
    body: `${words}\n`,
  };
}

function headersOf(contentType: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': contentType,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
}
