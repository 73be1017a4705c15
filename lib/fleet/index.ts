// Many servers as one: docs/guide.md shows it at work.

export { Fleet, type FleetOptions } from './fleet.ts';
export { namesOfServers, serversInFile } from './names.ts';
export { failures, type Outcome, results } from './outcome.ts';
