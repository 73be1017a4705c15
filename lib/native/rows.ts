// Made by tools/compile/rows.mjs from the records of src/records: the code that reads their rows.

import {
  bigOf,
  bytesOf,
  checkAscending,
  idOf,
  NO_BYTES8,
  NO_GUID,
  type PackedRows,
  type RowReader,
  repeatedIn,
  wordsOf,
} from './packed.ts';

/** The columns of each record, as the code below reads them. The addon must have the same. */
export const records = {
  port: 'handle:id connection:id flags:u32 condition:u32 totalCalls:u32 connectDuration:u32 name:text mediaName:repeated deviceName:repeated deviceType:repeated userName:text computer:text logonDomain:repeated sessionStart:u32',
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
} as const;

export class PortRow implements RowReader {
  static readonly width = 16;
  readonly words: Uint32Array;
  readonly text: string;
  readonly repeated: readonly string[];
  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 16);
    this.text = rows.text;
    this.repeated = rows.repeated;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 16;
    this.cut = cut;
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at + 8] as number, words[at + 12] as number);
    checkAscending(words[at + 12] as number, words[at + 13] as number);
    return words[at + 13] as number;
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

  get userName(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 8] as number;
    const end = words[at + 12] as number;
    return text.slice(cut + begin, cut + end);
  }

  get computer(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 12] as number;
    const end = words[at + 13] as number;
    return text.slice(cut + begin, cut + end);
  }

  get logonDomain(): string {
    return repeatedIn(this.repeated, this.words[this.at + 14] as number);
  }

  get sessionStart(): number {
    return this.words[this.at + 15] as number;
  }
}

export class PortDetailsRow implements RowReader {
  static readonly width = 18;
  readonly words: Uint32Array;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 18);
  }

  goTo(row: number, cut: number): void {
    this.at = row * 18;
    this.cut = cut;
  }

  textLength(): number {
    return 0;
  }

  get handle(): number {
    const { words, at } = this;
    return idOf(words[at] as number, words[at + 1] as number, 'handle');
  }

  get connection(): number {
    const { words, at } = this;
    return idOf(words[at + 2] as number, words[at + 3] as number, 'connection');
  }

  get hardwareCondition(): number {
    return this.words[this.at + 4] as number;
  }

  get lineSpeed(): number {
    return this.words[this.at + 5] as number;
  }

  get bytesSent(): number {
    return this.words[this.at + 6] as number;
  }

  get bytesReceived(): number {
    return this.words[this.at + 7] as number;
  }

  get framesSent(): number {
    return this.words[this.at + 8] as number;
  }

  get framesReceived(): number {
    return this.words[this.at + 9] as number;
  }

  get crcErrors(): number {
    return this.words[this.at + 10] as number;
  }

  get timeoutErrors(): number {
    return this.words[this.at + 11] as number;
  }

  get alignmentErrors(): number {
    return this.words[this.at + 12] as number;
  }

  get hardwareOverruns(): number {
    return this.words[this.at + 13] as number;
  }

  get framingErrors(): number {
    return this.words[this.at + 14] as number;
  }

  get bufferOverruns(): number {
    return this.words[this.at + 15] as number;
  }

  get compressionRatioIn(): number {
    return this.words[this.at + 16] as number;
  }

  get compressionRatioOut(): number {
    return this.words[this.at + 17] as number;
  }
}

export class PortStatusRow implements RowReader {
  static readonly width = 3;
  readonly words: Uint32Array;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 3);
  }

  goTo(row: number, cut: number): void {
    this.at = row * 3;
    this.cut = cut;
  }

  textLength(): number {
    return 0;
  }

  get handle(): number {
    const { words, at } = this;
    return idOf(words[at] as number, words[at + 1] as number, 'handle');
  }

  get status(): number {
    return this.words[this.at + 2] as number;
  }
}

