// Made by tools/compile/rows.mjs from the records of src/records: the code that reads their rows.

import {
  bigOf,
  checkAscending,
  idOf,
  NO_BYTES8,
  NO_GUID,
  type PackedRows,
  type RecordReader,
  Row,
  type RowReader,
  repeatedIn,
} from './packed.ts';
import { plainReader } from './plain_rows.ts';

/** The columns of each record, as the code below reads them. The addon must have the same. */
export const records = {
  port: 'handle:id connection:id flags:u32 condition:u32 totalCalls:u32 connectDuration:u32 name:text mediaName:repeated deviceName:repeated deviceType:repeated',
  userPort:
    'handle:id connection:id flags:u32 condition:u32 totalCalls:u32 connectDuration:u32 name:text mediaName:repeated deviceName:repeated deviceType:repeated userName:text computer:text logonDomain:repeated sessionStart:u32',
  portDetails:
    'handle:id connection:id hardwareCondition:u32 lineSpeed:u32 bytesSent:u32 bytesReceived:u32 framesSent:u32 framesReceived:u32 crcErrors:u32 timeoutErrors:u32 alignmentErrors:u32 hardwareOverruns:u32 framingErrors:u32 bufferOverruns:u32 compressionRatioIn:u32 compressionRatioOut:u32',
  portStatus: 'handle:id status:u32',
  rassapiPort:
    'lineCondition:u32 hardwareCondition:u32 lineSpeed:u32 nbfError:u32 netBiosError:u32 netBiosName:bytes nbfComputer:text ipError:u32 ipAddress:text ipxError:u32 ipxAddress:text atError:u32 atAddress:text',
  rassapiStatistics:
    'bytesSent:u32 bytesReceived:u32 framesSent:u32 framesReceived:u32 crcErrors:u32 timeoutErrors:u32 alignmentErrors:u32 hardwareOverruns:u32 framingErrors:u32 bufferOverruns:u32 bytesSentUncompressed:u32 bytesReceivedUncompressed:u32 bytesSentCompressed:u32 bytesReceivedCompressed:u32 portBytesSent:u32 portBytesReceived:u32 portFramesSent:u32 portFramesReceived:u32 portCrcErrors:u32 portTimeoutErrors:u32 portAlignmentErrors:u32 portHardwareOverruns:u32 portFramingErrors:u32 portBufferOverruns:u32 portBytesSentUncompressed:u32 portBytesReceivedUncompressed:u32 portBytesSentCompressed:u32 portBytesReceivedCompressed:u32',
  rassapiParameter: 'key:text type:u32 attributes:u32 number:u32 value:bytes',
  connection0:
    'connection:id interface:id connectDuration:u32 interfaceType:u32 flags:u32 interfaceName:repeated userName:text logonDomain:repeated computer:text',
  connection1:
    'connection:id interface:id nbfError:u32 nbfComputer:text ipError:u32 ipAddress:repeated ipRemoteAddress:text ipxError:u32 ipxAddress:text atError:u32 atAddress:text bytesSent:u32 bytesReceived:u32 framesSent:u32 framesReceived:u32 crcErrors:u32 timeoutErrors:u32 alignmentErrors:u32 hardwareOverruns:u32 framingErrors:u32 bufferOverruns:u32 compressionRatioIn:u32 compressionRatioOut:u32',
  connection2:
    'connection:id userName:text interfaceType:u32 guid:guid nbfError:u32 nbfComputer:text ipError:u32 ipAddress:repeated ipRemoteAddress:text ipOptions:u32 ipRemoteOptions:u32 ipxError:u32 ipxAddress:text atError:u32 atAddress:text ccpError:u32 ccpAlgorithm:u32 ccpOptions:u32 ccpRemoteAlgorithm:u32 ccpRemoteOptions:u32 lcpError:u32 authenticationProtocol:u32 authenticationData:u32 remoteAuthenticationProtocol:u32 remoteAuthenticationData:u32 terminateReason:u32 remoteTerminateReason:u32 lcpOptions:u32 lcpRemoteOptions:u32 eapType:u32 remoteEapType:u32',
  connection3:
    'connection:id userName:text interfaceType:u32 guid:guid ipError:u32 ipAddress:repeated ipRemoteAddress:text ipOptions:u32 ipRemoteOptions:u32 ipv6Error:u32 ipv6Identifier:bytes8 ipv6RemoteIdentifier:bytes8 ipv6Prefix:bytes8 ipv6PrefixLength:u32 ipv6Options:u32 ipv6RemoteOptions:u32 ccpError:u32 ccpAlgorithm:u32 ccpOptions:u32 ccpRemoteAlgorithm:u32 ccpRemoteOptions:u32 lcpError:u32 authenticationProtocol:u32 authenticationData:u32 remoteAuthenticationProtocol:u32 remoteAuthenticationData:u32 terminateReason:u32 remoteTerminateReason:u32 lcpOptions:u32 lcpRemoteOptions:u32 eapType:u32 remoteEapType:u32 quarantine:u32 probationEnds:u64',
  connectionEx:
    'connection:id interface:id connectDuration:u32 interfaceType:u32 flags:u32 interfaceName:repeated userName:text logonDomain:repeated computer:text guid:guid quarantine:u32 probationEnds:u64 bytesSent:u32 bytesReceived:u32 framesSent:u32 framesReceived:u32 crcErrors:u32 timeoutErrors:u32 alignmentErrors:u32 hardwareOverruns:u32 framingErrors:u32 bufferOverruns:u32 compressionRatioIn:u32 compressionRatioOut:u32 switchOvers:u32 remoteEndpoint:text localEndpoint:repeated projectionType:u32 ipError:u32 ipAddress:repeated ipRemoteAddress:text ipOptions:u32 ipRemoteOptions:u32 ipv4SubInterface:u64 ipv6Error:u32 ipv6Identifier:bytes8 ipv6RemoteIdentifier:bytes8 ipv6Prefix:bytes8 ipv6PrefixLength:u32 ipv6SubInterface:u64 lcpError:u32 authenticationProtocol:u32 authenticationData:u32 remoteAuthenticationProtocol:u32 remoteAuthenticationData:u32 terminateReason:u32 remoteTerminateReason:u32 lcpOptions:u32 lcpRemoteOptions:u32 eapType:u32 remoteEapType:u32 ccpError:u32 ccpAlgorithm:u32 ccpOptions:u32 ccpRemoteAlgorithm:u32 ccpRemoteOptions:u32 ikev2Options:u32 ikev2AuthenticationProtocol:u32 ikev2EapType:u32 ikev2CompressionAlgorithm:u32 ikev2EncryptionMethod:u32',
  server0: 'lanOnly:u32 upTime:u32 totalPorts:u32 portsInUse:u32',
  server1: 'pptpPorts:u32 pptpFlags:u32 l2tpPorts:u32 l2tpFlags:u32',
  server2: 'pptpPorts:u32 pptpFlags:u32 l2tpPorts:u32 l2tpFlags:u32 sstpPorts:u32 sstpFlags:u32',
  serverEx:
    'revision:u32 lanOnly:u32 upTime:u32 totalPorts:u32 portsInUse:u32 pptpPorts:u32 pptpFlags:u32 l2tpPorts:u32 l2tpFlags:u32 sstpPorts:u32 sstpFlags:u32 ikev2Ports:u32 ikev2Flags:u32 hasGre:u32 grePorts:u32 greFlags:u32 sstpUsesHttps:u32 sstpCertificateAlgorithm:u32 sstpCertificateIsDefault:u32 sstpCertificate:bytes ikev2ParameterFlags:u32 ikev2IdleTimeout:u32 ikev2NetworkBlackoutTime:u32 ikev2SaLifeTime:u32 ikev2SaDataSize:u32 ikev2ConfigOptions:u32 hasIkev2Encryption:u32 ikev2MachineCertificateName:bytes ikev2EncryptionType:u32 hasIkev2Policy:u32 ikev2IntegrityMethod:u32 ikev2EncryptionMethod:u32 ikev2CipherTransform:u32 ikev2AuthenticationTransform:u32 ikev2PfsGroup:u32 ikev2DhGroup:u32 ikev2MachineCertificateHash:bytes hasL2tpParameters:u32 l2tpParameterFlags:u32 l2tpIdleTimeout:u32 l2tpEncryptionType:u32 l2tpSaLifeTime:u32 l2tpSaDataSize:u32 hasMainModeLifeTimes:u32 ikev2MainModeSaLifeTime:u32 l2tpMainModeSaLifeTime:u32',
  ikev2Certificate: 'name:bytes',
  ikev2Eku: 'isOid:u32 eku:text',
  rassapiServer: 'totalPorts:u32 portsInUse:u32 rasVersion:u32',
  user: 'level:u32 privilege:u32 phoneNumber:text privilege2:u32',
  device: 'deviceType:repeated deviceName:text',
  transport: 'globalInfo:bytes clientInterfaceInfo:bytes',
  storedTransport: 'globalInfo:bytes clientInterfaceInfo:bytes dllPath:text',
  transportEntry: 'id:u32 name:repeated',
  interfaceTransport: 'info:bytes',
  mibEntry: 'entry:bytes',
  interface: 'handle:id name:text isEnabled:u32 type:u32 state:u32 unreachable:u32 lastError:u32',
  interfaceHours: 'hours:text',
  interfaceEntry:
    'level:u32 options:u32 ipv4Address:u32 ipv4Dns:u32 ipv4AlternateDns:u32 wins:u32 alternateWins:u32 protocols:u32 channels:u32 links:u32 dialMode:u32 dialExtraPercent:u32 dialExtraSampleSeconds:u32 hangUpExtraPercent:u32 hangUpExtraSampleSeconds:u32 idleDisconnect:u32 entryType:u32 encryption:u32 eapType:u32 vpnStrategy:u32 phoneNumber:text deviceType:text deviceName:text x25PadType:text x25Address:text x25Facilities:text x25UserData:text guid:guid alternates:text eapData:bytes ipv6Dns:bytes ipv6AlternateDns:bytes ipv6Addresses:bytes',
  interfaceDevice: 'deviceType:text deviceName:text phoneNumber:text alternates:text',
  interfaceCredentials: 'userName:text domain:text',
  interfaceCustomInfo:
    'revision:u32 flags:u32 saLifeTime:u32 saDataSize:u32 mainModeSaLifeTime:u32 hasPolicy:u32 integrityMethod:u32 encryptionMethod:u32 cipherTransform:u32 authenticationTransform:u32 pfsGroup:u32 dhGroup:u32 initiatorSelectors:u32 responderSelectors:u32 certificateName:bytes certificateHash:bytes',
} as const;

