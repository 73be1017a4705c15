#include "fuzz/questions.h"

#include <optional>
#include <string>

#include "records/port_record.h"

namespace rras::fuzz {

namespace {

api::PortTarget any_port(Input& input) {
  return {input.number<std::uint8_t>(), std::u16string(u"VPN1-0")};
}

std::optional<api::Expectation> any_expectation(Input& input) {
  if (input.coin()) return std::nullopt;
  api::Expectation expected;
  expected.snapshot = input.coin();
  if (input.coin()) expected.connection = input.number<std::uint32_t>();
  if (input.coin()) expected.condition = input.number<std::uint8_t>();
  if (input.coin()) expected.total_calls = input.number<std::uint8_t>();
  if (input.coin()) expected.user_name = u"";
  return expected;
}

}  // namespace

void ask(api::Server& server, Input& input) {
  records::Tables tables;
  auto seen = [&](const api::Port& port) { tables.add(records::kPort, port); };
  switch (input.number<std::uint8_t>() % 6) {
    case 0:
      server.enum_ports(input.number<std::uint32_t>(), std::nullopt, seen);
      break;
    case 1:
      server.enum_ports(0xFFFFFFFF, input.number<std::uint32_t>(), seen);
      break;
    case 2:
      server.get_port(any_port(input), tables);
      break;
    case 3:
      server.disconnect_port(any_port(input), any_expectation(input), seen);
      break;
    case 4:
      server.reset_port(any_port(input), any_expectation(input), seen);
      break;
    default:
      server.clear_port_stats(any_port(input), any_expectation(input), seen);
      break;
  }
}

}  // namespace rras::fuzz
