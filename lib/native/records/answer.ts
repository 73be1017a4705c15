// Answers that are one value: yes or no, or a text.

export const truthColumns = ['value:u32'] as const;

export const wordsColumns = ['value:text'] as const;