export class PortRow extends Row {
  constructor(rows: PackedRows) {
    super(rows, 12);
  }

  textLength(): number {
    return this.words[this.at + 8] as number;
  }

  get handle(): number {
    const { words, at } = this;
    return idOf(words[at] as number, words[at + 1] as number, 'handle');
  }

  get connection(): number {
    const { words, at } = this;
    return idOf(words[at + 2] as number, words[at + 3] as number, 'connection');
  }

  get flags(): number {
    return this.words[this.at + 4] as number;
  }

  get condition(): number {
    return this.words[this.at + 5] as number;
  }

  get totalCalls(): number {
    return this.words[this.at + 6] as number;
  }

  get connectDuration(): number {
    return this.words[this.at + 7] as number;
  }

  get name(): string {
    const { words, at, text, cut } = this;
    const end = words[at + 8] as number;
    return text.slice(cut, cut + end);
  }

  get mediaName(): string {
    return repeatedIn(this.repeated, this.words[this.at + 9] as number);
  }

  get deviceName(): string {
    return repeatedIn(this.repeated, this.words[this.at + 10] as number);
  }

  get deviceType(): string {
    return repeatedIn(this.repeated, this.words[this.at + 11] as number);
  }
}

export interface UserPortRow extends RowReader {
  readonly handle: number;
  readonly connection: number;
  readonly flags: number;
  readonly condition: number;
  readonly totalCalls: number;
  readonly connectDuration: number;
  readonly name: string;
  readonly mediaName: string;
  readonly deviceName: string;
  readonly deviceType: string;
  readonly userName: string;
  readonly computer: string;
  readonly logonDomain: string;
  readonly sessionStart: number;
}
export const UserPortRow: RecordReader<UserPortRow> = plainReader(records.userPort);

