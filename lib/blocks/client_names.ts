// The clients of the router that are known by the type of their block.

import { checkInteger } from '../call/arguments.ts';
import { ipBlockTypes } from './ip_block_types.ts';

const ipClients: Readonly<Record<number, string>> = {
  8: 'rip',
  13: 'ospf',
  999: 'dhcpv6-relay',
  9999: 'dhcp-relay',
  20381710: 'bgp',
  1094123530: 'igmp',
  2167875347: 'dns-proxy',
  2167875348: 'dhcp-allocator',
  2167875349: 'nat',
  2167875354: 'alg',
};

const ipxClients: Readonly<Record<number, string>> = {
  1: 'interface',
  2: 'static-routes',
  3: 'static-services',
  4: 'service-filters',
  5: 'route-filters',
  6: 'input-filters',
  7: 'adapter',
  8: 'ipxwan',
  9: 'global',
  10: 'static-netbios-names',
  11: 'input-filter-action',
  12: 'output-filters',
  13: 'output-filter-action',
  131072: 'rip',
  131073: 'sap',
};

/**
 * What a block is about, as a word for people. The same type means different things in different transports.
 *
 * @returns `unknown-` and the number if no document names it
 */
export function infoBlockName(transport: 'ip' | 'ipv6' | 'ipx', type: number): string {
  const wanted = checkInteger('type', type, 0, 0xffffffff);
  const unknown = `unknown-${wanted}`;
  if (transport === 'ipx') return ipxClients[wanted] ?? unknown;
  const block = Object.entries(ipBlockTypes).find(([, each]) => each === wanted);
  return block?.[0] ?? ipClients[wanted] ?? unknown;
}
