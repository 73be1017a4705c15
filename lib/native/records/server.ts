// What a server tells of itself, level by level, and the little that one of NT 4 does.

export const server0Columns = [
  'lanOnly:u32',
  'upTime:u32',
  'totalPorts:u32',
  'portsInUse:u32',
] as const;

export const server1Columns = [
  'pptpPorts:u32',
  'pptpFlags:u32',
  'l2tpPorts:u32',
  'l2tpFlags:u32',
] as const;

export const server2Columns = [...server1Columns, 'sstpPorts:u32', 'sstpFlags:u32'] as const;

export const rassapiServerColumns = ['totalPorts:u32', 'portsInUse:u32', 'rasVersion:u32'] as const;
