// What MprAdminPortGetInfo tells of a port beyond the listing.

import { counterColumns } from './groups.ts';

export const portDetailsColumns = [
  'handle:id',
  'connection:id',
  'hardwareCondition:u32',
  'lineSpeed:u32',
  ...counterColumns,
] as const;
