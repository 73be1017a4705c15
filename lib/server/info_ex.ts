// All tunnels of a server with their parameters, since Windows Server 2008 R2.

import type { TunnelPortSettings, TunnelPorts } from './info.ts';

export interface ServerInfoEx {
  /** Of the struct that the server filled in, 1 to 5; newer servers report more. */
  readonly revision: number;
  /** Whether it routes between networks only: all that concerns ports and connections fails with 903. */
  readonly isLanOnly: boolean;
  /** Seconds. */
  readonly upTime: number;
  readonly totalPorts: number;
  readonly portsInUse: number;
  readonly ports: {
    readonly pptp: TunnelPorts;
    readonly l2tp: TunnelPorts;
    readonly sstp: TunnelPorts;
    readonly ikev2: TunnelPorts;
    readonly gre?: TunnelPorts;
  };
  readonly sstp: SstpParameters;
  readonly ikev2: Ikev2Parameters;
  /** `undefined` if the server is too old to report it. */
  readonly l2tp: L2tpParameters | undefined;
}

export interface SstpParameters {
  readonly usesHttps: boolean;
  readonly certificateAlgorithm: number;
  /** Whether the certificate is the one that the server chose itself. */
  readonly hasDefaultCertificate: boolean;
  /** The hash of the certificate. */
  readonly certificateHash: Uint8Array;
}

/** The names are the API's. Fields that an older server does not report are `undefined`. */
export interface Ikev2Parameters {
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
  readonly ekus: readonly { readonly isOid: boolean; readonly eku: string }[];
}

export interface Ikev2Policy {
  readonly integrityMethod: number;
  readonly encryptionMethod: number;
  readonly cipherTransform: number;
  readonly authenticationTransform: number;
  readonly pfsGroup: number;
  readonly dhGroup: number;
}

export interface L2tpParameters {
  readonly parameterFlags: number;
  /** Seconds. */
  readonly idleTimeout: number;
  readonly encryptionType: number;
  /** Seconds. */
  readonly saLifeTime: number;
  /** KiB. */
  readonly saDataSize: number;
  /** Seconds. */
  readonly mainModeSaLifeTime: number | undefined;
}

export interface Ikev2Settings extends TunnelPortSettings {
  /** Seconds, from 300 to 17,279,999. */
  readonly idleTimeout?: number;
  /** Seconds, 120 or more. */
  readonly networkBlackoutTime?: number;
  /** Seconds, from 300 to 17,279,999. */
  readonly saLifeTime?: number;
  /** KiB, 1024 or more. */
  readonly saDataSize?: number;
  readonly configOptions?: number;
  readonly encryptionType?: number;
  /** Seconds. */
  readonly mainModeSaLifeTime?: number;
}

/** Settings that are left out stay as the server has them. */
export interface ServerSettingsEx {
  readonly pptp?: TunnelPortSettings;
  readonly l2tp?: TunnelPortSettings;
  readonly sstp?: TunnelPortSettings;
  readonly ikev2?: Ikev2Settings;
  readonly gre?: TunnelPortSettings;
}
