// The metrics in a registry of prom-client, beside those of a program.

import { Counter, type OpenMetricsContentType, Registry } from 'prom-client';
import { beforeEach, expect, it } from 'vitest';
import { Metrics, registerMetrics } from '../../lib/metrics/index.ts';
import { History } from '../../lib/watch/history.ts';
import { sightingOf } from '../watch/plain_sightings.ts';
import { ModelServer } from './fleet_model.ts';
import { parsedText } from './parsed_text.ts';

let metrics: Metrics;

beforeEach(() => {
  metrics = new Metrics();
  const server = new ModelServer('new');
  const history = new History(sightingOf(server.read()));
  const take = () => metrics.add({ ...history.readingOf(3, 'totals'), server: 'RAS01' });
  take();
  server.dialIn(0, 1);
  const [session] = server.sessions;
  if (session === undefined) throw new Error('nobody is connected');
  server.carry(session, 5_000);
  for (const change of history.advance(sightingOf(server.read()))) {
    metrics.add({ ...change, server: 'RAS01' });
  }
  server.hangUp(session);
  for (const change of history.advance(sightingOf(server.read()))) {
    metrics.add({ ...change, server: 'RAS01' });
  }
  take();
});

it('a registry writes the same samples', async () => {
  const registry = new Registry();
  registerMetrics(registry, metrics);
  const text = (await registry.metrics()).replaceAll('\n\n', '\n');
  const own = parsedText(metrics.text());
  expect(own.samples.length).toBeGreaterThan(50);
  expect(parsedText(text).samples).toEqual(own.samples);
});

it('as OpenMetrics, counters have their ending once', async () => {
  const registry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  registerMetrics(registry, metrics);
  const text = await registry.metrics();
  expect(text).toContain('# TYPE rras_connects counter');
  expect(text).toContain('rras_connects_total{server="RAS01",tunnel="sstp"} 1');
  expect(text).not.toContain('_total_total');
});

it("beside a program's own metrics, which it can reset", async () => {
  const registry = new Registry();
  const own = new Counter({ name: 'own_total', help: 'Own.', registers: [registry] });
  own.inc();
  registerMetrics(registry, metrics);
  registry.resetMetrics();
  const text = await registry.metrics();
  expect(text).toContain('own_total 0');
  expect(text).toContain('rras_connects_total{server="RAS01",tunnel="sstp"} 1');
});

it('a name that is taken is refused, as the registry does', () => {
  const registry = new Registry();
  registerMetrics(registry, metrics);
  expect(() => registerMetrics(registry, metrics)).toThrow('already been registered');
});
