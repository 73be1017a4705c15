// Substitutes for the functions of Rassapi.dll, as in mpr_functions.cc.

#include <cstddef>
#include <vector>

#include "abi/rassapi.h"
#include "fuzz/answers.h"
#include "fuzz/input.h"
#include "fuzz/substitute_functions.h"
#include "fuzz/substitute_library.h"

namespace rras::fuzz {

namespace {

using namespace abi;
using namespace abi::rassapi;

constexpr DWORD kStatuses[] = {0, 0,  0,  0,   0,   0,   0,    0,    5,
                               8, 55, 87, 120, 122, 601, 2115, 2123, 2221};

DWORD any_status() {
  return fuzz::any_status(kStatuses);
}

template <typename Struct>
void fill(Struct* into) {
  input().read(into, sizeof *into);
}

DWORD RRAS_APIENTRY ServerInfo(const WCHAR*, RAS_SERVER_0* server) {
  fill(server);
  // connect() calls this function too.
  return input().number<std::uint8_t>() == 0xFF ? any_status() : 0;
}
DWORD RRAS_APIENTRY AccountServer(const WCHAR*, const WCHAR*, WCHAR* name) {
  input().read(name, sizeof(WCHAR) * 18);
  return any_status();
}
DWORD RRAS_APIENTRY UserInfo(const WCHAR*, const WCHAR*, RAS_USER_0* user) {
  fill(user);
  return any_status();
}
DWORD RRAS_APIENTRY SetUser(const WCHAR*, const WCHAR*, const RAS_USER_0*) {
  return any_status();
}
DWORD RRAS_APIENTRY PortsEnum(const WCHAR*, RAS_PORT_0** ports, WORD* count) {
  const DWORD status = any_status();
  *count = input().number<std::uint8_t>() % 5;
  const bool is_withheld = (input().number<std::uint8_t>() & 7) == 7;
  if (!is_withheld) *ports = static_cast<RAS_PORT_0*>(hand_out(sizeof(RAS_PORT_0) * *count));
  return status;
}
// A string outside the block of the answer. It is valid until the next one.
CHAR* stray(std::size_t length) {
  static std::vector<CHAR> text;
  text.assign(length + 1, 'x');
  return text.data();
}

// The strings follow the parameters in the block, whose size is in SizeMediaParms.
DWORD RRAS_APIENTRY PortInfo(const WCHAR*, const WCHAR*, RAS_PORT_1* port,
                             RAS_PORT_STATISTICS* statistics, RAS_PARAMETERS** parameters) {
  const DWORD status = any_status();
  fill(port);
  fill(statistics);
  const std::size_t count = input().number<std::uint8_t>() % 4;
  const std::size_t texts = input().number<std::uint8_t>();
  const std::size_t size = sizeof(RAS_PARAMETERS) * count + texts;
  auto* block = static_cast<CHAR*>(hand_out(size));
  auto* entries = reinterpret_cast<RAS_PARAMETERS*>(block);
  for (std::size_t i = 0; i < count; ++i) {
    if (entries[i].P_Type != 1) continue;
    const std::size_t begin = texts == 0 ? 0 : input().number<std::uint8_t>() % texts;
    auto& string = entries[i].P_Value.String;
    string.Length = static_cast<DWORD>(texts - begin);
    string.Data = block + sizeof(RAS_PARAMETERS) * count + begin;
    const std::uint8_t kind = input().number<std::uint8_t>() % 16;
    if (kind == 15) string.Data = nullptr;
    // Beyond the end of the block, or wrapping around. If the block has only entries, a string
    // behind it could be a separate one, whose length nobody can check.
    if (kind == 14 && texts > 0) string.Length += input().number<DWORD>();
    if (kind == 13) string.Data = stray(string.Length);
  }
  port->NumMediaParms = static_cast<WORD>(count);
  port->SizeMediaParms = static_cast<DWORD>(size);
  *parameters = entries;
  const std::uint8_t kind = input().number<std::uint8_t>() % 16;
  if (kind == 15) port->NumMediaParms = static_cast<WORD>(size / sizeof(RAS_PARAMETERS) + 1);
  return status;
}
DWORD RRAS_APIENTRY Act(const WCHAR*, const WCHAR*) {
  return any_status();
}
DWORD RRAS_APIENTRY Free(void* buffer) {
  take_back(buffer);
  return any_status();
}
DWORD RRAS_APIENTRY ErrorString(std::uint32_t, WCHAR* text, DWORD size) {
  input().read(text, sizeof(WCHAR) * (size < 600 ? size : 600));
  return any_status();
}

}  // namespace

void offer_rassapi_functions() {
  has({
      {"RasAdminPortEnum", address<PortEnum>(PortsEnum)},
      {"RasAdminFreeBuffer", address<FreeBuffer>(Free)},
      {"RasAdminServerGetInfo", address<ServerGetInfo>(ServerInfo)},
      {"RasAdminGetUserAccountServer", address<GetUserAccountServer>(AccountServer)},
      {"RasAdminUserGetInfo", address<UserGetInfo>(UserInfo)},
      {"RasAdminUserSetInfo", address<UserSetInfo>(SetUser)},
      {"RasAdminPortGetInfo", address<PortGetInfo>(PortInfo)},
      {"RasAdminPortClearStatistics", address<PortClearStatistics>(Act)},
      {"RasAdminPortDisconnect", address<PortDisconnect>(Act)},
      {"RasAdminGetErrorString", address<GetErrorString>(ErrorString)},
  });
}

}  // namespace rras::fuzz
