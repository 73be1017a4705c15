// Verbs on what a server is set up for: tunnels, its pre-shared key, transports.
#include <utility>

#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

namespace {

napi_value bytes(napi_env env, const std::vector<std::uint8_t>& bytes) {
  return js::bytes(env, bytes.data(), bytes.size());
}

// Shows each number of the parameters to `visit(name, number)`.
template <typename Setup, typename Visitor>
void visit_numbers(Setup& tunnels, Visitor&& visit) {
  visit("ikev2IdleTimeout", tunnels.ikev2.idle_timeout);
  visit("ikev2NetworkBlackoutTime", tunnels.ikev2.network_blackout_time);
  visit("ikev2SaLifeTime", tunnels.ikev2.sa_life_time);
  visit("ikev2SaDataSize", tunnels.ikev2.sa_data_size);
  visit("ikev2ConfigOptions", tunnels.ikev2.config_options);
  visit("ikev2EncryptionType", tunnels.ikev2.encryption_type);
  visit("ikev2MainModeSaLifeTime", tunnels.ikev2.mm_sa_life_time);
  visit("l2tpIdleTimeout", tunnels.l2tp.idle_timeout);
  visit("l2tpEncryptionType", tunnels.l2tp.encryption_type);
  visit("l2tpSaLifeTime", tunnels.l2tp.sa_life_time);
  visit("l2tpSaDataSize", tunnels.l2tp.sa_data_size);
  visit("l2tpMainModeSaLifeTime", tunnels.l2tp.mm_sa_life_time);
  visit("sstpCertificateAlgorithm", tunnels.sstp.certificate_algorithm);
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
  const Tunnels& tunnels = server_of(scene, call).tunnels;
  js::Object object(call.env());
  visit_numbers(tunnels, [&](const char* name, abi::DWORD number) {
    object.set(name, js::number(call.env(), number));
  });
  object.set("sstpHttps", js::flag(call.env(), tunnels.sstp.https));
  object.set("sstpDefaultCertificate", js::flag(call.env(), tunnels.sstp.default_certificate));
  object.set("sstpCertificateHash", bytes(call.env(), tunnels.sstp.certificate_hash));
  js::Array certificates(call.env(), tunnels.ikev2.certificates.size());
  for (const auto& name : tunnels.ikev2.certificates) {
    certificates.append(bytes(call.env(), name));
  }
  object.set("ikev2Certificates", certificates.value());
  js::Array ekus(call.env(), tunnels.ikev2.ekus.size());
  for (const Eku& eku : tunnels.ikev2.ekus) {
    js::Object entry(call.env());
    entry.set("isOid", js::flag(call.env(), eku.is_oid));
    entry.set("text", js::text(call.env(), eku.text));
    ekus.append(entry.value());
  }
  object.set("ikev2Ekus", ekus.value());
  return object.value();
}

napi_value set_tunnel_parameters(Scene& scene, const js::Call& call) {
  Tunnels& tunnels = server_of(scene, call).tunnels;
  const js::Given values = call[1];
  visit_numbers(tunnels, [&](const char* name, abi::DWORD& number) {
    if (const js::Given value = values[name]; value.there()) {
      number = value.dword();
    }
  });
  if (const js::Given https = values["sstpHttps"]; https.there()) {
    tunnels.sstp.https = https.flag();
  }
  if (const js::Given own = values["sstpDefaultCertificate"]; own.there()) {
    tunnels.sstp.default_certificate = own.flag();
  }
  if (const js::Given hash = values["sstpCertificateHash"]; hash.there()) {
    tunnels.sstp.certificate_hash = hash.bytes();
  }
  if (const js::Given certificates = values["ikev2Certificates"]; certificates.there()) {
    tunnels.ikev2.certificates.clear();
    for (const js::Given& name : certificates.list()) {
      tunnels.ikev2.certificates.push_back(name.bytes());
    }
  }
  if (const js::Given ekus = values["ikev2Ekus"]; ekus.there()) {
    tunnels.ikev2.ekus.clear();
    for (const js::Given& eku : ekus.list()) {
      tunnels.ikev2.ekus.push_back({eku["isOid"].flag(), eku["text"].text()});
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
  Transports& all = server_of(scene, call).transports;
  all[call[1].dword()] = {call[2].bytes(), call[3].bytes()};
  return js::undefined(call.env());
}

// Gives whether there was such a transport.
napi_value remove_transport(Scene& scene, const js::Call& call) {
  Transports& all = server_of(scene, call).transports;
  return js::flag(call.env(), all.erase(call[1].dword()) > 0);
}

}  // namespace rras::simulator::verbs
