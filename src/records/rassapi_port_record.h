// The fields that RasAdminPortGetInfo has in addition to the listing: the port's state, its
// counters, and the parameters of its media.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "abi/rassapi.h"
#include "records/record.h"

namespace rras::records {

// A NetBIOS name fills its field. The last byte is the kind of the name and not text.
inline std::string_view net_bios_name(const abi::rassapi::RAS_PPP_NBFCP_RESULT& nbf) {
  std::string_view name(nbf.szName, sizeof nbf.szName);
  return name.substr(0, name.find('\0'));
}

namespace rassapi_projection {

using Projection = abi::rassapi::RAS_PPP_PROJECTION_RESULT;

inline constexpr auto kNbf =
    group(u32("nbfError", &abi::rassapi::RAS_PPP_NBFCP_RESULT::dwError),
          u32("netBiosError", &abi::rassapi::RAS_PPP_NBFCP_RESULT::dwNetBiosError),
          bytes("netBiosName", net_bios_name),
          text("nbfComputer", &abi::rassapi::RAS_PPP_NBFCP_RESULT::wszWksta));
inline constexpr auto kIp =
    group(u32("ipError", &abi::rassapi::RAS_PPP_IPCP_RESULT::dwError),
          text("ipAddress", &abi::rassapi::RAS_PPP_IPCP_RESULT::wszAddress));
inline constexpr auto kIpx =
    group(u32("ipxError", &abi::rassapi::RAS_PPP_IPXCP_RESULT::dwError),
          text("ipxAddress", &abi::rassapi::RAS_PPP_IPXCP_RESULT::wszAddress));
inline constexpr auto kAt =
    group(u32("atError", &abi::rassapi::RAS_PPP_ATCP_RESULT::dwError),
          text("atAddress", &abi::rassapi::RAS_PPP_ATCP_RESULT::wszAddress));

inline constexpr auto kAll = group(part(&Projection::nbf, kNbf), part(&Projection::ip, kIp),
                                   part(&Projection::ipx, kIpx), part(&Projection::at, kAt));

}  // namespace rassapi_projection

inline constexpr auto kRassapiPort =
    record("rassapiPort", u32("lineCondition", &abi::rassapi::RAS_PORT_1::LineCondition),
           u32("hardwareCondition", &abi::rassapi::RAS_PORT_1::HardwareCondition),
           u32("lineSpeed", &abi::rassapi::RAS_PORT_1::LineSpeed),
           part(&abi::rassapi::RAS_PORT_1::ProjResult, rassapi_projection::kAll));

using RassapiStatistics = abi::rassapi::RAS_PORT_STATISTICS;

inline constexpr auto kRassapiStatistics =
    record("rassapiStatistics", u32("bytesSent", &RassapiStatistics::dwBytesXmited),
           u32("bytesReceived", &RassapiStatistics::dwBytesRcved),
           u32("framesSent", &RassapiStatistics::dwFramesXmited),
           u32("framesReceived", &RassapiStatistics::dwFramesRcved),
           u32("crcErrors", &RassapiStatistics::dwCrcErr),
           u32("timeoutErrors", &RassapiStatistics::dwTimeoutErr),
           u32("alignmentErrors", &RassapiStatistics::dwAlignmentErr),
           u32("hardwareOverruns", &RassapiStatistics::dwHardwareOverrunErr),
           u32("framingErrors", &RassapiStatistics::dwFramingErr),
           u32("bufferOverruns", &RassapiStatistics::dwBufferOverrunErr),
           u32("bytesSentUncompressed", &RassapiStatistics::dwBytesXmitedUncompressed),
           u32("bytesReceivedUncompressed", &RassapiStatistics::dwBytesRcvedUncompressed),
           u32("bytesSentCompressed", &RassapiStatistics::dwBytesXmitedCompressed),
           u32("bytesReceivedCompressed", &RassapiStatistics::dwBytesRcvedCompressed),
           u32("portBytesSent", &RassapiStatistics::dwPortBytesXmited),
           u32("portBytesReceived", &RassapiStatistics::dwPortBytesRcved),
           u32("portFramesSent", &RassapiStatistics::dwPortFramesXmited),
           u32("portFramesReceived", &RassapiStatistics::dwPortFramesRcved),
           u32("portCrcErrors", &RassapiStatistics::dwPortCrcErr),
           u32("portTimeoutErrors", &RassapiStatistics::dwPortTimeoutErr),
           u32("portAlignmentErrors", &RassapiStatistics::dwPortAlignmentErr),
           u32("portHardwareOverruns", &RassapiStatistics::dwPortHardwareOverrunErr),
           u32("portFramingErrors", &RassapiStatistics::dwPortFramingErr),
           u32("portBufferOverruns", &RassapiStatistics::dwPortBufferOverrunErr),
           u32("portBytesSentUncompressed", &RassapiStatistics::dwPortBytesXmitedUncompressed),
           u32("portBytesReceivedUncompressed", &RassapiStatistics::dwPortBytesRcvedUncompressed),
           u32("portBytesSentCompressed", &RassapiStatistics::dwPortBytesXmitedCompressed),
           u32("portBytesReceivedCompressed", &RassapiStatistics::dwPortBytesRcvedCompressed));

// A parameter that was checked; its views are into the DLL's block.
struct RassapiParameter {
  std::u16string key;
  std::uint32_t type;
  std::uint32_t attributes;
  std::uint32_t number;    // 0 for a string
  std::string_view value;  // empty for a number
};

inline std::u16string_view key_of(const RassapiParameter& parameter) {
  return parameter.key;
}

inline constexpr auto kRassapiParameter =
    record("rassapiParameter", text("key", key_of), u32("type", &RassapiParameter::type),
           u32("attributes", &RassapiParameter::attributes),
           u32("number", &RassapiParameter::number), bytes("value", &RassapiParameter::value));

}  // namespace rras::records
