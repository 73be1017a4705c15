// Which figures of a soak are drawn, and how.

import { picture } from './chart.mjs';

const MEBIBYTE = 1024 * 1024;

/**
 * @param {import('../soak.mjs').SoakResult} result
 * @param {{ title: string, subtitle: string, figures: readonly string[], handlesAre: string }} words
 */
export function plot({ samples, rests, seconds }, { handlesAre, ...words }) {
  const of = (name, scale = 1) =>
    samples.map((sample) => [
      sample.at,
      sample[name] === undefined ? undefined : sample[name] / scale,
    ]);
  const atRest = (name, scale = 1) =>
    rests.map((rest) => [rest.at, rest[name] === undefined ? undefined : rest[name] / scale]);
  const isTold = rests.some(({ taken }) => taken !== undefined);
  const charts = [
    {
      title: 'Resident memory',
      unit: 'MiB',
      series: [
        { name: 'each second', points: of('rss', MEBIBYTE) },
        { name: 'settled', points: atRest('rss', MEBIBYTE), asDots: true },
        ...(isTold
          ? [{ name: 'taken by malloc', points: atRest('taken', MEBIBYTE), asDots: true }]
          : []),
      ],
    },
    {
      title: 'JavaScript heap',
      unit: 'MiB',
      series: [
        { name: 'heap', points: of('heap', MEBIBYTE) },
        { name: 'settled', points: atRest('heap', MEBIBYTE), asDots: true },
        { name: 'external', points: of('external', MEBIBYTE) },
      ],
    },
    {
      title: 'Threads',
      unit: 'threads',
      series: [
        { name: 'of the process', points: of('threads') },
        { name: 'of the package', points: of('packageThreads') },
      ],
    },
    {
      title: `Handles (${handlesAre})`,
      unit: 'handles',
      series: [
        { name: 'each second', points: of('handles'), highest: true },
        { name: 'settled', points: atRest('handles'), asDots: true },
      ],
    },
    {
      title: 'Out at the simulated servers',
      unit: 'count',
      series: [
        { name: 'buffers', points: of('unreturnedBuffers'), highest: true },
        { name: 'server handles', points: of('openHandles'), highest: true },
      ],
    },
    {
      title: 'Event-loop delay, 99th percentile',
      unit: 'ms',
      series: [{ name: '', points: of('loopDelay'), highest: true }],
    },
    {
      title: 'Operations',
      unit: 'a second',
      series: [{ name: '', points: of('operations') }],
    },
  ];
  // Threads go after the last call.
  const end = samples.reduce((latest, { at }) => Math.max(latest, at), seconds);
  return picture(words, charts, end);
}
