// Text of a server's, made harmless: a user name can hold whatever a client sent, and a terminal obeys
// what it is shown.

// Control characters; formatting characters, which can turn the direction of a line or hide a part of
// it (but for the joiners, which names and emoji are made with); line separators; halves of pairs.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
// What most texts are: a listing has a hundred thousand of them.
const harmless = /^[\x20-\x7e]*$/;
const joiners = '\u200c\u200d';

/** One line of text, with what a terminal would obey written as in JavaScript: \u001b. */
export function safeText(text: string): string {
  if (harmless.test(text)) return text;
  return text.replace(unsafe, (each) => (joiners.includes(each) ? each : escaped(each)));
}

/** The same for several lines. */
export function safeLines(text: string): string {
  return text.split(/\r?\n/).map(safeText).join('\n');
}

/** JSON that says the same and shows nothing to a terminal that it would obey. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, nothingMissing, indent).replace(unsafe, (each) =>
    each === '\n' ? each : escaped(each),
  );
}

// A field without a value is there all the same: null. A number beyond 2^53 is exact as text only.
function nothingMissing(_key: string, value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'bigint' ? String(value) : value;
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}
