// For programs that have their metrics in prom-client: it then writes these, too.

import { families, familyNames } from './families.ts';
import type { Metrics } from './metrics.ts';

/** A registry of prom-client, as far as it is needed: the package is not imported. */
export interface MetricRegistry {
  registerMetric(metric: object): void;
}

/**
 * Registers all metrics with a registry of prom-client. Their samples are taken from `metrics` whenever the registry
 * is asked for its text.
 */
export function registerMetrics(registry: MetricRegistry, metrics: Metrics): void {
  for (const name of familyNames) {
    const { name: metric, type, help } = families[name];
    const known = type === 'info' ? 'gauge' : type;
    registry.registerMetric({
      name: metric,
      help,
      type: known,
      aggregator: 'sum',
      // The registry renames counters for OpenMetrics.
      async get(this: { readonly name: string }) {
        const values = metrics.samples(name).map(({ suffix, labels, value }) => {
          return { value, labels, metricName: `${this.name}${suffix}` };
        });
        return { name: this.name, help, type: known, aggregator: 'sum', values };
      },
      // They begin again with the watch, and not when the registry is told to.
      reset() {},
    });
  }
}
