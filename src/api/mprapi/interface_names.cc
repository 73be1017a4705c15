// The two names of a network card: its GUID, by which the stored configuration knows it, and the
// name that people see.
#include "api/mprapi/mpr_configuration.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::DWORD;
using abi::WCHAR;

constexpr FunctionOfDll<mpr::ConfigGetFriendlyName> kGetFriendlyName{"MprConfigGetFriendlyName"};
constexpr FunctionOfDll<mpr::ConfigGetGuidName> kGetGuidName{"MprConfigGetGuidName"};

constexpr std::size_t kLongest = 32768;

// Both functions have the same signature. They say that the buffer is too small; its size is in
// bytes.
template <typename Pointer>
Outcome other_name(MprConfiguration& stored, const FunctionOfDll<Pointer>& function,
                   std::u16string& name, Answer& answer) {
  for (std::size_t length = mpr::MAX_INTERFACE_NAME_LEN + 1;; length *= 2) {
    std::u16string buffer(length, u'\0');
    Outcome outcome = stored.ask(stored.functions[function], stored.handle, name.data(),
                                 buffer.data(), static_cast<DWORD>(length * sizeof(WCHAR)));
    if (outcome.succeeded()) {
      buffer.resize(shared::bounded_length(buffer.data(), length));
      answer.value = std::move(buffer);
      return outcome;
    }
    if (outcome.status != abi::status::ERROR_BUFFER_OVERFLOW || length >= kLongest) return outcome;
  }
}

Outcome get_friendly_name(MprConfiguration& stored, std::u16string& guid_name, Answer& answer) {
  return other_name(stored, kGetFriendlyName, guid_name, answer);
}

Outcome get_guid_name(MprConfiguration& stored, std::u16string& friendly_name, Answer& answer) {
  return other_name(stored, kGetGuidName, friendly_name, answer);
}

}  // namespace

std::vector<Operation> interface_name_operations() {
  return {{"configGetFriendlyName", bind<get_friendly_name>, {&kGetFriendlyName}},
          {"configGetGuidName", bind<get_guid_name>, {&kGetGuidName}}};
}

}  // namespace rras::api::mprapi
