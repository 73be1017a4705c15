// The documented blocks of the transports IP and IPv6, as plain objects.

import { checkObject } from '../call/arguments.ts';
import { invalidArgType } from '../errors/argument_errors.ts';
import {
  buildInfoBlocks,
  checkBlocks,
  emptyInfoBlock,
  findInfoBlock,
  type InfoBlock,
  isEmptyInfoBlock,
  parseInfoBlocks,
} from './info_block.ts';
import { type IpBlockName, ipBlockTypes } from './ip_block_types.ts';
import {
  type FilterAction,
  filterHead,
  filterSwitch,
  filterV4,
  filterV6,
  fragmentCheck,
  globalInfo,
  type IpRoute,
  type IpRouteSettings,
  interfaceStatus,
  ipInIp,
  multicastBoundary,
  multicastHeartbeat,
  multicastLimit,
  oldRoute,
  protocolPriority,
  protocolPriorityEx,
  routerDiscovery,
  routeV4,
  routeV6,
  UNUSED_METRIC,
} from './ip_structs.ts';
import {
  type Fields,
  type Given,
  type Read,
  readArray,
  readStruct,
  type Struct,
  writeArray,
  writeStruct,
} from './struct.ts';

/** How the items of a block are read and written. */
interface Form<Value, Wish> {
  /** `undefined` if the block does not have the documented size. */
  read(block: InfoBlock): Value | undefined;
  /** `before` is the block that is replaced. */
  write(wish: Wish, name: string, before: InfoBlock | undefined): Omit<InfoBlock, 'type'>;
}

interface Codec<Value, Wish> extends Form<Value, Wish> {
  readonly type: number;
}

function codec<Value, Wish>(type: number, form: Form<Value, Wish>): Codec<Value, Wish> {
  return { type, ...form };
}

/** One struct. */
function one<Of extends Fields>(of: Struct<Of>): Form<Read<Of>, Given<Of>> {
  return {
    read: ({ itemSize, itemCount, data }) =>
      itemSize === of.size && itemCount === 1 ? readStruct(of, data) : undefined,
    write(wish, name) {
      const data = new Uint8Array(of.size);
      writeStruct(of, data, 0, wish, name);
      return { itemSize: of.size, itemCount: 1, data };
    },
  };
}

/** One struct of which a single field counts. */
function single<Of extends Fields, Key extends keyof Of & string>(
  of: Struct<Of>,
  key: Key,
): Form<Read<Of>[Key], Read<Of>[Key]> {
  return {
    read: ({ itemSize, itemCount, data }) =>
      itemSize === of.size && itemCount === 1 ? readStruct(of, data)[key] : undefined,
    write(wish, name) {
      const data = new Uint8Array(of.size);
      const field = of.fields[key];
      field?.write(new DataView(data.buffer), field.at, wish, name);
      return { itemSize: of.size, itemCount: 1, data };
    },
  };
}

/** Structs of a fixed size, one an item. None of them is an empty block. */
function many<Of extends Fields>(of: Struct<Of>): Form<readonly Read<Of>[], readonly Given<Of>[]> {
  return {
    read: ({ itemSize, itemCount, data }) =>
      itemSize === of.size ? readArray(of, data, 0, itemCount) : undefined,
    write: (wish, name) => ({
      itemSize: of.size,
      itemCount: wish.length,
      data: writeArray(of, 0, wish, name),
    }),
  };
}

/** Structs behind their number, all of them one item. */
function counted<Of extends Fields>(
  of: Struct<Of>,
): Form<readonly Read<Of>[], readonly Given<Of>[]> {
  const HEAD = 4;
  return {
    read({ itemSize, itemCount, data }) {
      const count = (itemSize - HEAD) / of.size;
      if (itemCount !== 1 || !Number.isInteger(count) || count < 0) return undefined;
      if (viewOf(data).getUint32(0, true) !== count) return undefined;
      return readArray(of, data, HEAD, count);
    },
    write(wish, name) {
      const data = writeArray(of, HEAD, wish, name);
      viewOf(data).setUint32(0, wish.length, true);
      return { itemSize: data.length, itemCount: 1, data };
    },
  };
}

/** Packets that match a filter, or none. */
interface Filters<Filter> {
  /** What becomes of a packet that matches no filter. The other thing becomes of one that does. */
  readonly defaultAction: FilterAction;
  readonly filters: readonly Filter[];
}

const FILTER_VERSION = 1;