export class RassapiPortRow implements RowReader {
  static readonly width = 13;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 13);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 13;
    this.cut = cut;
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at + 5] as number, words[at + 6] as number);
    checkAscending(words[at + 6] as number, words[at + 8] as number);
    checkAscending(words[at + 8] as number, words[at + 10] as number);
    checkAscending(words[at + 10] as number, words[at + 12] as number);
    return words[at + 12] as number;
  }

  get lineCondition(): number {
    return this.words[this.at] as number;
  }

  get hardwareCondition(): number {
    return this.words[this.at + 1] as number;
  }

  get lineSpeed(): number {
    return this.words[this.at + 2] as number;
  }

  get nbfError(): number {
    return this.words[this.at + 3] as number;
  }

  get netBiosError(): number {
    return this.words[this.at + 4] as number;
  }

  get netBiosName(): Uint8Array {
    const { words, at, text, cut } = this;
    const end = words[at + 5] as number;
    return bytesOf(text.slice(cut, cut + end));
  }

  get nbfComputer(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 5] as number;
    const end = words[at + 6] as number;
    return text.slice(cut + begin, cut + end);
  }

  get ipError(): number {
    return this.words[this.at + 7] as number;
  }

  get ipAddress(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 6] as number;
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
}

export class RassapiStatisticsRow implements RowReader {
  static readonly width = 28;
  readonly words: Uint32Array;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 28);
  }

  goTo(row: number, cut: number): void {
    this.at = row * 28;
    this.cut = cut;
  }

  textLength(): number {
    return 0;
  }

  get bytesSent(): number {
    return this.words[this.at] as number;
  }

  get bytesReceived(): number {
    return this.words[this.at + 1] as number;
  }

  get framesSent(): number {
    return this.words[this.at + 2] as number;
  }

  get framesReceived(): number {
    return this.words[this.at + 3] as number;
  }

  get crcErrors(): number {
    return this.words[this.at + 4] as number;
  }

  get timeoutErrors(): number {
    return this.words[this.at + 5] as number;
  }

  get alignmentErrors(): number {
    return this.words[this.at + 6] as number;
  }

  get hardwareOverruns(): number {
    return this.words[this.at + 7] as number;
  }

  get framingErrors(): number {
    return this.words[this.at + 8] as number;
  }

  get bufferOverruns(): number {
    return this.words[this.at + 9] as number;
  }

  get bytesSentUncompressed(): number {
    return this.words[this.at + 10] as number;
  }

  get bytesReceivedUncompressed(): number {
    return this.words[this.at + 11] as number;
  }

  get bytesSentCompressed(): number {
    return this.words[this.at + 12] as number;
  }

  get bytesReceivedCompressed(): number {
    return this.words[this.at + 13] as number;
  }

  get portBytesSent(): number {
    return this.words[this.at + 14] as number;
  }

  get portBytesReceived(): number {
    return this.words[this.at + 15] as number;
  }

  get portFramesSent(): number {
    return this.words[this.at + 16] as number;
  }

  get portFramesReceived(): number {
    return this.words[this.at + 17] as number;
  }

  get portCrcErrors(): number {
    return this.words[this.at + 18] as number;
  }

  get portTimeoutErrors(): number {
    return this.words[this.at + 19] as number;
  }

  get portAlignmentErrors(): number {
    return this.words[this.at + 20] as number;
  }

  get portHardwareOverruns(): number {
    return this.words[this.at + 21] as number;
  }

  get portFramingErrors(): number {
    return this.words[this.at + 22] as number;
  }

  get portBufferOverruns(): number {
    return this.words[this.at + 23] as number;
  }

  get portBytesSentUncompressed(): number {
    return this.words[this.at + 24] as number;
  }

  get portBytesReceivedUncompressed(): number {
    return this.words[this.at + 25] as number;
  }

  get portBytesSentCompressed(): number {
    return this.words[this.at + 26] as number;
  }

  get portBytesReceivedCompressed(): number {
    return this.words[this.at + 27] as number;
  }
}

export class RassapiParameterRow implements RowReader {
  static readonly width = 5;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 5);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 5;
    this.cut = cut;
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at] as number, words[at + 4] as number);
    return words[at + 4] as number;
  }

  get key(): string {
    const { words, at, text, cut } = this;
    const end = words[at] as number;
    return text.slice(cut, cut + end);
  }

  get type(): number {
    return this.words[this.at + 1] as number;
  }

  get attributes(): number {
    return this.words[this.at + 2] as number;
  }

  get number(): number {
    return this.words[this.at + 3] as number;
  }

  get value(): Uint8Array {
    const { words, at, text, cut } = this;
    const begin = words[at] as number;
    const end = words[at + 4] as number;
    return bytesOf(text.slice(cut + begin, cut + end));
  }
}

