// Every record with its columns, as the addon must have them: it lists its own, and a difference is
// refused.

import { portColumns } from '../port_rows.ts';
import { truthColumns, wordsColumns } from './answer.ts';
import {
  connection0,
  connection1,
  connection2,
  connection3,
  connectionEx,
  portStatus,
} from './connection_rows.ts';
import { deviceColumns, transportColumns } from './device.ts';
import { portDetailsColumns } from './port_details.ts';
import {
  rassapiParameterColumns,
  rassapiPortColumns,
  rassapiStatisticsColumns,
} from './rassapi_port.ts';
import { rassapiServerColumns, server0Columns, server1Columns, server2Columns } from './server.ts';
import { ikev2CertificateColumns, ikev2EkuColumns, serverExColumns } from './server_ex.ts';
import { userColumns } from './user.ts';

export const records = {
  port: portColumns,
  portDetails: portDetailsColumns,
  portStatus,
  rassapiPort: rassapiPortColumns,
  rassapiStatistics: rassapiStatisticsColumns,
  rassapiParameter: rassapiParameterColumns,
  connection0,
  connection1,
  connection2,
  connection3,
  connectionEx,
  server0: server0Columns,
  server1: server1Columns,
  server2: server2Columns,
  serverEx: serverExColumns,
  ikev2Certificate: ikev2CertificateColumns,
  ikev2Eku: ikev2EkuColumns,
  rassapiServer: rassapiServerColumns,
  truth: truthColumns,
  words: wordsColumns,
  user: userColumns,
  device: deviceColumns,
  transport: transportColumns,
} as const;