export interface PortDetailsRow extends RowReader {
  readonly handle: number;
  readonly connection: number;
  readonly hardwareCondition: number;
  readonly lineSpeed: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly framesSent: number;
  readonly framesReceived: number;
  readonly crcErrors: number;
  readonly timeoutErrors: number;
  readonly alignmentErrors: number;
  readonly hardwareOverruns: number;
  readonly framingErrors: number;
  readonly bufferOverruns: number;
  readonly compressionRatioIn: number;
  readonly compressionRatioOut: number;
}
export const PortDetailsRow: RecordReader<PortDetailsRow> = plainReader(records.portDetails);

export interface PortStatusRow extends RowReader {
  readonly handle: number;
  readonly status: number;
}
export const PortStatusRow: RecordReader<PortStatusRow> = plainReader(records.portStatus);

export interface RassapiPortRow extends RowReader {
  readonly lineCondition: number;
  readonly hardwareCondition: number;
  readonly lineSpeed: number;
  readonly nbfError: number;
  readonly netBiosError: number;
  readonly netBiosName: Uint8Array;
  readonly nbfComputer: string;
  readonly ipError: number;
  readonly ipAddress: string;
  readonly ipxError: number;
  readonly ipxAddress: string;
  readonly atError: number;
  readonly atAddress: string;
}
export const RassapiPortRow: RecordReader<RassapiPortRow> = plainReader(records.rassapiPort);

export interface RassapiStatisticsRow extends RowReader {
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly framesSent: number;
  readonly framesReceived: number;
  readonly crcErrors: number;
  readonly timeoutErrors: number;
  readonly alignmentErrors: number;
  readonly hardwareOverruns: number;
  readonly framingErrors: number;
  readonly bufferOverruns: number;
  readonly bytesSentUncompressed: number;
  readonly bytesReceivedUncompressed: number;
  readonly bytesSentCompressed: number;
  readonly bytesReceivedCompressed: number;
  readonly portBytesSent: number;
  readonly portBytesReceived: number;
  readonly portFramesSent: number;
  readonly portFramesReceived: number;
  readonly portCrcErrors: number;
  readonly portTimeoutErrors: number;
  readonly portAlignmentErrors: number;
  readonly portHardwareOverruns: number;
  readonly portFramingErrors: number;
  readonly portBufferOverruns: number;
  readonly portBytesSentUncompressed: number;
  readonly portBytesReceivedUncompressed: number;
  readonly portBytesSentCompressed: number;
  readonly portBytesReceivedCompressed: number;
}
export const RassapiStatisticsRow: RecordReader<RassapiStatisticsRow> = plainReader(
  records.rassapiStatistics,
);

export interface RassapiParameterRow extends RowReader {
  readonly key: string;
  readonly type: number;
  readonly attributes: number;
  readonly number: number;
  readonly value: Uint8Array;
}
export const RassapiParameterRow: RecordReader<RassapiParameterRow> = plainReader(
  records.rassapiParameter,
);