export class Connection0Row implements RowReader {
  static readonly width = 11;
  readonly words: Uint32Array;
  readonly text: string;
  readonly repeated: readonly string[];
  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 11);
    this.text = rows.text;
    this.repeated = rows.repeated;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 11;
    this.cut = cut;
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

export class Connection1Row implements RowReader {
  static readonly width = 25;
  readonly words: Uint32Array;
  readonly text: string;
  readonly repeated: readonly string[];
  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 25);
    this.text = rows.text;
    this.repeated = rows.repeated;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 25;
    this.cut = cut;
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

export class Connection2Row implements RowReader {
  static readonly width = 32;
  readonly words: Uint32Array;
  readonly text: string;
  readonly repeated: readonly string[];
  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 32);
    this.text = rows.text;
    this.repeated = rows.repeated;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 32;
    this.cut = cut;
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

export class Connection3Row implements RowReader {
  static readonly width = 36;
  readonly words: Uint32Array;
  readonly text: string;
  readonly repeated: readonly string[];
  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 36);
    this.text = rows.text;
    this.repeated = rows.repeated;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 36;
    this.cut = cut;
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

export class ConnectionExRow implements RowReader {
  static readonly width = 66;
  readonly words: Uint32Array;
  readonly text: string;
  readonly repeated: readonly string[];
  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 66);
    this.text = rows.text;
    this.repeated = rows.repeated;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 66;
    this.cut = cut;
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

export class Server0Row implements RowReader {
  static readonly width = 4;
  readonly words: Uint32Array;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 4);
  }

  goTo(row: number, cut: number): void {
    this.at = row * 4;
    this.cut = cut;
  }

  textLength(): number {
    return 0;
  }

  get lanOnly(): number {
    return this.words[this.at] as number;
  }

  get upTime(): number {
    return this.words[this.at + 1] as number;
  }

  get totalPorts(): number {
    return this.words[this.at + 2] as number;
  }

  get portsInUse(): number {
    return this.words[this.at + 3] as number;
  }
}

export class Server1Row implements RowReader {
  static readonly width = 4;
  readonly words: Uint32Array;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 4);
  }

  goTo(row: number, cut: number): void {
    this.at = row * 4;
    this.cut = cut;
  }

  textLength(): number {
    return 0;
  }

  get pptpPorts(): number {
    return this.words[this.at] as number;
  }

  get pptpFlags(): number {
    return this.words[this.at + 1] as number;
  }

  get l2tpPorts(): number {
    return this.words[this.at + 2] as number;
  }

  get l2tpFlags(): number {
    return this.words[this.at + 3] as number;
  }
}

export class Server2Row implements RowReader {
  static readonly width = 6;
  readonly words: Uint32Array;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 6);
  }

  goTo(row: number, cut: number): void {
    this.at = row * 6;
    this.cut = cut;
  }

  textLength(): number {
    return 0;
  }

  get pptpPorts(): number {
    return this.words[this.at] as number;
  }

  get pptpFlags(): number {
    return this.words[this.at + 1] as number;
  }

  get l2tpPorts(): number {
    return this.words[this.at + 2] as number;
  }

  get l2tpFlags(): number {
    return this.words[this.at + 3] as number;
  }

  get sstpPorts(): number {
    return this.words[this.at + 4] as number;
  }

  get sstpFlags(): number {
    return this.words[this.at + 5] as number;
  }
}

