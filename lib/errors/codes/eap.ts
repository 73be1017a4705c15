// Results (HRESULT) of EAP (eaphosterror.h), as event logs of VPN clients and NPS servers show them.

import { codeTable } from '../code_table.ts';

export const eapCodes = codeTable({
  EAP_E_EAPHOST_METHOD_NOT_INSTALLED: [
    0x80420011,
    'either',
    'The EAP method that is wanted is not installed.',
  ],
  EAP_E_EAPHOST_THIRDPARTY_METHOD_HOST_RESET: [
    0x80420012,
    'either',
    'The process that hosts EAP methods of other makers stopped, and was started anew.',
    'Try again; if it comes back, update that method.',
  ],
  EAP_E_EAPHOST_EAPQEC_INACCESSIBLE: [
    0x80420013,
    'either',
    'The EAP quarantine enforcement client cannot be reached.',
  ],
  EAP_E_EAPHOST_IDENTITY_UNKNOWN: [
    0x80420014,
    'client',
    'EAP does not know with which identity to log on.',
  ],
  EAP_E_USER_CERT_NOT_FOUND: [
    0x80420100,
    'client',
    'EAP found no certificate of the user.',
    "Enrol one into the user's Personal store, with Client Authentication among its purposes.",
  ],
  EAP_E_USER_CERT_INVALID: [
    0x80420101,
    'client',
    "EAP does not accept the user's certificate as valid.",
    'Check its purposes, dates, chain and private key.',
  ],
  EAP_E_USER_CERT_EXPIRED: [
    0x80420102,
    'client',
    "EAP found that the user's certificate has expired.",
    'Renew it; with automatic enrolment, look why that did not happen (certutil -pulse).',
  ],
  EAP_E_USER_CERT_REVOKED: [
    0x80420103,
    'client',
    "EAP found that the user's certificate was revoked.",
    'Enrol a new certificate.',
  ],
  EAP_E_USER_CERT_REJECTED: [
    0x80420105,
    'client',
    "The authentication server rejected the user's certificate.",
    'Look at the reason in event 6273 of the NPS server.',
  ],
  EAP_E_SERVER_CERT_NOT_FOUND: [
    0x80420200,
    'server',
    'EAP found no certificate of the authentication server.',
    'Choose a valid certificate in the EAP settings of the network policy.',
  ],
  EAP_E_SERVER_CERT_INVALID: [
    0x80420201,
    'client',
    'EAP does not accept the certificate of the authentication server as valid.',
    'Check its purposes, name and chain on the NPS server.',
  ],
  EAP_E_SERVER_CERT_EXPIRED: [
    0x80420202,
    'client',
    'EAP found that the certificate of the authentication server has expired.',
    'Renew it on the NPS server and choose the new one in the EAP settings of the network policy.',
  ],
  EAP_E_SERVER_CERT_REVOKED: [
    0x80420203,
    'client',
    'EAP found that the certificate of the authentication server was revoked.',
    'Issue a new one and choose it in the network policy.',
  ],
  EAP_E_USER_ROOT_CERT_NOT_FOUND: [
    0x80420300,
    'either',
    "EAP did not find the root of the user's certificate.",
  ],
  EAP_E_SERVER_ROOT_CERT_NOT_FOUND: [
    0x80420400,
    'client',
    "EAP did not find the root of the authentication server's certificate.",
    "Put it into the computer's Trusted Root Certification Authorities store.",
  ],
  EAP_E_SERVER_ROOT_CERT_NAME_REQUIRED: [
    0x80420406,
    'client',
    'The EAP settings require the name of the server or its root, and none is given.',
    'Name the NPS servers and choose their root in the EAP settings of the profile.',
  ],
  EAP_E_AUTHENTICATION_FAILED: [
    0x80420015,
    'either',
    'The EAP authentication failed.',
    'The log of the NPS server tells why: event 6273.',
  ],
  EAP_E_EAPHOST_METHOD_OPERATION_NOT_SUPPORTED: [
    0x80420020,
    'either',
    'The EAP method knows no such operation.',
  ],
  EAP_E_USER_CERT_OTHER_ERROR: [
    0x80420104,
    'either',
    "Something else is wrong with the user's certificate, in the eyes of EAP.",
  ],
  EAP_E_NO_SMART_CARD_READER: [0x80420113, 'client', 'There is no smart card reader.'],
  EAP_E_SERVER_CERT_OTHER_ERROR: [
    0x80420204,
    'either',
    "Something else is wrong with the server's certificate, in the eyes of EAP.",
  ],
  EAP_E_USER_ROOT_CERT_INVALID: [
    0x80420301,
    'either',
    "EAP found the root of the user's certificate not valid.",
  ],
  EAP_E_USER_ROOT_CERT_EXPIRED: [
    0x80420302,
    'either',
    "EAP found the root of the user's certificate expired.",
  ],
  EAP_E_SERVER_ROOT_CERT_INVALID: [
    0x80420401,
    'either',
    "EAP found the root of the server's certificate not valid.",
  ],
});
