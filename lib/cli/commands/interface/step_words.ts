// The steps of `applyInterface`, and values of interfaces, in words.

import type { InterfaceChange, InterfaceStep } from '../../../desired/plan.ts';

/** 'set in the running router: isEnabled yes -> no'. */
export function stepInWords({ side, action, device, changes }: InterfaceStep): string {
  const which = device === undefined ? '' : ` ${device}`;
  const words = changes.map(changeInWords).join(', ');
  return `${action}${which} in ${sideInWords(side)}${words === '' ? '' : `: ${words}`}`;
}

export function sideInWords(side: InterfaceStep['side']): string {
  return side === 'running' ? 'the running router' : 'its stored configuration';
}

function changeInWords({ field, from, to, isSecret }: InterfaceChange): string {
  if (isSecret) return `${field} (not shown)`;
  const wanted = valueInWords(to);
  return from === undefined ? `${field} ${wanted}` : `${field} ${valueInWords(from)} -> ${wanted}`;
}

export function valueInWords(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