export class ServerExRow implements RowReader {
  static readonly width = 46;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 46);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 46;
    this.cut = cut;
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at + 19] as number, words[at + 27] as number);
    checkAscending(words[at + 27] as number, words[at + 36] as number);
    return words[at + 36] as number;
  }

  get revision(): number {
    return this.words[this.at] as number;
  }

  get lanOnly(): number {
    return this.words[this.at + 1] as number;
  }

  get upTime(): number {
    return this.words[this.at + 2] as number;
  }

  get totalPorts(): number {
    return this.words[this.at + 3] as number;
  }

  get portsInUse(): number {
    return this.words[this.at + 4] as number;
  }

  get pptpPorts(): number {
    return this.words[this.at + 5] as number;
  }

  get pptpFlags(): number {
    return this.words[this.at + 6] as number;
  }

  get l2tpPorts(): number {
    return this.words[this.at + 7] as number;
  }

  get l2tpFlags(): number {
    return this.words[this.at + 8] as number;
  }

  get sstpPorts(): number {
    return this.words[this.at + 9] as number;
  }

  get sstpFlags(): number {
    return this.words[this.at + 10] as number;
  }

  get ikev2Ports(): number {
    return this.words[this.at + 11] as number;
  }

  get ikev2Flags(): number {
    return this.words[this.at + 12] as number;
  }

  get hasGre(): number {
    return this.words[this.at + 13] as number;
  }

  get grePorts(): number {
    return this.words[this.at + 14] as number;
  }

  get greFlags(): number {
    return this.words[this.at + 15] as number;
  }

  get sstpUsesHttps(): number {
    return this.words[this.at + 16] as number;
  }

  get sstpCertificateAlgorithm(): number {
    return this.words[this.at + 17] as number;
  }

  get sstpCertificateIsDefault(): number {
    return this.words[this.at + 18] as number;
  }

  get sstpCertificate(): Uint8Array {
    const { words, at, text, cut } = this;
    const end = words[at + 19] as number;
    return bytesOf(text.slice(cut, cut + end));
  }

  get ikev2ParameterFlags(): number {
    return this.words[this.at + 20] as number;
  }

  get ikev2IdleTimeout(): number {
    return this.words[this.at + 21] as number;
  }

  get ikev2NetworkBlackoutTime(): number {
    return this.words[this.at + 22] as number;
  }

  get ikev2SaLifeTime(): number {
    return this.words[this.at + 23] as number;
  }

  get ikev2SaDataSize(): number {
    return this.words[this.at + 24] as number;
  }

  get ikev2ConfigOptions(): number {
    return this.words[this.at + 25] as number;
  }

  get hasIkev2Encryption(): number {
    return this.words[this.at + 26] as number;
  }

  get ikev2MachineCertificateName(): Uint8Array {
    const { words, at, text, cut } = this;
    const begin = words[at + 19] as number;
    const end = words[at + 27] as number;
    return bytesOf(text.slice(cut + begin, cut + end));
  }

  get ikev2EncryptionType(): number {
    return this.words[this.at + 28] as number;
  }

  get hasIkev2Policy(): number {
    return this.words[this.at + 29] as number;
  }

  get ikev2IntegrityMethod(): number {
    return this.words[this.at + 30] as number;
  }

  get ikev2EncryptionMethod(): number {
    return this.words[this.at + 31] as number;
  }

  get ikev2CipherTransform(): number {
    return this.words[this.at + 32] as number;
  }

  get ikev2AuthenticationTransform(): number {
    return this.words[this.at + 33] as number;
  }

  get ikev2PfsGroup(): number {
    return this.words[this.at + 34] as number;
  }

  get ikev2DhGroup(): number {
    return this.words[this.at + 35] as number;
  }

  get ikev2MachineCertificateHash(): Uint8Array {
    const { words, at, text, cut } = this;
    const begin = words[at + 27] as number;
    const end = words[at + 36] as number;
    return bytesOf(text.slice(cut + begin, cut + end));
  }

  get hasL2tpParameters(): number {
    return this.words[this.at + 37] as number;
  }

  get l2tpParameterFlags(): number {
    return this.words[this.at + 38] as number;
  }

  get l2tpIdleTimeout(): number {
    return this.words[this.at + 39] as number;
  }

  get l2tpEncryptionType(): number {
    return this.words[this.at + 40] as number;
  }

  get l2tpSaLifeTime(): number {
    return this.words[this.at + 41] as number;
  }

  get l2tpSaDataSize(): number {
    return this.words[this.at + 42] as number;
  }

  get hasMainModeLifeTimes(): number {
    return this.words[this.at + 43] as number;
  }

  get ikev2MainModeSaLifeTime(): number {
    return this.words[this.at + 44] as number;
  }

  get l2tpMainModeSaLifeTime(): number {
    return this.words[this.at + 45] as number;
  }
}

export class Ikev2CertificateRow implements RowReader {
  static readonly width = 1;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 1);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 1;
    this.cut = cut;
  }

  textLength(): number {
    return this.words[this.at] as number;
  }

  get name(): Uint8Array {
    const { words, at, text, cut } = this;
    const end = words[at] as number;
    return bytesOf(text.slice(cut, cut + end));
  }
}

