#include "records/catalogue.h"

#include "records/port_details_record.h"
#include "records/port_record.h"

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
  return described(kPort, kPortDetails);
}

}  // namespace rras::records
