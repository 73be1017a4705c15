// The variables of the MIB of IP and IPv6: the number of each, and how its data is read and written.

import { oldRoute, routeV4, routeV6 } from '../blocks/ip_structs.ts';
import {
  type Fields,
  type Given,
  type Read,
  readArray,
  readStruct,
  type Struct,
  writeArray,
  writeStruct,
} from '../blocks/struct.ts';
import * as structs from './structs.ts';

/** How the data of a variable is read and written. Reading gives `undefined` if it is not as documented. */
interface Form<Value> {
  read(data: Uint8Array): Value | undefined;
}

interface WritableForm<Value, Wish = Value> extends Form<Value> {
  write(wish: Wish, name: string): Uint8Array;
}

interface Variable<Value, Wish> extends Form<Value> {
  readonly id: number;
  write?(wish: Wish, name: string): Uint8Array;
}

function variable<Of extends Form<unknown>>(id: number, form: Of): Of & { readonly id: number } {
  return { id, ...form };
}

function row<Of extends Fields>(of: Struct<Of>): WritableForm<Read<Of>, Given<Of>> {
  return {
    // The answer may have slack at its end.
    read: (data) => (data.length >= of.size ? readStruct(of, data) : undefined),
    write(wish, name) {
      const data = new Uint8Array(of.size);
      writeStruct(of, data, 0, wish, name);
      return data;
    },
  };
}

const COUNT = 4;

function countIn(data: Uint8Array): number | undefined {
  if (data.length < COUNT) return undefined;
  return new DataView(data.buffer, data.byteOffset, data.byteLength).getUint32(0, true);
}

function table<Of extends Fields>(of: Struct<Of>): WritableForm<Read<Of>[], readonly Given<Of>[]> {
  return {
    read(data) {
      const count = countIn(data);
      if (count === undefined || COUNT + count * of.size > data.length) return undefined;
      return readArray(of, data, COUNT, count);
    },
    write(wish, name) {
      const data = writeArray(of, COUNT, wish, name);
      new DataView(data.buffer).setUint32(0, wish.length, true);
      return data;
    },
  };
}

/** Rows each of which ends with a list of its own. */
function tableOfLists<Of extends Fields, Out extends Fields>(
  of: Struct<Of>,
  out: Struct<Out>,
  countAt: number,
): Form<(Read<Of> & { readonly outgoing: readonly Read<Out>[] })[]> {
  return {
    read(data) {
      // [MS-RRASM]: an entry that is not there is a success without data.
      if (data.length === 0) return [];
      const count = countIn(data);
      if (count === undefined) return undefined;
      const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
      const rows: (Read<Of> & { readonly outgoing: readonly Read<Out>[] })[] = [];
      let at = COUNT;
      for (let i = 0; i < count; ++i) {
        if (at + of.size > data.length) return undefined;
        const outgoing = view.getUint32(at + countAt, true);
        const end = at + of.size + outgoing * out.size;
        if (end > data.length) return undefined;
        const list = readArray(out, data, at + of.size, outgoing);
        rows.push({ ...readStruct(of, data, at), outgoing: list });
        at = end;
      }
      return rows;
    },
  };
}

const number = (
  of: typeof structs.ifNumber | typeof structs.ipForwardNumber,
): WritableForm<number> => ({
  read: (data) => row(of).read(data)?.value,
  write: (wish, name) => row(of).write({ value: wish }, name),
});

/** The struct since Windows Server 2008, or before: they differ in size. */
const route: Form<
  Read<typeof routeV4.fields> | Read<typeof routeV6.fields> | Read<typeof oldRoute.fields>
> = {
  read(data) {
    if (data.length < routeV4.size) return row(oldRoute).read(data);
    const isV4 = new DataView(data.buffer, data.byteOffset).getUint32(routeV4.size - COUNT, true);
    return isV4 === 0 ? readStruct(routeV6, data) : readStruct(routeV4, data);
  },
};

/** IPv6: the number of the route in front. The transport of IP has the struct of before. */
const ENTRY = COUNT + routeV6.size;
const forwardRow: Form<
  Read<typeof oldRoute.fields> | (Read<typeof routeV6.fields> & { readonly index: number })
