// The functions of Mprapi.dll as a substitute: whatever the signatures allow. What no caller can
// see is kept to: a buffer holds as many entries as the count says, and a pointer points into its
// own block.
#include <cstdlib>
#include <iterator>
#include <memory>
#include <vector>

#include "abi/mprapi.h"
#include "abi/status.h"
#include "api/mprapi/server_ex_shapes.h"
#include "fuzz/input.h"
#include "fuzz/substitute_functions.h"
#include "fuzz/substitute_library.h"

namespace rras::fuzz {

namespace {

using namespace abi;
using namespace abi::mpr;

constexpr DWORD kStatuses[] = {0,  0,  0,   0,   0,   0,   234,  234,  234, 5,
                               50, 87, 124, 127, 903, 906, 1702, 1745, 3010};

DWORD any_status() {
  const auto choice = input().number<std::uint8_t>();
  return choice < 240 ? kStatuses[choice % std::size(kStatuses)] : input().number<DWORD>();
}

template <typename Struct>
void hand_out_entries(Struct** buffer, std::size_t count) {
  *buffer = input().coin() || count > 0 ? static_cast<Struct*>(hand_out(sizeof(Struct) * count))
                                        : nullptr;
}

template <typename Struct>
DWORD enumerate(BYTE** buffer, DWORD* read, DWORD* total, DWORD* resume) {
  const DWORD status = any_status();
  const DWORD count = input().number<std::uint8_t>() % 5;
  const bool is_withheld = (input().number<std::uint8_t>() & 7) == 7;
  if (!is_withheld) hand_out_entries(reinterpret_cast<Struct**>(buffer), count);
  *read = count;
  *total = input().number<DWORD>();
  if (resume != nullptr) *resume = input().number<std::uint8_t>();
  return status;
}

template <typename Struct>
DWORD hand_out_one(BYTE** buffer) {
  const DWORD status = any_status();
  if (input().number<std::uint8_t>() % 8 != 7)
    *buffer = static_cast<BYTE*>(hand_out(sizeof(Struct)));
  return status;
}

DWORD RRAS_APIENTRY Connect(WCHAR*, HANDLE* server) {
  const DWORD status = any_status();
  if (!input().coin()) *server = server;
  return status;
}
void RRAS_APIENTRY Disconnect(HANDLE) {}
DWORD RRAS_APIENTRY Free(void* buffer) {
  take_back(buffer);
  return any_status();
}
DWORD RRAS_APIENTRY Act(HANDLE, HANDLE) {
  return any_status();
}
DWORD RRAS_APIENTRY PortsEnum(HANDLE, DWORD, HANDLE, BYTE** buffer, DWORD, DWORD* read,
                              DWORD* total, DWORD* resume) {
  return enumerate<RAS_PORT_0>(buffer, read, total, resume);
}
DWORD RRAS_APIENTRY PortInfo(HANDLE, DWORD level, HANDLE, BYTE** buffer) {
  return level == 0 ? hand_out_one<RAS_PORT_0>(buffer) : hand_out_one<RAS_PORT_1>(buffer);
}
DWORD RRAS_APIENTRY ConnectionsEnum(HANDLE, DWORD level, BYTE** buffer, DWORD, DWORD* read,
                                    DWORD* total, DWORD* resume) {
  switch (level) {
    case 0:
      return enumerate<RAS_CONNECTION_0>(buffer, read, total, resume);
    case 1:
      return enumerate<RAS_CONNECTION_1>(buffer, read, total, resume);
    case 2:
      return enumerate<RAS_CONNECTION_2>(buffer, read, total, resume);
    default:
      return enumerate<RAS_CONNECTION_3>(buffer, read, total, resume);
  }
}
DWORD RRAS_APIENTRY ConnectionInfo(HANDLE, DWORD level, HANDLE, BYTE** buffer) {
  switch (level) {
    case 0:
      return hand_out_one<RAS_CONNECTION_0>(buffer);
    case 1:
      return hand_out_one<RAS_CONNECTION_1>(buffer);
    case 2:
      return hand_out_one<RAS_CONNECTION_2>(buffer);
    default:
      return hand_out_one<RAS_CONNECTION_3>(buffer);
  }
}
void sometimes_right(MPRAPI_OBJECT_HEADER& header, std::size_t size) {
  if (input().number<std::uint8_t>() % 4 != 3) header = {1, 1, static_cast<WORD>(size)};
}
DWORD RRAS_APIENTRY ConnectionsEnumEx(HANDLE, MPRAPI_OBJECT_HEADER*, DWORD, DWORD* read,
                                      DWORD* total, RAS_CONNECTION_EX** buffer, DWORD* resume) {
  const DWORD status =
      enumerate<RAS_CONNECTION_EX>(reinterpret_cast<BYTE**>(buffer), read, total, resume);
  for (DWORD i = 0; *buffer != nullptr && i < *read; ++i) {
    sometimes_right((*buffer)[i].Header, sizeof **buffer);
  }
  return status;
}
DWORD RRAS_APIENTRY ConnectionInfoEx(HANDLE, HANDLE, RAS_CONNECTION_EX* connection) {
  const DWORD status = any_status();
  input().read(connection, sizeof *connection);
  sometimes_right(connection->Header, sizeof *connection);
  return status;
}
DWORD RRAS_APIENTRY RemoveQuarantine(HANDLE, HANDLE, BOOL) {
  return any_status();
}
DWORD RRAS_APIENTRY SendMessage(HANDLE, HANDLE, WCHAR*) {
  return any_status();
}
DWORD RRAS_APIENTRY Update(HANDLE, HANDLE, RAS_UPDATE_CONNECTION*) {
  return any_status();
}
DWORD RRAS_APIENTRY ServerInfo(HANDLE, DWORD level, BYTE** buffer) {
  switch (level) {
    case 0:
      return hand_out_one<MPR_SERVER_0>(buffer);
    case 1:
      return hand_out_one<MPR_SERVER_1>(buffer);
    default:
      return hand_out_one<MPR_SERVER_2>(buffer);
  }
}
DWORD RRAS_APIENTRY SetServer(HANDLE, DWORD, BYTE*) {
  return any_status();
}
BOOL RRAS_APIENTRY IsRunning(WCHAR*) {
  return input().number<BOOL>();
}
DWORD RRAS_APIENTRY IsInitialized(WCHAR*, BOOL* initialized) {
  *initialized = input().number<BOOL>();
  return any_status();
}
DWORD RRAS_APIENTRY IsDomain(WCHAR*, WCHAR*, BOOL* is_server) {
  *is_server = input().number<BOOL>();
  return any_status();
}
DWORD RRAS_APIENTRY Establish(WCHAR*, WCHAR*, BOOL) {
  return any_status();
}
DWORD RRAS_APIENTRY Pdc(const WCHAR*, const WCHAR*, WCHAR* name) {
  input().read(name, sizeof(WCHAR) * (UNCLEN + 1));
  return any_status();
}
DWORD RRAS_APIENTRY Credentials(HANDLE, DWORD, BYTE** buffer) {
  const DWORD status = any_status();
  const std::size_t key = input().number<std::uint16_t>() % 400;
  auto* block = static_cast<BYTE*>(hand_out(sizeof(MPR_CREDENTIALSEX_1) + key));
  auto* credentials = reinterpret_cast<MPR_CREDENTIALSEX_1*>(block);
  credentials->dwSize = input().coin() ? static_cast<DWORD>(key) : 0;
  credentials->lpbCredentialsInfo =
      key > 0 || input().coin() ? block + sizeof *credentials : nullptr;
  *buffer = block;
  return status;
}
DWORD RRAS_APIENTRY UserInfo(const WCHAR*, const WCHAR*, DWORD level, BYTE* buffer) {
  input().read(buffer, level == 0 ? sizeof(RAS_USER_0) : sizeof(RAS_USER_1));
  return any_status();
}
DWORD RRAS_APIENTRY Devices(HANDLE, DWORD, BYTE** buffer, DWORD* total) {
  DWORD unused = 0;
  return enumerate<MPR_DEVICE_0>(buffer, total, &unused, nullptr);
}
DWORD RRAS_APIENTRY Transport(HANDLE, DWORD, BYTE** global, DWORD* global_size, BYTE** client,
                              DWORD* client_size) {
  const DWORD status = any_status();
  *global_size = input().number<std::uint8_t>();
  hand_out_entries(global, *global_size);
  *client_size = input().number<std::uint8_t>();
  hand_out_entries(client, *client_size);
  return status;
}

// What pointers of a caller's own struct lead to: the library's memory, which is nobody's to free.
// It lasts until the next such struct.
std::vector<std::unique_ptr<std::uint8_t[]>> kept;

template <typename Entry>
Entry* keep(std::size_t count) {
  kept.push_back(std::make_unique<std::uint8_t[]>(sizeof(Entry) * count));
  input().read(kept.back().get(), sizeof(Entry) * count);
  return reinterpret_cast<Entry*>(kept.back().get());
}

void make_whole(CRYPTOAPI_BLOB& blob) {
  blob.cbData %= 64;
  blob.pbData = blob.cbData > 0 || input().coin() ? keep<BYTE>(blob.cbData) : nullptr;
  if (input().number<std::uint8_t>() % 16 == 15) blob.pbData = nullptr;
}

template <typename Parameters>
void make_whole_ikev2(Parameters& ikev2) {
  ikev2.dwTotalCertificates %= 4;
  ikev2.certificateNames = keep<CERT_NAME_BLOB>(ikev2.dwTotalCertificates);
  for (DWORD i = 0; i < ikev2.dwTotalCertificates; ++i) make_whole(ikev2.certificateNames[i]);
  if constexpr (api::mprapi::ikev2_generation<Parameters> >= 2) {
    make_whole(ikev2.machineCertificateName);
    ikev2.customPolicy = input().coin() ? keep<ROUTER_CUSTOM_IKEv2_POLICY0>(1) : nullptr;
  }
  if constexpr (api::mprapi::ikev2_generation<Parameters> >= 3) {
    ikev2.dwTotalEkus %= 4;
    ikev2.certificateEKUs = keep<MPR_CERT_EKU>(ikev2.dwTotalEkus);
    for (DWORD i = 0; i < ikev2.dwTotalEkus; ++i) {
      WCHAR* text = keep<WCHAR>(8);
      text[7] = 0;
      ikev2.certificateEKUs[i].pwszEKU = input().coin() ? text : nullptr;
    }
    make_whole(ikev2.machineCertificateHash);
  }
}

DWORD RRAS_APIENTRY ServerInfoEx(HANDLE, MPRAPI_OBJECT_HEADER* header) {
  kept.clear();
  const DWORD status = any_status();
  if (status != 0) return status;
  const MPRAPI_OBJECT_HEADER asked = *header;
  api::mprapi::any_shape([&](auto shape) {
    using Info = typename decltype(shape)::Info;
    if (asked.revision != decltype(shape)::revision) return false;
    auto& info = *reinterpret_cast<Info*>(header);
    if (asked.size != sizeof info) std::abort();
    input().read(&info, sizeof info);
    make_whole_ikev2(info.ConfigParams.IkeConfigParams.TunnelConfigParams);
    make_whole(info.ConfigParams.SstpConfigParams.sstpCertDetails.certBlob);
    return true;
  });
  *header = asked;
  if (input().number<std::uint8_t>() % 8 == 7) header->size ^= 4;
  return status;
}
DWORD RRAS_APIENTRY SetServerEx(HANDLE, MPRAPI_OBJECT_HEADER*) {
  return any_status();
}
DWORD RRAS_APIENTRY ErrorText(DWORD, WCHAR** text) {
  const DWORD status = any_status();
  const std::size_t length = input().number<std::uint8_t>();
  if (input().number<std::uint8_t>() % 8 == 7) return status;
  *text = static_cast<WCHAR*>(hand_out(sizeof(WCHAR) * (length + 1)));
  (*text)[length] = 0;
  return status;
}
using LocalFreeFunction = void*(RRAS_APIENTRY*)(void*);
void* RRAS_APIENTRY FreeText(void* text) {
  take_back(text);
  return nullptr;
}
DWORD RRAS_APIENTRY SetUser(const WCHAR*, const WCHAR*, DWORD, BYTE*) {
  return any_status();
}

template <typename Signature>
void* address(Signature function) {
  return reinterpret_cast<void*>(function);
}

}  // namespace

void offer_mpr_functions() {
  has({
      {"MprAdminServerConnect", address<ServerConnect>(Connect)},
      {"MprAdminServerDisconnect", address<ServerDisconnect>(Disconnect)},
      {"MprAdminBufferFree", address<BufferFree>(Free)},
      {"MprAdminPortEnum", address<PortEnum>(PortsEnum)},
      {"RasAdminServerConnect", address<ServerConnect>(Connect)},
      {"RasAdminServerDisconnect", address<ServerDisconnect>(Disconnect)},
      {"RasAdminBufferFree", address<BufferFree>(Free)},
      {"MprAdminPortGetInfo", address<PortGetInfo>(PortInfo)},
      {"MprAdminPortDisconnect", address<PortDisconnect>(Act)},
      {"MprAdminPortReset", address<PortReset>(Act)},
      {"MprAdminPortClearStats", address<PortClearStats>(Act)},
      {"MprAdminConnectionEnum", address<ConnectionEnum>(ConnectionsEnum)},
      {"MprAdminConnectionGetInfo", address<ConnectionGetInfo>(ConnectionInfo)},
      {"MprAdminConnectionEnumEx", address<ConnectionEnumEx>(ConnectionsEnumEx)},
      {"MprAdminConnectionGetInfoEx", address<ConnectionGetInfoEx>(ConnectionInfoEx)},
      {"MprAdminConnectionClearStats", address<ConnectionClearStats>(Act)},
      {"MprAdminConnectionRemoveQuarantine", address<ConnectionRemoveQuarantine>(RemoveQuarantine)},
      {"MprAdminSendUserMessage", address<SendUserMessage>(SendMessage)},
      {"MprAdminUpdateConnection", address<UpdateConnection>(Update)},
      {"MprAdminServerGetInfo", address<ServerGetInfo>(ServerInfo)},
      {"MprAdminServerGetInfoEx", address<ServerGetInfoEx>(ServerInfoEx)},
      {"MprAdminServerSetInfoEx", address<ServerSetInfoEx>(SetServerEx)},
      {"MprAdminGetErrorString", address<GetErrorString>(ErrorText)},
      {"LocalFree", address<LocalFreeFunction>(FreeText)},
      {"MprAdminUserSetInfo", address<UserSetInfo>(SetUser)},
      {"MprAdminServerSetInfo", address<ServerSetInfo>(SetServer)},
      {"MprAdminIsServiceRunning", address<IsServiceRunning>(IsRunning)},
      {"MprAdminIsServiceInitialized", address<IsServiceInitialized>(IsInitialized)},
      {"MprAdminIsDomainRasServer", address<IsDomainRasServer>(IsDomain)},
      {"MprAdminEstablishDomainRasServer", address<EstablishDomainRasServer>(Establish)},
      {"MprAdminGetPDCServer", address<GetPDCServer>(Pdc)},
      {"MprAdminServerGetCredentials", address<ServerGetCredentials>(Credentials)},
      {"MprAdminServerSetCredentials", address<ServerSetCredentials>(SetServer)},
      {"MprAdminUserGetInfo", address<UserGetInfo>(UserInfo)},
      {"MprAdminDeviceEnum", address<DeviceEnum>(Devices)},
      {"MprAdminTransportGetInfo", address<TransportGetInfo>(Transport)},
  });
}

}  // namespace rras::fuzz