export class Connection0Row extends Row {
  constructor(rows: PackedRows) {
    super(rows, 11);
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at + 8] as number, words[at + 10] as number);
    return words[at + 10] as number;
  }

  get connection(): number {
    const { words, at } = this;
    return idOf(words[at] as number, words[at + 1] as number, 'connection');
  }

  get interface(): number {
    const { words, at } = this;
    return idOf(words[at + 2] as number, words[at + 3] as number, 'interface');
  }

  get connectDuration(): number {
    return this.words[this.at + 4] as number;
  }

  get interfaceType(): number {
    return this.words[this.at + 5] as number;
  }

  get flags(): number {
    return this.words[this.at + 6] as number;
  }

  get interfaceName(): string {
    return repeatedIn(this.repeated, this.words[this.at + 7] as number);
  }

  get userName(): string {
    const { words, at, text, cut } = this;
    const end = words[at + 8] as number;
    return text.slice(cut, cut + end);
  }

  get logonDomain(): string {
    return repeatedIn(this.repeated, this.words[this.at + 9] as number);
  }

  get computer(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 8] as number;
    const end = words[at + 10] as number;
    return text.slice(cut + begin, cut + end);
  }
}

export class Connection1Row extends Row {
  constructor(rows: PackedRows) {
    super(rows, 25);
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at + 5] as number, words[at + 8] as number);
    checkAscending(words[at + 8] as number, words[at + 10] as number);
    checkAscending(words[at + 10] as number, words[at + 12] as number);
    return words[at + 12] as number;
  }

  get connection(): number {
    const { words, at } = this;
    return idOf(words[at] as number, words[at + 1] as number, 'connection');
  }

  get interface(): number {
    const { words, at } = this;
    return idOf(words[at + 2] as number, words[at + 3] as number, 'interface');
  }

  get nbfError(): number {
    return this.words[this.at + 4] as number;
  }

  get nbfComputer(): string {
    const { words, at, text, cut } = this;
    const end = words[at + 5] as number;
    return text.slice(cut, cut + end);
  }

  get ipError(): number {
    return this.words[this.at + 6] as number;
  }

  get ipAddress(): string {
    return repeatedIn(this.repeated, this.words[this.at + 7] as number);
  }

  get ipRemoteAddress(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 5] as number;
    const end = words[at + 8] as number;
    return text.slice(cut + begin, cut + end);
  }

  get ipxError(): number {
    return this.words[this.at + 9] as number;
  }

  get ipxAddress(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 8] as number;
    const end = words[at + 10] as number;
    return text.slice(cut + begin, cut + end);
  }

  get atError(): number {
    return this.words[this.at + 11] as number;
  }

  get atAddress(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 10] as number;
    const end = words[at + 12] as number;
    return text.slice(cut + begin, cut + end);
  }

  get bytesSent(): number {
    return this.words[this.at + 13] as number;
  }

  get bytesReceived(): number {
    return this.words[this.at + 14] as number;
  }

  get framesSent(): number {
    return this.words[this.at + 15] as number;
  }

  get framesReceived(): number {
    return this.words[this.at + 16] as number;
  }

  get crcErrors(): number {
    return this.words[this.at + 17] as number;
  }

  get timeoutErrors(): number {
    return this.words[this.at + 18] as number;
  }

  get alignmentErrors(): number {
    return this.words[this.at + 19] as number;
  }

  get hardwareOverruns(): number {
    return this.words[this.at + 20] as number;
  }

  get framingErrors(): number {
    return this.words[this.at + 21] as number;
  }

  get bufferOverruns(): number {
    return this.words[this.at + 22] as number;
  }

  get compressionRatioIn(): number {
    return this.words[this.at + 23] as number;
  }

  get compressionRatioOut(): number {
    return this.words[this.at + 24] as number;
  }
}

export class Connection2Row extends Row {
  constructor(rows: PackedRows) {
    super(rows, 32);
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at + 2] as number, words[at + 4] as number);
    checkAscending(words[at + 4] as number, words[at + 6] as number);
    checkAscending(words[at + 6] as number, words[at + 9] as number);
    checkAscending(words[at + 9] as number, words[at + 13] as number);
    checkAscending(words[at + 13] as number, words[at + 15] as number);
    return words[at + 15] as number;
  }

  get connection(): number {
    const { words, at } = this;
    return idOf(words[at] as number, words[at + 1] as number, 'connection');
  }

  get userName(): string {
    const { words, at, text, cut } = this;
    const end = words[at + 2] as number;
    return text.slice(cut, cut + end);
  }

  get interfaceType(): number {
    return this.words[this.at + 3] as number;
  }

  get guid(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 2] as number;
    const end = words[at + 4] as number;
    return end === begin ? NO_GUID : text.slice(cut + begin, cut + end);
  }

  get nbfError(): number {
    return this.words[this.at + 5] as number;
  }

  get nbfComputer(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 4] as number;
    const end = words[at + 6] as number;
    return text.slice(cut + begin, cut + end);
  }

  get ipError(): number {
    return this.words[this.at + 7] as number;
  }

  get ipAddress(): string {
    return repeatedIn(this.repeated, this.words[this.at + 8] as number);
  }

  get ipRemoteAddress(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 6] as number;
    const end = words[at + 9] as number;
    return text.slice(cut + begin, cut + end);
  }

  get ipOptions(): number {
    return this.words[this.at + 10] as number;
  }

  get ipRemoteOptions(): number {
    return this.words[this.at + 11] as number;
  }

  get ipxError(): number {
    return this.words[this.at + 12] as number;
  }

  get ipxAddress(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 9] as number;
    const end = words[at + 13] as number;
    return text.slice(cut + begin, cut + end);
  }

  get atError(): number {
    return this.words[this.at + 14] as number;
  }

  get atAddress(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 13] as number;
    const end = words[at + 15] as number;
    return text.slice(cut + begin, cut + end);
  }

  get ccpError(): number {
    return this.words[this.at + 16] as number;
  }

  get ccpAlgorithm(): number {
    return this.words[this.at + 17] as number;
  }

  get ccpOptions(): number {
    return this.words[this.at + 18] as number;
  }

  get ccpRemoteAlgorithm(): number {
    return this.words[this.at + 19] as number;
  }

  get ccpRemoteOptions(): number {
    return this.words[this.at + 20] as number;
  }

  get lcpError(): number {
    return this.words[this.at + 21] as number;
  }

  get authenticationProtocol(): number {
    return this.words[this.at + 22] as number;
  }

  get authenticationData(): number {
    return this.words[this.at + 23] as number;
  }

  get remoteAuthenticationProtocol(): number {
    return this.words[this.at + 24] as number;
  }

  get remoteAuthenticationData(): number {
    return this.words[this.at + 25] as number;
  }

  get terminateReason(): number {
    return this.words[this.at + 26] as number;
  }

  get remoteTerminateReason(): number {
    return this.words[this.at + 27] as number;
  }

  get lcpOptions(): number {
    return this.words[this.at + 28] as number;
  }

  get lcpRemoteOptions(): number {
    return this.words[this.at + 29] as number;
  }

  get eapType(): number {
    return this.words[this.at + 30] as number;
  }

  get remoteEapType(): number {
    return this.words[this.at + 31] as number;
  }
}