export class Ikev2EkuRow implements RowReader {
  static readonly width = 2;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 2);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 2;
    this.cut = cut;
  }

  textLength(): number {
    return this.words[this.at + 1] as number;
  }

  get isOid(): number {
    return this.words[this.at] as number;
  }

  get eku(): string {
    const { words, at, text, cut } = this;
    const end = words[at + 1] as number;
    return text.slice(cut, cut + end);
  }
}

export class RassapiServerRow implements RowReader {
  static readonly width = 3;
  readonly words: Uint32Array;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 3);
  }

  goTo(row: number, cut: number): void {
    this.at = row * 3;
    this.cut = cut;
  }

  textLength(): number {
    return 0;
  }

  get totalPorts(): number {
    return this.words[this.at] as number;
  }

  get portsInUse(): number {
    return this.words[this.at + 1] as number;
  }

  get rasVersion(): number {
    return this.words[this.at + 2] as number;
  }
}

export class UserRow implements RowReader {
  static readonly width = 4;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 4);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 4;
    this.cut = cut;
  }

  textLength(): number {
    return this.words[this.at + 2] as number;
  }

  get level(): number {
    return this.words[this.at] as number;
  }

  get privilege(): number {
    return this.words[this.at + 1] as number;
  }

  get phoneNumber(): string {
    const { words, at, text, cut } = this;
    const end = words[at + 2] as number;
    return text.slice(cut, cut + end);
  }

  get privilege2(): number {
    return this.words[this.at + 3] as number;
  }
}

export class DeviceRow implements RowReader {
  static readonly width = 2;
  readonly words: Uint32Array;
  readonly text: string;
  readonly repeated: readonly string[];
  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 2);
    this.text = rows.text;
    this.repeated = rows.repeated;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 2;
    this.cut = cut;
  }

  textLength(): number {
    return this.words[this.at + 1] as number;
  }

  get deviceType(): string {
    return repeatedIn(this.repeated, this.words[this.at] as number);
  }

  get deviceName(): string {
    const { words, at, text, cut } = this;
    const end = words[at + 1] as number;
    return text.slice(cut, cut + end);
  }
}

export class TransportRow implements RowReader {
  static readonly width = 2;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 2);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 2;
    this.cut = cut;
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at] as number, words[at + 1] as number);
    return words[at + 1] as number;
  }

  get globalInfo(): Uint8Array {
    const { words, at, text, cut } = this;
    const end = words[at] as number;
    return bytesOf(text.slice(cut, cut + end));
  }

  get clientInterfaceInfo(): Uint8Array {
    const { words, at, text, cut } = this;
    const begin = words[at] as number;
    const end = words[at + 1] as number;
    return bytesOf(text.slice(cut + begin, cut + end));
  }
}

export class StoredTransportRow implements RowReader {
  static readonly width = 3;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 3);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 3;
    this.cut = cut;
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at] as number, words[at + 1] as number);
    checkAscending(words[at + 1] as number, words[at + 2] as number);
    return words[at + 2] as number;
  }

  get globalInfo(): Uint8Array {
    const { words, at, text, cut } = this;
    const end = words[at] as number;
    return bytesOf(text.slice(cut, cut + end));
  }

  get clientInterfaceInfo(): Uint8Array {
    const { words, at, text, cut } = this;
    const begin = words[at] as number;
    const end = words[at + 1] as number;
    return bytesOf(text.slice(cut + begin, cut + end));
  }

  get dllPath(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 1] as number;
    const end = words[at + 2] as number;
    return text.slice(cut + begin, cut + end);
  }
}

export class TransportEntryRow implements RowReader {
  static readonly width = 2;
  readonly words: Uint32Array;

  readonly repeated: readonly string[];
  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 2);

    this.repeated = rows.repeated;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 2;
    this.cut = cut;
  }

  textLength(): number {
    return 0;
  }

  get id(): number {
    return this.words[this.at] as number;
  }

  get name(): string {
    return repeatedIn(this.repeated, this.words[this.at + 1] as number);
  }
}

