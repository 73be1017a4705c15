// Callers who lose their patience: by a time-out, by a signal, or never.

export const giveUp = {
  never: () => ({ options: {}, end: () => {} }),

  /** @param {import('../random.mjs').Dice} dice */
  sometimes(dice) {
    if (!dice.chance(0.12)) return giveUp.never();
    const milliseconds = dice.between(1, 60);
    if (dice.chance(0.5)) return { options: { timeout: milliseconds }, end: () => {} };
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), milliseconds - 1);
    return { options: { signal: controller.signal }, end: () => clearTimeout(timer) };
  },
};

/** @param {any} error @param {{ signal?: AbortSignal, timeout?: number }} options */
export function hasGivenUp(error, { signal, timeout }) {
  return (
    (error?.name === 'TimeoutError' && timeout !== undefined) ||
    (error?.name === 'AbortError' && signal?.aborted === true)
  );
}