export class Connection3Row extends Row {
  constructor(rows: PackedRows) {
    super(rows, 36);
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at + 2] as number, words[at + 4] as number);
    checkAscending(words[at + 4] as number, words[at + 7] as number);
    checkAscending(words[at + 7] as number, words[at + 11] as number);
    checkAscending(words[at + 11] as number, words[at + 12] as number);
    checkAscending(words[at + 12] as number, words[at + 13] as number);
    return words[at + 13] as number;
  }

  get connection(): number {
    const { words, at } = this;
    return idOf(words[at] as number, words[at + 1] as number, 'connection');
  }

  get userName(): string {
    const { words, at, text, cut } = this;
    const end = words[at + 2] as number;
    return text.slice(cut, cut + end);
  }

  get interfaceType(): number {
    return this.words[this.at + 3] as number;
  }

  get guid(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 2] as number;
    const end = words[at + 4] as number;
    return end === begin ? NO_GUID : text.slice(cut + begin, cut + end);
  }

  get ipError(): number {
    return this.words[this.at + 5] as number;
  }

  get ipAddress(): string {
    return repeatedIn(this.repeated, this.words[this.at + 6] as number);
  }

  get ipRemoteAddress(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 4] as number;
    const end = words[at + 7] as number;
    return text.slice(cut + begin, cut + end);
  }

  get ipOptions(): number {
    return this.words[this.at + 8] as number;
  }

  get ipRemoteOptions(): number {
    return this.words[this.at + 9] as number;
  }

  get ipv6Error(): number {
    return this.words[this.at + 10] as number;
  }

  get ipv6Identifier(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 7] as number;
    const end = words[at + 11] as number;
    return end === begin ? NO_BYTES8 : text.slice(cut + begin, cut + end);
  }

  get ipv6RemoteIdentifier(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 11] as number;
    const end = words[at + 12] as number;
    return end === begin ? NO_BYTES8 : text.slice(cut + begin, cut + end);
  }

  get ipv6Prefix(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 12] as number;
    const end = words[at + 13] as number;
    return end === begin ? NO_BYTES8 : text.slice(cut + begin, cut + end);
  }

  get ipv6PrefixLength(): number {
    return this.words[this.at + 14] as number;
  }

  get ipv6Options(): number {
    return this.words[this.at + 15] as number;
  }

  get ipv6RemoteOptions(): number {
    return this.words[this.at + 16] as number;
  }

  get ccpError(): number {
    return this.words[this.at + 17] as number;
  }

  get ccpAlgorithm(): number {
    return this.words[this.at + 18] as number;
  }

  get ccpOptions(): number {
    return this.words[this.at + 19] as number;
  }

  get ccpRemoteAlgorithm(): number {
    return this.words[this.at + 20] as number;
  }

  get ccpRemoteOptions(): number {
    return this.words[this.at + 21] as number;
  }

  get lcpError(): number {
    return this.words[this.at + 22] as number;
  }

  get authenticationProtocol(): number {
    return this.words[this.at + 23] as number;
  }

  get authenticationData(): number {
    return this.words[this.at + 24] as number;
  }

  get remoteAuthenticationProtocol(): number {
    return this.words[this.at + 25] as number;
  }

  get remoteAuthenticationData(): number {
    return this.words[this.at + 26] as number;
  }

  get terminateReason(): number {
    return this.words[this.at + 27] as number;
  }

  get remoteTerminateReason(): number {
    return this.words[this.at + 28] as number;
  }

  get lcpOptions(): number {
    return this.words[this.at + 29] as number;
  }

  get lcpRemoteOptions(): number {
    return this.words[this.at + 30] as number;
  }

  get eapType(): number {
    return this.words[this.at + 31] as number;
  }

  get remoteEapType(): number {
    return this.words[this.at + 32] as number;
  }

  get quarantine(): number {
    return this.words[this.at + 33] as number;
  }

  get probationEnds(): bigint {
    const { words, at } = this;
    return bigOf(words[at + 34] as number, words[at + 35] as number);
  }
}

