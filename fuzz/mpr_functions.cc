// Substitutes for the functions of Mprapi.dll, which answer anything that the signatures allow.
// They keep only the rules that no caller can check: a buffer holds as many entries as the count
// says, and a pointer points into its own block.
#include <cstring>

#include "abi/mprapi.h"
#include "abi/status.h"
#include "fuzz/answers.h"
#include "fuzz/input.h"
#include "fuzz/server_ex_function.h"
#include "fuzz/substitute_functions.h"
#include "fuzz/substitute_library.h"

namespace rras::fuzz {

namespace {

using namespace abi;
using namespace abi::mpr;

constexpr DWORD kStatuses[] = {0,  0,  0,   0,   0,   0,   0,   0,   234,  234,  234, 5,
                               50, 87, 124, 127, 317, 600, 903, 906, 1702, 1745, 3010};

DWORD any_status() {
  return fuzz::any_status(kStatuses);
}

template <typename Struct>
Struct* hand_out_entries(std::size_t count) {
  const bool is_there = count > 0 || input().coin();
  return is_there ? static_cast<Struct*>(hand_out(sizeof(Struct) * count)) : nullptr;
}

// Sometimes without the buffer, or with a count that no server has. `mend` is called for each
// entry.
template <typename Struct, typename Mend>
DWORD enumerate(Struct** buffer, DWORD* read, DWORD* total, DWORD* resume, Mend mend) {
  const DWORD status = any_status();
  const DWORD count = input().number<std::uint8_t>() % 5;
  const std::uint8_t kind = input().number<std::uint8_t>() % 16;
  if (kind != 15) *buffer = hand_out_entries<Struct>(count);
  *read = kind == 14 ? 0xFFFFFFFF - count : count;
  *total = input().number<DWORD>();
  if (resume != nullptr) *resume = input().number<std::uint8_t>();
  for (DWORD i = 0; *buffer != nullptr && i < count; ++i) mend((*buffer)[i]);
  return status;
}

template <typename Struct>
DWORD enumerate(BYTE** buffer, DWORD* read, DWORD* total, DWORD* resume) {
  return enumerate(reinterpret_cast<Struct**>(buffer), read, total, resume, [](Struct&) {});
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
  const std::uint8_t kind = input().number<std::uint8_t>() % 8;
  if (kind < 5) header = {1, 1, static_cast<WORD>(size)};
  if (kind == 5) header = {1, 1, sizeof header};
  if (kind == 6) header = {};
}
DWORD RRAS_APIENTRY ConnectionsEnumEx(HANDLE, MPRAPI_OBJECT_HEADER*, DWORD, DWORD* read,
                                      DWORD* total, RAS_CONNECTION_EX** buffer, DWORD* resume) {
  return enumerate(buffer, read, total, resume, [](RAS_CONNECTION_EX& connection) {
    sometimes_right(connection.Header, sizeof connection);
  });
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
  // The product has room for longer names than the pages promise.
  input().read(name, sizeof(WCHAR) * (input().coin() ? 1024 : UNCLEN + 1));
  return any_status();
}
// Sometimes longer than `most`, which the product does not read.
DWORD hand_out_secret(BYTE** buffer, DWORD most) {
  const DWORD status = any_status();
  const std::size_t key = input().number<std::uint16_t>() % 400;
  auto* block = static_cast<BYTE*>(hand_out(sizeof(MPR_CREDENTIALSEX_1) + key));
  auto* credentials = reinterpret_cast<MPR_CREDENTIALSEX_1*>(block);
  const std::uint8_t kind = input().number<std::uint8_t>() % 8;
  credentials->dwSize = kind == 7 ? most + 1 + static_cast<DWORD>(key) : static_cast<DWORD>(key);
  if (kind == 6) credentials->dwSize = 0;
  credentials->lpbCredentialsInfo = kind == 5 ? nullptr : block + sizeof *credentials;
  *buffer = block;
  return status;
}
DWORD RRAS_APIENTRY Credentials(HANDLE, DWORD, BYTE** buffer) {
  return hand_out_secret(buffer, 65'536);
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
  *global = hand_out_entries<BYTE>(*global_size);
  *client_size = input().number<std::uint8_t>();
  *client = hand_out_entries<BYTE>(*client_size);
  if (input().number<std::uint8_t>() % 16 == 15) *global_size += (1u << 24) + 1;
  return status;
}
DWORD RRAS_APIENTRY ReadMib(HANDLE, DWORD, DWORD, void*, DWORD, void** entry, DWORD* size) {
  const DWORD status = any_status();
  *size = input().number<std::uint8_t>();
  *entry = hand_out_entries<BYTE>(*size);
  if (input().number<std::uint8_t>() % 16 == 15) *size += (1u << 24) + 1;
  return status;
}
DWORD RRAS_APIENTRY ChangeMib(HANDLE, DWORD, DWORD, void*, DWORD) {
  return any_status();
}
// The texts and bytes that an interface's pointers name, in the block of the struct.
template <typename Struct, typename Mend>
DWORD hand_out_with_texts(BYTE** buffer, Mend mend) {
  const DWORD status = any_status();
  if (input().number<std::uint8_t>() % 8 == 7) return status;
  constexpr std::size_t kUnits = 40;
  constexpr std::size_t kSize = sizeof(Struct) + 2 * kUnits * sizeof(WCHAR);
  auto* block = static_cast<BYTE*>(hand_out(kSize));
  auto* texts = reinterpret_cast<WCHAR*>(block + sizeof(Struct));
  texts[kUnits - 2] = texts[kUnits - 1] = 0;
  const bool has_texts = input().coin();
  mend(*reinterpret_cast<Struct*>(block), has_texts ? texts : nullptr,
       reinterpret_cast<BYTE*>(texts + kUnits));
  *buffer = block;
  return status;
}
template <typename Struct>
void mend_entry(Struct& entry, WCHAR* texts, BYTE* bytes) {
  entry.szAlternates = texts;
  entry.dwIfType = ROUTER_IF_TYPE_FULL_ROUTER;
  entry.dwCustomAuthDataSize = input().number<std::uint8_t>() % 64;
  entry.lpbCustomAuthData = input().coin() ? bytes : nullptr;
}
DWORD RRAS_APIENTRY InterfacesEnum(HANDLE, DWORD, BYTE** buffer, DWORD, DWORD* read, DWORD* total,
                                   DWORD* resume) {
  return enumerate<MPR_INTERFACE_0>(buffer, read, total, resume);
}
DWORD RRAS_APIENTRY InterfaceInfo(HANDLE, HANDLE, DWORD level, BYTE** buffer) {
  switch (level) {
    case 0:
      return hand_out_with_texts<MPR_INTERFACE_0>(buffer, [](MPR_INTERFACE_0& info, WCHAR*, BYTE*) {
        if (input().coin()) info.dwIfType = ROUTER_IF_TYPE_FULL_ROUTER;
        if (input().coin()) info.wszInterfaceName[0] = 0;
      });
    case 1:
      return hand_out_with_texts<MPR_INTERFACE_1>(buffer,
                                                  [](MPR_INTERFACE_1& info, WCHAR* texts, BYTE*) {
                                                    info.lpwsDialoutHoursRestriction = texts;
                                                    info.dwIfType = ROUTER_IF_TYPE_FULL_ROUTER;
                                                    info.wszInterfaceName[0] = 0;
                                                  });
    case 2:
      return hand_out_with_texts<MPR_INTERFACE_2>(
          buffer, [](MPR_INTERFACE_2& info, WCHAR* texts, BYTE* bytes) {
            mend_entry(info, texts, bytes);
            info.wszInterfaceName[0] = 0;
          });
    default:
      return hand_out_with_texts<MPR_INTERFACE_3>(
          buffer, [](MPR_INTERFACE_3& info, WCHAR* texts, BYTE* bytes) {
            mend_entry(info, texts, bytes);
            info.wszInterfaceName[0] = 0;
            info.AddressCount = input().number<std::uint8_t>() % 5;
            info.ipv6addr = input().coin() ? reinterpret_cast<IN6_ADDR*>(bytes) : nullptr;
            if (input().number<std::uint8_t>() % 16 == 15) info.AddressCount = 0xFFFFFF;
          });
  }
}
DWORD RRAS_APIENTRY InterfaceHandle(HANDLE, WCHAR*, HANDLE* handle, BOOL) {
  *handle = reinterpret_cast<HANDLE>(std::uintptr_t{input().number<std::uint8_t>()});
  return any_status();
}
DWORD RRAS_APIENTRY NewInterface(HANDLE, DWORD, BYTE*, HANDLE* handle) {
  *handle = reinterpret_cast<HANDLE>(std::uintptr_t{input().number<std::uint8_t>()});
  return any_status();
}
DWORD RRAS_APIENTRY SetInterface(HANDLE, HANDLE, DWORD, BYTE*) {
  return any_status();
}
DWORD RRAS_APIENTRY InterfaceLogin(WCHAR*, WCHAR*, WCHAR* user, WCHAR* password, WCHAR* domain) {
  // The product has room for longer texts than the pages promise.
  const std::size_t size = sizeof(WCHAR) * (input().coin() ? 1024 : UNLEN + 1);
  for (WCHAR* text : {user, password, domain}) input().read(text, size);
  return any_status();
}
DWORD RRAS_APIENTRY SetInterfaceLogin(WCHAR*, WCHAR*, WCHAR*, WCHAR*, WCHAR*) {
  return any_status();
}
DWORD RRAS_APIENTRY InterfaceSecret(HANDLE, HANDLE, DWORD, BYTE** buffer) {
  return hand_out_secret(buffer, 1u << 20);
}
DWORD RRAS_APIENTRY InterfaceDevice(HANDLE, HANDLE, DWORD, DWORD level, BYTE** buffer) {
  if (level == 0) return hand_out_one<MPR_DEVICE_0>(buffer);
  return hand_out_with_texts<MPR_DEVICE_1>(
      buffer, [](MPR_DEVICE_1& device, WCHAR* texts, BYTE*) { device.szAlternates = texts; });
}
DWORD RRAS_APIENTRY SetInterfaceDevice(HANDLE, HANDLE, DWORD, DWORD, BYTE*) {
  return any_status();
}
DWORD RRAS_APIENTRY ConnectInterface(HANDLE, HANDLE, HANDLE, BOOL) {
  return any_status();
}
DWORD RRAS_APIENTRY UpdateRoutesOf(HANDLE, HANDLE, DWORD, HANDLE) {
  return any_status();
}
DWORD RRAS_APIENTRY UpdateResult(HANDLE, HANDLE, DWORD, DWORD* result) {
  *result = input().number<DWORD>();
  return any_status();
}
DWORD RRAS_APIENTRY ServerInfoEx(HANDLE, MPRAPI_OBJECT_HEADER* header) {
  const DWORD status = any_status();
  if (status == 0) fill_server_ex(*header);
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
DWORD RRAS_APIENTRY CreateTransport(HANDLE, DWORD, WCHAR*, BYTE*, DWORD, BYTE*, DWORD, WCHAR*) {
  return any_status();
}
DWORD RRAS_APIENTRY SetTransport(HANDLE, DWORD, BYTE*, DWORD, BYTE*, DWORD) {
  return any_status();
}
DWORD RRAS_APIENTRY Refresh(HANDLE) {
  return any_status();
}
DWORD RRAS_APIENTRY Install(DWORD, void*) {
  return any_status();
}
DWORD RRAS_APIENTRY InFolder(HANDLE, WCHAR*) {
  return any_status();
}
DWORD RRAS_APIENTRY GetFilter(HANDLE, DWORD, DWORD, BYTE* buffer) {
  input().read(buffer, sizeof(MPR_FILTER_0));
  return any_status();
}
DWORD RRAS_APIENTRY SetFilter(HANDLE, DWORD, DWORD, BYTE*) {
  return any_status();
}
DWORD give_stored_handle(HANDLE* handle) {
  *handle = reinterpret_cast<HANDLE>(input().number<std::uint8_t>() % 8);
  return any_status();
}
DWORD RRAS_APIENTRY CreateStoredTransport(HANDLE, DWORD, WCHAR*, BYTE*, DWORD, BYTE*, DWORD, WCHAR*,
                                          HANDLE* transport) {
  return give_stored_handle(transport);
}
DWORD RRAS_APIENTRY StoredTransportHandle(HANDLE, DWORD, HANDLE* transport) {
  return give_stored_handle(transport);
}
DWORD RRAS_APIENTRY SetStoredTransport(HANDLE, HANDLE, BYTE*, DWORD, BYTE*, DWORD, WCHAR*) {
  return any_status();
}
DWORD RRAS_APIENTRY StoredTransport(HANDLE, HANDLE, BYTE** global, DWORD* global_size,
                                    BYTE** client, DWORD* client_size, WCHAR** dll) {
  const std::size_t length = input().number<std::uint8_t>();
  if (input().coin()) {
    *dll = static_cast<WCHAR*>(hand_out(sizeof(WCHAR) * (length + 1)));
    (*dll)[length] = 0;
  }
  return Transport(nullptr, 0, global, global_size, client, client_size);
}
// Sometimes with the status that only the stored side has for the end.
DWORD RRAS_APIENTRY StoredTransports(HANDLE, DWORD, BYTE** buffer, DWORD, DWORD* read, DWORD* total,
                                     DWORD* resume) {
  const DWORD answered = enumerate<MPR_TRANSPORT_0>(buffer, read, total, resume);
  return input().number<std::uint8_t>() % 4 == 3 ? abi::status::ERROR_NO_MORE_ITEMS : answered;
}
DWORD RRAS_APIENTRY StoredInterfaces(HANDLE, DWORD, BYTE** buffer, DWORD, DWORD* read, DWORD* total,
                                     DWORD* resume) {
  const DWORD answered = enumerate<MPR_INTERFACE_0>(buffer, read, total, resume);
  return input().number<std::uint8_t>() % 4 == 3 ? abi::status::ERROR_NO_MORE_ITEMS : answered;
}
DWORD RRAS_APIENTRY StoredInterfaceHandle(HANDLE, WCHAR*, HANDLE* one) {
  const DWORD status = give_stored_handle(one);
  return input().coin() ? abi::status::ERROR_NO_SUCH_INTERFACE : status;
}
DWORD RRAS_APIENTRY NewStoredInterface(HANDLE, DWORD, BYTE*, HANDLE* one) {
  return give_stored_handle(one);
}
// Usually with the name that the questions have, and a size that the block has.
DWORD RRAS_APIENTRY StoredInterface(HANDLE, HANDLE one, DWORD level, BYTE** buffer, DWORD* size) {
  const DWORD status = InterfaceInfo(nullptr, one, level, buffer);
  *size = level == 0 ? sizeof(MPR_INTERFACE_0) : sizeof(MPR_INTERFACE_1);
  const std::uint8_t kind = input().number<std::uint8_t>() % 8;
  if (kind == 7) *size = input().number<std::uint8_t>();
  constexpr WCHAR kName[] = u"Paris";
  if (kind < 6 && *buffer != nullptr) std::memcpy(*buffer, kName, sizeof kName);
  return status;
}
DWORD hand_out_block(BYTE** info, DWORD* size) {
  const DWORD status = any_status();
  *size = input().number<std::uint8_t>();
  *info = hand_out_entries<BYTE>(*size);
  if (input().number<std::uint8_t>() % 16 == 15) *size += (1u << 24) + 1;
  return status;
}
DWORD RRAS_APIENTRY TransportOfInterface(HANDLE, HANDLE, DWORD, BYTE** info, DWORD* size) {
  return hand_out_block(info, size);
}
DWORD RRAS_APIENTRY SetTransportOfInterface(HANDLE, HANDLE, DWORD, BYTE*, DWORD) {
  return any_status();
}
DWORD RRAS_APIENTRY RemoveTransportOfInterface(HANDLE, HANDLE, DWORD) {
  return any_status();
}
DWORD RRAS_APIENTRY AddStoredTransportOfInterface(HANDLE, HANDLE, DWORD, WCHAR*, BYTE*, DWORD,
                                                  HANDLE* transport) {
  return give_stored_handle(transport);
}
DWORD RRAS_APIENTRY StoredTransportOfInterfaceHandle(HANDLE, HANDLE, DWORD, HANDLE* transport) {
  return give_stored_handle(transport);
}
DWORD RRAS_APIENTRY StoredTransportOfInterface(HANDLE, HANDLE, HANDLE, BYTE** info, DWORD* size) {
  return hand_out_block(info, size);
}
DWORD RRAS_APIENTRY SetStoredTransportOfInterface(HANDLE, HANDLE, HANDLE, BYTE*, DWORD) {
  return any_status();
}
DWORD RRAS_APIENTRY RemoveStoredTransportOfInterface(HANDLE, HANDLE, HANDLE) {
  return any_status();
}
DWORD RRAS_APIENTRY StoredTransportsOfInterface(HANDLE, HANDLE, DWORD, BYTE** buffer, DWORD,
                                                DWORD* read, DWORD* total, DWORD* resume) {
  const DWORD answered = enumerate<MPR_IFTRANSPORT_0>(buffer, read, total, resume);
  return input().number<std::uint8_t>() % 4 == 3 ? abi::status::ERROR_NO_MORE_ITEMS : answered;
}
// The blocks that it points to are none, or belong to no one: nobody frees them.
CRYPTOAPI_BLOB any_blob() {
  static BYTE bytes[64];
  const std::uint8_t kind = input().number<std::uint8_t>() % 8;
  if (kind == 7) return {0xFFFFFFFF, bytes};
  return {input().number<std::uint8_t>() % 65U, kind == 6 ? nullptr : bytes};
}
DWORD RRAS_APIENTRY CustomInfoOfInterface(HANDLE, HANDLE, MPRAPI_OBJECT_HEADER* header) {
  static ROUTER_CUSTOM_IKEv2_POLICY0 policy;
  MPR_IF_CUSTOMINFOEX2 info{};
  info.Header = *header;
  if (input().number<std::uint8_t>() % 8 == 7) input().read(&info.Header, sizeof info.Header);
  info.dwFlags = input().number<std::uint8_t>() % 4;
  info.customIkev2Config.dwSaLifeTime = input().number<DWORD>();
  info.customIkev2Config.certificateName = any_blob();
  info.customIkev2Config.customPolicy = input().coin() ? &policy : nullptr;
  info.customIkev2Config.certificateHash = any_blob();
  info.customIkev2Config.vpnTrafficSelectors.numTsi = input().number<DWORD>();
  std::memcpy(static_cast<void*>(header), &info, header->size);
  return any_status();
}
DWORD RRAS_APIENTRY SetCustomInfoOfInterface(HANDLE, HANDLE, MPRAPI_OBJECT_HEADER*) {
  return any_status();
}
DWORD RRAS_APIENTRY OtherName(HANDLE, WCHAR*, WCHAR* name, DWORD size) {
  input().read(name, size);
  return input().coin() ? abi::status::ERROR_BUFFER_OVERFLOW : any_status();
}
DWORD RRAS_APIENTRY SetUser(const WCHAR*, const WCHAR*, DWORD, BYTE*) {
  return any_status();
}

}  // namespace

void offer_mpr_functions() {
  has({
      {"MprAdminServerConnect", address<ServerConnect>(Connect)},
      {"MprAdminServerDisconnect", address<ServerDisconnect>(Disconnect)},
      {"MprAdminBufferFree", address<BufferFree>(Free)},
      {"MprAdminPortEnum", address<PortEnum>(PortsEnum)},
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
      {"MprAdminMIBServerConnect", address<MIBServerConnect>(Connect)},
      {"MprAdminMIBServerDisconnect", address<MIBServerDisconnect>(Disconnect)},
      {"MprAdminMIBBufferFree", address<MIBBufferFree>(Free)},
      {"MprAdminMIBEntryGet", address<MIBEntryGet>(ReadMib)},
      {"MprAdminMIBEntryGetFirst", address<MIBEntryGetFirst>(ReadMib)},
      {"MprAdminMIBEntryGetNext", address<MIBEntryGetNext>(ReadMib)},
      {"MprAdminMIBEntrySet", address<MIBEntrySet>(ChangeMib)},
      {"MprAdminMIBEntryCreate", address<MIBEntryCreate>(ChangeMib)},
      {"MprAdminMIBEntryDelete", address<MIBEntryDelete>(ChangeMib)},
      {"MprAdminInterfaceGetCredentials", address<InterfaceGetCredentials>(InterfaceLogin)},
      {"MprAdminInterfaceSetCredentials", address<InterfaceSetCredentials>(SetInterfaceLogin)},
      {"MprAdminInterfaceGetCredentialsEx", address<InterfaceGetCredentialsEx>(InterfaceSecret)},
      {"MprAdminInterfaceSetCredentialsEx", address<InterfaceSetCredentialsEx>(SetInterface)},
      {"MprAdminInterfaceEnum", address<InterfaceEnum>(InterfacesEnum)},
      {"MprAdminInterfaceGetInfo", address<InterfaceGetInfo>(InterfaceInfo)},
      {"MprAdminInterfaceGetHandle", address<InterfaceGetHandle>(InterfaceHandle)},
      {"MprAdminInterfaceCreate", address<InterfaceCreate>(NewInterface)},
      {"MprAdminInterfaceSetInfo", address<InterfaceSetInfo>(SetInterface)},
      {"MprAdminInterfaceDelete", address<InterfaceDelete>(Act)},
      {"MprAdminInterfaceDeviceGetInfo", address<InterfaceDeviceGetInfo>(InterfaceDevice)},
      {"MprAdminInterfaceDeviceSetInfo", address<InterfaceDeviceSetInfo>(SetInterfaceDevice)},
      {"MprAdminInterfaceTransportAdd", address<InterfaceTransportAdd>(SetTransportOfInterface)},
      {"MprAdminInterfaceTransportRemove",
       address<InterfaceTransportRemove>(RemoveTransportOfInterface)},
      {"MprAdminInterfaceTransportGetInfo",
       address<InterfaceTransportGetInfo>(TransportOfInterface)},
      {"MprAdminInterfaceTransportSetInfo",
       address<InterfaceTransportSetInfo>(SetTransportOfInterface)},
      {"MprAdminInterfaceGetCustomInfoEx",
       address<InterfaceGetCustomInfoEx>(CustomInfoOfInterface)},
      {"MprAdminInterfaceSetCustomInfoEx",
       address<InterfaceSetCustomInfoEx>(SetCustomInfoOfInterface)},
      {"MprAdminInterfaceConnect", address<InterfaceConnect>(ConnectInterface)},
      {"MprAdminInterfaceDisconnect", address<InterfaceDisconnect>(Act)},
      {"MprAdminInterfaceUpdateRoutes", address<InterfaceUpdateRoutes>(UpdateRoutesOf)},
      {"MprAdminInterfaceQueryUpdateResult", address<InterfaceQueryUpdateResult>(UpdateResult)},
      {"MprAdminInterfaceUpdatePhonebookInfo", address<InterfaceUpdatePhonebookInfo>(Act)},
      {"MprAdminTransportCreate", address<TransportCreate>(CreateTransport)},
      {"MprAdminTransportSetInfo", address<TransportSetInfo>(SetTransport)},
      {"MprAdminRegisterConnectionNotification", address<RegisterConnectionNotification>(Act)},
      {"MprAdminDeregisterConnectionNotification", address<DeregisterConnectionNotification>(Act)},
      {"MprConfigServerConnect", address<ServerConnect>(Connect)},
      {"MprConfigServerDisconnect", address<ServerDisconnect>(Disconnect)},
      {"MprConfigBufferFree", address<BufferFree>(Free)},
      {"MprConfigServerRefresh", address<ConfigServerRefresh>(Refresh)},
      {"MprConfigServerInstall", address<ConfigServerInstall>(Install)},
      {"MprConfigServerBackup", address<ConfigServerBackup>(InFolder)},
      {"MprConfigServerRestore", address<ConfigServerRestore>(InFolder)},
      {"MprConfigServerGetInfo", address<ServerGetInfo>(ServerInfo)},
      {"MprConfigServerSetInfo", address<ServerSetInfo>(SetServer)},
      {"MprConfigServerGetInfoEx", address<ServerGetInfoEx>(ServerInfoEx)},
      {"MprConfigServerSetInfoEx", address<ServerSetInfoEx>(SetServerEx)},
      {"MprConfigFilterGetInfo", address<ConfigFilterGetInfo>(GetFilter)},
      {"MprConfigFilterSetInfo", address<ConfigFilterSetInfo>(SetFilter)},
      {"MprConfigTransportCreate", address<ConfigTransportCreate>(CreateStoredTransport)},
      {"MprConfigTransportDelete", address<ConfigTransportDelete>(Act)},
      {"MprConfigTransportGetHandle", address<ConfigTransportGetHandle>(StoredTransportHandle)},
      {"MprConfigTransportSetInfo", address<ConfigTransportSetInfo>(SetStoredTransport)},
      {"MprConfigTransportGetInfo", address<ConfigTransportGetInfo>(StoredTransport)},
      {"MprConfigTransportEnum", address<ConfigTransportEnum>(StoredTransports)},
      {"MprConfigInterfaceEnum", address<ConfigInterfaceEnum>(StoredInterfaces)},
      {"MprConfigInterfaceGetHandle", address<ConfigInterfaceGetHandle>(StoredInterfaceHandle)},
      {"MprConfigInterfaceGetInfo", address<ConfigInterfaceGetInfo>(StoredInterface)},
      {"MprConfigInterfaceSetInfo", address<ConfigInterfaceSetInfo>(SetInterface)},
      {"MprConfigInterfaceCreate", address<ConfigInterfaceCreate>(NewStoredInterface)},
      {"MprConfigInterfaceDelete", address<ConfigInterfaceDelete>(Act)},
      {"MprConfigInterfaceTransportAdd",
       address<ConfigInterfaceTransportAdd>(AddStoredTransportOfInterface)},
      {"MprConfigInterfaceTransportRemove",
       address<ConfigInterfaceTransportRemove>(RemoveStoredTransportOfInterface)},
      {"MprConfigInterfaceTransportGetHandle",
       address<ConfigInterfaceTransportGetHandle>(StoredTransportOfInterfaceHandle)},
      {"MprConfigInterfaceTransportGetInfo",
       address<ConfigInterfaceTransportGetInfo>(StoredTransportOfInterface)},
      {"MprConfigInterfaceTransportSetInfo",
       address<ConfigInterfaceTransportSetInfo>(SetStoredTransportOfInterface)},
      {"MprConfigInterfaceTransportEnum",
       address<ConfigInterfaceTransportEnum>(StoredTransportsOfInterface)},
      {"MprConfigInterfaceGetCustomInfoEx",
       address<InterfaceGetCustomInfoEx>(CustomInfoOfInterface)},
      {"MprConfigInterfaceSetCustomInfoEx",
       address<InterfaceSetCustomInfoEx>(SetCustomInfoOfInterface)},
      {"MprConfigGetFriendlyName", address<ConfigGetFriendlyName>(OtherName)},
      {"MprConfigGetGuidName", address<ConfigGetGuidName>(OtherName)},
  });
}

void offer_nt4_functions() {
  has({
      {"RasAdminServerConnect", address<ServerConnect>(Connect)},
      {"RasAdminServerDisconnect", address<ServerDisconnect>(Disconnect)},
      {"RasAdminBufferFree", address<BufferFree>(Free)},
      {"RasAdminPortEnum", address<PortEnum>(PortsEnum)},
      {"RasAdminPortGetInfo", address<PortGetInfo>(PortInfo)},
      {"RasAdminPortDisconnect", address<PortDisconnect>(Act)},
      {"RasAdminPortReset", address<PortReset>(Act)},
      {"RasAdminPortClearStats", address<PortClearStats>(Act)},
      {"RasAdminIsServiceRunning", address<IsServiceRunning>(IsRunning)},
      {"RasAdminGetPDCServer", address<GetPDCServer>(Pdc)},
      {"RasAdminConnectionEnum", address<ConnectionEnum>(ConnectionsEnum)},
      {"RasAdminConnectionGetInfo", address<ConnectionGetInfo>(ConnectionInfo)},
      {"RasAdminConnectionClearStats", address<ConnectionClearStats>(Act)},
  });
}

}  // namespace rras::fuzz
