// Results (HRESULT) of certificate and TLS checks, as event logs of VPN clients and servers show
// them, often as negative decimals.

import { codeTable } from '../code_table.ts';

export const certificateCodes = codeTable({
  CERT_E_EXPIRED: [
    0x800b0101,
    'either',
    'A certificate in the chain has expired or is not valid yet.',
    'Check the dates of the certificate and of those that issued it, and the clock of this computer; renew what has expired, then bind the new certificate where the old one was chosen (SSTP, IKEv2, NPS policy).',
  ],
  CERT_E_VALIDITYPERIODNESTING: [
    0x800b0102,
    'either',
    'The validity periods in the certificate chain do not fit into each other.',
  ],
  CERT_E_ROLE: [
    0x800b0103,
    'either',
    'A certificate that may only be used by an end entity was used as a certification authority, or the reverse.',
  ],
  CERT_E_CRITICAL: [
    0x800b0105,
    'either',
    'A certificate holds an extension that is marked critical and is not understood.',
  ],
  CERT_E_PURPOSE: [
    0x800b0106,
    'either',
    'A certificate is used for a purpose that its issuer did not allow.',
    'Issue one with the right purposes: Server Authentication on the server, Client Authentication on the client.',
  ],
  CERT_E_MALFORMED: [
    0x800b0108,
    'either',
    'A certificate lacks something important, such as a subject or an issuer.',
  ],
  CERT_E_UNTRUSTEDROOT: [
    0x800b0109,
    'either',
    'The certificate chain ends in a root certificate that this computer does not trust.',
    "Put the root certificate of the issuing authority into the computer's Trusted Root Certification Authorities store (not only the user's).",
  ],
  CERT_E_CHAINING: [
    0x800b010a,
    'either',
    'No chain to a trusted root could be built for the certificate.',
    'Install the missing intermediate certificate, or make sure that the other side sends it.',
  ],
  TRUST_E_FAIL: [0x800b010b, 'either', 'The trust check of the certificate failed in general.'],
  CERT_E_REVOKED: [
    0x800b010c,
    'either',
    'The certificate was revoked by its issuer.',
    'Enrol a new certificate.',
  ],
  CERT_E_REVOCATION_FAILURE: [
    0x800b010e,
    'either',
    'The revocation check could not be carried out for a certificate in the chain.',
    'Make the revocation list (CRL) reachable at the address that the certificate names.',
  ],
  CERT_E_CN_NO_MATCH: [
    0x800b010f,
    'client',
    "The name in the server's certificate is not the name that was dialled.",
    'Dial the name that is in the certificate, or issue one whose subject alternative name (SAN) holds the dialled name.',
  ],
  CERT_E_WRONG_USAGE: [
    0x800b0110,
    'either',
    'The certificate is not valid for the usage that was asked for.',
    'Check its Enhanced Key Usage: Server Authentication on the server, Client Authentication on the client.',
  ],
  TRUST_E_EXPLICIT_DISTRUST: [
    0x800b0111,
    'either',
    'The certificate is expressly distrusted on this computer.',
    'Look in the Untrusted Certificates store.',
  ],
  CERT_E_UNTRUSTEDCA: [
    0x800b0112,
    'either',
    'An authority in the certificate chain is not trusted for this purpose.',
    'For client certificates checked by NPS or a domain controller, publish the issuing authority in the NTAuth store (certutil -enterprise -viewstore NTAuth).',
  ],
  CERT_E_INVALID_NAME: [
    0x800b0114,
    'either',
    'A name in the certificate is not allowed by the name constraints of its issuers.',
  ],
  CRYPT_E_NOT_FOUND: [
    0x80092004,
    'either',
    'The certificate, or a property of it, was not found.',
    'The certificate that was chosen may have been renewed or removed: choose it again, and look at its thumbprint.',
  ],
  CRYPT_E_REVOKED: [
    0x80092010,
    'either',
    'The certificate is on the revocation list of its issuer.',
    'Enrol a new certificate.',
  ],
  CRYPT_E_NO_REVOCATION_CHECK: [
    0x80092012,
    'either',
    'Windows was unable to check whether the certificate is revoked: it may name no list that can be used.',
    'See that the certificate and those above it name a revocation list (CRL) that this computer can fetch.',
  ],
  CRYPT_E_REVOCATION_OFFLINE: [
    0x80092013,
    'either',
    'The revocation server is offline, so it cannot be known whether the certificate is revoked.',
    'Make the revocation list (CRL) reachable, for clients outside also before the tunnel is up, and see that it has not expired: certutil -verify -urlfetch FILE shows which address fails.',
  ],
  NTE_BAD_KEYSET: [
    0x80090016,
    'either',
    'The private key of the certificate does not exist or cannot be opened.',
    'Enrol the certificate again; after the TPM was cleared or a profile was moved, its keys are gone.',
  ],
  SEC_E_INTERNAL_ERROR: [
    0x80090304,
    'either',
    'The security layer of Windows met an internal error.',
  ],
  SEC_E_INVALID_TOKEN: [
    0x80090308,
    'either',
    'The security layer received a message that it cannot read.',
  ],
  SEC_E_LOGON_DENIED: [
    0x8009030c,
    'either',
    'The logon was refused.',
    'Check the user name, the password and the state of the account.',
  ],
  SEC_E_UNKNOWN_CREDENTIALS: [
    0x8009030d,
    'either',
    'The credentials, for example a certificate with its private key, were not recognised.',
    'Check that the certificate has a private key that the service may read.',
  ],
  SEC_E_NO_CREDENTIALS: [
    0x8009030e,
    'either',
    'There are no credentials for the security layer to use.',
  ],
  SEC_E_NO_AUTHENTICATING_AUTHORITY: [
    0x80090311,
    'either',
    'No authority, such as a domain controller, could be contacted for authentication.',
    'Check that a domain controller can be reached.',
  ],
  SEC_E_WRONG_PRINCIPAL: [
    0x80090322,
    'either',
    'The name of the target is not the one that its credentials or certificate say.',
    'Use the name that the certificate holds.',
  ],
  SEC_E_TIME_SKEW: [
    0x80090324,
    'either',
    'The clocks of the two computers differ too much.',
    'Set the time on both (w32tm /resync).',
  ],
  SEC_E_UNTRUSTED_ROOT: [
    0x80090325,
    'either',
    'The security layer does not trust the root of the certificate chain.',
    "Put the root certificate into the computer's Trusted Root Certification Authorities store.",
  ],
  SEC_E_ILLEGAL_MESSAGE: [
    0x80090326,
    'either',
    'A TLS message was unexpected or badly formatted.',
    'The other side may have refused the certificate or the TLS version: look at its Schannel events in the System log.',
  ],
  SEC_E_CERT_UNKNOWN: [
    0x80090327,
    'either',
    'An unknown error occurred while the certificate was processed.',
    'Check the certificate with certutil -verify.',
  ],
  SEC_E_CERT_EXPIRED: [
    0x80090328,
    'either',
    'The security layer found the certificate to be expired.',
    'Renew it, and choose the new one where the old one was bound.',
  ],
  SEC_E_ALGORITHM_MISMATCH: [
    0x80090331,
    'either',
    'The two sides have no TLS version or cipher in common.',
    'Enable a common TLS version and cipher suite on both.',
  ],
  SEC_E_CERT_WRONG_USAGE: [
    0x80090349,
    'either',
    'The security layer found that the certificate is not meant for this use.',
    'Check its Enhanced Key Usage: Server Authentication on the server, Client Authentication on the client.',
  ],
});
