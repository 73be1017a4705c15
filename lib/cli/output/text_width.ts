// How many columns of a terminal a text takes: East Asian letters take two, and some take none.

// Most names are of these letters. Their width is their length.
const ascii = /^[\x20-\x7e]*$/;

export function isPlain(text: string): boolean {
  return ascii.test(text);
}

let widthOfLetters: ((text: string) => number) | undefined;

/**
 * To be awaited before texts that are not plain are measured. It takes as long as the rest of the
 * command's start, so it is done for such texts only.
 */
export async function learnLetters(): Promise<void> {
  widthOfLetters ??= (await import('./letters.ts')).widthOf;
}

export function textWidth(text: string): number {
  if (isPlain(text)) return text.length;
  if (widthOfLetters === undefined) throw new Error('learnLetters was not awaited');
  return widthOfLetters(text);
}

let segmenter: Intl.Segmenter | undefined;

/** The text, cut so that it takes no more than `width` columns, with a mark of one column where it was cut. */
export function cut(text: string, width: number, mark: string): string {
  if (isPlain(text)) return cutPlain(text, width, mark);
  if (textWidth(text) <= width) return text;
  const room = width - 1;
  if (room < 0) return '';
  segmenter ??= new Intl.Segmenter();
  let kept = '';
  let taken = 0;
  for (const { segment } of segmenter.segment(text)) {
    taken += textWidth(segment);
    if (taken > room) break;
    kept += segment;
  }
  return kept + mark;
}

export function cutPlain(text: string, width: number, mark: string): string {
  if (text.length <= width) return text;
  return width < 1 ? '' : text.slice(0, width - 1) + mark;
}

/** The same, but the end of the text stays, too. */
export function cutPlainInside(text: string, width: number, mark: string): string {
  if (text.length <= width || width < 3) return cutPlain(text, width, mark);
  const end = Math.floor((width - 1) / 2);
  return text.slice(0, width - 1 - end) + mark + text.slice(text.length - end);
}

/** `width` columns of a text that takes `taken` of them. */
export function pad(text: string, taken: number, width: number, isRight = false): string {
  const blank = ' '.repeat(Math.max(0, width - taken));
  return isRight ? blank + text : text + blank;
}
