// Every record with its columns, as the addon must have them: it lists its own, and a difference is
// refused.

import { portColumns } from '../port_rows.ts';
import { portDetailsColumns } from './port_details.ts';

export const records = {
  port: portColumns,
  portDetails: portDetailsColumns,
} as const;
