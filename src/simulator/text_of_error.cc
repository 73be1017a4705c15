#include "simulator/text_of_error.h"

namespace rras::simulator {

using namespace abi;

bool is_ras_error(DWORD code) {
  constexpr DWORD first = 600;
  constexpr DWORD last = 878;
  return code >= first && code <= last;
}

bool is_router_error(DWORD code) {
  constexpr DWORD first = 900;
  constexpr DWORD last = 956;
  constexpr DWORD unused = 947;
  return code >= first && code <= last && code != unused;
}

Text text_of_error(DWORD code) {
  return u"Simulated text of the error " + decimal(code) + u".";
}

}  // namespace rras::simulator
