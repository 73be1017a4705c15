// Which Windows a simulated server runs: it decides what the server has of the API.

/** In order of age: what one has all later ones have. */
export const generations = ['nt4', '2000', '2003', '2008', '2008r2', '2012r2', '2016'] as const;

/** 'nt4' is the redistributable for NT 4.0; '2016' stands for it and all later ones. */
export type Generation = (typeof generations)[number];
