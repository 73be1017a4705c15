// Verbs on interfaces. lib/simulator/interfaces.ts has the types of the values.
#include <algorithm>
#include <cstring>
#include <utility>

#include "shared/guid.h"
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

namespace {

namespace fields = shared::interfaces;

std::vector<Text> texts_in(const js::Given& list) {
  std::vector<Text> texts;
  for (const js::Given& text : list.list()) {
    texts.push_back(text.text());
  }
  return texts;
}

napi_value texts_to_js(napi_env env, const std::vector<Text>& texts) {
  js::Array list(env, texts.size());
  for (const Text& text : texts) {
    list.append(js::text(env, text));
  }
  return list.value();
}

std::vector<abi::IN6_ADDR> addresses_in(const std::vector<std::uint8_t>& bytes) {
  std::vector<abi::IN6_ADDR> addresses(bytes.size() / sizeof(abi::IN6_ADDR));
  if (!addresses.empty()) {
    std::memcpy(addresses.data(), bytes.data(), addresses.size() * sizeof(abi::IN6_ADDR));
  }
  return addresses;
}

napi_value addresses_to_js(napi_env env, const abi::IN6_ADDR* addresses, std::size_t count) {
  return js::bytes(env, reinterpret_cast<const std::uint8_t*>(addresses),
                   count * sizeof *addresses);
}

shared::Secret secret_in(const js::Given& value) {
  const std::vector<std::uint8_t> bytes = value.bytes();
  return {bytes.data(), bytes.size()};
}

napi_value secret_to_js(napi_env env, const shared::Secret& secret) {
  return js::bytes(env, secret.data(), secret.size());
}

// Calls `take` if the member is there.
template <typename Take>
void take_if_there(const js::Given& values, const char* name, Take&& take) {
  const js::Given value = values[name];
  if (value.there()) {
    take(value);
  }
}

void assign_entry(InterfaceDetails& details, const js::Given& values) {
  fields::for_each(fields::kNumbers, [&](const auto& field) {
    take_if_there(values, field.name,
                  [&](const js::Given& value) { details.entry.*field.at = value.dword(); });
  });
  fields::for_each(fields::kTexts, [&](const auto& field) {
    take_if_there(values, field.name, [&](const js::Given& value) {
      copy_text(details.entry.*field.at, value.text());
    });
  });
  take_if_there(values, "guid", [&](const js::Given& value) {
    details.entry.guidId = shared::read_guid(value.text()).value_or(abi::GUID{});
  });
  take_if_there(values, "alternates",
                [&](const js::Given& value) { details.alternates = texts_in(value); });
  take_if_there(values, "eapData",
                [&](const js::Given& value) { details.eap_data = value.bytes(); });
  take_if_there(values, "ipv6Addresses", [&](const js::Given& value) {
    details.ipv6_addresses = addresses_in(value.bytes());
  });
  const auto take_address = [&](const char* name, abi::IN6_ADDR& into) {
    take_if_there(values, name, [&](const js::Given& value) {
      const auto addresses = addresses_in(value.bytes());
      into = addresses.empty() ? abi::IN6_ADDR{} : addresses.front();
    });
  };
  take_address("ipv6Dns", details.entry.ipv6addrDns);
  take_address("ipv6AlternateDns", details.entry.ipv6addrDnsAlt);
}

std::vector<InterfaceDevice> devices_in(const js::Given& list) {
  std::vector<InterfaceDevice> devices;
  for (const js::Given& device : list.list()) {
    devices.push_back({device["deviceType"].text(), device["deviceName"].text(),
                       device["phoneNumber"].text(), texts_in(device["alternates"])});
  }
  return devices;
}

void assign(InterfaceDetails& details, const js::Given& values) {
  take_if_there(values, "type", [&](const js::Given& value) { details.type = value.dword(); });
  take_if_there(values, "hours", [&](const js::Given& value) { details.hours = texts_in(value); });
  take_if_there(values, "entry", [&](const js::Given& value) { assign_entry(details, value); });
  take_if_there(values, "devices",
                [&](const js::Given& value) { details.devices = devices_in(value); });
  take_if_there(values, "answer", [&](const js::Given& value) { details.answer = value.dword(); });
  take_if_there(values, "connectingTime",
                [&](const js::Given& value) { details.connecting_time = to_time(value); });
  take_if_there(values, "updateResult",
                [&](const js::Given& value) { details.update_result = value.dword(); });
  take_if_there(values, "updateTime",
                [&](const js::Given& value) { details.update_time = to_time(value); });
  take_if_there(values, "reasons",
                [&](const js::Given& value) { details.reasons = value.dword(); });
}

// What is not among the details, because the interface must exist.
void assign(Server& server, Interface& one, const js::Given& values) {
  take_if_there(values, "isEnabled",
                [&](const js::Given& value) { server.set_enabled(one, value.flag()); });
  take_if_there(values, "lastError",
                [&](const js::Given& value) { one.last_error = value.dword(); });
  take_if_there(values, "credentials", [&](const js::Given& value) {
    one.credentials.reset();
    if (value["userName"].there()) {
      one.credentials = InterfaceCredentials{value["userName"].text(), value["domain"].text(),
                                             secret_in(value["password"])};
    }
  });
  take_if_there(values, "eapCredentials",
                [&](const js::Given& value) { one.eap_credentials = secret_in(value); });
  take_if_there(values, "presharedKey",
                [&](const js::Given& value) { one.preshared_key = secret_in(value); });
  take_if_there(values, "transports", [&](const js::Given& value) {
    one.transports.clear();
    for (const js::Given& transport : value.list()) {
      one.transports[transport["id"].dword()] = transport["info"].bytes();
    }
  });
}

napi_value entry_to_js(napi_env env, const Interface& one) {
  js::Object entry(env);
  fields::for_each(fields::kNumbers, [&](const auto& field) {
    entry.set(field.name, js::number(env, one.entry.*field.at));
  });
  fields::for_each(fields::kTexts, [&](const auto& field) {
    entry.set(field.name, js::text(env, Text(bounded(one.entry.*field.at))));
  });
  entry.set("guid", js::text(env, shared::guid_text(one.entry.guidId)));
  entry.set("alternates", texts_to_js(env, one.alternates));
  entry.set("eapData", js::bytes(env, one.eap_data.data(), one.eap_data.size()));
  entry.set("ipv6Dns", addresses_to_js(env, &one.entry.ipv6addrDns, 1));
  entry.set("ipv6AlternateDns", addresses_to_js(env, &one.entry.ipv6addrDnsAlt, 1));
  entry.set("ipv6Addresses",
            addresses_to_js(env, one.ipv6_addresses.data(), one.ipv6_addresses.size()));
  return entry.value();
}

napi_value devices_to_js(napi_env env, const std::vector<InterfaceDevice>& devices) {
  js::Array list(env, devices.size());
  for (const InterfaceDevice& device : devices) {
    js::Object object(env);
    object.set("deviceType", js::text(env, device.type));
    object.set("deviceName", js::text(env, device.name));
    object.set("phoneNumber", js::text(env, device.phone_number));
    object.set("alternates", texts_to_js(env, device.alternates));
    list.append(object.value());
  }
  return list.value();
}

napi_value credentials_to_js(napi_env env, const InterfaceCredentials& credentials) {
  js::Object object(env);
  object.set("userName", js::text(env, credentials.user));
  object.set("domain", js::text(env, credentials.domain));
  object.set("password", secret_to_js(env, credentials.password));
  return object.value();
}

napi_value transports_to_js(napi_env env, const Interface& one) {
  js::Array list(env, one.transports.size());
  for (const auto& [id, info] : one.transports) {
    js::Object object(env);
    object.set("id", js::number(env, id));
    object.set("info", js::bytes(env, info.data(), info.size()));
    list.append(object.value());
  }
  return list.value();
}

napi_value interface_to_js(napi_env env, const Server& server, const Interface& one) {
  const auto number = [env](auto value) { return js::number(env, static_cast<double>(value)); };
  js::Object object(env);
  object.set("ordinal", number(one.ordinal));
  object.set("handle", js::handle(env, one.handle));
  object.set("name", js::text(env, one.name));
  object.set("type", number(one.type));
  object.set("isEnabled", js::flag(env, one.enabled));
  object.set("state", number(server.state_of(one)));
  object.set("unreachable", number(server.unreachable_because(one)));
  object.set("lastError", number(one.last_error));
  object.set("failures", number(one.failures));
  object.set("connection", number(one.connection));
  object.set("hours", texts_to_js(env, one.hours));
  object.set("entry", entry_to_js(env, one));
  object.set("devices", devices_to_js(env, one.devices));
  object.set("answer", number(one.answer));
  object.set("connectingTime", to_js(env, one.connecting_time));
  object.set("updateResult", number(one.update_result));
  object.set("updateTime", to_js(env, one.update_time));
  object.set("reasons", number(one.reasons));
  if (one.credentials) {
    object.set("credentials", credentials_to_js(env, *one.credentials));
  }
  object.set("eapCredentials", secret_to_js(env, one.eap_credentials));
  object.set("presharedKey", secret_to_js(env, one.preshared_key));
  object.set("transports", transports_to_js(env, one));
  if (one.custom_info) object.set("ikev2", custom_info_to_js(env, *one.custom_info));
  return object.value();
}

Interface& add(Server& server, const js::Given& values) {
  Interface made;
  made.name = values["name"].text();
  assign(made, values);
  Interface& one = server.add_interface(std::move(made));
  assign(server, one, values);
  return one;
}

Interface& to_interface(const Server& server, const js::Given& ordinal) {
  Interface* one = server.interfaces().find(ordinal.dword());
  if (one == nullptr) {
    throw Mistake::not_found(u"The interface no longer exists");
  }
  return *one;
}

}  // namespace