export class ConnectionExRow extends Row {
  constructor(rows: PackedRows) {
    super(rows, 66);
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at + 8] as number, words[at + 10] as number);
    checkAscending(words[at + 10] as number, words[at + 11] as number);
    checkAscending(words[at + 11] as number, words[at + 28] as number);
    checkAscending(words[at + 28] as number, words[at + 33] as number);
    checkAscending(words[at + 33] as number, words[at + 39] as number);
    checkAscending(words[at + 39] as number, words[at + 40] as number);
    checkAscending(words[at + 40] as number, words[at + 41] as number);
    return words[at + 41] as number;
  }

  get connection(): number {
    const { words, at } = this;
    return idOf(words[at] as number, words[at + 1] as number, 'connection');
  }

  get interface(): number {
    const { words, at } = this;
    return idOf(words[at + 2] as number, words[at + 3] as number, 'interface');
  }

  get connectDuration(): number {
    return this.words[this.at + 4] as number;
  }

  get interfaceType(): number {
    return this.words[this.at + 5] as number;
  }

  get flags(): number {
    return this.words[this.at + 6] as number;
  }

  get interfaceName(): string {
    return repeatedIn(this.repeated, this.words[this.at + 7] as number);
  }

  get userName(): string {
    const { words, at, text, cut } = this;
    const end = words[at + 8] as number;
    return text.slice(cut, cut + end);
  }

  get logonDomain(): string {
    return repeatedIn(this.repeated, this.words[this.at + 9] as number);
  }

  get computer(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 8] as number;
    const end = words[at + 10] as number;
    return text.slice(cut + begin, cut + end);
  }

  get guid(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 10] as number;
    const end = words[at + 11] as number;
    return end === begin ? NO_GUID : text.slice(cut + begin, cut + end);
  }

  get quarantine(): number {
    return this.words[this.at + 12] as number;
  }

  get probationEnds(): bigint {
    const { words, at } = this;
    return bigOf(words[at + 13] as number, words[at + 14] as number);
  }

  get bytesSent(): number {
    return this.words[this.at + 15] as number;
  }

  get bytesReceived(): number {
    return this.words[this.at + 16] as number;
  }

  get framesSent(): number {
    return this.words[this.at + 17] as number;
  }

  get framesReceived(): number {
    return this.words[this.at + 18] as number;
  }

  get crcErrors(): number {
    return this.words[this.at + 19] as number;
  }

  get timeoutErrors(): number {
    return this.words[this.at + 20] as number;
  }

  get alignmentErrors(): number {
    return this.words[this.at + 21] as number;
  }

  get hardwareOverruns(): number {
    return this.words[this.at + 22] as number;
  }

  get framingErrors(): number {
    return this.words[this.at + 23] as number;
  }

  get bufferOverruns(): number {
    return this.words[this.at + 24] as number;
  }

  get compressionRatioIn(): number {
    return this.words[this.at + 25] as number;
  }

  get compressionRatioOut(): number {
    return this.words[this.at + 26] as number;
  }

  get switchOvers(): number {
    return this.words[this.at + 27] as number;
  }

  get remoteEndpoint(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 11] as number;
    const end = words[at + 28] as number;
    return text.slice(cut + begin, cut + end);
  }

  get localEndpoint(): string {
    return repeatedIn(this.repeated, this.words[this.at + 29] as number);
  }

  get projectionType(): number {
    return this.words[this.at + 30] as number;
  }

  get ipError(): number {
    return this.words[this.at + 31] as number;
  }

  get ipAddress(): string {
    return repeatedIn(this.repeated, this.words[this.at + 32] as number);
  }

  get ipRemoteAddress(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 28] as number;
    const end = words[at + 33] as number;
    return text.slice(cut + begin, cut + end);
  }

  get ipOptions(): number {
    return this.words[this.at + 34] as number;
  }

  get ipRemoteOptions(): number {
    return this.words[this.at + 35] as number;
  }

  get ipv4SubInterface(): bigint {
    const { words, at } = this;
    return bigOf(words[at + 36] as number, words[at + 37] as number);
  }

  get ipv6Error(): number {
    return this.words[this.at + 38] as number;
  }

  get ipv6Identifier(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 33] as number;
    const end = words[at + 39] as number;
    return end === begin ? NO_BYTES8 : text.slice(cut + begin, cut + end);
  }

  get ipv6RemoteIdentifier(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 39] as number;
    const end = words[at + 40] as number;
    return end === begin ? NO_BYTES8 : text.slice(cut + begin, cut + end);
  }

  get ipv6Prefix(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 40] as number;
    const end = words[at + 41] as number;
    return end === begin ? NO_BYTES8 : text.slice(cut + begin, cut + end);
  }

  get ipv6PrefixLength(): number {
    return this.words[this.at + 42] as number;
  }

  get ipv6SubInterface(): bigint {
    const { words, at } = this;
    return bigOf(words[at + 43] as number, words[at + 44] as number);
  }

  get lcpError(): number {
    return this.words[this.at + 45] as number;
  }

  get authenticationProtocol(): number {
    return this.words[this.at + 46] as number;
  }

  get authenticationData(): number {
    return this.words[this.at + 47] as number;
  }

  get remoteAuthenticationProtocol(): number {
    return this.words[this.at + 48] as number;
  }

  get remoteAuthenticationData(): number {
    return this.words[this.at + 49] as number;
  }

  get terminateReason(): number {
    return this.words[this.at + 50] as number;
  }

  get remoteTerminateReason(): number {
    return this.words[this.at + 51] as number;
  }

  get lcpOptions(): number {
    return this.words[this.at + 52] as number;
  }

  get lcpRemoteOptions(): number {
    return this.words[this.at + 53] as number;
  }

  get eapType(): number {
    return this.words[this.at + 54] as number;
  }

  get remoteEapType(): number {
    return this.words[this.at + 55] as number;
  }

  get ccpError(): number {
    return this.words[this.at + 56] as number;
  }

  get ccpAlgorithm(): number {
    return this.words[this.at + 57] as number;
  }

  get ccpOptions(): number {
    return this.words[this.at + 58] as number;
  }

  get ccpRemoteAlgorithm(): number {
    return this.words[this.at + 59] as number;
  }

  get ccpRemoteOptions(): number {
    return this.words[this.at + 60] as number;
  }

  get ikev2Options(): number {
    return this.words[this.at + 61] as number;
  }

  get ikev2AuthenticationProtocol(): number {
    return this.words[this.at + 62] as number;
  }

  get ikev2EapType(): number {
    return this.words[this.at + 63] as number;
  }

  get ikev2CompressionAlgorithm(): number {
    return this.words[this.at + 64] as number;
  }

  get ikev2EncryptionMethod(): number {
    return this.words[this.at + 65] as number;
  }
}

