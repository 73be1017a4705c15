// What the documentation of the API leaves open, or says in two ways. A test sets it to see that
// its code stands either.

import { checkBoolean, checkInteger, checkObject, checkWord } from '../call/arguments.ts';
import type { PortCondition } from '../ports/port.ts';
import { checkDword, checkHandle } from './api_values.ts';
import { checkCondition, conditionWord } from './conditions.ts';
import { checkDuration } from './duration.ts';
import type { NativeLibrary, NativeQuirk } from './native.ts';
import type { Scene } from './scene.ts';

/**
 * How a server behaves where nothing says how servers do. [doc] is a reference page of Microsoft's,
 * [MS-RRASM] its open specification; a quirk without either is inferred. A quirk that the dialect
 * has no use for is `undefined`, and setting it is an error.
 */
export interface Quirks {
  /**
   * What disconnecting a port answers that is idle, or is being disconnected already. In `mprapi` and
   * `nt4` documented nowhere: [MS-RRASM] says "an error" of a port without an active connection,
   * [doc] has 87 for an invalid handle. Default 87. In `rassapi` [doc] has 2221, the default.
   */
  disconnectIdlePort: number;
  /**
   * What calls answer while the service is stopped. 1717 stands on the page of ServerConnect only;
   * 1722 is as likely. In `rassapi` whatever opening a named pipe answers. Default 1717; `rassapi` 53.
   */
  callWhenStopped: number;
  /**
   * For how many seconds a port is still being disconnected after PortDisconnect succeeded. [doc]
   * says that it only starts one; how long it takes is documented nowhere. Default 0.
   */
  disconnectDelay: number;
  /**
   * What a port shows meanwhile; its connection is still there. Documented nowhere. Default
   * 'disconnected'.
   */
  disconnectingCondition: PortCondition;
  /**
   * For how many seconds ports that `addPorts` adds, and all that wait for calls when the service
   * starts, are 'initializing' before they listen. [doc] has the condition and not the time. Default 0.
   */
  initializationTime: number;
  /**
   * Whether an answer without entries comes with a buffer all the same: an enumeration, or in
   * `rassapi` the parameters of a port. Documented nowhere. Default false: with NULL.
   */
  emptyBuffer: boolean;
  /**
   * How a server wants to be named: with leading `\\`, without ('plain'), or in either way. [doc]
   * demands them in `rassapi`, the default there; of ServerConnect it says nothing, so 'either'.
   */
  serverNameForm: 'either' | 'plain' | 'backslashes';
  /**
   * What UserSetInfo answers for a privilege without any of the three callback flags; 0 takes it. In
   * `rassapi` [doc] has 13, the default there; in `mprapi` it says that one has to be there and not
   * what else is answered. Default 87.
   */
  invalidPrivilege: number;

