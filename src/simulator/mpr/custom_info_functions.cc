// The settings for IKEv2 of one interface, running and stored.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include <algorithm>
#include <cstring>

#include "abi/mprapi/custom_info.h"
#include "simulator/mpr/stored_call.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

using NewestInfo = mpr::MPR_IF_CUSTOMINFOEX2;

// The highest revision that a generation knows. The pages name no version for the second and the
// third; the headers have them for Windows 8.1 and 10.
unsigned highest_custom_revision(Generation generation) {
  if (generation < Generation::windows_2012_r2) {
    return 0;
  }
  return generation < Generation::windows_2016 ? 2 : 3;
}

std::size_t custom_size(unsigned revision) {
  switch (revision) {
    case 1:
      return sizeof(mpr::MPR_IF_CUSTOMINFOEX0);
    case 2:
      return sizeof(mpr::MPR_IF_CUSTOMINFOEX1);
    default:
      return sizeof(NewestInfo);
  }
}

// The status if the header asks for something that the server does not have.
std::optional<DWORD> header_refusal(const Server& server, const mpr::MPRAPI_OBJECT_HEADER* header) {
  const unsigned highest = highest_custom_revision(server.generation);
  if (highest == 0) {
    return server.quirks.newer_ex_function;
  }
  if (header == nullptr) {
    return status::ERROR_INVALID_PARAMETER;
  }
  const bool fits = header->type == mpr::MPRAPI_OBJECT_TYPE_IF_CUSTOM_CONFIG_OBJECT &&
                    header->revision > 0 && header->revision <= highest &&
                    header->size == custom_size(header->revision);
  return fits ? std::nullopt : std::optional(server.quirks.wrong_header);
}

CRYPTOAPI_BLOB blob_of(std::vector<std::uint8_t>& bytes) {
  return {static_cast<DWORD>(bytes.size()), bytes.empty() ? nullptr : bytes.data()};
}

// The targets of the pointers live as long as the server: no page says who frees them.
DWORD give_custom_info(Server& server, const std::optional<CustomInfo>& from,
                       mpr::MPRAPI_OBJECT_HEADER* header) {
  NewestInfo info{};
  info.Header = *header;
  if (from) {
    const auto kept = std::make_shared<CustomInfo>(*from);
    info.dwFlags = mpr::MPRAPI_IF_CUSTOM_CONFIG_FOR_IKEV2;
    auto& config = info.customIkev2Config;
    config.dwSaLifeTime = kept->sa_life_time;
    config.dwSaDataSize = kept->sa_data_size;
    config.dwMmSaLifeTime = kept->main_mode_sa_life_time;
    config.certificateName = blob_of(kept->certificate_name);
    config.certificateHash = blob_of(kept->certificate_hash);
    config.customPolicy = kept->policy ? &*kept->policy : nullptr;
    server.pointed_to.push_back(kept);
  }
  std::memcpy(header, &info, header->size);
  return status::SUCCESS;
}

std::vector<std::uint8_t> bytes_in(const CRYPTOAPI_BLOB& blob) {
  return blob.pbData == nullptr ? std::vector<std::uint8_t>()
                                : std::vector<std::uint8_t>(blob.pbData, blob.pbData + blob.cbData);
}

// The page of the struct has the limits.
DWORD take_custom_info(const mpr::MPRAPI_OBJECT_HEADER* header, std::optional<CustomInfo>& into) {
  constexpr DWORD shortest = 300;
  constexpr DWORD longest = 17'279'999;
  constexpr DWORD smallest = 1024;
  NewestInfo info{};
  std::memcpy(static_cast<void*>(&info), header, header->size);
  if ((info.dwFlags & mpr::MPRAPI_IF_CUSTOM_CONFIG_FOR_IKEV2) == 0) {
    into.reset();
    return status::SUCCESS;
  }
  const auto& config = info.customIkev2Config;
  if (config.dwSaLifeTime < shortest || config.dwSaLifeTime > longest ||
      config.dwSaDataSize < smallest) {
    return status::ERROR_INVALID_PARAMETER;
  }
  CustomInfo taken;
  taken.sa_life_time = config.dwSaLifeTime;
  taken.sa_data_size = config.dwSaDataSize;
  taken.main_mode_sa_life_time = config.dwMmSaLifeTime;
  taken.certificate_name = bytes_in(config.certificateName);
  taken.certificate_hash = bytes_in(config.certificateHash);
  if (config.customPolicy != nullptr) taken.policy = *config.customPolicy;
  into = std::move(taken);
  return status::SUCCESS;
}

