// The VPN strategies that have a name, at their number.

export const vpnStrategies = [
  'default',
  'pptp-only',
  'pptp-first',
  'l2tp-only',
  'l2tp-first',
  'sstp-only',
  'sstp-first',
  'ikev2-only',
  'ikev2-first',
  'gre-only',
  undefined,
  undefined,
  'pptp-sstp',
  'l2tp-sstp',
  'ikev2-sstp',
  'protocol-list',
] as const;
