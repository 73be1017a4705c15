// Everything outside the program that a command touches. A test hands in surroundings of its own.

import { Paper, type Stream } from './paper.ts';
import { safeText } from './safe_text.ts';

interface Common {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks the person at the terminal; undefined when nobody is there. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Aborted by Ctrl-C. */
  readonly interrupt: AbortSignal;
  /** Aborted when nobody reads stdout any more. */
  readonly unread: AbortSignal;
  /** The clock of simulated servers. */
  readonly simulatedClock: 'real' | 'stepped';
  /** Who runs the command: for the audit log. */
  readonly account: () => string;
  /** Called each time the terminal changes its size. Returns what ends that. */
  onResize(callback: () => void): () => void;
}

/** What the program is started in. */
export interface Surroundings extends Common {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

/** What a command works with: text leaves it through paper, which escapes. */
export interface World extends Common {
  readonly stdout: Paper;
  readonly stderr: Paper;
  /** Options that were given and that the command has not looked at so far. */
  unused(): readonly string[];
}

export function worldIn(surroundings: Surroundings): World {
  const { ask } = surroundings;
  return {
    ...surroundings,
    stdout: new Paper(surroundings.stdout),
    stderr: new Paper(surroundings.stderr),
    ask: ask && ((question) => ask(safeText(question))),
    unused: () => [],
  };
}

/** Talk: what is for the person and not for the pipe. */
export function say(world: World, line: string): void {
  world.stderr.line(line);
}
