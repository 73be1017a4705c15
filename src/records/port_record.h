// A port as a row.
#pragma once

#include "api/port.h"
#include "records/row_packer.h"

namespace rras::records {

// In the order in which pack writes them. TypeScript has the same list (lib/native/port_rows.ts)
// and refuses an addon whose list differs.
constexpr const char* kPortColumns[] = {
    "handle:id",
    "connection:id",
    "flags:u32",
    "condition:u32",
    "totalCalls:u32",
    "connectDuration:u32",
    "name:text",
    "mediaName:repeated",
    "deviceName:repeated",
    "deviceType:repeated",
    "userName:text",
    "computer:text",
    "logonDomain:repeated",
    "sessionStart:u32",
};

enum PortFlags : std::uint32_t {
  kHasConnection = 1,
  kHasSession = 2,
  kUnknownCondition = 4,
};

void pack(const api::Port& port, RowPacker& rows);

}  // namespace rras::records
