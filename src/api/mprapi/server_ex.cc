// The server with all its tunnels. The caller provides the struct, whose header says which shape it
// has. The page says to free it, which contradicts its own parameter, so nothing is freed.
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "api/mprapi/mpr_server.h"
#include "api/mprapi/server_ex_reading.h"
#include "api/mprapi/unknown_level.h"
#include "shared/server_ex_numbers.h"
#include "shared/server_ex_shapes.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BYTE;
using abi::DWORD;
using mpr::MPRAPI_OBJECT_HEADER;

constexpr FunctionOfDll<abi::mpr::ServerGetInfoEx> kServerGetInfoEx{"MprAdminServerGetInfoEx"};
constexpr FunctionOfDll<abi::mpr::ServerSetInfoEx> kServerSetInfoEx{"MprAdminServerSetInfoEx"};

// Not a valid certificate algorithm or count of ports.
constexpr DWORD kUntouched = 0xFFFFFFFF;

// A field near the end of the shape, beyond the end of every smaller one.
template <typename Tunnels>
auto& late_field(Tunnels& tunnels) {
  constexpr auto last = std::get<0>(shared::server_ex::kGrePorts).at;
  if constexpr (shared::server_ex::has<decltype(last), Tunnels>) {
    return last(tunnels);
  } else {
    return tunnels.SstpConfigParams.certAlgorithm;
  }
}

// Room for a shape, and more, in case a server writes a larger one.
template <typename Info>
class Room {
 public:
  explicit Room(BYTE revision) {
    header() = {revision, mpr::MPRAPI_OBJECT_TYPE_MPR_SERVER_OBJECT, sizeof(Info)};
    late_field(contents_.info.ConfigParams) = kUntouched;
  }

  MPRAPI_OBJECT_HEADER& header() { return contents_.info.Header; }
  const Info& info() const { return contents_.info; }

  // Whether the answer has the requested shape: the server kept the header, and wrote to the end of
  // the struct but not beyond it.
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

// Sets the value of the named setting. False if the shape has no such setting. Among the
// parameters, only those of IKEv2 can be set.
template <typename Config>
bool change(Config& config, std::string_view name, DWORD value) {
  namespace fields = shared::server_ex;
  auto& tunnels = config.ConfigParams;
  bool found = false;
  const auto put = [&](const auto& number) {
    if constexpr (fields::has<decltype(number.at), decltype(config.ConfigParams)>) {
      if (name != number.name) return;
      found = true;
      number.at(tunnels) = value;
      config.setConfigForProtocols |= number.protocol;
    }
  };
  fields::for_each_ports(put);
  if (found) return true;
  fields::for_each_parameter([&](const auto& number) {
    if (number.protocol == fields::kIkev2) put(number);
  });
  if (found) {
    tunnels.IkeConfigParams.dwTunnelConfigParamFlags = mpr::MPRAPI_IKEV2_SET_TUNNEL_CONFIG_PARAMS;
  }
  return found;
}

// False if the shape lacks one of the settings.
template <typename Config>
bool change(Config& config, const ServerExSettings& settings) {
  config.ConfigParams.IkeConfigParams.dwTunnelConfigParamFlags = 0;
  return std::all_of(settings.begin(), settings.end(), [&](const ServerExSetting& setting) {
    return change(config, setting.name, setting.value);
  });
}

// Tries the shapes, newest first, until the server accepts one, and calls `use` with it. If the
// server has said for certain that it has nothing newer, the next call begins with the accepted
// shape. A revision that the caller requests counts for that call only.
template <typename Use>
Outcome with_server_ex(MprSession& server, const FunctionOfDll<mpr::ServerGetInfoEx>& get,
                       std::optional<DWORD> revision, Use&& use) {
  const auto& function = server.functions[get];
  if (!function.exported()) return function.lacking();
  const bool is_free = !revision;
  if (is_free && server.server_ex_revision) revision = *server.server_ex_revision;
  bool has_nothing_newer = true;
  Outcome outcome = concluded(abi::status::ERROR_INVALID_PARAMETER, function.name);
  shared::server_ex::any_shape([&](auto shape) {
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

}  // namespace

Outcome read_info_ex(MprSession& server, const FunctionOfDll<mpr::ServerGetInfoEx>& get,
                     std::optional<DWORD> revision, Answer& answer) {
  return with_server_ex(server, get, revision, [&](auto, const auto& info, Outcome outcome) {
    if (!add_server_ex(info, answer.tables)) outcome.verdict = Verdict::unreadable;
    return outcome;
  });
}

Outcome write_info_ex(MprSession& server, const FunctionOfDll<mpr::ServerGetInfoEx>& get,
                      const FunctionOfDll<mpr::ServerSetInfoEx>& set, std::optional<DWORD> revision,
                      const ServerExSettings& settings) {
  const auto& function = server.functions[set];
  if (!function.exported()) return function.lacking();
  Outcome written;
  Outcome read =
      with_server_ex(server, get, revision, [&](auto shape, const auto& info, Outcome outcome) {
        using Wanted = decltype(shape);
        // Unchanged settings are written back as they were read, the certificates too.
        typename Wanted::Config config{};
        config.Header = {Wanted::revision, mpr::MPRAPI_OBJECT_TYPE_MPR_SERVER_SET_CONFIG_OBJECT,
                         sizeof config};
        config.ConfigParams = info.ConfigParams;
        if (change(config, settings)) {
          written = server.act(function, server.handle, &config.Header);
        } else {
          written = concluded(abi::status::ERROR_NOT_SUPPORTED, function.name);
        }
        return outcome;
      });
  return read.succeeded() ? written : read;
}

namespace {

Outcome get_info_ex(MprServer& server, std::optional<DWORD> revision, Answer& answer) {
  return read_info_ex(server, kServerGetInfoEx, revision, answer);
}

Outcome set_info_ex(MprServer& server, std::optional<DWORD> revision,
                    const ServerExSettings& settings) {
  return write_info_ex(server, kServerGetInfoEx, kServerSetInfoEx, revision, settings);
}

}  // namespace

std::vector<Operation> server_ex_operations() {
  return {{"getInfoEx", bind<get_info_ex>, {&kServerGetInfoEx}},
          {"setInfoEx", bind<set_info_ex>, {&kServerSetInfoEx}}};
}

}  // namespace rras::api::mprapi
