// A server with all its tunnels, from the rows of an answer.

import type { ServerExRow } from '../native/rows.ts';
import type { Ikev2Tunnel, L2tpTunnel, ServerInfoEx } from './info_ex.ts';
import { tunnelPortsOf } from './tunnel_ports.ts';

export function infoExOf(
  row: ServerExRow,
  certificateNames: readonly Uint8Array[],
  ekus: NonNullable<Ikev2Tunnel['ekus']>,
): ServerInfoEx {
  const { revision, upTime, totalPorts, portsInUse } = row;
  return {
    revision,
    isLanOnly: row.lanOnly !== 0,
    upTime,
    totalPorts,
    portsInUse,
    pptp: tunnelPortsOf(row.pptpPorts, row.pptpFlags),
    l2tp: l2tpOf(row),
    sstp: {
      ...tunnelPortsOf(row.sstpPorts, row.sstpFlags),
      usesHttps: row.sstpUsesHttps !== 0,
      certificateAlgorithm: row.sstpCertificateAlgorithm,
      hasDefaultCertificate: row.sstpCertificateIsDefault !== 0,
      certificateHash: row.sstpCertificate,
    },
    ikev2: ikev2Of(row, certificateNames, ekus),
    ...(row.hasGre === 0 ? undefined : { gre: tunnelPortsOf(row.grePorts, row.greFlags) }),
  };
}

function ikev2Of(
  row: ServerExRow,
  certificateNames: readonly Uint8Array[],
  ekus: NonNullable<Ikev2Tunnel['ekus']>,
): Ikev2Tunnel {
  const isSince8 = row.hasIkev2Encryption !== 0;
  return {
    ...tunnelPortsOf(row.ikev2Ports, row.ikev2Flags),
    parameterFlags: row.ikev2ParameterFlags,
    idleTimeout: row.ikev2IdleTimeout,
    networkBlackoutTime: row.ikev2NetworkBlackoutTime,
    saLifeTime: row.ikev2SaLifeTime,
    saDataSize: row.ikev2SaDataSize,
    configOptions: row.ikev2ConfigOptions,
    encryptionType: isSince8 ? row.ikev2EncryptionType : undefined,
    mainModeSaLifeTime: row.hasMainModeLifeTimes === 0 ? undefined : row.ikev2MainModeSaLifeTime,
    policy:
      row.hasIkev2Policy === 0
        ? undefined
        : {
            integrityMethod: row.ikev2IntegrityMethod,
            encryptionMethod: row.ikev2EncryptionMethod,
            cipherTransform: row.ikev2CipherTransform,
            authenticationTransform: row.ikev2AuthenticationTransform,
            pfsGroup: row.ikev2PfsGroup,
            dhGroup: row.ikev2DhGroup,
          },
    machineCertificateName: isSince8 ? row.ikev2MachineCertificateName : undefined,
    // This and the usages came with the parameters of L2TP.
    machineCertificateHash:
      row.hasL2tpParameters === 0 ? undefined : row.ikev2MachineCertificateHash,
    certificateNames,
    ekus: row.hasL2tpParameters === 0 ? undefined : ekus,
  };
}

function l2tpOf(row: ServerExRow): L2tpTunnel {
  const hasParameters = row.hasL2tpParameters !== 0;
  return {
    ...tunnelPortsOf(row.l2tpPorts, row.l2tpFlags),
    parameterFlags: hasParameters ? row.l2tpParameterFlags : undefined,
    idleTimeout: hasParameters ? row.l2tpIdleTimeout : undefined,
    encryptionType: hasParameters ? row.l2tpEncryptionType : undefined,
    saLifeTime: hasParameters ? row.l2tpSaLifeTime : undefined,
    saDataSize: hasParameters ? row.l2tpSaDataSize : undefined,
    mainModeSaLifeTime: row.hasMainModeLifeTimes === 0 ? undefined : row.l2tpMainModeSaLifeTime,
  };
}
