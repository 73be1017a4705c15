// Codes of HTTP and its TLS (winhttp.h), which SSTP runs over. Event logs wrap them in a HRESULT: 0x80072EFD.

import { codeTable } from '../code_table.ts';

export const httpCodes = codeTable({
  ERROR_WINHTTP_TIMEOUT: [12002, 'client', 'The HTTP request was not answered in time.'],
  ERROR_WINHTTP_NAME_NOT_RESOLVED: [
    12007,
    'client',
    'The name of the HTTP server cannot be resolved.',
    'Check the spelling of the name, and DNS.',
  ],
  ERROR_WINHTTP_CANNOT_CONNECT: [
    12029,
    'client',
    'No connection to the HTTP server could be made.',
    'Check that TCP port 443 is reached: Test-NetConnection NAME -Port 443.',
  ],
  ERROR_WINHTTP_CONNECTION_ERROR: [
    12030,
    'client',
    'The connection to the HTTP server was reset or ended, or TLS was not agreed on.',
  ],
  ERROR_WINHTTP_SECURE_CERT_DATE_INVALID: [
    12037,
    'client',
    'The certificate of the HTTP server has run out or is not valid yet.',
    'Renew it on the server, or set the clock of this computer.',
  ],
  ERROR_WINHTTP_SECURE_CERT_CN_INVALID: [
    12038,
    'client',
    'The name in the certificate of the HTTP server is not the name that was dialled.',
    'Dial the name that stands in the certificate, or issue one with the right name.',
  ],
  ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED: [
    12044,
    'client',
    'The HTTP server wants a certificate of the client.',
  ],
  ERROR_WINHTTP_SECURE_INVALID_CA: [
    12045,
    'client',
    'The certificate of the HTTP server was issued by an authority that this computer does not trust.',
    'Put the root certificate into the Trusted Root store of the computer.',
  ],
  ERROR_WINHTTP_SECURE_CERT_REV_FAILED: [
    12057,
    'client',
    'It could not be checked whether the certificate of the HTTP server is revoked.',
    'Make the addresses of its revocation lists reachable from outside: certutil -verify -urlfetch FILE tries them.',
  ],
  ERROR_WINHTTP_INVALID_SERVER_RESPONSE: [
    12152,
    'client',
    'The answer of the HTTP server could not be understood.',
  ],
  ERROR_WINHTTP_SECURE_CHANNEL_ERROR: [
    12157,
    'client',
    'TLS with the HTTP server failed.',
    'Compare the TLS versions and ciphers that both sides allow.',
  ],
  ERROR_WINHTTP_SECURE_INVALID_CERT: [
    12169,
    'client',
    'The certificate of the HTTP server is not valid.',
  ],
  ERROR_WINHTTP_SECURE_CERT_REVOKED: [
    12170,
    'client',
    'The certificate of the HTTP server was revoked.',
    'Bind a new one on the server.',
  ],
  ERROR_WINHTTP_SECURE_FAILURE: [
    12175,
    'client',
    'One or more checks of the certificate of the HTTP server failed.',
    'The entries beside it tell which; check dates, name, chain and revocation lists.',
  ],
  ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE: [
    12179,
    'client',
    'The certificate of the HTTP server is not meant for servers.',
    'Issue one with Server Authentication among its purposes.',
  ],
});
