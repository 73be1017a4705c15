// Makes JavaScript objects out of replies. While an environment ends (worker.terminate), Node-API
// refuses every call; node-addon-api would throw then, which ends the process. So replies are
// written with the plain C interface. A value that could not be made is null, and so is an object
// with such a value.
#pragma once

#include <node_api.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace rras::addon {

class ObjectWriter {
 public:
  explicit ObjectWriter(napi_env env);

  // Null unless all of it was written: half a reply would look like a whole one.
  napi_value object() const { return object_; }

  void set(const char* name, napi_value value);
  void set(const char* name, double value);
  void set(const char* name, const std::string& utf8);

 private:
  napi_env env_;
  napi_value object_ = nullptr;
};

napi_value bool_value(napi_env env, bool value);
// A number, or a bigint where a number would round it.
napi_value id_value(napi_env env, std::uint64_t id);
napi_value utf16_value(napi_env env, const std::u16string& text);
napi_value utf8_value(napi_env env, const std::string& text);
napi_value latin1_value(napi_env env, std::string_view text);

// Whether a block is so large that it is handed over to JavaScript and not copied. The collector
// frees such a block late. Beside servers that hang, which keep threads, the C library then holds
// much more memory than is in use. So what a watch reads of a usual server is copied, and freed at
// once.
constexpr bool is_handed_over(std::size_t bytes) {
  return bytes >= std::size_t{256} * 1024;
}

// An ArrayBuffer.
template <typename Item, typename Allocator>
napi_value buffer_value(napi_env env, const std::vector<Item, Allocator>& items) {
  std::size_t bytes = items.size() * sizeof(Item);
  void* data = nullptr;
  napi_value buffer = nullptr;
  if (napi_create_arraybuffer(env, bytes, &data, &buffer) != napi_ok) return nullptr;
  if (bytes > 0) std::memcpy(data, items.data(), bytes);
  return buffer;
}

// The same for items that nobody else needs: many are handed over. Some hosts, such as Electron,
// allow no memory outside of their own.
template <typename Item, typename Allocator>
napi_value moved_buffer_value(napi_env env, std::vector<Item, Allocator>&& items) {
  const std::size_t bytes = items.size() * sizeof(Item);
  if (!is_handed_over(bytes)) return buffer_value(env, items);
  using Items = std::vector<Item, Allocator>;
  auto held = std::make_unique<Items>(std::move(items));
  auto finalize = [](napi_env, void*, void* hint) {
    std::unique_ptr<Items> let_go(static_cast<Items*>(hint));
  };
  napi_value buffer = nullptr;
  const napi_status status =
      napi_create_external_arraybuffer(env, held->data(), bytes, finalize, held.get(), &buffer);
  if (status != napi_ok) return buffer_value(env, *held);
  // From here on the buffer owns them.
  static_cast<void>(held.release());
  return buffer;
}

// An array with the values that `make(item)` gives.
template <typename Items, typename Make>
napi_value array_value(napi_env env, const Items& items, Make&& make) {
  napi_value array = nullptr;
  if (napi_create_array_with_length(env, items.size(), &array) != napi_ok) return nullptr;
  std::uint32_t index = 0;
  for (const auto& item : items) {
    napi_value value = make(item);
    if (value == nullptr || napi_set_element(env, array, index++, value) != napi_ok) return nullptr;
  }
  return array;
}

}  // namespace rras::addon
