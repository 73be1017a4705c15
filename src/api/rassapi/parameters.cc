#include "api/rassapi/parameters.h"

#include <cstdint>
#include <string_view>

namespace rras::api::rassapi {

namespace {

namespace old = abi::rassapi;

// The code page is unknown. Keys are ASCII, so each byte is a character.
std::u16string text_of(const abi::CHAR (&key)[old::RASSAPI_MAX_PARAM_KEY_SIZE]) {
  std::string_view bytes(key, sizeof key);
  bytes = bytes.substr(0, bytes.find('\0'));
  std::u16string text;
  for (char byte : bytes) text.push_back(static_cast<unsigned char>(byte));
  return text;
}

// Whether the string ends within the block. A string outside the block is limited only by the 16
// bits in which its length is counted.
bool is_within(const abi::CHAR* data, std::uint32_t length, const void* block, std::uint32_t size) {
  auto begin = reinterpret_cast<std::uintptr_t>(block);
  auto at = reinterpret_cast<std::uintptr_t>(data);
  if (at < begin || at >= begin + size) return length <= 0xFFFF;
  return length <= begin + size - at;
}

}  // namespace

bool read_parameters(const old::RAS_PORT_1& port, const old::RAS_PARAMETERS* parameters,
                     std::vector<records::RassapiParameter>& read) {
  const std::uint32_t count = port.NumMediaParms;
  if (count == 0) return true;
  if (parameters == nullptr) return false;
  if (count * sizeof(old::RAS_PARAMETERS) > port.SizeMediaParms) return false;
  for (std::uint32_t i = 0; i < count; ++i) {
    const old::RAS_PARAMETERS& raw = parameters[i];
    records::RassapiParameter parameter{text_of(raw.P_Key), raw.P_Type, raw.P_Attributes, 0, {}};
    if (raw.P_Type == old::ParamString) {
      const auto& string = raw.P_Value.String;
      if (string.Length > 0) {
        if (string.Data == nullptr) return false;
        if (!is_within(string.Data, string.Length, parameters, port.SizeMediaParms)) return false;
        parameter.value = std::string_view(string.Data, string.Length);
      }
    } else {
      parameter.number = raw.P_Value.Number;
    }
    read.push_back(std::move(parameter));
  }
  return true;
}

}  // namespace rras::api::rassapi
