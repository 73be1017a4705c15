// The counters of a port or a connection: three structs have the same twelve fields.
#pragma once

#include "records/record.h"

namespace rras::records {

template <typename Struct>
constexpr auto counters() {
  return group(
      u32("bytesSent", &Struct::dwBytesXmited), u32("bytesReceived", &Struct::dwBytesRcved),
      u32("framesSent", &Struct::dwFramesXmited), u32("framesReceived", &Struct::dwFramesRcved),
      u32("crcErrors", &Struct::dwCrcErr), u32("timeoutErrors", &Struct::dwTimeoutErr),
      u32("alignmentErrors", &Struct::dwAlignmentErr),
      u32("hardwareOverruns", &Struct::dwHardwareOverrunErr),
      u32("framingErrors", &Struct::dwFramingErr),
      u32("bufferOverruns", &Struct::dwBufferOverrunErr),
      u32("compressionRatioIn", &Struct::dwCompressionRatioIn),
      u32("compressionRatioOut", &Struct::dwCompressionRatioOut));
}

}  // namespace rras::records
