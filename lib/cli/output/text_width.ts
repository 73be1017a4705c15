// How many columns of a terminal a text takes: East Asian letters take two, and some take none.

import stringWidth from 'string-width';

// What most names are made of, and then the length is the width.
const ascii = /^[\x20-\x7e]*$/;

export function textWidth(text: string): number {
  return ascii.test(text) ? text.length : stringWidth(text);
}

let segmenter: Intl.Segmenter | undefined;

/** The text, cut so that it takes no more than `width` columns, with a mark where it was cut. */
export function cut(text: string, width: number, mark: string): string {
  if (textWidth(text) <= width) return text;
  const room = width - textWidth(mark);
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

export function pad(text: string, width: number, isRight = false): string {
  const blank = ' '.repeat(Math.max(0, width - textWidth(text)));
  return isRight ? blank + text : text + blank;
}
