// The records of a report: each field of an answer is taken by name, so that a new one is not told by accident.

import type { Connection } from '../../connections/connection.ts';
import type { OldProtocolProjection, Projection } from '../../connections/projection.ts';
import type { Counters } from '../../ports/counters.ts';
import type { PortDetails } from '../../ports/details.ts';
import type { Port } from '../../ports/port.ts';
import type { Device } from '../../server/device.ts';
import type { ServerInfo, TunnelPorts } from '../../server/info.ts';
import type { ServerInfoEx } from '../../server/info_ex.ts';
import type { ReportedConnection, ReportedCounters, ReportedPort } from '../../simulator/report.ts';
import type { StandIns } from './stand_ins.ts';

export function reportedPort(port: Port | PortDetails, standIns: StandIns): ReportedPort {
  const details = 'counters' in port ? port : undefined;
  const { userName, computer, logonDomain, connection } = port;
  return {
    name: standIns.name('port', port.name),
    handle: port.handle,
    condition: port.condition,
    deviceName: standIns.name('device', port.deviceName),
    deviceType: standIns.type(port.deviceType),
    mediaName: standIns.type(port.mediaName),
    ...(connection !== undefined && { connection }),
    totalCalls: port.totalCalls,
    connectDuration: port.connectDuration,
    ...(userName !== undefined && { userName: standIns.name('user', userName) }),
    ...(computer !== undefined && { computer: standIns.name('computer', computer) }),
    ...(logonDomain !== undefined && { logonDomain: standIns.name('domain', logonDomain) }),
    ...(details && {
      hardwareCondition: details.hardwareCondition,
      lineSpeed: details.lineSpeed,
      counters: reportedCounters(details.counters),
    }),
  };
}

export function reportedConnection(connection: Connection, standIns: StandIns): ReportedConnection {
  const { guid, type, isDormant, quarantine, probationEnds, counters, projection } = connection;
  const { localEndpoint, remoteEndpoint, mobikeSwitches } = connection;
  const seconds = probationEnds && (probationEnds.getTime() - Date.now()) / 1000;
  return {
    handle: connection.handle,
    ...(guid !== undefined && { guid: standIns.guid(guid) }),
    userName: standIns.name('user', connection.userName),
    logonDomain: standIns.name('domain', connection.logonDomain),
    computer: standIns.name('computer', connection.computer),
    interfaceName: standIns.name('interface', connection.interfaceName),
    interface: connection.interface,
    interfaceType: connection.interfaceType,
    ...(type !== undefined && { type }),
    ...(isDormant !== undefined && { isDormant }),
    ...(quarantine !== undefined && { quarantine }),
    ...(seconds !== undefined && { probation: Math.max(0, Math.round(seconds)) }),
    connectDuration: connection.connectDuration,
    ...(localEndpoint !== undefined && { localEndpoint: standIns.address(localEndpoint) }),
    ...(remoteEndpoint !== undefined && { remoteEndpoint: standIns.address(remoteEndpoint) }),
    ...(mobikeSwitches !== undefined && { mobikeSwitches }),
    ...(counters !== undefined && { counters: reportedCounters(counters) }),
    ...(projection !== undefined && { projection: reportedProjection(projection, standIns) }),
  };
}

function reportedCounters(counters: Counters): ReportedCounters {
  const { compressionRatioIn, compressionRatioOut } = counters;
  return {
    bytesSent: counters.bytesSent,
    bytesReceived: counters.bytesReceived,
    framesSent: counters.framesSent,
    framesReceived: counters.framesReceived,
    crcErrors: counters.crcErrors,
    timeoutErrors: counters.timeoutErrors,
    alignmentErrors: counters.alignmentErrors,
    hardwareOverruns: counters.hardwareOverruns,
    framingErrors: counters.framingErrors,
    bufferOverruns: counters.bufferOverruns,
    ...(compressionRatioIn !== undefined && { compressionRatioIn }),
    ...(compressionRatioOut !== undefined && { compressionRatioOut }),
  };
}