template <typename Body>
DWORD on_running(HANDLE server_handle, const char* function, HANDLE interface_handle,
                 const mpr::MPRAPI_OBJECT_HEADER* header, Body&& body) {
  return call_by_handle(
      server_handle, function, status::ERROR_INVALID_HANDLE,
      CallArguments({{"hInterface", interface_handle}}), [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused =
                refusal(server, Need::any_router, Since{Generation::windows_2000})) {
          return *refused;
        }
        if (const auto refused = header_refusal(server, header)) {
          return *refused;
        }
        Interface* one = server.interface_by_handle(id_of(interface_handle));
        if (one == nullptr) {
          return status::ERROR_INVALID_HANDLE;
        }
        return one->type == mpr::ROUTER_IF_TYPE_FULL_ROUTER ? body(server, *one)
                                                            : status::ERROR_INVALID_PARAMETER;
      });
}

template <typename Body>
DWORD on_stored(HANDLE config, const char* function, HANDLE one,
                const mpr::MPRAPI_OBJECT_HEADER* header, Body&& body) {
  return call_stored(config, function, CallArguments({{"hRouterInterface", one}}),
                     [&](const Callee& callee) -> DWORD {
                       Server& server = *callee.server;
                       if (const auto refused = header_refusal(server, header)) {
                         return *refused;
                       }
                       if (one == nullptr) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       StoredInterface* found = server.stored.interface_by_handle(one);
                       return found == nullptr ? status::ERROR_NO_SUCH_INTERFACE
                                               : body(server, *found);
                     });
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceGetCustomInfoEx(
    HANDLE hMprServer, HANDLE hInterface, mpr::MPRAPI_OBJECT_HEADER* pCustomInfo) {
  return on_running(hMprServer, RRAS_NAME(InterfaceGetCustomInfoEx), hInterface, pCustomInfo,
                    [&](Server& server, const Interface& one) {
                      return give_custom_info(server, one.custom_info, pCustomInfo);
                    });
}
RRAS_EXPORTED(InterfaceGetCustomInfoEx);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceSetCustomInfoEx(
    HANDLE hMprServer, HANDLE hInterface, mpr::MPRAPI_OBJECT_HEADER* pCustomInfo) {
  return on_running(
      hMprServer, RRAS_NAME(InterfaceSetCustomInfoEx), hInterface, pCustomInfo,
      [&](Server&, Interface& one) { return take_custom_info(pCustomInfo, one.custom_info); });
}
RRAS_EXPORTED(InterfaceSetCustomInfoEx);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceGetCustomInfoEx(
    HANDLE hMprConfig, HANDLE hRouterInterface, mpr::MPRAPI_OBJECT_HEADER* pCustomInfo) {
  return on_stored(hMprConfig, "MprConfigInterfaceGetCustomInfoEx", hRouterInterface, pCustomInfo,
                   [&](Server& server, const StoredInterface& one) {
                     return give_custom_info(server, one.custom_info, pCustomInfo);
                   });
}
RRAS_STORED_AS(InterfaceGetCustomInfoEx, InterfaceGetCustomInfoEx);

// Only this one is documented to look at the type.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceSetCustomInfoEx(
    HANDLE hMprConfig, HANDLE hRouterInterface, mpr::MPRAPI_OBJECT_HEADER* pCustomInfo) {
  return on_stored(hMprConfig, "MprConfigInterfaceSetCustomInfoEx", hRouterInterface, pCustomInfo,
                   [&](Server&, StoredInterface& one) -> DWORD {
                     return one.type == mpr::ROUTER_IF_TYPE_FULL_ROUTER
                                ? take_custom_info(pCustomInfo, one.custom_info)
                                : status::ERROR_INVALID_PARAMETER;
                   });
}
RRAS_STORED_AS(InterfaceSetCustomInfoEx, InterfaceSetCustomInfoEx);

#endif