napi_value add_interface(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  Interface& one = add(server, call[1]);
  if (call[1]["isStored"].flag()) server.store_interface(one, call[1]["friendlyName"].text());
  return interface_to_js(call.env(), server, one);
}

// The interface does not run: it waits for the next start of the service.
napi_value store_interface(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  Interface& one = add(server, call[1]);
  server.store_interface(one, call[1]["friendlyName"].text());
  server.shelve_interface(one);
  return js::undefined(call.env());
}

// The side that is stored follows in what it has, if the interface is stored.
napi_value set_interface(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  Interface& one = to_interface(server, call[1]);
  assign(one, call[2]);
  assign(server, one, call[2]);
  if (StoredInterface* stored = server.stored.interface_by_name(one.name)) {
    if (call[2]["isEnabled"].there()) stored->enabled = one.enabled;
    if (call[2]["hours"].there()) stored->hours = one.hours;
    if (call[2]["transports"].there()) server.store_transports(one, *stored);
  }
  return js::undefined(call.env());
}

napi_value remove_interface(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  Interface& one = to_interface(server, call[1]);
  if (const StoredInterface* stored = server.stored.interface_by_name(one.name)) {
    server.stored.remove_interface(*stored);
  }
  server.remove_interface(one);
  return js::undefined(call.env());
}

napi_value interfaces(Scene& scene, const js::Call& call) {
  const Server& server = server_of(scene, call);
  const Roster<Interface>& all = server.interfaces();
  js::Array list(call.env(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const js::Scope scope(call.env());
    list.append(interface_to_js(call.env(), server, all[i]));
  }
  return list.value();
}

// Returns the status of the attempt's beginning.
napi_value dial_interface(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  return js::number(call.env(), server.dial(to_interface(server, call[1]), nullptr));
}

// Returns the status.
napi_value update_interface_routes(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  Interface& one = to_interface(server, call[1]);
  return js::number(call.env(), server.update_routes(one, call[2].dword(), nullptr));
}

napi_value bring_interface_down(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  server.bring_down(to_interface(server, call[1]), call[2].dword());
  return js::undefined(call.env());
}

}  // namespace rras::simulator::verbs
