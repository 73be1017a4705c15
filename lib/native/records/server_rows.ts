// What a server tells of itself, as the addon packs it.

import type { Row } from './rows.ts';

export const server0 = ['lanOnly:u32', 'upTime:u32', 'totalPorts:u32', 'portsInUse:u32'] as const;

export const server1 = [
  'pptpPorts:u32',
  'pptpFlags:u32',
  'l2tpPorts:u32',
  'l2tpFlags:u32',
] as const;

export const server2 = [...server1, 'sstpPorts:u32', 'sstpFlags:u32'] as const;

export const rassapiServer = ['totalPorts:u32', 'portsInUse:u32', 'rasVersion:u32'] as const;

/** The answer to a question of yes and no. */
export const truth = ['value:u32'] as const;

export const words = ['value:text'] as const;

export type Server1Row = Row<typeof server1>;
export type Server2Row = Row<typeof server2>;
