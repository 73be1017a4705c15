#include "api/interface.h"

#include <algorithm>

#include "shared/text.h"

namespace rras::api {

namespace {

// ASCII and Latin-1, so that the result does not depend on the system. A name with other letters is
// found if its case is right.
char16_t folded(char16_t unit) {
  const bool is_capital = (unit >= u'A' && unit <= u'Z') ||
                          (unit >= u'\u00C0' && unit <= u'\u00DE' && unit != u'\u00D7');
  return is_capital ? static_cast<char16_t>(unit + 0x20) : unit;
}

bool is_same_but_for_case(std::u16string_view one, std::u16string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char16_t a, char16_t b) { return folded(a) == folded(b); });
}

}  // namespace

bool meets(const abi::mpr::MPR_INTERFACE_0& now, const InterfaceTarget& target) {
  const std::u16string_view name = shared::bounded(now.wszInterfaceName);
  if (target.type && *target.type != now.dwIfType) return false;
  if (!target.name) return true;
  // A name without a handle is what a person has typed, and the server has found it.
  return target.handle ? name == *target.name : is_same_but_for_case(name, *target.name);
}

}  // namespace rras::api
