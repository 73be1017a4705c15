#include "fuzz/questions.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/whole_rows.h"

namespace rras::fuzz {

namespace {

// Makes random arguments for any operation.
class AnyArguments final : public api::ArgumentReader {
 public:
  explicit AnyArguments(Input& input) : input_(input) {}

  void read(abi::DWORD& value) override { value = input_.number<std::uint32_t>(); }

  // A revision, for example: usually one that exists.
  void read(std::optional<abi::DWORD>& value) override {
    if (input_.coin()) value = input_.number<std::uint8_t>() % 8;
  }

  // From a small range, so that the id often exists.
  void read(std::uint64_t& id) override { id = input_.number<std::uint8_t>(); }

  void read(std::optional<std::uint64_t>& id) override {
    if (input_.coin()) id = input_.number<std::uint32_t>();
  }

  void read(std::u16string& text) override { text = u"alice"; }

  void read(api::Name& name) override {
    if (input_.coin()) name = u"RAS01";
  }

  void read(std::optional<api::Bytes>& bytes) override {
    if (input_.coin()) bytes.emplace(input_.number<std::uint8_t>() % 4, abi::BYTE{1});
  }

  void read(shared::Secret& secret) override {
    const abi::BYTE byte = input_.number<std::uint8_t>();
    if (input_.coin()) secret = shared::Secret(&byte, 1);
  }

  void read(api::Bytes& bytes) override { bytes.resize(input_.number<std::uint8_t>() % 32); }

  void read(api::PortTarget& port) override {
    port = {input_.number<std::uint8_t>(), std::u16string(u"VPN1-0")};
  }

  void read(std::optional<api::Expectation>& port) override {
    if (input_.coin()) return;
    api::Expectation& expected = port.emplace();
    if (input_.coin()) expected.name = u"VPN1-0";
    expected.snapshot = input_.coin();
    if (input_.coin()) expected.connection = input_.number<std::uint32_t>();
    if (input_.coin()) expected.condition = input_.number<std::uint8_t>();
    if (input_.coin()) expected.total_calls = input_.number<std::uint8_t>();
    if (input_.coin()) expected.connect_duration = input_.number<std::uint8_t>();
    if (input_.coin()) expected.user_name = u"";
    if (input_.coin()) expected.logon_domain = u"";
    if (input_.coin()) expected.computer = u"";
    if (input_.coin()) expected.session_start = input_.number<std::uint32_t>();
  }

  void read(std::optional<api::ConnectionExpectation>& connection) override {
    if (input_.coin()) return;
    api::ConnectionExpectation& expected = connection.emplace();
    if (input_.coin()) expected.guid = input_.number<abi::GUID>();
    if (input_.coin()) expected.user_name = u"";
    if (input_.coin()) expected.logon_domain = u"";
    if (input_.coin()) expected.computer = u"";
    if (input_.coin()) expected.connect_duration = input_.number<std::uint8_t>();
  }

  void read(api::ConnectionUpdate& update) override { update = {1, u"192.0.2.1", u"192.0.2.2"}; }

  void read(api::PortCounts& counts) override {
    counts = {{1, 1}, {2, 1}, std::nullopt};
    if (input_.coin()) counts.sstp = api::PortCount{};
  }

  void read(api::ServerExSettings& settings) override {
    for (const char* name : {"pptpPorts", "ikev2IdleTimeout", "greFlags", "l2tpPorts", "no such"}) {
      if (input_.coin()) settings.push_back({name, input_.number<std::uint32_t>()});
    }
  }

  void read(api::DialInRights& rights) override {
    read(rights.level);
    rights.privilege = 9;
    rights.phone_number = u"555";
    rights.privilege2 = 1;
  }

  void read(api::InterfaceTarget& target) override {
    if (input_.coin()) target.handle = input_.number<std::uint8_t>();
    if (!target.handle || input_.coin()) target.name = u"Paris";
    if (input_.coin()) target.type = input_.number<std::uint8_t>() % 4;
  }

  void read(api::OptionalEvent& event) override { event = nullptr; }

  void read(api::InterfaceSettings& settings) override {
    for (const char* name : {"isEnabled", "options", "vpnStrategy", "no such"}) {
      if (input_.coin()) settings.push_back({name, input_.number<abi::DWORD>()});
    }
    for (const char* name : {"name", "hours", "phoneNumber", "alternates", "deviceName"}) {
      if (input_.coin()) settings.push_back({name, std::u16string(u"Paris")});
    }
    for (const char* name : {"eapData", "ipv6Addresses", "ipv6Dns"}) {
      if (input_.coin()) {
        settings.push_back({name, std::vector<abi::BYTE>(input_.number<std::uint8_t>() % 40)});
      }
    }
  }

 private:
  Input& input_;
};

}  // namespace

void ask(api::Server& server, Input& input) {
  const bool has_caller_gone = input.number<std::uint8_t>() == 0xFF;
  server.ask_before_acting([=] { return !has_caller_gone; });
  const auto& operations = server.operations().all();
  const api::Operation& operation = operations[input.number<std::uint8_t>() % operations.size()];
  if (operation.binding != nullptr) {
    AnyArguments arguments(input);
    api::Answer answer;
    operation.binding(arguments)->ask(server, answer);
    expect_whole(answer.tables);
  } else if (operation.name == std::string_view("watchConnections")) {
    server.register_notification(&input);
  } else if (operation.name == std::string_view("endNotification")) {
    server.deregister_notification(&input);
  }
}

}  // namespace rras::fuzz