function reportedProjection(projection: Projection, standIns: StandIns): Projection {
  const { ipv4, ipv6 } = projection;
  const addresses = {
    ipv4: {
      error: ipv4.error,
      address: standIns.address(ipv4.address),
      remoteAddress: standIns.address(ipv4.remoteAddress),
      options: ipv4.options,
      remoteOptions: ipv4.remoteOptions,
    },
    ...(ipv6 && {
      ipv6: {
        error: ipv6.error,
        interfaceIdentifier: standIns.bytes(ipv6.interfaceIdentifier),
        remoteInterfaceIdentifier: standIns.bytes(ipv6.remoteInterfaceIdentifier),
        prefix: standIns.bytes(ipv6.prefix),
        prefixLength: ipv6.prefixLength,
      },
    }),
  };
  if (projection.type === 'ikev2') {
    const { options, authenticationProtocol, eapType, compressionAlgorithm, encryptionMethod } =
      projection;
    const numbers = {
      ...{ options, authenticationProtocol, eapType, compressionAlgorithm, encryptionMethod },
    };
    return { ...projection, ...addresses, ...numbers };
  }
  const { link, compression, netBios, ipx, appleTalk } = projection;
  return {
    type: 'ppp',
    ...addresses,
    ipv6: addresses.ipv6,
    link: link && {
      error: link.error,
      authenticationProtocol: link.authenticationProtocol,
      authenticationData: link.authenticationData,
      remoteAuthenticationProtocol: link.remoteAuthenticationProtocol,
      remoteAuthenticationData: link.remoteAuthenticationData,
      options: link.options,
      remoteOptions: link.remoteOptions,
      eapType: link.eapType,
    },
    compression: compression && {
      error: compression.error,
      algorithm: compression.algorithm,
      options: compression.options,
      remoteAlgorithm: compression.remoteAlgorithm,
      remoteOptions: compression.remoteOptions,
    },
    netBios: netBios && {
      error: netBios.error,
      address: standIns.name('computer', netBios.address),
    },
    ipx: oldAddress(ipx, standIns),
    appleTalk: oldAddress(appleTalk, standIns),
  };
}

function oldAddress(
  projection: OldProtocolProjection | undefined,
  standIns: StandIns,
): OldProtocolProjection | undefined {
  return projection && { error: projection.error, address: standIns.address(projection.address) };
}

export function reportedDevice({ type, name }: Device, standIns: StandIns): Device {
  return { type: standIns.type(type), name: standIns.name('device', name) };
}

export function reportedInfo(info: ServerInfo): object {
  const { isLanOnly, upTime, totalPorts, portsInUse, rasVersion } = info;
  return {
    ...{ isLanOnly, upTime, totalPorts, portsInUse, rasVersion },
    ...{ pptp: tunnel(info.pptp), l2tp: tunnel(info.l2tp), sstp: tunnel(info.sstp) },
  };
}

/** Hashes and names of certificates identify the server: only their sizes are told. */
export function reportedInfoEx(info: ServerInfoEx): object {
  const { revision, isLanOnly, upTime, totalPorts, portsInUse, pptp, l2tp, sstp, ikev2 } = info;
  return {
    ...{ revision, isLanOnly, upTime, totalPorts, portsInUse },
    pptp: tunnel(pptp),
    gre: tunnel(info.gre),
    l2tp: {
      ...tunnel(l2tp),
      parameterFlags: l2tp.parameterFlags,
      idleTimeout: l2tp.idleTimeout,
      encryptionType: l2tp.encryptionType,
      saLifeTime: l2tp.saLifeTime,
      saDataSize: l2tp.saDataSize,
      mainModeSaLifeTime: l2tp.mainModeSaLifeTime,
    },
    sstp: {
      ...tunnel(sstp),
      usesHttps: sstp.usesHttps,
      certificateAlgorithm: sstp.certificateAlgorithm,
      hasDefaultCertificate: sstp.hasDefaultCertificate,
      certificateHashBytes: sstp.certificateHash.length,
    },
    ikev2: {
      ...tunnel(ikev2),
      parameterFlags: ikev2.parameterFlags,
      idleTimeout: ikev2.idleTimeout,
      networkBlackoutTime: ikev2.networkBlackoutTime,
      saLifeTime: ikev2.saLifeTime,
      saDataSize: ikev2.saDataSize,
      configOptions: ikev2.configOptions,
      encryptionType: ikev2.encryptionType,
      mainModeSaLifeTime: ikev2.mainModeSaLifeTime,
      policy: ikev2.policy && {
        integrityMethod: ikev2.policy.integrityMethod,
        encryptionMethod: ikev2.policy.encryptionMethod,
        cipherTransform: ikev2.policy.cipherTransform,
        authenticationTransform: ikev2.policy.authenticationTransform,
        pfsGroup: ikev2.policy.pfsGroup,
        dhGroup: ikev2.policy.dhGroup,
      },
      machineCertificateNameBytes: ikev2.machineCertificateName?.length,
      machineCertificateHashBytes: ikev2.machineCertificateHash?.length,
      certificateNameBytes: ikev2.certificateNames.map(({ length }) => length),
      ekus: ikev2.ekus?.length,
    },
  };
}

function tunnel(ports: TunnelPorts | undefined): TunnelPorts | undefined {
  if (ports === undefined) return undefined;
  const { count, isRasEnabled, isRoutingEnabled } = ports;
  return { count, isRasEnabled, isRoutingEnabled };
}