function filters<Of extends Fields>(of: Struct<Of>): Form<Filters<Read<Of>>, Filters<Given<Of>>> {
  return {
    read({ itemSize, itemCount, data }) {
      if (itemCount !== 1 || itemSize < filterHead.size) return undefined;
      const { version, count, defaultAction } = readStruct(filterHead, data);
      const size = filterHead.size + of.size * count;
      if (version !== FILTER_VERSION || itemSize !== size) return undefined;
      return { defaultAction, filters: readArray(of, data, filterHead.size, count) };
    },
    write(wish, name) {
      const given = checkObject(name, wish, ['defaultAction', 'filters']);
      const data = writeArray(of, filterHead.size, given.filters, `${name}.filters`);
      const { defaultAction } = given;
      const head = { version: FILTER_VERSION, count: given.filters.length, defaultAction };
      writeStruct(filterHead, data, 0, head, name);
      return { itemSize: data.length, itemCount: 1, data };
    },
  };
}

/** Routes are 72 bytes each since Windows Server 2008, and 56 before. */
const routes: Form<readonly IpRoute[], readonly IpRouteSettings[]> = {
  read({ itemSize, itemCount, data }) {
    if (itemSize === oldRoute.size) {
      return readArray(oldRoute, data, 0, itemCount).map((route) => ({ version: 4, ...route }));
    }
    if (itemSize !== routeV4.size) return undefined;
    return Array.from({ length: itemCount }, (_, i) => {
      const at = routeV4.size * i;
      const isV4 = viewOf(data).getUint32(at + routeV4.fields.version.at, true) !== 0;
      return isV4 ? readStruct(routeV4, data, at) : readStruct(routeV6, data, at);
    });
  },
  write(wish, name, before) {
    if (!Array.isArray(wish)) throw invalidArgType(name, 'Array', wish);
    const given: readonly IpRouteSettings[] = wish;
    // The size that the server understands.
    const isOld = before?.itemSize === oldRoute.size;
    const itemSize = isOld ? oldRoute.size : routeV4.size;
    const data = new Uint8Array(itemSize * given.length);
    given.forEach((route, i) => {
      const at = itemSize * i;
      const called = `${name}[${i}]`;
      if (route?.version === 6) {
        if (isOld) throw invalidArgType(`${called}.version`, 'the number 4', route.version);
        writeStruct(routeV6, data, at, route, called);
      } else if (isOld) {
        writeStruct(oldRoute, data, at, withoutVersion(route), called);
      } else {
        writeStruct(routeV4, data, at, withoutOldMetrics(route), called);
      }
    });
    return { itemSize, itemCount: given.length, data };
  },
};

function withoutVersion<Route extends object>(route: Route): Omit<Route, 'version'> {
  const { version: _, ...rest } = { version: 4, ...route };
  return rest;
}

/** The struct of today has three metrics. Those of an old route that are unused need no place. */
function withoutOldMetrics<Route extends object>(route: Route): Route {
  const unused = (key: string) =>
    (key === 'metric4' || key === 'metric5') && Reflect.get(route, key) === UNUSED_METRIC;
  if (typeof route !== 'object' || route === null) return route;
  return Object.fromEntries(Object.entries(route).filter(([key]) => !unused(key))) as Route;
}

function viewOf(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.byteLength);
}

const codecs = {
  inputFilters: codec(ipBlockTypes.inputFilters, filters(filterV4)),
  outputFilters: codec(ipBlockTypes.outputFilters, filters(filterV4)),
  global: codec(ipBlockTypes.global, one(globalInfo)),
  status: codec(ipBlockTypes.status, single(interfaceStatus, 'status')),
  routes: codec(ipBlockTypes.routes, routes),
  priorities: codec(ipBlockTypes.priorities, counted(protocolPriority)),
  routerDiscovery: codec(ipBlockTypes.routerDiscovery, one(routerDiscovery)),
  demandDialFilters: codec(ipBlockTypes.demandDialFilters, filters(filterV4)),
  multicastHeartbeat: codec(ipBlockTypes.multicastHeartbeat, one(multicastHeartbeat)),
  multicastBoundaries: codec(ipBlockTypes.multicastBoundaries, many(multicastBoundary)),
  ipInIp: codec(ipBlockTypes.ipInIp, one(ipInIp)),
  dropsFragments: codec(ipBlockTypes.dropsFragments, single(fragmentCheck, 'dropsFragments')),
  multicastLimit: codec(ipBlockTypes.multicastLimit, one(multicastLimit)),
  globalV6: codec(ipBlockTypes.globalV6, one(globalInfo)),
  routesV6: codec(ipBlockTypes.routesV6, routes),
  inputFiltersV6: codec(ipBlockTypes.inputFiltersV6, filters(filterV6)),
  outputFiltersV6: codec(ipBlockTypes.outputFiltersV6, filters(filterV6)),
  demandDialFiltersV6: codec(ipBlockTypes.demandDialFiltersV6, filters(filterV6)),
  dropsFragmentsV6: codec(ipBlockTypes.dropsFragmentsV6, single(fragmentCheck, 'dropsFragments')),
  enablesFilters: codec(ipBlockTypes.enablesFilters, single(filterSwitch, 'isEnabled')),
  enablesFiltersV6: codec(ipBlockTypes.enablesFiltersV6, single(filterSwitch, 'isEnabled')),
  prioritiesEx: codec(ipBlockTypes.prioritiesEx, counted(protocolPriorityEx)),
} as const satisfies Readonly<Record<IpBlockName, unknown>>;