export interface Server0Row extends RowReader {
  readonly lanOnly: number;
  readonly upTime: number;
  readonly totalPorts: number;
  readonly portsInUse: number;
}
export const Server0Row: RecordReader<Server0Row> = plainReader(records.server0);

export interface Server1Row extends RowReader {
  readonly pptpPorts: number;
  readonly pptpFlags: number;
  readonly l2tpPorts: number;
  readonly l2tpFlags: number;
}
export const Server1Row: RecordReader<Server1Row> = plainReader(records.server1);

export interface Server2Row extends RowReader {
  readonly pptpPorts: number;
  readonly pptpFlags: number;
  readonly l2tpPorts: number;
  readonly l2tpFlags: number;
  readonly sstpPorts: number;
  readonly sstpFlags: number;
}
export const Server2Row: RecordReader<Server2Row> = plainReader(records.server2);

export interface ServerExRow extends RowReader {
  readonly revision: number;
  readonly lanOnly: number;
  readonly upTime: number;
  readonly totalPorts: number;
  readonly portsInUse: number;
  readonly pptpPorts: number;
  readonly pptpFlags: number;
  readonly l2tpPorts: number;
  readonly l2tpFlags: number;
  readonly sstpPorts: number;
  readonly sstpFlags: number;
  readonly ikev2Ports: number;
  readonly ikev2Flags: number;
  readonly hasGre: number;
  readonly grePorts: number;
  readonly greFlags: number;
  readonly sstpUsesHttps: number;
  readonly sstpCertificateAlgorithm: number;
  readonly sstpCertificateIsDefault: number;
  readonly sstpCertificate: Uint8Array;
  readonly ikev2ParameterFlags: number;
  readonly ikev2IdleTimeout: number;
  readonly ikev2NetworkBlackoutTime: number;
  readonly ikev2SaLifeTime: number;
  readonly ikev2SaDataSize: number;
  readonly ikev2ConfigOptions: number;
  readonly hasIkev2Encryption: number;
  readonly ikev2MachineCertificateName: Uint8Array;
  readonly ikev2EncryptionType: number;
  readonly hasIkev2Policy: number;
  readonly ikev2IntegrityMethod: number;
  readonly ikev2EncryptionMethod: number;
  readonly ikev2CipherTransform: number;
  readonly ikev2AuthenticationTransform: number;
  readonly ikev2PfsGroup: number;
  readonly ikev2DhGroup: number;
  readonly ikev2MachineCertificateHash: Uint8Array;
  readonly hasL2tpParameters: number;
  readonly l2tpParameterFlags: number;
  readonly l2tpIdleTimeout: number;
  readonly l2tpEncryptionType: number;
  readonly l2tpSaLifeTime: number;
  readonly l2tpSaDataSize: number;
  readonly hasMainModeLifeTimes: number;
  readonly ikev2MainModeSaLifeTime: number;
  readonly l2tpMainModeSaLifeTime: number;
}
export const ServerExRow: RecordReader<ServerExRow> = plainReader(records.serverEx);

export interface Ikev2CertificateRow extends RowReader {
  readonly name: Uint8Array;
}
export const Ikev2CertificateRow: RecordReader<Ikev2CertificateRow> = plainReader(
  records.ikev2Certificate,
);