  /**
   * `mprapi`, `nt4`: what ServerConnect answers while the service is stopped; 0 lets it connect, and
   * the first call fails. [doc] lists 1717 and says that the service is not asked. Default 1717.
   */
  connectWhenStopped: number;
  /**
   * `mprapi`, `nt4`: what PortReset answers for a port that is not there. [MS-RRASM]: it does nothing
   * and succeeds, the default 0. [doc]: 87.
   */
  resetUnknownPort: number;
  /**
   * `mprapi`, `nt4`: the connection that an idle port shows. Documented nowhere. Default 0.
   */
  idlePortConnection: number;
  /**
   * `mprapi`, `nt4`: whether handles start anew with the service, so that an old one names another
   * port. Nothing promises that they do not. Default false: an old handle is unknown.
   */
  reuseHandles: boolean;
  /**
   * `mprapi`, `nt4`: how many bytes of the preferred length a port takes up. Inferred: its size on the
   * wire, 380, the default; a 64-bit caller gets 392 bytes a port.
   */
  bytesPerPort: number;
  /**
   * `mprapi`, `nt4`: whether a preferred length that no port fits into gives one port. If not, it gives
   * none and ERROR_MORE_DATA, as [MS-RRASM] says of ConnectionEnumEx. Default true.
   */
  pageOfOne: boolean;
  /**
   * `mprapi`, `nt4`: whether every page is empty, with ERROR_MORE_DATA and the resume handle as it was.
   * Default false.
   */
  pageWithoutProgress: boolean;
  /**
   * `mprapi`, `nt4`: what PortEnum answers for a connection that is not there; 0 is no ports. Documented
   * nowhere; 906, the default, is what [doc] has in the functions of connections.
   */
  unknownConnection: number;
  /**
   * `mprapi`, `nt4`: what PortEnum answers for a resume handle that it did not give. [MS-RRASM]: "an
   * error". Default 87.
   */
  editedResumeHandle: number;
  /**
   * `mprapi`, `nt4`: what a server answers that is too old for a function. Inferred: RPC's 1745, the
   * default.
   */
  newerFunction: number;
  /**
   * `mprapi`, `nt4`: the same for the functions that end in Ex. [doc] has 127, the default.
   */
  newerExFunction: number;
  /**
   * `mprapi`, `nt4`: what an Ex function answers for a header whose type, revision or size it does not
   * take. Documented nowhere. Default 87.
   */
  wrongHeader: number;
  /**
   * `mprapi`: what ServerGetInfo answers for a level that the server has not. Documented nowhere; 50,
   * the default, is what [doc] has for ServerSetInfo.
   */
  unknownServerLevel: number;
  /**
   * `mprapi`: whether ServerSetInfo, ServerGetInfoEx and ServerSetInfoEx fail with 903 on a LAN-only
   * router, as [doc] lists it. [MS-RRASM]: they do not look. Default true.
   */
  lanOnlyRefusesSetup: boolean;
  /**
   * `mprapi`: how many PPTP ports the edition 'datacenter' may have. [doc] has 16384, the default, on
   * one page and 30000 on another.
   */
  datacenterPptpPorts: number;
  /**
   * `mprapi`: whether SSTP ports can be enabled for routing. An example of [MS-RRASM] has them so; [doc]
   * allows RAS only. Default true.
   */
  sstpRouting: boolean;
  /**
   * `mprapi`: for how many seconds a server still has the ports that it had when ServerSetInfo
   * succeeded. [doc] says that success means accepted. Default 0.
   */
  reconfigurationDelay: number;
  /**
   * `mprapi`: which revision of MPR_SERVER_EX goes with which shape of it. 'by-shape', the default:
   * each of the five with the shape that came with it, inferred. 'always-1': as [doc] demands, with the
   * newest shape of the server. 'any': any revision with any shape that the server knows.
   */
  serverRevisions: 'by-shape' | 'always-1' | 'any';
  /**
   * `mprapi`: with which revision in the header ServerGetInfoEx answers, whatever it was asked for; 0,
   * the default, is the one that was asked for.
   */
  answeredRevision: number;
  /**
   * `mprapi`: how many bytes ServerGetInfoEx writes beyond the size in the header. Default 0.
   */
  serverOverrun: number;
  /**
   * `mprapi`: whether GetErrorString knows the codes 600 to 878, too. [doc] has it for 900 and above
   * only and does not say. Default false. The server that answers has the say.
   */
  textsOfRasErrors: boolean;
  /**
   * `mprapi`, `nt4`: what UpdateConnection answers for a connection that is not over IKEv2. No page
   * has the function. Default 844 (ERROR_CANNOT_INITIATE_MOBIKE_UPDATE).
   */
  updateWithoutMobike: number;
  /**
   * `mprapi`: what the MIB answers when no entry follows. [doc] has no code for the end of a table. Default
   * 259.
   */
  mibEnd: number;
  /** `mprapi`: what the MIB answers for an entry that is not there. Documented nowhere. Default 1168. */
  mibAbsent: number;
  /**
   * `mprapi`, `nt4`: what registering an event answers on a server that is not the local one. [MS-RRASM]
   * says that Windows never asks one. Default 50.
   */
  remoteNotification: number;