export class InterfaceTransportRow implements RowReader {
  static readonly width = 1;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 1);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 1;
    this.cut = cut;
  }

  textLength(): number {
    return this.words[this.at] as number;
  }

  get info(): Uint8Array {
    const { words, at, text, cut } = this;
    const end = words[at] as number;
    return bytesOf(text.slice(cut, cut + end));
  }
}

export class MibEntryRow implements RowReader {
  static readonly width = 1;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 1);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 1;
    this.cut = cut;
  }

  textLength(): number {
    return this.words[this.at] as number;
  }

  get entry(): Uint8Array {
    const { words, at, text, cut } = this;
    const end = words[at] as number;
    return bytesOf(text.slice(cut, cut + end));
  }
}

export class InterfaceRow implements RowReader {
  static readonly width = 8;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 8);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 8;
    this.cut = cut;
  }

  textLength(): number {
    return this.words[this.at + 2] as number;
  }

  get handle(): number {
    const { words, at } = this;
    return idOf(words[at] as number, words[at + 1] as number, 'handle');
  }

  get name(): string {
    const { words, at, text, cut } = this;
    const end = words[at + 2] as number;
    return text.slice(cut, cut + end);
  }

  get isEnabled(): number {
    return this.words[this.at + 3] as number;
  }

  get type(): number {
    return this.words[this.at + 4] as number;
  }

  get state(): number {
    return this.words[this.at + 5] as number;
  }

  get unreachable(): number {
    return this.words[this.at + 6] as number;
  }

  get lastError(): number {
    return this.words[this.at + 7] as number;
  }
}

export class InterfaceHoursRow implements RowReader {
  static readonly width = 1;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 1);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 1;
    this.cut = cut;
  }

  textLength(): number {
    return this.words[this.at] as number;
  }

  get hours(): string {
    const { words, at, text, cut } = this;
    const end = words[at] as number;
    return text.slice(cut, cut + end);
  }
}