type Codecs = typeof codecs;

const names = Object.keys(codecs) as IpBlockName[];

type ValueOf<Name extends IpBlockName> = NonNullable<ReturnType<Codecs[Name]['read']>>;
type WishOf<Name extends IpBlockName> = Parameters<Codecs[Name]['write']>[0];

/**
 * The blocks of IP or IPv6, of a transport or of a transport of an interface. A property is missing if the header
 * does not have the block, and `null` if the block is empty.
 */
export type IpInfo = { readonly [Name in IpBlockName]?: ValueOf<Name> | null } & {
  /** Blocks of other clients, and blocks that do not have the documented size. */
  readonly others: readonly InfoBlock[];
};

/**
 * Blocks to be set. A block that is left out stays as it is. `null` makes it empty, which tells the router to
 * delete what it has for it.
 */
export type IpInfoChanges = { readonly [Name in IpBlockName]?: WishOf<Name> | null } & {
  /** Blocks of other clients, each of which takes the place of the one with its type. */
  readonly others?: readonly InfoBlock[];
};

/** The codec of a name, for loops over all of them. */
const codecOf = (name: IpBlockName): Codec<unknown, unknown> => codecs[name];

/** Reads the blocks of IP or IPv6. @throws {TypeError} if the bytes are no header of blocks */
export function readIpInfo(bytes: Uint8Array): IpInfo {
  const read: Record<string, unknown> = {};
  const others: InfoBlock[] = [];
  for (const block of parseInfoBlocks(bytes)) {
    const name = names.find((each) => codecs[each].type === block.type);
    const value = name === undefined ? undefined : valueIn(name, block);
    if (name === undefined || value === undefined || name in read) others.push(block);
    else read[name] = value;
  }
  return { ...read, others } as IpInfo;
}

function valueIn(name: IpBlockName, block: InfoBlock): unknown {
  return isEmptyInfoBlock(block) ? null : codecOf(name).read(block);
}

/** Makes the bytes of a header that has these blocks and no others. */
export function buildIpInfo(info: IpInfoChanges): Uint8Array {
  return buildInfoBlocks(changedBlocks([], info));
}

/**
 * Changes some blocks of a header and keeps the rest byte for byte: the router deletes nothing of other clients.
 * For taking a block out of the header altogether, see `removeInfoBlock`.
 *
 * @param bytes without any bytes, there are no blocks yet
 */
export function changeIpInfo(bytes: Uint8Array, changes: IpInfoChanges): Uint8Array {
  const isNew = bytes instanceof Uint8Array && bytes.length === 0;
  return buildInfoBlocks(changedBlocks(isNew ? [] : parseInfoBlocks(bytes), changes));
}

function changedBlocks(blocks: readonly InfoBlock[], changes: IpInfoChanges): InfoBlock[] {
  const known = [...names, 'others' as const];
  const checked = checkObject('changes', changes, known);
  const wanted: InfoBlock[] = [];
  for (const name of names) {
    const wish = checked[name];
    if (wish === undefined) continue;
    const { type, write } = codecOf(name);
    const before = findInfoBlock(blocks, type);
    wanted.push(
      wish === null ? emptyInfoBlock(type) : { type, ...write(wish, `changes.${name}`, before) },
    );
  }
  if (checked.others !== undefined) wanted.push(...checkBlocks('changes.others', checked.others));
  const changed = [...blocks];
  for (const block of wanted) {
    const at = changed.findIndex((each) => each.type === block.type);
    if (at < 0) changed.push(block);
    else changed[at] = block;
  }
  return changed;
}
