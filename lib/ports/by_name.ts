// Finds the port that a caller names, and never guesses.

import { invalidArgValue } from '../errors/argument_errors.ts';
import { RasError } from '../errors/ras_error.ts';
import type { Port } from './port.ts';

const ERROR_PORT_NOT_FOUND = 615;

/** The port of that name: exactly, else the only one that has it in other letter case. */
export function findPort(ports: readonly Port[], name: string, server: string): Port {
  const exact = ports.filter((port) => port.name === name);
  const folded = name.toLowerCase();
  const found =
    exact.length > 0 ? exact : ports.filter((port) => port.name.toLowerCase() === folded);
  const [first, ...others] = found;
  if (first === undefined) {
    throw new RasError({
      concluded: ERROR_PORT_NOT_FOUND,
      server,
      port: name,
      hint: similarNames(ports, folded),
    });
  }
  if (others.length > 0) {
    const names = found.map((port) => `${port.name} (handle ${port.handle})`).join(', ');
    throw invalidArgValue('port', name, `must name one port, but there are ${names}`);
  }
  return first;
}

function similarNames(ports: readonly Port[], folded: string): string | undefined {
  const stem = folded.slice(0, Math.max(1, folded.lastIndexOf('-')));
  const similar = ports
    .map((port) => port.name)
    .filter((each) => each.toLowerCase().startsWith(stem));
  if (similar.length === 0) return undefined;
  const shown = similar.slice(0, 5).join(', ');
  return `There are ${shown}${similar.length > 5 ? `, and ${similar.length - 5} more` : ''}.`;
}