export class InterfaceEntryRow implements RowReader {
  static readonly width = 33;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 33);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 33;
    this.cut = cut;
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at + 20] as number, words[at + 21] as number);
    checkAscending(words[at + 21] as number, words[at + 22] as number);
    checkAscending(words[at + 22] as number, words[at + 23] as number);
    checkAscending(words[at + 23] as number, words[at + 24] as number);
    checkAscending(words[at + 24] as number, words[at + 25] as number);
    checkAscending(words[at + 25] as number, words[at + 26] as number);
    checkAscending(words[at + 26] as number, words[at + 27] as number);
    checkAscending(words[at + 27] as number, words[at + 28] as number);
    checkAscending(words[at + 28] as number, words[at + 29] as number);
    checkAscending(words[at + 29] as number, words[at + 30] as number);
    checkAscending(words[at + 30] as number, words[at + 31] as number);
    checkAscending(words[at + 31] as number, words[at + 32] as number);
    return words[at + 32] as number;
  }

  get level(): number {
    return this.words[this.at] as number;
  }

  get options(): number {
    return this.words[this.at + 1] as number;
  }

  get ipv4Address(): number {
    return this.words[this.at + 2] as number;
  }

  get ipv4Dns(): number {
    return this.words[this.at + 3] as number;
  }

  get ipv4AlternateDns(): number {
    return this.words[this.at + 4] as number;
  }

  get wins(): number {
    return this.words[this.at + 5] as number;
  }

  get alternateWins(): number {
    return this.words[this.at + 6] as number;
  }

  get protocols(): number {
    return this.words[this.at + 7] as number;
  }

  get channels(): number {
    return this.words[this.at + 8] as number;
  }

  get links(): number {
    return this.words[this.at + 9] as number;
  }

  get dialMode(): number {
    return this.words[this.at + 10] as number;
  }

  get dialExtraPercent(): number {
    return this.words[this.at + 11] as number;
  }

  get dialExtraSampleSeconds(): number {
    return this.words[this.at + 12] as number;
  }

  get hangUpExtraPercent(): number {
    return this.words[this.at + 13] as number;
  }

  get hangUpExtraSampleSeconds(): number {
    return this.words[this.at + 14] as number;
  }

  get idleDisconnect(): number {
    return this.words[this.at + 15] as number;
  }

  get entryType(): number {
    return this.words[this.at + 16] as number;
  }

  get encryption(): number {
    return this.words[this.at + 17] as number;
  }

  get eapType(): number {
    return this.words[this.at + 18] as number;
  }

  get vpnStrategy(): number {
    return this.words[this.at + 19] as number;
  }

  get phoneNumber(): string {
    const { words, at, text, cut } = this;
    const end = words[at + 20] as number;
    return text.slice(cut, cut + end);
  }

  get deviceType(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 20] as number;
    const end = words[at + 21] as number;
    return text.slice(cut + begin, cut + end);
  }

  get deviceName(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 21] as number;
    const end = words[at + 22] as number;
    return text.slice(cut + begin, cut + end);
  }

  get x25PadType(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 22] as number;
    const end = words[at + 23] as number;
    return text.slice(cut + begin, cut + end);
  }

  get x25Address(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 23] as number;
    const end = words[at + 24] as number;
    return text.slice(cut + begin, cut + end);
  }

  get x25Facilities(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 24] as number;
    const end = words[at + 25] as number;
    return text.slice(cut + begin, cut + end);
  }

  get x25UserData(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 25] as number;
    const end = words[at + 26] as number;
    return text.slice(cut + begin, cut + end);
  }

  get guid(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 26] as number;
    const end = words[at + 27] as number;
    return end === begin ? NO_GUID : text.slice(cut + begin, cut + end);
  }

  get alternates(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 27] as number;
    const end = words[at + 28] as number;
    return text.slice(cut + begin, cut + end);
  }

  get eapData(): Uint8Array {
    const { words, at, text, cut } = this;
    const begin = words[at + 28] as number;
    const end = words[at + 29] as number;
    return bytesOf(text.slice(cut + begin, cut + end));
  }

  get ipv6Dns(): Uint8Array {
    const { words, at, text, cut } = this;
    const begin = words[at + 29] as number;
    const end = words[at + 30] as number;
    return bytesOf(text.slice(cut + begin, cut + end));
  }

  get ipv6AlternateDns(): Uint8Array {
    const { words, at, text, cut } = this;
    const begin = words[at + 30] as number;
    const end = words[at + 31] as number;
    return bytesOf(text.slice(cut + begin, cut + end));
  }

  get ipv6Addresses(): Uint8Array {
    const { words, at, text, cut } = this;
    const begin = words[at + 31] as number;
    const end = words[at + 32] as number;
    return bytesOf(text.slice(cut + begin, cut + end));
  }
}

export class InterfaceDeviceRow implements RowReader {
  static readonly width = 4;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 4);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 4;
    this.cut = cut;
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at] as number, words[at + 1] as number);
    checkAscending(words[at + 1] as number, words[at + 2] as number);
    checkAscending(words[at + 2] as number, words[at + 3] as number);
    return words[at + 3] as number;
  }

  get deviceType(): string {
    const { words, at, text, cut } = this;
    const end = words[at] as number;
    return text.slice(cut, cut + end);
  }

  get deviceName(): string {
    const { words, at, text, cut } = this;
    const begin = words[at] as number;
    const end = words[at + 1] as number;
    return text.slice(cut + begin, cut + end);
  }

  get phoneNumber(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 1] as number;
    const end = words[at + 2] as number;
    return text.slice(cut + begin, cut + end);
  }

  get alternates(): string {
    const { words, at, text, cut } = this;
    const begin = words[at + 2] as number;
    const end = words[at + 3] as number;
    return text.slice(cut + begin, cut + end);
  }
}

export class InterfaceCredentialsRow implements RowReader {
  static readonly width = 2;
  readonly words: Uint32Array;
  readonly text: string;

  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    this.words = wordsOf(rows, 2);
    this.text = rows.text;
  }

  goTo(row: number, cut: number): void {
    this.at = row * 2;
    this.cut = cut;
  }

  textLength(): number {
    const { words, at } = this;
    checkAscending(words[at] as number, words[at + 1] as number);
    return words[at + 1] as number;
  }

  get userName(): string {
    const { words, at, text, cut } = this;
    const end = words[at] as number;
    return text.slice(cut, cut + end);
  }

  get domain(): string {
    const { words, at, text, cut } = this;
    const begin = words[at] as number;
    const end = words[at + 1] as number;
    return text.slice(cut + begin, cut + end);
  }
}
