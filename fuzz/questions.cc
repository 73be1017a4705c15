#include "fuzz/questions.h"

#include <optional>
#include <string>

#include "fuzz/whole_rows.h"
#include "records/port_record.h"

namespace rras::fuzz {

namespace {

using Name = std::optional<std::u16string>;

api::PortTarget any_port(Input& input) {
  return {input.number<std::uint8_t>(), std::u16string(u"VPN1-0")};
}

std::optional<api::Expectation> any_expectation(Input& input) {
  if (input.coin()) return std::nullopt;
  api::Expectation expected;
  if (input.coin()) expected.name = u"VPN1-0";
  expected.snapshot = input.coin();
  if (input.coin()) expected.connection = input.number<std::uint32_t>();
  if (input.coin()) expected.condition = input.number<std::uint8_t>();
  if (input.coin()) expected.total_calls = input.number<std::uint8_t>();
  if (input.coin()) expected.connect_duration = input.number<std::uint8_t>();
  if (input.coin()) expected.user_name = u"";
  if (input.coin()) expected.logon_domain = u"";
  if (input.coin()) expected.computer = u"";
  if (input.coin()) expected.session_start = input.number<std::uint32_t>();
  return expected;
}

std::optional<api::ConnectionExpectation> any_connection(Input& input) {
  if (input.coin()) return std::nullopt;
  api::ConnectionExpectation expected;
  if (input.coin()) expected.guid = input.number<abi::GUID>();
  if (input.coin()) expected.user_name = u"";
  if (input.coin()) expected.logon_domain = u"";
  if (input.coin()) expected.computer = u"";
  if (input.coin()) expected.connect_duration = input.number<std::uint8_t>();
  return expected;
}

std::optional<abi::DWORD> any_revision(Input& input) {
  if (input.coin()) return std::nullopt;
  return input.number<std::uint8_t>() % 8;
}

api::ServerExSettings any_settings(Input& input) {
  api::ServerExSettings settings;
  for (const char* name : {"pptpPorts", "ikev2IdleTimeout", "greFlags", "l2tpPorts", "no such"}) {
    if (input.coin()) settings.push_back({name, input.number<std::uint32_t>()});
  }
  return settings;
}

void ask_about_ports(api::Server& server, Input& input, records::Tables& tables) {
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

void ask_about_connections(api::Server& server, Input& input, records::Tables& tables) {
  const auto handle = input.number<std::uint8_t>();
  switch (input.number<std::uint8_t>() % 11) {
    case 0:
    case 1:
      server.enum_connections(input.number<std::uint32_t>(), tables);
      break;
    case 2:
      server.get_connection(handle, tables);
      break;
    case 3:
      server.disconnect_connection(handle, any_connection(input), tables);
      break;
    case 4:
      server.clear_connection_stats(handle, any_connection(input), tables);
      break;
    case 5:
      server.remove_quarantine(handle, any_connection(input), tables);
      break;
    case 6:
      server.send_user_message(handle, u"Good evening", any_connection(input), tables);
      break;
    case 7:
      server.update_connection(handle, {1, u"192.0.2.1", u"192.0.2.2"});
      break;
    case 8:
      server.remove_quarantine_by_address(handle);
      break;
    case 9:
      server.register_notification(&input);
      break;
    default:
      server.deregister_notification(&input);
      break;
  }
}

void ask_about_server(api::Server& server, Input& input, records::Tables& tables) {
  api::Secret key;
  const Name name = input.coin() ? Name(u"RAS01") : std::nullopt;
  switch (input.number<std::uint8_t>() % 17) {
    case 0:
      server.is_service_running(tables);
      break;
    case 1:
      server.is_service_initialized(tables);
      break;
    case 2:
      server.get_info(tables);
      break;
    case 3:
    case 4:
      server.get_info_ex(any_revision(input), tables);
      break;
    case 5:
      server.set_info_ex(any_revision(input), any_settings(input));
      break;
    case 6:
      server.get_error_string(903, tables);
      break;
    case 7:
      server.is_domain_ras_server(name, name, tables);
      break;
    case 8:
      server.get_pdc_server(name, name, tables);
      break;
    case 9:
      server.get_credentials(key);
      break;
    case 10:
      server.get_user(name, u"alice", tables);
      break;
    case 11:
      server.set_user(name, u"alice", {any_revision(input), 9, u"555", 1});
      break;
    case 12:
      server.set_info(
          {{1, 1}, {2, 1}, input.coin() ? std::optional(api::PortCount{}) : std::nullopt});
      break;
    case 13:
      server.set_credentials(key);
      break;
    case 14:
      server.establish_domain_ras_server(name, name, input.coin());
      break;
    case 15:
      server.enum_devices(tables);
      break;
    default:
      server.get_transport(0x21, tables);
      break;
  }
}

}  // namespace

void ask(api::Server& server, Input& input) {
  records::Tables tables;
  const bool has_caller_gone = input.number<std::uint8_t>() == 0xFF;
  server.stop_when([=] { return has_caller_gone; });
  switch (input.number<std::uint8_t>() % 3) {
    case 0:
      ask_about_ports(server, input, tables);
      break;
    case 1:
      ask_about_connections(server, input, tables);
      break;
    default:
      ask_about_server(server, input, tables);
      break;
  }
  expect_whole(tables);
}

}  // namespace rras::fuzz
