// The other codes of IKE and IPsec (winerror.h, 13809 to 13903): what goes on inside a negotiation. The ones
// that have a cure are in ike.ts.

import { codeTable } from '../code_table.ts';

export const ikeInternalCodes = codeTable({
  ERROR_IPSEC_IKE_MM_ACQUIRE_DROP: [
    13809,
    'either',
    'A main mode request was dropped because the same one is in the queue already.',
  ],
  ERROR_IPSEC_IKE_QM_ACQUIRE_DROP: [
    13810,
    'either',
    'A quick mode request was dropped because the same one is in the queue already.',
  ],
  ERROR_IPSEC_IKE_QUEUE_DROP_MM: [13811, 'either', 'Too many main mode requests are in the queue.'],
  ERROR_IPSEC_IKE_QUEUE_DROP_NO_MM: [
    13812,
    'either',
    'Too many quick mode requests are in the queue.',
  ],
  ERROR_IPSEC_IKE_MM_DELAY_DROP: [13814, 'either', 'Main mode took too long.'],
  ERROR_IPSEC_IKE_QM_DELAY_DROP: [13815, 'either', 'Quick mode took too long.'],
  ERROR_IPSEC_IKE_PROCESS_ERR_SA: [
    13830,
    'either',
    'The security association (SA) payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_PROP: [
    13831,
    'either',
    'The proposal payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_TRANS: [
    13832,
    'either',
    'The transform payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_KE: [
    13833,
    'either',
    'The key exchange payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_ID: [
    13834,
    'either',
    'The identity payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_CERT: [
    13835,
    'either',
    'The certificate payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_CERT_REQ: [
    13836,
    'either',
    'The certificate request payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_HASH: [
    13837,
    'either',
    'The hash payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_SIG: [
    13838,
    'either',
    'The signature payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_NONCE: [
    13839,
    'either',
    'The nonce payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_NOTIFY: [
    13840,
    'either',
    'The notify payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_DELETE: [
    13841,
    'either',
    'The delete payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_VENDOR: [
    13842,
    'either',
    'The vendor identity payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_LOAD_SOFT_SA: [
    13844,
    'either',
    'A security association without protection could not be set up.',
  ],
  ERROR_IPSEC_IKE_SOFT_SA_TORN_DOWN: [
    13845,
    'either',
    'A security association without protection was ended.',
  ],
  ERROR_IPSEC_IKE_NOTCBPRIV: [
    13851,
    'either',
    'IKE lacks the privilege to act as part of the operating system.',
  ],
  ERROR_IPSEC_IKE_SECLOADFAIL: [
    13852,
    'either',
    'The security library that IKE needs could not be loaded.',
  ],
  ERROR_IPSEC_IKE_FAILSSPINIT: [
    13853,
    'either',
    'The security provider interface of IKE could not be initialised.',
  ],
  ERROR_IPSEC_IKE_FAILQUERYSSP: [
    13854,
    'either',
    'IKE could not ask the security provider for its properties.',
  ],
  ERROR_IPSEC_IKE_SRVACQFAIL: [
    13855,
    'either',
    'IKE did not get the credentials of the server for Kerberos.',
  ],
  ERROR_IPSEC_IKE_SRVQUERYCRED: [
    13856,
    'either',
    'IKE could not ask for the credentials of the server.',
  ],
  ERROR_IPSEC_IKE_GETSPIFAIL: [
    13857,
    'either',
    'The IPsec driver gave IKE no security parameter index.',
  ],
  ERROR_IPSEC_IKE_INVALID_FILTER: [13858, 'either', 'A filter of the IPsec policy is not valid.'],
  ERROR_IPSEC_IKE_OUT_OF_MEMORY: [13859, 'either', 'IKE ran out of memory.'],
  ERROR_IPSEC_IKE_ADD_UPDATE_KEY_FAILED: [
    13860,
    'either',
    'The keys could not be handed to the IPsec driver.',
  ],
  ERROR_IPSEC_IKE_INVALID_POLICY: [13861, 'either', 'The IPsec policy is not valid.'],
  ERROR_IPSEC_IKE_UNKNOWN_DOI: [
    13862,
    'either',
    'An IKE packet names a domain of interpretation that is not known.',
  ],
  ERROR_IPSEC_IKE_INVALID_SITUATION: [
    13863,
    'either',
    'An IKE packet names a situation that is not valid.',
  ],
  ERROR_IPSEC_IKE_DH_FAILURE: [
    13864,
    'either',
    'The Diffie-Hellman exchange of IKE could not be finished.',
  ],
  ERROR_IPSEC_IKE_INVALID_HASH_ALG: [
    13871,
    'either',
    'The hash algorithm that was offered is not supported.',
    'Compare the IKE and IPsec settings of both sides.',
  ],
  ERROR_IPSEC_IKE_INVALID_HASH_SIZE: [
    13872,
    'either',
    'The hash that was offered has a size that is not supported.',
  ],
  ERROR_IPSEC_IKE_INVALID_ENCRYPT_ALG: [
    13873,
    'either',
    'The encryption algorithm that was offered is not supported.',
    'Compare the IKE and IPsec settings of both sides.',
  ],
  ERROR_IPSEC_IKE_INVALID_AUTH_ALG: [
    13874,
    'either',
    'The authentication algorithm that was offered is not supported.',
    'Compare the IKE and IPsec settings of both sides.',
  ],
  ERROR_IPSEC_IKE_LOAD_FAILED: [13876, 'either', 'IKE could not be loaded.'],
  ERROR_IPSEC_IKE_RPC_DELETE: [
    13877,
    'either',
    'The negotiation was deleted on request of a program.',
  ],
  ERROR_IPSEC_IKE_BENIGN_REINIT: [13878, 'either', 'IKE begins anew; this is harmless.'],
  ERROR_IPSEC_IKE_INVALID_RESPONDER_LIFETIME_NOTIFY: [
    13879,
    'either',
    'The lifetime that the responder announced is not valid.',
  ],
  ERROR_IPSEC_IKE_QM_LIMIT: [
    13884,
    'either',
    'The limit of quick modes under one main mode is reached.',
  ],
  ERROR_IPSEC_IKE_MM_EXPIRED: [
    13885,
    'either',
    'The main mode expired while quick modes were to use it.',
  ],
  ERROR_IPSEC_IKE_PEER_MM_ASSUMED_INVALID: [
    13886,
    'either',
    'The other side has, as it seems, given up its main mode.',
  ],
  ERROR_IPSEC_IKE_UNEXPECTED_MESSAGE_ID: [
    13888,
    'either',
    'An IKE packet came with a message number that was not expected.',
  ],
  ERROR_IPSEC_IKE_DOS_COOKIE_SENT: [
    13890,
    'either',
    'A cookie against floods was sent, and the negotiation begins anew with it.',
  ],
  ERROR_IPSEC_IKE_SHUTTING_DOWN: [13891, 'either', 'IKE is shutting down.'],
  ERROR_IPSEC_IKE_CGA_AUTH_FAILED: [
    13892,
    'either',
    'A cryptographically generated address could not be verified.',
  ],
  ERROR_IPSEC_IKE_PROCESS_ERR_NATOA: [
    13893,
    'either',
    'The NAT original address payload of an IKE packet could not be processed.',
  ],
  ERROR_IPSEC_IKE_INVALID_MM_FOR_QM: [
    13894,
    'either',
    'The main mode does not suit the quick mode that was to use it.',
  ],
  ERROR_IPSEC_IKE_QM_EXPIRED: [13895, 'either', 'The quick mode expired before it was finished.'],
  ERROR_IPSEC_IKE_TOO_MANY_FILTERS: [13896, 'either', 'IKE found too many filters that fit.'],
  ERROR_IPSEC_IKE_KILL_DUMMY_NAP_TUNNEL: [
    13898,
    'either',
    'A tunnel that was only there for the check of health is to be ended.',
  ],
  ERROR_IPSEC_IKE_COEXISTENCE_SUPPRESS: [
    13902,
    'either',
    'The negotiation was suppressed because another one is under way.',
  ],
  ERROR_IPSEC_IKE_RATELIMIT_DROP: [
    13903,
    'either',
    'An IKE packet was dropped because too many came at a time.',
  ],
});
