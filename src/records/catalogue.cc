#include "records/catalogue.h"

#include "records/connection_ex_record.h"
#include "records/connection_records.h"
#include "records/custom_info_record.h"
#include "records/device_record.h"
#include "records/interface_records.h"
#include "records/mib_record.h"
#include "records/port_details_record.h"
#include "records/port_record.h"
#include "records/rassapi_port_record.h"
#include "records/server_ex_record.h"
#include "records/server_record.h"
#include "records/transport_record.h"
#include "records/user_record.h"

namespace rras::records {

namespace {

template <typename... Records>
std::vector<Described> described(const Records&... records) {
  std::vector<Described> all;
  auto describe = [&](const auto& record) {
    Described& one = all.emplace_back();
    one.name = record.name;
    record.columns.list(one.columns);
  };
  (describe(records), ...);
  return all;
}

}  // namespace

std::vector<Described> catalogue() {
  return described(kPort, kUserPort, kPortDetails, kPortStatus, kRassapiPort, kRassapiStatistics,
                   kRassapiParameter, kConnection0, kConnection1, kConnection2, kConnection3,
                   kConnectionEx, kServer0, kServer1, kServer2, kServerEx, kIkev2Certificate,
                   kIkev2Eku, kRassapiServer, kUser, kDevice, kTransport, kStoredTransport,
                   kTransportEntry, kInterfaceTransport, kMibEntry, kInterface, kInterfaceHours,
                   kInterfaceEntry, kInterfaceDevice, kInterfaceCredentials, kInterfaceCustomInfo);
}

}  // namespace rras::records
