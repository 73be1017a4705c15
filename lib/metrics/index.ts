// Metrics of a fleet: docs/monitoring.md shows them at work.

export {
  durationBuckets,
  type FamilyName,
  families as metricFamilies,
  type MetricFamily,
  type MetricType,
} from './families.ts';
export { type MetricSamples, Metrics, type MetricsOptions } from './metrics.ts';
export { type MetricRegistry, registerMetrics } from './registry.ts';
export type { Sample } from './samples.ts';
export { contentTypes, formatFor, type MetricFormat } from './text.ts';
