// The table of contents of an API page.

const heading = /^(?<level>#+) (?<title>.+)$/gm;

/**
 * @param {string} text Markdown without a title of the page
 * @returns {string} the text below a list of its sections, each with its methods
 */
export function withContents(text) {
  const links = linksOf(text);
  const sections = links.flatMap((link, index) => {
    if (link.level !== 2) return [];
    const next = links.findIndex((other, place) => place > index && other.level === 2);
    const inside = links.slice(index + 1, next === -1 ? links.length : next);
    const methods = inside.filter(({ level, title }) => level === 4 && /^\w+\(\)$/.test(title));
    const list = methods.map((each) => `\n  - ${each.markdown}`).join('');
    return `- ${link.markdown}${list}`;
  });
  return `## Contents\n\n${sections.join('\n')}\n\n${text}`;
}

/** @param {string} text */
function linksOf(text) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return [...text.matchAll(heading)].map(({ groups }) => {
    const title = groups?.title ?? '';
    // As GitHub and npm make them: letters, digits, hyphens; the second of a name ends in -1.
    const slug = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    const anchor = before === 0 ? slug : `${slug}-${before}`;
    return {
      level: groups?.level?.length ?? 0,
      title,
      markdown: `[${title.replaceAll('\\', '')}](#${anchor})`,
    };
  });
}
