// A program for musl that loads binaries of the package as Node would: there is no Node for musl
// among npm's packages. It has as much of Node-API as setting up a simulated server takes; musl.mjs
// adds the other functions, which fail. Then it asks that server through the functions that the
// library exports.
//
//   musl_host FILE...
//
// Values live until the program ends.

#include <dlfcn.h>
#include <node_api.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

struct napi_value__ {
  napi_valuetype type = napi_undefined;
  double number = 0;
  bool flag = false;
  std::uint64_t big = 0;
  std::u16string text;
  std::vector<std::uint8_t> bytes;
  std::map<std::string, napi_value> properties;
  std::vector<napi_value> elements;
  napi_callback callback = nullptr;
  void* wrapped = nullptr;
};

struct napi_callback_info__ {
  napi_value receiver;
  std::vector<napi_value> arguments;
};

struct napi_ref__ {
  napi_value value;
};

namespace {

void* instance_data = nullptr;
napi_value thrown = nullptr;

napi_value make(napi_valuetype type) {
  auto* value = new napi_value__;
  value->type = type;
  return value;
}

napi_value text(const char* ascii) {
  napi_value value = make(napi_string);
  for (const char* each = ascii; *each != '\0'; ++each) {
    value->text.push_back(static_cast<unsigned char>(*each));
  }
  return value;
}

napi_value number(double number) {
  napi_value value = make(napi_number);
  value->number = number;
  return value;
}

napi_status give(napi_value value, napi_value* result) {
  *result = value;
  return napi_ok;
}

}  // namespace

extern "C" {

napi_status napi_get_undefined(napi_env, napi_value* result) {
  return give(make(napi_undefined), result);
}
napi_status napi_get_null(napi_env, napi_value* result) {
  return give(make(napi_null), result);
}
napi_status napi_create_object(napi_env, napi_value* result) {
  return give(make(napi_object), result);
}
napi_status napi_create_array_with_length(napi_env, size_t length, napi_value* result) {
  *result = make(napi_object);
  (*result)->elements.resize(length);
  return napi_ok;
}
napi_status napi_create_double(napi_env, double value, napi_value* result) {
  return give(number(value), result);
}
napi_status napi_get_boolean(napi_env, bool value, napi_value* result) {
  *result = make(napi_boolean);
  (*result)->flag = value;
  return napi_ok;
}
napi_status napi_create_bigint_uint64(napi_env, uint64_t value, napi_value* result) {
  *result = make(napi_bigint);
  (*result)->big = value;
  return napi_ok;
}
napi_status napi_create_string_latin1(napi_env, const char* value, size_t, napi_value* result) {
  return give(text(value), result);
}
napi_status napi_create_string_utf16(napi_env, const char16_t* value, size_t length,
                                     napi_value* result) {
  *result = make(napi_string);
  (*result)->text.assign(value, length);
  return napi_ok;
}
napi_status napi_create_arraybuffer(napi_env, size_t length, void** data, napi_value* result) {
  *result = make(napi_object);
  (*result)->bytes.resize(length);
  *data = (*result)->bytes.data();
  return napi_ok;
}
napi_status napi_create_typedarray(napi_env, napi_typedarray_type, size_t, napi_value buffer,
                                   size_t, napi_value* result) {
  return give(buffer, result);
}
napi_status napi_create_error(napi_env, napi_value code, napi_value message, napi_value* result) {
  *result = make(napi_object);
  (*result)->properties = {{"code", code}, {"message", message}};
  return napi_ok;
}
napi_status napi_throw(napi_env, napi_value error) {
  thrown = error;
  return napi_ok;
}
napi_status napi_throw_error(napi_env, const char*, const char* message) {
  return napi_create_error(nullptr, nullptr, text(message), &thrown);
}
napi_status napi_set_named_property(napi_env, napi_value object, const char* name,
                                    napi_value value) {
  object->properties[name] = value;
  return napi_ok;
}
napi_status napi_set_element(napi_env, napi_value array, uint32_t index, napi_value value) {
  array->elements.at(index) = value;
  return napi_ok;
}
napi_status napi_typeof(napi_env, napi_value value, napi_valuetype* result) {
  *result = value->type;
  return napi_ok;
}
napi_status napi_get_value_double(napi_env, napi_value value, double* result) {
  *result = value->number;
  return value->type == napi_number ? napi_ok : napi_number_expected;
}
napi_status napi_get_value_bool(napi_env, napi_value value, bool* result) {
  *result = value->flag;
  return value->type == napi_boolean ? napi_ok : napi_boolean_expected;
}
napi_status napi_get_value_string_utf16(napi_env, napi_value value, char16_t* buffer, size_t size,
                                        size_t* length) {
  if (value->type != napi_string) return napi_string_expected;
  const size_t copied =
      buffer == nullptr ? value->text.size() : value->text.copy(buffer, size == 0 ? 0 : size - 1);
  if (buffer != nullptr && size > 0) buffer[copied] = 0;
  if (length != nullptr) *length = copied;
  return napi_ok;
}
napi_status napi_create_reference(napi_env, napi_value value, uint32_t, napi_ref* result) {
  *result = new napi_ref__{value};
  return napi_ok;
}
napi_status napi_get_reference_value(napi_env, napi_ref reference, napi_value* result) {
  return give(reference->value, result);
}
napi_status napi_add_env_cleanup_hook(napi_env, napi_cleanup_hook, void*) {
  return napi_ok;
}
napi_status napi_set_instance_data(napi_env, void* data, napi_finalize, void*) {
  instance_data = data;
  return napi_ok;
}
napi_status napi_get_instance_data(napi_env, void** data) {
  *data = instance_data;
  return napi_ok;
}
napi_status napi_define_class(napi_env, const char*, size_t, napi_callback constructor, void*,
                              size_t count, const napi_property_descriptor* methods,
                              napi_value* result) {
  *result = make(napi_function);
  (*result)->callback = constructor;
  for (size_t each = 0; each < count; ++each) {
    napi_value method = make(napi_function);
    method->callback = methods[each].method;
    (*result)->properties[methods[each].utf8name] = method;
  }
  return napi_ok;
}
napi_status napi_get_cb_info(napi_env, napi_callback_info info, size_t* count,
                             napi_value* arguments, napi_value* receiver, void** data) {
  if (count != nullptr) {
    for (size_t each = 0; each < *count && arguments != nullptr; ++each) {
      const bool is_given = each < info->arguments.size();
      arguments[each] = is_given ? info->arguments[each] : make(napi_undefined);
    }
    *count = info->arguments.size();
  }
  if (receiver != nullptr) *receiver = info->receiver;
  if (data != nullptr) *data = nullptr;
  return napi_ok;
}
napi_status napi_wrap(napi_env, napi_value object, void* native, napi_finalize, void*, napi_ref*) {
  object->wrapped = native;
  return napi_ok;
}
napi_status napi_unwrap(napi_env, napi_value object, void** native) {
  *native = object->wrapped;
  return object->wrapped == nullptr ? napi_invalid_arg : napi_ok;
}

}  // extern "C"

