// Many servers as one: docs/fleet.md and docs/guide.md show it at work.

export type { FleetChange, ServerState } from './change.ts';
export { Fleet, type FleetOptions } from './fleet.ts';
export { namesOfServers, serversInFile } from './names.ts';
export { failures, type Outcome, results } from './outcome.ts';
export { type FleetWatch, watchFleet } from './watch.ts';
