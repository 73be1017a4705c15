// The only way out for text. What is written here is escaped, so that no call site has to remember:
// a user name holds whatever a client sent, and a terminal obeys control characters.

import { safeJson, safeLines, safeText } from './safe_text.ts';

/** Where text goes in the end: a stream of the process, or a test. */
export interface Stream {
  write(text: string): void;
  readonly isTTY: boolean;
  /** The width of the terminal. */
  readonly columns: number | undefined;
  readonly rows?: number | undefined;
}

const controls = {
  // A screen of its own, without a cursor: the terminal is as it was when it is left.
  enterScreen: '\u001b[?1049h\u001b[?25l',
  leaveScreen: '\u001b[?25h\u001b[?1049l',
  home: '\u001b[H',
  endLine: '\u001b[K\n',
  eraseBelow: '\u001b[J',
  eraseLine: '\r\u001b[K',
} as const;

/** Control sequences of our own. There is no other way to get one past the paper. */
export class Markup {
  readonly shown: string;
  /** Without the sequences. */
  readonly text: string;

  private constructor(text: string, shown: string) {
    this.text = text;
    this.shown = shown;
  }

  /** `number` is that of a colour in the SGR sequence. */
  static coloured(text: string, number: number): Markup {
    const safe = safeText(text);
    return new Markup(safe, `\u001b[${number}m${safe}\u001b[0m`);
  }

  static control(name: keyof typeof controls): Markup {
    return new Markup('', controls[name]);
  }
}

export type Piece = string | Markup;
/** The text of one line. */
export type TextLine = Piece | readonly Piece[];

/** The line without colours. */
export function textOf(line: TextLine): string {
  if (typeof line === 'string') return line;
  return line instanceof Markup ? line.text : line.map(textOf).join('');
}

export class Paper {
  readonly #stream: Stream;

  constructor(stream: Stream) {
    this.#stream = stream;
  }

  get isTTY(): boolean {
    return this.#stream.isTTY;
  }

  get columns(): number | undefined {
    return this.#stream.columns;
  }

  get rows(): number | undefined {
    return this.#stream.rows;
  }

  /** One line. A line end inside it is escaped too: it could pass for a line of ours. */
  line(...pieces: readonly Piece[]): void {
    this.#stream.write(`${shown(pieces)}\n`);
  }

  lines(lines: readonly TextLine[]): void {
    if (lines.length > 0) this.#stream.write(lines.map((line) => `${shown(line)}\n`).join(''));
  }

  /** Prose of several lines, such as help. */
  text(text: string): void {
    this.#stream.write(safeLines(text));
  }

  /** Records for programs: exact in a file and on a pipe, harmless on a terminal. */
  data(records: readonly string[], end = '\n'): void {
    const written = this.isTTY ? records.map(safeText) : records;
    if (records.length > 0) this.#stream.write(written.map((record) => record + end).join(''));
  }

  /** The same text in a file, on a pipe and on a terminal. */
  json(value: unknown, indent?: number): void {
    this.#stream.write(`${safeJson(value, indent)}\n`);
  }

  /** Pieces without a line end: for what is drawn over again. */
  draw(...pieces: readonly Piece[]): void {
    this.#stream.write(shown(pieces));
  }
}

function shown(line: TextLine): string {
  if (typeof line === 'string') return safeText(line);
  return line instanceof Markup ? line.shown : line.map(shown).join('');
}