namespace {

[[noreturn]] void fail(const std::string& file, const std::string& problem) {
  std::fprintf(stderr, "%s: %s\n", file.c_str(), problem.c_str());
  std::exit(1);
}

napi_value call(napi_value object, const char* method, std::vector<napi_value> arguments) {
  napi_callback_info__ info{object, std::move(arguments)};
  return object->properties.at(method)->callback(nullptr, &info);
}

using ServerConnect = std::uint32_t (*)(const char16_t*, void**);
using ServerDisconnect = void (*)(void*);
using PortEnum = std::uint32_t (*)(void*, std::uint32_t, void*, void**, std::uint32_t,
                                   std::uint32_t*, std::uint32_t*, std::uint32_t*);
using PortEnumByName = std::uint32_t (*)(const char16_t*, void**, std::uint16_t*);
using BufferFree = std::uint32_t (*)(void*);

template <typename Function>
Function function(void* library, const std::string& file, const std::string& name) {
  void* found = dlsym(library, name.c_str());
  if (found == nullptr) fail(file, "has no " + name);
  return reinterpret_cast<Function>(found);
}

/** The number of ports that the exported functions list. */
std::uint32_t listed_ports(void* library, const std::string& file) {
  void* ports = nullptr;
  if (file.find("-rassapi.") != std::string::npos) {
    std::uint16_t count = 0;
    auto enumerate = function<PortEnumByName>(library, file, "RasAdminPortEnum");
    const std::uint32_t status = enumerate(u"\\\\RAS01", &ports, &count);
    if (status != 0) fail(file, "listing ended with " + std::to_string(status));
    function<BufferFree>(library, file, "RasAdminFreeBuffer")(ports);
    return count;
  }
  const std::string prefix = file.find("-nt4.") != std::string::npos ? "RasAdmin" : "MprAdmin";
  void* server = nullptr;
  std::uint32_t read = 0;
  std::uint32_t total = 0;
  std::uint32_t resume = 0;
  auto connect = function<ServerConnect>(library, file, prefix + "ServerConnect");
  const std::uint32_t status = connect(u"RAS01", &server);
  if (status != 0) fail(file, "connecting ended with " + std::to_string(status));
  function<PortEnum>(library, file, prefix + "PortEnum")(
      server, 0, reinterpret_cast<void*>(~std::uintptr_t{0}), &ports, ~std::uint32_t{0}, &read,
      &total, &resume);
  function<BufferFree>(library, file, prefix + "BufferFree")(ports);
  function<ServerDisconnect>(library, file, prefix + "ServerDisconnect")(server);
  return read;
}

void simulate(void* library, const std::string& file, napi_value exports) {
  napi_value scene = make(napi_object);
  napi_value type = exports->properties.at("Scene");
  scene->properties = type->properties;
  napi_value steps = nullptr;
  napi_get_boolean(nullptr, false, &steps);
  napi_callback_info__ info{scene, {steps, make(napi_undefined)}};
  type->callback(nullptr, &info);

  const double sstp = 2;
  call(scene, "addServer", {text("RAS01")});
  call(scene, "addPorts", {number(0), number(sstp), number(3)});
  if (thrown != nullptr) fail(file, "the server cannot be set up");
  // A second one of the same name is an exception of C++, which becomes one of JavaScript.
  call(scene, "addServer", {text("RAS01")});
  if (thrown == nullptr) fail(file, "accepts two servers of one name");
  thrown = nullptr;
  std::printf("%s: %u ports\n", file.c_str(), listed_ports(library, file));
  call(scene, "dispose", {});
}

}  // namespace

int main(int count, char** files) {
  for (int each = 1; each < count; each++) {
    const std::string file = files[each];
    void* library = dlopen(files[each], RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) fail(file, dlerror());
    using Register = napi_value (*)(napi_env, napi_value);
    auto enter = function<Register>(library, file, "napi_register_module_v1");
    if (file.find("rras-simulator-") == std::string::npos) continue;
    napi_value exports = enter(nullptr, make(napi_object));
    if (exports == nullptr) fail(file, "exports nothing");
    simulate(library, file, exports);
  }
  return 0;
}
