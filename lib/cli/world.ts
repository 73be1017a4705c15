// Everything outside the program that a command touches. A test hands in a world of its own.

/** Where text goes. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** The width of the terminal. */
  readonly columns: number | undefined;
  readonly rows?: number | undefined;
}

export interface World {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks whoever sits at the terminal; undefined when nobody does. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Aborted by Ctrl-C. */
  readonly interrupt: AbortSignal;
  /** Aborted when nobody reads stdout any more. */
  readonly unread: AbortSignal;
  /** The clock of simulated servers. */
  readonly simulatedClock: 'real' | 'stepped';
  /** Called for whoever wants to know that the terminal has another size. Gives back what ends that. */
  onResize(callback: () => void): () => void;
}

/** Talk: what is for the person and not for the pipe. */
export function say(world: World, line: string): void {
  world.stderr.write(`${line}\n`);
}
