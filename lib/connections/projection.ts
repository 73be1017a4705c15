// What client and server negotiated, protocol by protocol. Numbers whose meaning is a set of bits are
// left as they are; what they say in words stands on the connection.

export type Authentication =
  | 'pap'
  | 'spap'
  | 'chap'
  | 'ms-chap'
  | 'ms-chap-v2'
  | 'eap'
  | 'certificate'
  | `unknown-${number}`;

/** The cipher: MPPE over PPP, or that of the IPsec or TLS tunnel around it. */
export type Encryption =
  | 'mppe-40-old'
  | 'mppe-40'
  | 'mppe-56'
  | 'mppe-128'
  | 'des-56'
  | '3des'
  | 'aes-128'
  | 'aes-192'
  | 'aes-256'
  | 'aes-gcm-128'
  | 'aes-gcm-192'
  | 'aes-gcm-256'
  | `unknown-${number}`;

/** IPv4 in the tunnel. */
export interface Ipv4Projection {
  /** 0 when it was negotiated, else the reason why not: `explain` has words for it. */
  readonly error: number;
  /** The server's. */
  readonly address: string;
  /** The client's; '' if it is not known. */
  readonly remoteAddress: string;
  /** Bits; `undefined` if the server does not report them. */
  readonly options: number | undefined;
  readonly remoteOptions: number | undefined;
}

/** IPv6 in the tunnel. */
export interface Ipv6Projection {
  readonly error: number;
  /** 16 hexadecimal digits, of the server's side. */
  readonly interfaceIdentifier: string;
  /** 16 hexadecimal digits, of the client's side. */
  readonly remoteInterfaceIdentifier: string;
  /** 16 hexadecimal digits: the first half of the client's addresses. */
  readonly prefix: string;
  readonly prefixLength: number;
}

/** NetBIOS, IPX or AppleTalk, which Windows Server 2008 gave up. */
export interface OldProtocolProjection {
  readonly error: number;
  /** The address; for NetBIOS the client's name. */
  readonly address: string;
}

/** Compression, and with MPPC the encryption that goes with it. */
export interface CompressionProjection {
  readonly error: number;
  readonly algorithm: number;
  readonly options: number;
  readonly remoteAlgorithm: number;
  readonly remoteOptions: number;
}

/** The link itself, and how each end was authenticated. */
export interface LinkProjection {
  readonly error: number;
  readonly authenticationProtocol: number;
  readonly authenticationData: number;
  readonly remoteAuthenticationProtocol: number;
  readonly remoteAuthenticationData: number;
  readonly options: number;
  readonly remoteOptions: number;
  /** As IANA numbers the methods; 0 without EAP. */
  readonly eapType: number;
}

export interface PppProjection {
  readonly type: 'ppp';
  readonly ipv4: Ipv4Projection;
  readonly ipv6: Ipv6Projection | undefined;
  /** `undefined` if the server reports the addresses alone (as Windows NT and 2000 do at level 1). */
  readonly link: LinkProjection | undefined;
  readonly compression: CompressionProjection | undefined;
  readonly netBios: OldProtocolProjection | undefined;
  readonly ipx: OldProtocolProjection | undefined;
  readonly appleTalk: OldProtocolProjection | undefined;
}

export interface Ikev2Projection {
  readonly type: 'ikev2';
  readonly ipv4: Ipv4Projection;
  readonly ipv6: Ipv6Projection;
  readonly options: number;
  readonly authenticationProtocol: number;
  /** As IANA numbers the methods; 0 without EAP. */
  readonly eapType: number;
  readonly compressionAlgorithm: number;
  /** The number behind `encryption`. */
  readonly encryptionMethod: number;
}

export type Projection = PppProjection | Ikev2Projection;
