// Calls a healthy server while others hang, in one way, and measures the rest of the process.
import { stat } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { Simulator } from 'rras/simulator';
import { report, task } from '../measuring/child.mjs';
import { quantile } from '../measuring/statistics.mjs';
import { open } from '../subjects/open.mjs';
import { addBusyServer } from '../subjects/scene.mjs';

const { subject, hung, samples } = task();
const PORTS = 128;
// Anything that takes longer counts as blocked.
const PATIENCE = 1_500;

const simulator = new Simulator();
addBusyServer(simulator, 'HEALTHY', PORTS);
const healthy = await open(subject, simulator, 'HEALTHY');

const hangs = [];
const calls = [];
for (let index = 0; index < hung; index += 1) {
  const server = simulator.addServer(`HUNG${index}`);
  const connection = await open(subject, simulator, `HUNG${index}`);
  hangs.push(server.hang('MprAdminPortEnum'));
  calls.push(() => connection.enumPorts());
}
const hanging = calls.map((call) => call().catch(() => {}));
// Waits until all of them are inside the library, or no more can enter.
const inside = () => hangs.reduce((sum, hang) => sum + hang.waiting, 0);
for (let time = 0; time < PATIENCE && inside() < hung; time += 10) await after(10);
const entered = inside();

const operations = {
  call: () => healthy.enumPorts(),
  stat: () => new Promise((resolve) => stat(import.meta.filename, resolve)),
  immediate: () => new Promise((resolve) => setImmediate(resolve)),
};

// In nanoseconds; undefined if the operation did not finish in time.
async function timeOf(operation) {
  const begin = performance.now();
  const late = Symbol('late');
  let timer;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE, late);
  });
  const winner = await Promise.race([operation(), patience]);
  clearTimeout(timer);
  return winner === late ? undefined : (performance.now() - begin) * 1e6;
}

const figures = {};
const times = { call: [], stat: [], immediate: [] };
const WARM_UP = Math.ceil(samples / 5);
for (let sample = 0; sample < WARM_UP + samples; sample += 1) {
  for (const [name, operation] of Object.entries(operations)) {
    if (figures[name] === 'blocked') continue;
    const time = await timeOf(operation);
    if (time === undefined) figures[name] = 'blocked';
    else if (sample >= WARM_UP) times[name].push(time);
  }
}
for (const [name, all] of Object.entries(times)) {
  if (figures[name] === 'blocked' || all.length === 0) continue;
  figures[name] = { p50: quantile(all, 0.5), p99: quantile(all, 0.99) };
}
for (const hang of hangs) hang.release();
await Promise.all(hanging);
report({ entered, ...figures });
