// The types of the documented blocks of the transports IP and IPv6.

const types = {
  inputFilters: 0xffff0001,
  outputFilters: 0xffff0002,
  global: 0xffff0003,
  status: 0xffff0004,
  routes: 0xffff0005,
  priorities: 0xffff0006,
  routerDiscovery: 0xffff0007,
  demandDialFilters: 0xffff0009,
  multicastHeartbeat: 0xffff000a,
  multicastBoundaries: 0xffff000b,
  ipInIp: 0xffff000c,
  dropsFragments: 0xffff000d,
  multicastLimit: 0xffff000e,
  globalV6: 0xffff000f,
  // Not documented. IPv6 routes are documented to travel in `routes`, in the same struct.
  routesV6: 0xffff0010,
  inputFiltersV6: 0xffff0011,
  outputFiltersV6: 0xffff0012,
  demandDialFiltersV6: 0xffff0013,
  dropsFragmentsV6: 0xffff0014,
  enablesFilters: 0xffff0015,
  enablesFiltersV6: 0xffff0016,
  prioritiesEx: 0xffff0017,
} as const;

export type IpBlockName = keyof typeof types;

/** The type of each documented block, for `findInfoBlock` and `removeInfoBlock`. */
export const ipBlockTypes: Readonly<Record<IpBlockName, number>> = Object.freeze(types);
