// What is planned happens at its moment: on a stepped clock during `step`, on the real one by itself.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Duration, Simulator } from '../../lib/simulator/index.ts';
import { seed } from '../fixtures/seed.ts';
import { lab } from '../fixtures/simulated.ts';

describe('on a stepped clock', () => {
  it('a world changes as planned', () => {
    const { simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    simulator.at('10s', () => simulated.dialIn({ userName: 'alice' }));
    simulator.at('1m', () => simulated.stopService());
    simulator.step('9s');
    expect(simulated.connections).toEqual([]);
    simulator.step('31s');
    expect(simulated.connections).toMatchObject([{ userName: 'alice', connectDuration: 30 }]);
    simulator.step('20s');
    expect(simulated.service).toBe('stopped');
  });

  const planned = fc.record({
    kind: fc.constantFrom('at' as const, 'every' as const),
    time: fc.integer({ min: 1, max: 300 }),
  });

  it('everything happens once at its moment and in order, however the clock is stepped', () => {
    fc.assert(
      fc.property(
        fc.array(planned, { maxLength: 6 }),
        fc.array(fc.nat(200), { maxLength: 20 }),
        (plan, steps) => {
          const simulator = new Simulator({ clock: 'stepped' });
          try {
            // What an event sees of the clock is how long somebody has been connected by then.
            const simulated = simulator.addServer();
            simulated.addPorts('sstp', 1);
            simulated.dialIn({ userName: 'alice' });
            const happened: { at: number; which: number }[] = [];
            plan.forEach(({ kind, time }, which) => {
              simulator[kind](time, () => {
                happened.push({ at: simulated.connections[0]?.connectDuration ?? -1, which });
              });
            });
            for (const step of steps) simulator.step(step);
            const end = steps.reduce((sum, step) => sum + step, 0);
            const expected = plan.flatMap(({ kind, time }, which) => {
              const times = kind === 'at' ? 1 : Math.floor(end / time);
              return Array.from({ length: times }, (_, n) => ({ at: (n + 1) * time, which }));
            });
            const ofEach = (events: typeof happened) =>
              plan.map((_, which) => events.filter((each) => each.which === which));
            expect(ofEach(happened)).toEqual(ofEach(expected.filter(({ at }) => at <= end)));
            const order = happened.map(({ at }) => at);
            expect(order).toEqual([...order].sort((a, b) => a - b));
          } finally {
            simulator.dispose();
          }
        },
      ),
      { seed },
    );
  });

  it('an event can plan others, take them back, and dispose of its world', () => {
    const simulator = new Simulator({ clock: 'stepped' });
    const happened: string[] = [];
    simulator.at('1s', () => {
      happened.push('first');
      simulator.at('2s', () => happened.push('second'));
      const never = simulator.at('3s', () => happened.push('never'));
      never.cancel();
      never.cancel();
    });
    const ticks = simulator.every('4s', () => {
      happened.push('tick');
      ticks.cancel();
    });
    simulator.at('10s', () => simulator.dispose());
    simulator.at('11s', () => happened.push('after the end'));
    simulator.step('20s');
    expect(happened).toEqual(['first', 'second', 'tick']);
  });

  it('an event that throws stops the step at its moment, and ends nothing else', () => {
    const { simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const happened: number[] = [];
    let isFirst = true;
    simulator.every('5s', () => {
      happened.push(simulated.connections[0]?.connectDuration ?? -1);
      if (!isFirst) return;
      isFirst = false;
      throw new Error('the script’s own mistake');
    });
    expect(() => simulator.step('20s')).toThrow('the script’s own mistake');
    expect(simulated.connections[0]?.connectDuration).toBe(5);
    simulator.step('10s');
    expect(happened).toEqual([5, 10, 15]);
  });

  it('an event cannot step the clock', () => {
    const { simulator } = lab('mprapi');
    simulator.at('1s', () => simulator.step('1s'));
    expect(() => simulator.step('2s')).toThrow(
      expect.objectContaining({ code: 'ERR_RRAS_SIMULATOR_IMPOSSIBLE' }),
    );
  });
});

describe('on the real clock', () => {
  it('events happen by themselves, and a step brings those of the time that it skips', async () => {
    const { simulated, simulator } = lab('mprapi', { clock: 'real' });
    simulated.addPorts('sstp', 2);
    let ticks = 0;
    const ticking = simulator.every('2ms', () => {
      ticks += 1;
    });
    simulator.at(simulator.now + 0.2, () => simulated.dialIn({ userName: 'alice' }));
    simulator.at('1h', () => simulated.dialIn({ userName: 'bob' }));
    await expect.poll(() => simulated.connections.length).toBe(1);
    await expect.poll(() => ticks).toBeGreaterThan(3);
    ticking.cancel();
    simulator.step('1h');
    expect(simulated.connections).toMatchObject([{ userName: 'alice' }, { userName: 'bob' }]);
  });

  it('nothing happens after the end', async () => {
    const simulator = new Simulator();
    const happened: string[] = [];
    simulator.at(simulator.now + 0.1, () => happened.push('after the end'));
    simulator.dispose();
    const other = new Simulator();
    await new Promise<void>((resolve) => {
      const end = other.now + 0.2;
      other.at(end, resolve);
      // The timer of a simulator does not keep the process alive; this one does.
      const alive = setInterval(() => undefined, 10);
      other.at(end, () => clearInterval(alive));
    });
    other.dispose();
    expect(happened).toEqual([]);
  });
});

describe('a time', () => {
  it.each<[Duration, number]>([
    ['250ms', 0.25],
    ['10s', 10],
    ['1.5m', 90],
    ['2h', 7_200],
    ['1d', 86_400],
    [0.5, 0.5],
  ])('may be %s', (time, seconds) => {
    const { simulator } = lab('mprapi');
    let isOver = false;
    simulator.at(time, () => {
      isOver = true;
    });
    simulator.step(seconds - 0.001);
    expect(isOver).toBe(false);
    simulator.step('1ms');
    expect(isOver).toBe(true);
  });

  it.each(['10', 's', '10 s', '-1s', '1e3s', '1h30m', '', -1, Number.NaN, 1e12])(
    'may not be %j',
    (time) => {
      const { simulator } = lab('mprapi');
      for (const refused of [
        () => simulator.step(time as Duration),
        () => simulator.at(time as Duration, () => undefined),
        () => simulator.every(time as Duration, () => undefined),
      ]) {
        expect(refused).toThrow(TypeError);
      }
    },
  );

  it('may not be over, and a period may not be nothing', () => {
    const { simulator } = lab('mprapi');
    simulator.step('10s');
    expect(() => simulator.at('9s', () => undefined)).toThrow('the clock shows 10 s');
    expect(() => simulator.every('0s', () => undefined)).toThrow('at least a millisecond');
    expect(() => simulator.at('20s', 'dialIn' as never)).toThrow('"happen" argument');
  });
});
