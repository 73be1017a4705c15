// Verbs on the configuration of a server: tunnels, its pre-shared key, transports.
#include <utility>

#include "shared/server_ex_numbers.h"
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

namespace {

napi_value bytes(napi_env env, const std::vector<std::uint8_t>& bytes) {
  return js::bytes(env, bytes.data(), bytes.size());
}

}  // namespace

napi_value tunnels(Scene& scene, const js::Call& call) {
  const Server& server = server_of(scene, call);
  js::Array list(call.env(), tunnel_count);
  for (std::size_t i = 0; i < tunnel_count; ++i) {
    const auto tunnel = static_cast<Tunnel>(i);
    const TunnelSetup& setup = server.tunnels[tunnel];
    js::Object object(call.env());
    object.set("ports", js::number(call.env(), static_cast<double>(server.port_count(tunnel))));
    object.set("flags", js::number(call.env(), setup.flags));
    object.set("mostPorts", js::number(call.env(), setup.most_ports));
    list.append(object.value());
  }
  return list.value();
}

napi_value set_tunnel(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  const auto tunnel = static_cast<Tunnel>(call[1].dword());
  TunnelSetup& setup = server.tunnels[tunnel];
  if (const js::Given flags = call[2]["flags"]; flags.there()) {
    setup.flags = flags.dword();
  }
  if (const js::Given most = call[2]["mostPorts"]; most.there()) {
    setup.most_ports = most.dword();
  }
  if (const js::Given ports = call[2]["ports"]; ports.there()) {
    server.set_port_count(tunnel, ports.dword());
  }
  return js::undefined(call.env());
}

napi_value tunnel_parameters(Scene& scene, const js::Call& call) {
  const TunnelParameters& parameters = server_of(scene, call).tunnels.parameters;
  js::Object object(call.env());
  shared::server_ex::for_each_parameter([&](const auto& number) {
    object.set(number.name, js::number(call.env(), number.at(parameters.numbers)));
  });
  object.set("sstpHttps", js::flag(call.env(), parameters.sstp_https));
  object.set("sstpDefaultCertificate", js::flag(call.env(), parameters.sstp_default_certificate));
  object.set("sstpCertificateHash", bytes(call.env(), parameters.sstp_certificate_hash));
  js::Array certificates(call.env(), parameters.ikev2_certificates.size());
  for (const auto& name : parameters.ikev2_certificates) {
    certificates.append(bytes(call.env(), name));
  }
  object.set("ikev2Certificates", certificates.value());
  js::Array ekus(call.env(), parameters.ikev2_ekus.size());
  for (const Eku& eku : parameters.ikev2_ekus) {
    js::Object entry(call.env());
    entry.set("isOid", js::flag(call.env(), eku.is_oid));
    entry.set("text", js::text(call.env(), eku.text));
    ekus.append(entry.value());
  }
  object.set("ikev2Ekus", ekus.value());
  return object.value();
}

napi_value set_tunnel_parameters(Scene& scene, const js::Call& call) {
  TunnelParameters& parameters = server_of(scene, call).tunnels.parameters;
  const js::Given values = call[1];
  shared::server_ex::for_each_parameter([&](const auto& number) {
    if (const js::Given value = values[number.name]; value.there()) {
      number.at(parameters.numbers) = value.dword();
    }
  });
  if (const js::Given https = values["sstpHttps"]; https.there()) {
    parameters.sstp_https = https.flag();
  }
  if (const js::Given own = values["sstpDefaultCertificate"]; own.there()) {
    parameters.sstp_default_certificate = own.flag();
  }
  if (const js::Given hash = values["sstpCertificateHash"]; hash.there()) {
    parameters.sstp_certificate_hash = hash.bytes();
  }
  if (const js::Given certificates = values["ikev2Certificates"]; certificates.there()) {
    parameters.ikev2_certificates.clear();
    for (const js::Given& name : certificates.list()) {
      parameters.ikev2_certificates.push_back(name.bytes());
    }
  }
  if (const js::Given ekus = values["ikev2Ekus"]; ekus.there()) {
    parameters.ikev2_ekus.clear();
    for (const js::Given& eku : ekus.list()) {
      parameters.ikev2_ekus.push_back({eku["isOid"].flag(), eku["text"].text()});
    }
  }
  return js::undefined(call.env());
}

// Undefined if there is none.
napi_value preshared_key(Scene& scene, const js::Call& call) {
  const shared::Secret& key = server_of(scene, call).preshared_key;
  return key.size() == 0 ? js::undefined(call.env())
                         : js::bytes(call.env(), key.data(), key.size());
}

napi_value set_preshared_key(Scene& scene, const js::Call& call) {
  std::vector<std::uint8_t> bytes = call[1].bytes();
  server_of(scene, call).preshared_key = {bytes.data(), bytes.size()};
  shared::wipe(bytes.data(), bytes.size());
  return js::undefined(call.env());
}

napi_value transports(Scene& scene, const js::Call& call) {
  const Transports& all = server_of(scene, call).transports;
  js::Array list(call.env(), all.size());
  for (const auto& [id, transport] : all) {
    js::Object object(call.env());
    object.set("id", js::number(call.env(), id));
    object.set("globalInfo", bytes(call.env(), transport.global_info));
    object.set("clientInterfaceInfo", bytes(call.env(), transport.client_interface_info));
    list.append(object.value());
  }
  return list.value();
}

napi_value set_transport(Scene& scene, const js::Call& call) {
  server_of(scene, call).set_transport(call[1].dword(), {call[2].bytes(), call[3].bytes()});
  return js::undefined(call.env());
}

namespace {

// The variable and its index.
MibPlace to_place(const js::Given& numbers) {
  MibPlace place;
  for (const js::Given& number : numbers.list()) {
    place.push_back(number.dword());
  }
  return place;
}

}  // namespace

napi_value mib(Scene& scene, const js::Call& call) {
  const Mib& all = server_of(scene, call).mib;
  std::size_t count = 0;
  for (const auto& [client, entries] : all) {
    count += entries.size();
  }
  js::Array list(call.env(), count);
  for (const auto& [client, entries] : all) {
    for (const auto& [place, data] : entries) {
      js::Array numbers(call.env(), place.size());
      for (const std::uint32_t number : place) {
        numbers.append(js::number(call.env(), number));
      }
      js::Object object(call.env());
      object.set("transport", js::number(call.env(), std::get<0>(client)));
      object.set("client", js::number(call.env(), std::get<1>(client)));
      object.set("place", numbers.value());
      object.set("data", bytes(call.env(), data));
      list.append(object.value());
    }
  }
  return list.value();
}

// The transport, the client, the place and the data.
napi_value set_mib_entry(Scene& scene, const js::Call& call) {
  Mib& all = server_of(scene, call).mib;
  all[{call[1].dword(), call[2].dword()}][to_place(call[3])] = call[4].bytes();
  return js::undefined(call.env());
}

// Returns whether there was such an entry.
napi_value remove_mib_entry(Scene& scene, const js::Call& call) {
  Mib& all = server_of(scene, call).mib;
  const auto found = all.find({call[1].dword(), call[2].dword()});
  return js::flag(call.env(), found != all.end() && found->second.erase(to_place(call[3])) > 0);
}

// Returns whether there was such a transport.
napi_value remove_transport(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  const std::size_t stored = server.stored.transports.erase(call[1].dword());
  return js::flag(call.env(), stored + server.transports.erase(call[1].dword()) > 0);
}

}  // namespace rras::simulator::verbs
