// The server with all its tunnels. The struct is the caller's and has a header that says what it
// is; the page that speaks of freeing it contradicts its own parameter, so nothing is freed.
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "api/mprapi/mpr_server.h"
#include "api/mprapi/server_ex_reading.h"
#include "api/mprapi/server_ex_shapes.h"
#include "api/mprapi/unknown_level.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BYTE;
using abi::DWORD;
using mpr::MPRAPI_OBJECT_HEADER;

constexpr FunctionOfDll<abi::mpr::ServerGetInfoEx> kServerGetInfoEx{"MprAdminServerGetInfoEx"};
constexpr FunctionOfDll<abi::mpr::ServerSetInfoEx> kServerSetInfoEx{"MprAdminServerSetInfoEx"};

// A number that is neither a certificate's algorithm nor a count of ports.
constexpr DWORD kUntouched = 0xFFFFFFFF;

// Near the end of a shape, behind the end of every smaller one.
template <typename Tunnels>
auto& late_field(Tunnels& tunnels) {
  if constexpr (Has<std::remove_const_t<Tunnels>>::gre) {
    return tunnels.GREConfigParams.dwNumPorts;
  } else {
    return tunnels.SstpConfigParams.certAlgorithm;
  }
}

// Room for a shape, and for any larger one that a server might fill in all the same.
template <typename Info>
class Room {
 public:
  explicit Room(BYTE revision) {
    header() = {revision, mpr::MPRAPI_OBJECT_TYPE_MPR_SERVER_OBJECT, sizeof(Info)};
    late_field(contents_.info.ConfigParams) = kUntouched;
  }

  MPRAPI_OBJECT_HEADER& header() { return contents_.info.Header; }
  const Info& info() const { return contents_.info; }

  // Whether what stands here is what the header asked for: the server has left the header alone,
  // has come to the end of the struct and has not gone on behind it.
  bool is_as_asked(BYTE revision) const {
    const MPRAPI_OBJECT_HEADER& now = contents_.info.Header;
    return now.revision == revision && now.type == mpr::MPRAPI_OBJECT_TYPE_MPR_SERVER_OBJECT &&
           now.size == sizeof(Info) && late_field(contents_.info.ConfigParams) != kUntouched &&
           std::all_of(contents_.beyond, contents_.beyond + sizeof contents_.beyond,
                       [](BYTE byte) { return byte == 0; });
  }

 private:
  struct {
    Info info{};
    BYTE beyond[4096] = {};
  } contents_;
};

// Where a setting stands in a shape. Null where the shape has it not.
struct Place {
  DWORD* value = nullptr;
  DWORD protocol = 0;
  bool is_ikev2_parameter = false;
};

template <typename Config>
bool find_ports(Config& config, DWORD protocol, std::string_view name, std::string_view ports,
                std::string_view flags, Place& place) {
  if (name == ports) place = {&config.dwNumPorts, protocol};
  if (name == flags) place = {&config.dwPortFlags, protocol};
  return place.value != nullptr;
}

template <typename Parameters>
void find_ikev2_parameter(Parameters& ikev2, std::string_view name, Place& place) {
  constexpr DWORD protocol = mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_IKEV2;
  if (name == "ikev2IdleTimeout") place = {&ikev2.dwIdleTimeout, protocol, true};
  if (name == "ikev2NetworkBlackoutTime") place = {&ikev2.dwNetworkBlackoutTime, protocol, true};
  if (name == "ikev2SaLifeTime") place = {&ikev2.dwSaLifeTime, protocol, true};
  if (name == "ikev2SaDataSize") place = {&ikev2.dwSaDataSizeForRenegotiation, protocol, true};
  if (name == "ikev2ConfigOptions") place = {&ikev2.dwConfigOptions, protocol, true};
  if constexpr (ikev2_generation<Parameters> >= 2) {
    if (name == "ikev2EncryptionType") place = {&ikev2.dwEncryptionType, protocol, true};
  }
  if constexpr (ikev2_generation<Parameters> >= 4) {
    if (name == "ikev2MainModeSaLifeTime") place = {&ikev2.dwMmSaLifeTime, protocol, true};
  }
}

template <typename Tunnels>
Place find(Tunnels& tunnels, std::string_view name) {
  Place place;
  find_ports(tunnels.PptpConfigParams, mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_PPTP, name, "pptpPorts",
             "pptpFlags", place) ||
      find_ports(tunnels.L2tpConfigParams, mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_L2TP, name,
                 "l2tpPorts", "l2tpFlags", place) ||
      find_ports(tunnels.SstpConfigParams, mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_SSTP, name,
                 "sstpPorts", "sstpFlags", place) ||
      find_ports(tunnels.IkeConfigParams, mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_IKEV2, name,
                 "ikev2Ports", "ikev2Flags", place);
  if constexpr (Has<Tunnels>::gre) {
    find_ports(tunnels.GREConfigParams, mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_GRE, name, "grePorts",
               "greFlags", place);
  }
  if (place.value == nullptr) {
    find_ikev2_parameter(tunnels.IkeConfigParams.TunnelConfigParams, name, place);
  }
  return place;
}

