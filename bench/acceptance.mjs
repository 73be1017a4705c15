// The conditions that figures must meet.

/** A figure that must not be above its limit. */
export function atMost(limit, measured, claim) {
  return { claim, measured, limit, passed: measured <= limit };
}

/** A condition without a figure. */
export function mustHold(holds, claim) {
  return { claim, passed: holds };
}