  /**
   * `mprapi`: what InterfaceConnect answers for an interface that is connected. Documented nowhere;
   * [MS-RRASM] says that it connects one that is not. Default 0; 901 is as likely.
   */
  connectConnectedInterface: number;
  /**
   * `mprapi`: what InterfaceConnect answers for an interface that is not dialled, such as a network card.
   * Documented nowhere. Default 912.
   */
  connectLanInterface: number;
  /**
   * `mprapi`: what InterfaceConnect answers outside of the dial-out hours. Documented nowhere. Default 944.
   */
  connectOutsideHours: number;
  /**
   * `mprapi`: the code that an attempt without credentials ends with. Inferred. Default 909.
   */
  dialWithoutCredentials: number;
  /**
   * `mprapi`: the last error of an interface that was disconnected because it was idle. Inferred. Default 926.
   */
  idleError: number;
  /**
   * `mprapi`: what InterfaceGetInfo answers for a level that the server has not. [doc] has 124, the default,
   * and 50.
   */
  unknownInterfaceLevel: number;
  /**
   * `mprapi`: what is answered for a device that an interface has not. Documented nowhere. Default 87.
   */
  unknownInterfaceDevice: number;
  /**
   * `mprapi`: for how many seconds an interface is still connected after InterfaceDisconnect succeeded.
   * Documented nowhere. Default 0.
   */
  interfaceDisconnectDelay: number;
  /**
   * `mprapi`: for how many seconds an interface is unreachable after its first failure; each further failure
   * adds as many. An archived article of Microsoft's has it for NT 4 to 2003, and nothing for later systems.
   * Default 600.
   */
  unreachabilityStep: number;
  /**
   * `mprapi`: the longest such time in seconds, from the same article. Default 21600.
   */
  longestUnreachability: number;
  /**
   * `mprapi`: what a function for the stored configuration answers for the handle of a transport or interface that
   * has been deleted, if its page has no code for it. Documented nowhere. Default 6.
   */
  staleStoredHandle: number;
  /**
   * `mprapi`: what MprConfigServerRefresh answers. No page has the function. Default 0.
   */
  refreshStored: number;
  /**
   * `mprapi`: what MprConfigServerRestore answers for a folder without a backup. Documented nowhere. Default 3.
   */
  restoreWithoutBackup: number;
  /**
   * `mprapi`: how many of the three parts of a stored transport are set before a call fails with 8. [doc]: they are
   * set in order, and the first failure ends it. Default 3: none fails.
   */
  storedPartsSet: number;
  /**
   * `mprapi`: whether the lists of the stored configuration come one entry at a time, with ERROR_MORE_DATA, even if
   * all are asked for at once. [doc] does not list that code. Default false.
   */
  storedPageOfOne: boolean;
  /**
   * `mprapi`: what MprConfigInterfaceCreate answers for a name that is stored already. Documented nowhere. Default 0: it changes
   * the interface, as the functions for transports do.
   */
  storeInterfaceAgain: number;
  /**
   * `mprapi`: what MprConfigInterfaceSetInfo answers when it disables a network card or the internal interface. [doc] has 87, the
   * default, for one that "is enabled", which reads inverted; [rrasm] refuses to disable one. 0 allows it.
   */
  disableStoredLanInterface: number;
  /**
   * `mprapi`: what MprConfigGetGuidName answers for a demand-dial interface, which has no GUID. Documented nowhere.
   * Default 1168.
   */
  guidNameOfDemandDial: number;
  /**
   * `mprapi`: what MprAdminInterfaceTransportAdd answers for a transport that is on the interface already. [rrasm]
   * refuses it without a code. Default 948, which adding one to the router has.
   */
  addInterfaceTransportAgain: number;

  /**
   * `rassapi`: what is answered for a port that is not there. [doc] has 55, the default, and an
   * "ERROR_INVALID_PORT" that no header defines; 601 is the nearest.
   */
  unknownPort: number;
  /**
   * `rassapi`: what UserGetInfo and UserSetInfo answer for a user that is not there. Documented nowhere.
   * Default 2221.
   */
  unknownUser: number;
}

interface Kind {
  check(name: string, value: unknown, library: NativeLibrary): NativeQuirk;
  read?(value: NativeQuirk, library: NativeLibrary): unknown;
}

const revisionPairings = ['by-shape', 'always-1', 'any'] as const;
const nameForms = ['either', 'plain', 'backslashes'] as const;

