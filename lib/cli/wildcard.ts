// Names with * and ?, as administrators write them. Not by a regular expression: one with many stars
// takes for ever on a name that nearly fits.

/** Whether all of the text fits the pattern, whatever the letter case. */
export function fits(pattern: string, text: string): boolean {
  const wanted = [...pattern].map(folded);
  const given = [...text].map(folded);
  let at = 0;
  let star = -1;
  let afterStar = 0;
  for (let index = 0; index < given.length; ) {
    if (wanted[at] === '*') {
      star = at;
      afterStar = index;
      at += 1;
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[index])) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      // The last star takes one character more.
      afterStar += 1;
      index = afterStar;
      at = star + 1;
    } else {
      return false;
    }
  }
  return wanted.slice(at).every((each) => each === '*');
}

// Character by character: of a whole text, İ becomes two characters, and Σ another one at the end of a
// word, where the pattern may end and the text go on.
function folded(character: string): string {
  return character === 'ς' ? 'σ' : character.toLowerCase();
}

/** Whether the text fits one of the patterns; with none, everything does. */
export function fitsAny(patterns: readonly string[], text: string): boolean {
  return patterns.length === 0 || patterns.some((pattern) => fits(pattern, text));
}
