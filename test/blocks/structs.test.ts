// Each struct that is read from bytes is where the compilers have it, for 32 and 64 bits.

import { describe, expect, it } from 'vitest';
import { ENTRY, entry, HEADER, header } from '../../lib/blocks/header.ts';
import { ipStructs } from '../../lib/blocks/ip_structs.ts';
import type { Fields, Struct } from '../../lib/blocks/struct.ts';
import * as mibStructs from '../../lib/mib/structs.ts';
import measured from '../native/layouts.json' with { type: 'json' };
import config from '../native/layouts_config.json' with { type: 'json' };

interface Layout {
  readonly size: number;
  readonly fields: Readonly<Record<string, readonly number[]>>;
}

// Measured with an array of one element at its end, which is an element and no part of the head.
const tails: Readonly<Record<string, number>> = {
  FILTER_DESCRIPTOR: 28,
  MIB_IPMCAST_MFE: 16,
  MIB_IPMCAST_MFE_STATS: 28,
  MIB_IPMCAST_MFE_STATS_EX: 28,
};

/** Measured with a struct of another name at its beginning. */
const heads: Readonly<Record<string, string>> = { MIB_IPDESTROW: 'MIB_IPFORWARDROW' };

const headerStructs = [
  { name: 'RTR_INFO_BLOCK_HEADER', size: HEADER + ENTRY, offsets: header },
  { name: 'RTR_TOC_ENTRY', size: ENTRY, offsets: entry },
] as const;
const structs: readonly Struct<Fields>[] = [...ipStructs, ...Object.values(mibStructs)];

describe.each(['x64', 'x86'] as const)('%s', (architecture) => {
  const layouts: Readonly<Record<string, Layout>> = {
    ...measured[architecture],
    ...config[architecture],
  };

  it.each(structs.map((one) => [one.name, one] as const))('%s', (name, { size, fields }) => {
    const layout = layouts[name];
    expect(layout?.size).toBe(size + (tails[name] ?? 0));
    for (const field of Object.values(fields)) {
      const place = layout?.fields[field.name] ?? layouts[heads[name] ?? '']?.fields[field.name];
      expect([name, field.name, place]).toEqual([name, field.name, [field.at, field.size]]);
    }
  });

  it.each(headerStructs.map((one) => [one.name, one] as const))('%s', (name, one) => {
    const layout = layouts[name];
    expect(layout?.size).toBe(one.size);
    for (const [field, at] of Object.entries(one.offsets)) {
      expect([field, layout?.fields[field]?.[0]]).toEqual([field, at]);
    }
  });

  it('the heads of priorities and filters end where their first element begins', () => {
    expect(layouts.PRIORITY_INFO?.fields.ppmProtocolMetric).toEqual([4, 8]);
    expect(layouts.PRIORITY_INFO_EX?.fields.ppmProtocolMetric).toEqual([4, 12]);
    expect(layouts.FILTER_DESCRIPTOR?.fields.fiFilter).toEqual([12, 28]);
    expect(layouts.FILTER_DESCRIPTOR_V6?.fields.fiFilter).toEqual([12, 52]);
  });
});