> = {
  read(data) {
    if (data.length < ENTRY) return row(oldRoute).read(data);
    return { index: countIn(data) ?? 0, ...readStruct(routeV6, data, COUNT) };
  },
};

const icmp: Form<{
  readonly received: Read<typeof structs.icmpStats.fields>;
  readonly sent: Read<typeof structs.icmpStats.fields>;
}> = {
  read(data) {
    const { size } = structs.icmpStats;
    if (data.length < 2 * size) return undefined;
    return {
      received: readStruct(structs.icmpStats, data),
      sent: readStruct(structs.icmpStats, data, size),
    };
  },
};

/** Where the rows of multicast routes have the number of their outgoing interfaces. */
const outgoingOf = (of: {
  readonly fields: { readonly numOutIf: { readonly at: number } };
}): number => of.fields.numOutIf.at;

const variables = {
  ifNumber: variable(0, number(structs.ifNumber)),
  ifTable: variable(1, table(structs.ifRow)),
  ifRow: variable(2, row(structs.ifRow)),
  ipStats: variable(3, row(structs.ipStats)),
  ipAddrTable: variable(4, table(structs.ipAddrRow)),
  ipAddrRow: variable(5, row(structs.ipAddrRow)),
  ipForwardNumber: variable(6, number(structs.ipForwardNumber)),
  ipForwardTable: variable(7, table(oldRoute)),
  ipForwardRow: variable(8, forwardRow),
  ipNetTable: variable(9, table(structs.ipNetRow)),
  ipNetRow: variable(10, row(structs.ipNetRow)),
  icmpStats: variable(11, icmp),
  tcpStats: variable(12, row(structs.tcpStats)),
  tcpTable: variable(13, table(structs.tcpRow)),
  tcpRow: variable(14, row(structs.tcpRow)),
  udpStats: variable(15, row(structs.udpStats)),
  udpTable: variable(16, table(structs.udpRow)),
  udpRow: variable(17, row(structs.udpRow)),
  mcastMfe: variable(
    18,
    tableOfLists(structs.mcastMfe, structs.mcastOut, outgoingOf(structs.mcastMfe)),
  ),
  mcastMfeStats: variable(
    19,
    tableOfLists(structs.mcastMfeStats, structs.mcastOutStats, outgoingOf(structs.mcastMfeStats)),
  ),
  bestIf: variable(20, row(structs.bestIf)),
  bestRoute: variable(21, route),
  proxyArp: variable(22, row(structs.proxyArp)),
  mcastIfEntry: variable(23, row(structs.mcastIfEntry)),
  mcastGlobal: variable(24, row(structs.mcastGlobal)),
  ifStatus: variable(25, row(structs.ifStatus)),
  mcastBoundary: variable(26, row(structs.mcastBoundary)),
  mcastScope: variable(27, row(structs.mcastScope)),
  destMatching: variable(28, table(structs.ipDestRow)),
  destLonger: variable(29, table(structs.ipDestRow)),
  destShorter: variable(30, table(structs.ipDestRow)),
  routeMatching: variable(31, table(structs.ipDestRow)),
  routeLonger: variable(32, table(structs.ipDestRow)),
  routeShorter: variable(33, table(structs.ipDestRow)),
  routeState: variable(34, row(structs.routeState)),
  mcastMfeStatsEx: variable(
    35,
    tableOfLists(
      structs.mcastMfeStatsEx,
      structs.mcastOutStats,
      outgoingOf(structs.mcastMfeStatsEx),
    ),
  ),
} as const;

type Variables = typeof variables;

/** A documented variable of the MIB of IP or IPv6. */
export type MibVariable = keyof Variables;

/** The data of a variable as it is read. */
export type MibData<Name extends MibVariable> = NonNullable<ReturnType<Variables[Name]['read']>>;

type WishOf<Of> = Of extends WritableForm<unknown, infer Wish> ? Wish : never;

/** Of what the data of a variable is put together: rows with the fields that they have when they are read. */
export type MibWish<Name extends MibVariable> = WishOf<Variables[Name]>;

/** The form of a name, for code that takes any of them. */
export function variableNamed(name: MibVariable): Variable<unknown, unknown> {
  return variables[name] as Variable<unknown, unknown>;
}

export const mibVariables = Object.keys(variables) as MibVariable[];