export interface Ikev2EkuRow extends RowReader {
  readonly isOid: number;
  readonly eku: string;
}
export const Ikev2EkuRow: RecordReader<Ikev2EkuRow> = plainReader(records.ikev2Eku);

export interface RassapiServerRow extends RowReader {
  readonly totalPorts: number;
  readonly portsInUse: number;
  readonly rasVersion: number;
}
export const RassapiServerRow: RecordReader<RassapiServerRow> = plainReader(records.rassapiServer);

export interface UserRow extends RowReader {
  readonly level: number;
  readonly privilege: number;
  readonly phoneNumber: string;
  readonly privilege2: number;
}
export const UserRow: RecordReader<UserRow> = plainReader(records.user);

export interface DeviceRow extends RowReader {
  readonly deviceType: string;
  readonly deviceName: string;
}
export const DeviceRow: RecordReader<DeviceRow> = plainReader(records.device);

export interface TransportRow extends RowReader {
  readonly globalInfo: Uint8Array;
  readonly clientInterfaceInfo: Uint8Array;
}
export const TransportRow: RecordReader<TransportRow> = plainReader(records.transport);

export interface StoredTransportRow extends RowReader {
  readonly globalInfo: Uint8Array;
  readonly clientInterfaceInfo: Uint8Array;
  readonly dllPath: string;
}
export const StoredTransportRow: RecordReader<StoredTransportRow> = plainReader(
  records.storedTransport,
);

export interface TransportEntryRow extends RowReader {
  readonly id: number;
  readonly name: string;
}
export const TransportEntryRow: RecordReader<TransportEntryRow> = plainReader(
  records.transportEntry,
);

export interface InterfaceTransportRow extends RowReader {
  readonly info: Uint8Array;
}
export const InterfaceTransportRow: RecordReader<InterfaceTransportRow> = plainReader(
  records.interfaceTransport,
);

export interface MibEntryRow extends RowReader {
  readonly entry: Uint8Array;
}
export const MibEntryRow: RecordReader<MibEntryRow> = plainReader(records.mibEntry);

export interface InterfaceRow extends RowReader {
  readonly handle: number;
  readonly name: string;
  readonly isEnabled: number;
  readonly type: number;
  readonly state: number;
  readonly unreachable: number;
  readonly lastError: number;
}
export const InterfaceRow: RecordReader<InterfaceRow> = plainReader(records.interface);

export interface InterfaceHoursRow extends RowReader {
  readonly hours: string;
}
export const InterfaceHoursRow: RecordReader<InterfaceHoursRow> = plainReader(
  records.interfaceHours,
);

export interface InterfaceEntryRow extends RowReader {
  readonly level: number;
  readonly options: number;
  readonly ipv4Address: number;
  readonly ipv4Dns: number;
  readonly ipv4AlternateDns: number;
  readonly wins: number;
  readonly alternateWins: number;
  readonly protocols: number;
  readonly channels: number;
  readonly links: number;
  readonly dialMode: number;
  readonly dialExtraPercent: number;
  readonly dialExtraSampleSeconds: number;
  readonly hangUpExtraPercent: number;
  readonly hangUpExtraSampleSeconds: number;
  readonly idleDisconnect: number;
  readonly entryType: number;
  readonly encryption: number;
  readonly eapType: number;
  readonly vpnStrategy: number;
  readonly phoneNumber: string;
  readonly deviceType: string;
  readonly deviceName: string;
  readonly x25PadType: string;
  readonly x25Address: string;
  readonly x25Facilities: string;
  readonly x25UserData: string;
  readonly guid: string;
  readonly alternates: string;
  readonly eapData: Uint8Array;
  readonly ipv6Dns: Uint8Array;
  readonly ipv6AlternateDns: Uint8Array;
  readonly ipv6Addresses: Uint8Array;
}
export const InterfaceEntryRow: RecordReader<InterfaceEntryRow> = plainReader(
  records.interfaceEntry,
);

export interface InterfaceDeviceRow extends RowReader {
  readonly deviceType: string;
  readonly deviceName: string;
  readonly phoneNumber: string;
  readonly alternates: string;
}
export const InterfaceDeviceRow: RecordReader<InterfaceDeviceRow> = plainReader(
  records.interfaceDevice,
);

export interface InterfaceCredentialsRow extends RowReader {
  readonly userName: string;
  readonly domain: string;
}
export const InterfaceCredentialsRow: RecordReader<InterfaceCredentialsRow> = plainReader(
  records.interfaceCredentials,
);

export interface InterfaceCustomInfoRow extends RowReader {
  readonly revision: number;
  readonly flags: number;
  readonly saLifeTime: number;
  readonly saDataSize: number;
  readonly mainModeSaLifeTime: number;
  readonly hasPolicy: number;
  readonly integrityMethod: number;
  readonly encryptionMethod: number;
  readonly cipherTransform: number;
  readonly authenticationTransform: number;
  readonly pfsGroup: number;
  readonly dhGroup: number;
  readonly initiatorSelectors: number;
  readonly responderSelectors: number;
  readonly certificateName: Uint8Array;
  readonly certificateHash: Uint8Array;
}
export const InterfaceCustomInfoRow: RecordReader<InterfaceCustomInfoRow> = plainReader(
  records.interfaceCustomInfo,
);
