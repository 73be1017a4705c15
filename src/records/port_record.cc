#include "records/port_record.h"

namespace rras::records {

void pack(const api::Port& port, RowPacker& rows) {
  std::uint32_t flags = 0;
  if (port.connection) flags |= kHasConnection;
  if (port.has_session) flags |= kHasSession;
  if (!port.condition_known) flags |= kUnknownCondition;

  rows.begin_row();
  rows.id(port.handle);
  rows.id(port.connection.value_or(0));
  rows.u32(flags);
  rows.u32(port.condition);
  rows.u32(port.total_calls);
  rows.u32(port.connect_duration);
  rows.text(port.name);
  rows.repeated(port.media_name);
  rows.repeated(port.device_name);
  rows.repeated(port.device_type);
  rows.text(port.user_name);
  rows.text(port.computer);
  rows.repeated(port.logon_domain);
  rows.u32(port.session_start);
}

}  // namespace rras::records
