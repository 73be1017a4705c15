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
  /** Everything that comes from stdin. */
  readonly input: () => Promise<Buffer>;
  /** The account that runs the command, for the audit log. */
  readonly account: () => string;
  /**
   * Calls back at each key that is pressed, without waiting for Enter. Returns a function that stops this; undefined
   * when nobody is there.
   */
  readonly onKey: ((callback: (key: string) => void) => () => void) | undefined;
  /** Calls back each time the terminal changes its size. Returns a function that stops this. */
  onResize(callback: () => void): () => void;
}

/** The surroundings of the program. */
export interface Surroundings extends Common {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

/** The world of a command. Text leaves it through paper, which escapes. */
export interface World extends Common {
  readonly stdout: Paper;
  readonly stderr: Paper;
  /** Options that were given and that the command has not read so far. */
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

/** Messages for the person, not for the pipe. */
export function say(world: World, line: string): void {
  world.stderr.line(line);
}
