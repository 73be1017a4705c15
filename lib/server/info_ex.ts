// All tunnels of a server with their parameters, since Windows Server 2008 R2. What can be set has one shape for
// reading and writing.

import type { TunnelPortSettings, TunnelPorts } from './info.ts';

/**
 * What a server says of itself and of all its tunnels. `setInfoEx` takes it back whole: `ServerSettingsEx` lists
 * what can be set. It holds no secrets: the key for L2TP is read with `getCredentials`.
 */
export interface ServerInfoEx {
  /** Of the struct that the server filled in, 1 to 5; newer servers report more. */
  readonly revision: number;
  /** Whether it routes between networks only: all that concerns ports and connections fails with 903. */
  readonly isLanOnly: boolean;
  /** Seconds. */
  readonly upTime: number;
  readonly totalPorts: number;
  readonly portsInUse: number;
  readonly pptp: TunnelPorts;
  readonly l2tp: L2tpTunnel;
  readonly sstp: SstpTunnel;
  readonly ikev2: Ikev2Tunnel;
  /** `undefined` if the server is too old to report it. */
  readonly gre?: TunnelPorts;
}

export interface SstpTunnel extends TunnelPorts {
  readonly usesHttps: boolean;
  readonly certificateAlgorithm: number;
  /** Whether the certificate is the one that the server chose itself. */
  readonly hasDefaultCertificate: boolean;
  /** The hash of the certificate. */
  readonly certificateHash: Uint8Array;
}

/** The names are the API's. Fields that an older server does not report are `undefined`. */
export interface Ikev2Tunnel extends TunnelPorts {
  readonly parameterFlags: number;
  /** Seconds. */
  readonly idleTimeout: number;
  /** Seconds. */
  readonly networkBlackoutTime: number;
  /** Seconds. */
  readonly saLifeTime: number;
  /** KiB. */
  readonly saDataSize: number;
  readonly configOptions: number;
  readonly encryptionType: number | undefined;
  /** Seconds. */
  readonly mainModeSaLifeTime: number | undefined;
  readonly policy: Ikev2Policy | undefined;
  /** As it is encoded in the certificate. */
  readonly machineCertificateName: Uint8Array | undefined;
  readonly machineCertificateHash: Uint8Array | undefined;
  /** The issuers of certificates that clients are authenticated with, as encoded there. */
  readonly certificateNames: readonly Uint8Array[];
  /** The extended key usages that the certificates of clients must have. */
  readonly ekus: readonly { readonly isOid: boolean; readonly eku: string }[] | undefined;
}

export interface Ikev2Policy {
  readonly integrityMethod: number;
  readonly encryptionMethod: number;
  readonly cipherTransform: number;
  readonly authenticationTransform: number;
  readonly pfsGroup: number;
  readonly dhGroup: number;
}

/** Its parameters are `undefined` if the server is too old to report them. */
export interface L2tpTunnel extends TunnelPorts {
  readonly parameterFlags: number | undefined;
  /** Seconds. */
  readonly idleTimeout: number | undefined;
  readonly encryptionType: number | undefined;
  /** Seconds. */
  readonly saLifeTime: number | undefined;
  /** KiB. */
  readonly saDataSize: number | undefined;
  /** Seconds. */
  readonly mainModeSaLifeTime: number | undefined;
}

/** The fields of IKEv2 that can be set. */
export interface Ikev2Settings extends TunnelPortSettings {
  /** Seconds, from 300 to 17,279,999. */
  readonly idleTimeout?: number | undefined;
  /** Seconds, 120 or more. */
  readonly networkBlackoutTime?: number | undefined;
  /** Seconds, from 300 to 17,279,999. */
  readonly saLifeTime?: number | undefined;
  /** KiB, 1024 or more. */
  readonly saDataSize?: number | undefined;
  readonly configOptions?: number | undefined;
  readonly encryptionType?: number | undefined;
  /** Seconds. */
  readonly mainModeSaLifeTime?: number | undefined;
}

/** The fields of `ServerInfoEx` that can be set. Those that are left out or `undefined` stay as the server has them. */
export interface ServerSettingsEx {
  readonly pptp?: TunnelPortSettings | undefined;
  readonly l2tp?: TunnelPortSettings | undefined;
  readonly sstp?: TunnelPortSettings | undefined;
  readonly ikev2?: Ikev2Settings | undefined;
  readonly gre?: TunnelPortSettings | undefined;
}
