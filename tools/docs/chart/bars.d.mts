import type { Figures } from './figures.mjs';
export function drawnBars(figures: Figures): string;
