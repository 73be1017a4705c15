// Reads any shape of MPR_SERVER_EX into rows. Its pointers lead to memory of the DLL. No document
// says who frees that memory, so it is copied and not freed.
#pragma once

#include <algorithm>
#include <tuple>

#include "records/server_ex_record.h"
#include "records/tables.h"
#include "shared/server_ex_numbers.h"

namespace rras::api::mprapi {

// A larger count or size is not plausible, and must not be used to read memory.
constexpr abi::DWORD kMostServerExEntries = 4096;
constexpr abi::DWORD kLargestBlob = 1 << 20;

template <typename Entry>
bool is_real_list(const Entry* entries, abi::DWORD count) {
  return count == 0 || (entries != nullptr && count <= kMostServerExEntries);
}

inline bool is_real_blob(const abi::CRYPTOAPI_BLOB& blob) {
  return blob.cbData == 0 || (blob.pbData != nullptr && blob.cbData <= kLargestBlob);
}

// Whether everything that a row copies is plausible.
template <typename Tunnels>
bool are_readable(const Tunnels& tunnels) {
  const auto& ikev2 = tunnels.IkeConfigParams.TunnelConfigParams;
  const auto* names = ikev2.certificateNames;
  if (!is_real_list(names, ikev2.dwTotalCertificates) ||
      !std::all_of(names, names + ikev2.dwTotalCertificates, is_real_blob)) {
    return false;
  }
  if constexpr (shared::server_ex::has<decltype(shared::server_ex::kEkus), const Tunnels>) {
    if (!is_real_list(ikev2.certificateEKUs, ikev2.dwTotalEkus)) return false;
  }
  const auto is_readable_blob = [&](const auto& at) {
    if constexpr (shared::server_ex::has<decltype(at), const Tunnels>) {
      return is_real_blob(at(tunnels));
    }
    return true;
  };
  return std::apply([&](const auto&... at) { return (is_readable_blob(at) && ...); },
                    records::server_ex::kBlobs);
}

// False, without any rows, if the struct cannot be read.
template <typename Info>
bool add_server_ex(const Info& info, records::Tables& tables) {
  if (!are_readable(info.ConfigParams)) return false;
  tables.add(records::kServerEx, info);
  tables.of(records::kIkev2Certificate);
  tables.of(records::kIkev2Eku);
  const auto& ikev2 = info.ConfigParams.IkeConfigParams.TunnelConfigParams;
  for (abi::DWORD i = 0; i < ikev2.dwTotalCertificates; ++i) {
    tables.add(records::kIkev2Certificate, ikev2.certificateNames[i]);
  }
  if constexpr (shared::server_ex::has<decltype(shared::server_ex::kEkus),
                                       decltype(info.ConfigParams)>) {
    for (abi::DWORD i = 0; i < ikev2.dwTotalEkus; ++i) {
      tables.add(records::kIkev2Eku, ikev2.certificateEKUs[i]);
    }
  }
  return true;
}

}  // namespace rras::api::mprapi