// Without it, the parameters of the tunnel are not written, only its ports.
constexpr DWORD MPRAPI_IKEV2_SET_TUNNEL_CONFIG_PARAMS = 1;

// Whether every setting has a place in the shape.
template <typename Config>
bool change(Config& config, const ServerExSettings& settings) {
  config.ConfigParams.IkeConfigParams.dwTunnelConfigParamFlags = 0;
  for (const ServerExSetting& setting : settings) {
    Place place = find(config.ConfigParams, setting.name);
    if (place.value == nullptr) return false;
    *place.value = setting.value;
    config.setConfigForProtocols |= place.protocol;
    if (place.is_ikev2_parameter) {
      config.ConfigParams.IkeConfigParams.dwTunnelConfigParamFlags =
          MPRAPI_IKEV2_SET_TUNNEL_CONFIG_PARAMS;
    }
  }
  return true;
}

// Asks for the shapes, newest first, until the server takes one; `use` gets it. What the server
// took before is asked for at once, if it said for certain that it has nothing newer. A revision
// that the caller asks for is that call's alone.
template <typename Use>
Outcome with_server_ex(MprServer& server, std::optional<DWORD> revision, Use&& use) {
  const auto& function = server.functions[kServerGetInfoEx];
  if (!function.exported()) return function.lacking();
  const bool is_free = !revision;
  if (is_free && server.server_ex_revision) revision = *server.server_ex_revision;
  bool has_nothing_newer = true;
  Outcome outcome{Verdict::answered, abi::status::ERROR_INVALID_PARAMETER, function.name};
  any_shape([&](auto shape) {
    using Wanted = decltype(shape);
    if (revision && *revision != Wanted::revision) return false;
    Room<typename Wanted::Info> room(Wanted::revision);
    outcome = server.ask(function, server.handle, &room.header());
    const LevelAnswer answered = judge(Levels::server_ex, outcome);
    if (answered == LevelAnswer::perhaps_unknown) has_nothing_newer = false;
    if (outcome.succeeded()) {
      if (room.is_as_asked(Wanted::revision)) {
        if (is_free && has_nothing_newer) server.server_ex_revision = Wanted::revision;
        outcome = use(shape, room.info(), outcome);
      } else {
        outcome.verdict = Verdict::unreadable;
      }
    }
    return answered == LevelAnswer::other;
  });
  return outcome;
}

Outcome get_info_ex(MprServer& server, std::optional<DWORD> revision, Answer& answer) {
  return with_server_ex(server, revision, [&](auto, const auto& info, Outcome outcome) {
    ReadServerEx read = ServerExReader().read(info);
    if (!read.readable) {
      outcome.verdict = Verdict::unreadable;
      return outcome;
    }
    answer.tables.add(records::kServerEx, read.server);
    answer.tables.of(records::kIkev2Certificate);
    answer.tables.of(records::kIkev2Eku);
    for (const auto& name : read.certificates) answer.tables.add(records::kIkev2Certificate, name);
    for (const auto& eku : read.ekus) answer.tables.add(records::kIkev2Eku, eku);
    return outcome;
  });
}

Outcome set_info_ex(MprServer& server, std::optional<DWORD> revision,
                    const ServerExSettings& settings) {
  const auto& function = server.functions[kServerSetInfoEx];
  if (!function.exported()) return function.lacking();
  Outcome written;
  Outcome read =
      with_server_ex(server, revision, [&](auto shape, const auto& info, Outcome outcome) {
        using Wanted = decltype(shape);
        // What is not changed goes back as it came: certificates stay the server's.
        typename Wanted::Config config{};
        config.Header = {Wanted::revision, mpr::MPRAPI_OBJECT_TYPE_MPR_SERVER_SET_CONFIG_OBJECT,
                         sizeof config};
        config.ConfigParams = info.ConfigParams;
        if (!server.is_wanted()) {
          written = unwanted(function);
        } else if (change(config, settings)) {
          written = server.ask(function, server.handle, &config.Header);
        } else {
          written = {Verdict::answered, abi::status::ERROR_NOT_SUPPORTED, function.name};
        }
        return outcome;
      });
  return read.succeeded() ? written : read;
}

}  // namespace

std::vector<Operation> server_ex_operations() {
  return {{"getInfoEx", bind<get_info_ex>, {&kServerGetInfoEx}},
          {"setInfoEx", bind<set_info_ex>, {&kServerSetInfoEx}}};
}

}  // namespace rras::api::mprapi
