// How much a watch keeps for its reader.

/**
 * How many changes may wait when another reading brings more. The changes of one reading are always kept
 * together: the size of the server bounds them.
 */
export const MOST_PENDING = 10_000;
