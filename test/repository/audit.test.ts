// npm run audit, with a registry whose answers the test sets.

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../tools/package/audit.mjs', import.meta.url));

interface Answer {
  status: number;
  /** The registry's advisories, by package. */
  body: Record<string, unknown[]>;
}

const advisory = {
  id: 1,
  url: 'https://example.com/1',
  title: 'Reads what it must not',
  severity: 'high',
  vulnerable_versions: '>=0.0.0',
  cwe: [],
  cvss: { score: 0, vectorString: null },
};

async function audit(answer: Answer): Promise<{ code: number; stdout: string; stderr: string }> {
  const registry = createServer((request, response) => {
    request.resume();
    if (request.method === 'POST') {
      response.writeHead(answer.status).end(JSON.stringify(answer.body));
      return;
    }
    const name = decodeURIComponent(request.url ?? '').slice(1);
    const versions = { '1.0.0': { name, version: '1.0.0' } };
    response.end(JSON.stringify({ name, versions, 'dist-tags': { latest: '1.0.0' } }));
  });
  await once(registry.listen(0, '127.0.0.1'), 'listening');
  const { port } = registry.address() as AddressInfo;
  const env = {
    ...process.env,
    npm_config_registry: `http://127.0.0.1:${port}/`,
    npm_config_fetch_retries: '0',
    npm_config_noproxy: '127.0.0.1',
    // Without a sanitizer's run-time, under which npm's processes exit silently. Nothing here is native.
    LD_PRELOAD: undefined,
  };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], { env });
    return { code: 0, stdout, stderr };
  } catch (failure) {
    return failure as { code: number; stdout: string; stderr: string };
  } finally {
    registry.close();
  }
}

describe.skipIf(process.platform === 'win32')(
  'the audit (not on Windows, where the suite has no npm)',
  () => {
    it('passes if there is no advisory against anything that ships', async () => {
      const { code, stdout, stderr } = await audit({ status: 200, body: {} });
      expect(stderr).toBe('');
      expect(stdout).toMatch(/^\d+ packages ship; 0 of them have advisories\.$/m);
      expect(code).toBe(0);
    });

    it.each(['node-gyp-build', 'commander', 'yaml', 'strip-ansi'])(
      'finds advisories against %s',
      async (name) => {
        const answer = await audit({ status: 200, body: { [name]: [advisory] } });
        expect(answer.stderr).toContain(`${name} (high): Reads what it must not`);
        expect(answer.code).toBe(1);
      },
    );

    it('leaves out development dependencies', async () => {
      const { code, stdout } = await audit({ status: 200, body: { vitest: [advisory] } });
      expect(stdout).toContain('0 of them have advisories');
      expect(code).toBe(0);
    });

    it('fails when the registry does not answer', async () => {
      const { code, stderr } = await audit({ status: 405, body: {} });
      expect(stderr).toMatch(/^The advisories are unknown, .*405/);
      expect(code).toBe(1);
    });
  },
);
