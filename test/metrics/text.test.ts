// The metrics as text: escapes, formats and what a scrape asks for.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interface, RasError } from '../../lib/index.ts';
import { contentTypes, formatFor, Metrics, metricFamilies } from '../../lib/metrics/index.ts';
import { headOf, linesOf } from '../../lib/metrics/text.ts';
import { seed } from '../fixtures/seed.ts';
import { parsedText } from './parsed_text.ts';

describe('a label', () => {
  it('comes back as it was, whatever a client calls itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (user) => {
        const head = headOf(metricFamilies.session, 'prometheus');
        const labels = { server: 'RAS01', user };
        const line = linesOf('rras_session_info', [{ suffix: '', labels, value: 1 }], 'prometheus');
        const { samples } = parsedText(head + line);
        expect(samples).toEqual([{ name: 'rras_session_info', labels, value: 1 }]);
      }),
      { seed },
    );
  });
});

describe('the format of a scrape', () => {
  it.each([
    [undefined, 'prometheus'],
    ['*/*', 'prometheus'],
    ['text/plain', 'prometheus'],
    ['application/openmetrics-text', 'openmetrics'],
    ['application/openmetrics-text; version=1.0.0; charset=utf-8', 'openmetrics'],
    // Another version of it is not known here.
    ['application/openmetrics-text;version=0.0.1', 'prometheus'],
    ['application/openmetrics-text;q=0', 'prometheus'],
    ['application/openmetrics-text;q=0.3,text/plain;q=0.9', 'prometheus'],
    [
      'application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2',
      'openmetrics',
    ],
    [';;,=,q', 'prometheus'],
  ])('%j asks for %s', (accept, format) => {
    expect(formatFor(accept)).toBe(format);
  });
});

it('OpenMetrics names families without the ending of their samples, and says where it ends', () => {
  const metrics = new Metrics();
  const error = new RasError({ status: 5, syscall: 'MprAdminPortEnum', server: 'RAS01' });
  metrics.add({ server: 'RAS01', type: 'server-lost', at: new Date(), error });
  expect(metrics.text('openmetrics')).toBe(
    `# TYPE rras_up gauge
# HELP rras_up ${metricFamilies.up.help}
rras_up{server="RAS01"} 0
# TYPE rras_scrape_error gauge
# HELP rras_scrape_error ${metricFamilies.error.help}
rras_scrape_error{server="RAS01",code="ERROR_ACCESS_DENIED",status="5"} 1
# EOF
`,
  );
  const counter = headOf(metricFamilies.received, 'openmetrics');
  expect(counter).toMatch(
    /^# TYPE rras_received_bytes counter\n# UNIT rras_received_bytes bytes\n/,
  );
  const bucket = { suffix: '_bucket', labels: { le: '60' }, value: 0 } as const;
  expect(linesOf('m', [bucket], 'openmetrics')).toBe('m_bucket{le="60.0"} 0\n');
  expect(contentTypes.openmetrics).toContain('application/openmetrics-text; version=1.0.0');
});

describe('every metric', () => {
  it.each(Object.values(metricFamilies).map((family) => [family.name, family] as const))(
    '%s follows the rules for names',
    (name, { type, labels, help }) => {
      expect(name).toMatch(/^rras_[a-z_]+$/);
      expect(name.endsWith('_total')).toBe(type === 'counter');
      expect(name.endsWith('_info')).toBe(type === 'info');
      expect(labels[0]).toBe('server');
      expect(help).toMatch(/^[A-Z].*\.$/);
    },
  );
});

it('wrong options are refused', () => {
  expect(() => new Metrics({ sessions: -1 })).toThrow(TypeError);
  expect(() => new Metrics().text('json' as 'prometheus')).toThrow(TypeError);
});

it('a server that is forgotten has no series', () => {
  const metrics = new Metrics();
  metrics.add({ server: 'RAS01', type: 'server-back', at: new Date() });
  expect(metrics.families().map(({ name }) => name)).toEqual(['rras_up']);
  metrics.forget('RAS01');
  expect(metrics.text()).toBe('');
});

describe('interfaces', () => {
  const paris: Interface = {
    server: 'RAS01',
    handle: 1,
    name: 'Paris',
    type: 'full-router',
    isEnabled: true,
    state: 'connected',
    unreachable: [],
    lastError: undefined,
  };
  const failing: Interface = {
    ...paris,
    state: 'unreachable',
    unreachable: ['connection-failure', 'dial-out-hours'],
    lastError: { status: 809, code: 'ERROR_VPN_TIMEOUT' },
  };
  const newer: Interface = { ...paris, name: 'Rome', type: 'unknown-9', state: 'unknown-7' };

  /** The lines about interfaces after these readings. */
  function linesAfter(...readings: readonly (readonly Interface[] | undefined)[]): string[] {
    const metrics = new Metrics();
    for (const interfaces of readings) {
      const at = new Date();
      const totals = { devices: [], tunnels: [], dormant: 0, duplicates: 0, users: 0 };
      metrics.add({
        ...{ server: 'RAS01', type: 'reading', at, since: new Date(0), took: 1, ...totals },
        ...{ counterRestarts: 0, sessions: undefined },
        ...(interfaces !== undefined && { interfaces }),
      });
    }
    return linesOfInterfaces(metrics);
  }

  function linesOfInterfaces(metrics: Metrics): string[] {
    const lines = metrics.text().split('\n');
    return lines.filter((line) => line.startsWith('rras_interface')).map((line) => line.slice(15));
  }

  it('are up or not, in one of their states, and unreachable for reasons', () => {
    expect(linesAfter([failing, newer])).toEqual([
      'up{server="RAS01",interface="Paris",type="full-router"} 0',
      'up{server="RAS01",interface="Rome",type="unknown-9"} 0',
      'state{server="RAS01",interface="Paris",state="unreachable"} 1',
      'state{server="RAS01",interface="Paris",state="disconnected"} 0',
      'state{server="RAS01",interface="Paris",state="connecting"} 0',
      'state{server="RAS01",interface="Paris",state="connected"} 0',
      'state{server="RAS01",interface="Rome",state="unreachable"} 0',
      'state{server="RAS01",interface="Rome",state="disconnected"} 0',
      'state{server="RAS01",interface="Rome",state="connecting"} 0',
      'state{server="RAS01",interface="Rome",state="connected"} 0',
      'state{server="RAS01",interface="Rome",state="unknown-7"} 1',
      'unreachable{server="RAS01",interface="Paris",reason="connection-failure",status="809"} 1',
      'unreachable{server="RAS01",interface="Paris",reason="dial-out-hours",status="809"} 1',
    ]);
  });

  it('have no series of what is no longer so', () => {
    const lines = linesAfter([failing, newer], [paris]);
    expect(lines[0]).toBe('up{server="RAS01",interface="Paris",type="full-router"} 1');
    expect(lines.join('\n')).not.toMatch(/Rome|^unreachable/m);
    expect(linesAfter([paris], undefined)).toEqual([]);
  });

  it('have no series while the server cannot be read', () => {
    const metrics = new Metrics();
    const error = new RasError({ status: 5, syscall: 'MprAdminPortEnum', server: 'RAS01' });
    metrics.add({ server: 'RAS01', type: 'server-lost', at: new Date(), error });
    expect(linesOfInterfaces(metrics)).toEqual([]);
  });

  it('with one name twice have one series', () => {
    expect(linesAfter([paris, paris]).filter((line) => line.startsWith('up'))).toHaveLength(1);
  });
});
