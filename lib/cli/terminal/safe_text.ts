// Makes text from a server harmless: a user name can hold anything that a client sent, and a terminal obeys
// escape sequences.

// Control characters; formatting characters, which can turn the direction of a line or hide a part of
// it (except the joiners, which names and emoji need); line separators; unpaired surrogates.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
// Most texts match this, and a listing has a hundred thousand of them.
const harmless = /^[\x20-\x7e]*$/;
const unusualInLines = /[^\x20-\x7e\n]/;
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

/** Equivalent JSON without anything that a terminal would obey. */
export function safeJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, nothingMissing, indent);
  if (!unusualInLines.test(json)) return json;
  return json.replace(unsafe, (each) => (each === '\n' ? each : escaped(each)));
}

// A field without a value is null. A number beyond 2^53 is exact only as text.
function nothingMissing(_key: string, value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'bigint' ? String(value) : value;
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}
