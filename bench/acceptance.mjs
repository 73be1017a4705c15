// What a figure must be, and whether it is.

/** A figure that must not be above its limit. */
export function atMost(limit, measured, claim) {
  return { claim, measured, limit, passed: measured <= limit };
}

/** Something that must hold and is no figure. */
export function mustHold(holds, claim) {
  return { claim, passed: holds };
}
