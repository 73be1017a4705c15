// Measures how much memory the result of an operation keeps.

function memoryInUse() {
  for (let pass = 0; pass < 3; pass += 1) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The growth of the heap, and of the memory that it owns, while a listing is held. */
export async function heapGrowth(list) {
  const before = memoryInUse();
  const listing = await list();
  const growth = memoryInUse() - before;
  // Uses the listing once more; otherwise it could have been collected already.
  if (listing.length === 0) throw new Error('Nothing was listed');
  return growth;
}
