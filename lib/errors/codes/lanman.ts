// Codes of the LAN Manager functions that dial-in administration answers with (lmerr.h).

import { codeTable } from '../code_table.ts';

export const lanmanCodes = codeTable({
  NERR_ItemNotFound: [
    2115,
    'server',
    'Nothing was found; when the ports are listed in the NT 4 dialect, the server has no dial-in port to show.',
    'Check that the server has ports for incoming calls: ports that are all used for dialling out are not listed.',
  ],
  NERR_BufTooSmall: [
    2123,
    'server',
    'The buffer was too small for the answer; the NT 4 functions for users say this when they run out of memory.',
    'Close programs that are not needed and try again.',
  ],
  NERR_UserNotFound: [
    2221,
    'server',
    'The user name was not found; when a port is disconnected in the NT 4 dialect, it means that nobody is connected to that port.',
    'List the ports again: the caller may have hung up already.',
  ],
  NERR_InvalidComputer: [
    2351,
    'server',
    'The name of the computer is not valid.',
    'Give the name of an existing server without special characters; the NT 4 functions want two leading backslashes, which this package adds.',
  ],
  NERR_DCNotFound: [
    2453,
    'server',
    'No domain controller was found for the domain.',
    "Check the domain's name and that DNS finds a domain controller (nltest /dsgetdc:DOMAIN).",
  ],
});
