// Imports one module and prints how many milliseconds that took.
import { performance } from 'node:perf_hooks';

const [, , specifier] = process.argv;
const begin = performance.now();
await import(specifier);
const time = performance.now() - begin;

const { sharedObjects } = process.argv.includes('--libraries')
  ? process.report.getReport()
  : { sharedObjects: [] };
const addons = sharedObjects.filter((file) => file.endsWith('.node'));
process.stdout.write(JSON.stringify({ time, addons }));