const byte: Kind = { check: (name, value) => checkInteger(name, value, 0, 0xff) };
const flag: Kind = { check: checkBoolean };
const seconds: Kind = { check: checkDuration };
const status: Kind = { check: (name, value) => checkDword(name, value) };
// Where success would mean nothing.
const failure: Kind = { check: (name, value) => checkDword(name, value, 1) };

const kinds: Readonly<Record<keyof Quirks, Kind>> = {
  disconnectIdlePort: status,
  callWhenStopped: failure,
  disconnectDelay: seconds,
  disconnectingCondition: {
    check: (name, value, library) => checkCondition(name, value, library.firstCondition),
    read: (value, library) => conditionWord(Number(value), library.firstCondition),
  },
  initializationTime: seconds,
  emptyBuffer: flag,
  serverNameForm: {
    check: (name, value) => nameForms.indexOf(checkWord(name, value, nameForms)),
    read: (value) => nameForms[Number(value)],
  },
  invalidPrivilege: status,
  connectWhenStopped: status,
  resetUnknownPort: status,
  idlePortConnection: {
    check: (name, value, library) => checkHandle(name, value, library.handleBits),
    read: Number,
  },
  reuseHandles: flag,
  bytesPerPort: failure,
  pageOfOne: flag,
  pageWithoutProgress: flag,
  unknownConnection: status,
  editedResumeHandle: failure,
  newerFunction: failure,
  newerExFunction: failure,
  wrongHeader: failure,
  unknownServerLevel: failure,
  lanOnlyRefusesSetup: flag,
  datacenterPptpPorts: status,
  sstpRouting: flag,
  reconfigurationDelay: seconds,
  serverRevisions: {
    check: (name, value) => revisionPairings.indexOf(checkWord(name, value, revisionPairings)),
    read: (value) => revisionPairings[Number(value)],
  },
  answeredRevision: byte,
  serverOverrun: byte,
  textsOfRasErrors: flag,
  updateWithoutMobike: failure,
  mibEnd: failure,
  mibAbsent: failure,
  remoteNotification: failure,
  connectConnectedInterface: status,
  connectLanInterface: failure,
  connectOutsideHours: failure,
  dialWithoutCredentials: status,
  idleError: status,
  unknownInterfaceLevel: failure,
  unknownInterfaceDevice: failure,
  interfaceDisconnectDelay: seconds,
  unreachabilityStep: seconds,
  longestUnreachability: seconds,
  staleStoredHandle: failure,
  refreshStored: status,
  restoreWithoutBackup: failure,
  storedPartsSet: { check: (name, value) => checkInteger(name, value, 0, 3) },
  storedPageOfOne: flag,
  storeInterfaceAgain: status,
  disableStoredLanInterface: status,
  guidNameOfDemandDial: failure,
  addInterfaceTransportAgain: failure,
  unknownPort: failure,
  unknownUser: failure,
};

/** Checks what a test sets; nothing is set yet. */
export function checkQuirks(
  quirks: Partial<Quirks>,
  library: NativeLibrary,
): Record<string, NativeQuirk> {
  const names = Object.keys(library.quirks) as (keyof Quirks)[];
  const checked: Record<string, NativeQuirk> = {};
  for (const [name, value] of Object.entries(checkObject('quirks', quirks, names))) {
    if (value !== undefined) {
      checked[name] = kinds[name as keyof Quirks].check(`quirks.${name}`, value, library);
    }
  }
  return checked;
}

/** The quirks of a server as an object: what is assigned to it takes effect. */
export function quirksOf(scene: Scene, server: number): Partial<Quirks> {
  const quirks = {};
  for (const [name, kind] of Object.entries(kinds)) {
    Object.defineProperty(quirks, name, {
      enumerable: true,
      get() {
        const value = scene.live.quirks(server)[name];
        if (value === undefined || kind.read === undefined) return value;
        return kind.read(value, scene.library);
      },
      set(value: unknown) {
        scene.live.setQuirks(server, checkQuirks({ [name]: value }, scene.library));
      },
    });
  }
  return Object.seal(quirks);
}
