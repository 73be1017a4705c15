// The settings for IKEv2 of one demand-dial interface, of the running router and stored. The caller
// provides the struct, whose header says which shape it has. The pages say to free it, which
// contradicts their own parameter, and say nothing about the blocks that it points to: nothing is
// freed.
#include <algorithm>
#include <cstring>

#include "abi/mprapi/custom_info.h"
#include "api/mprapi/interface_reading.h"
#include "api/mprapi/interface_settings.h"
#include "api/mprapi/stored_interface.h"
#include "records/custom_info_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
namespace status = abi::status;
using abi::BYTE;
using abi::DWORD;
using abi::HANDLE;
using CustomInfo = mpr::MPR_IF_CUSTOMINFOEX2;
using CustomPolicy = mpr::ROUTER_CUSTOM_IKEv2_POLICY0;
using CustomInfoFunction = FunctionOfDll<mpr::InterfaceGetCustomInfoEx>;

constexpr CustomInfoFunction kInterfaceGetCustomInfo{"MprAdminInterfaceGetCustomInfoEx"};
constexpr CustomInfoFunction kInterfaceSetCustomInfo{"MprAdminInterfaceSetCustomInfoEx"};
constexpr CustomInfoFunction kStoredGetCustomInfo{"MprConfigInterfaceGetCustomInfoEx"};
constexpr CustomInfoFunction kStoredSetCustomInfo{"MprConfigInterfaceSetCustomInfoEx"};

// Each shape begins like the one before it.
struct CustomInfoShape {
  BYTE revision;
  std::size_t size;
};
constexpr BYTE kWithHash = 2;
constexpr BYTE kWithMainMode = 3;
constexpr CustomInfoShape kCustomInfoShapes[] = {{kWithMainMode, sizeof(mpr::MPR_IF_CUSTOMINFOEX2)},
                                                 {kWithHash, sizeof(mpr::MPR_IF_CUSTOMINFOEX1)},
                                                 {1, sizeof(mpr::MPR_IF_CUSTOMINFOEX0)}};

// No server answers with these flags.
constexpr DWORD kNoFlags = 0xFFFFFFFF;

// Room for the newest shape, and more, in case a server writes a larger one.
struct CustomInfoRoom {
  CustomInfo info{};
  BYTE beyond[1024] = {};

  mpr::MPRAPI_OBJECT_HEADER& begin(const CustomInfoShape& shape) {
    info.Header = {shape.revision, mpr::MPRAPI_OBJECT_TYPE_IF_CUSTOM_CONFIG_OBJECT,
                   static_cast<abi::WORD>(shape.size)};
    return info.Header;
  }

  // Whether the server kept the header, and wrote to the struct but not beyond it.
  bool is_as_asked(const CustomInfoShape& shape) const {
    const auto* bytes = reinterpret_cast<const BYTE*>(this);
    return info.Header.revision == shape.revision &&
           info.Header.type == mpr::MPRAPI_OBJECT_TYPE_IF_CUSTOM_CONFIG_OBJECT &&
           info.Header.size == shape.size && info.dwFlags != kNoFlags &&
           std::all_of(bytes + shape.size, bytes + sizeof *this,
                       [](BYTE byte) { return byte == 0; });
  }
};

// Whether the size can be that of the block.
bool is_whole(const abi::CRYPTOAPI_BLOB& blob) {
  return blob.cbData <= records::interfaces::kMostEapData &&
         (blob.cbData == 0 || blob.pbData != nullptr);
}

// Tries the shapes, newest first, until the server accepts one, and calls `use(room, shape)`.
template <typename Use>
Outcome with_custom_info(MprSession& session, const CustomInfoFunction& get, HANDLE one, Use use) {
  const auto function = session.functions[get];
  Outcome outcome;
  for (const CustomInfoShape& shape : kCustomInfoShapes) {
    CustomInfoRoom room;
    mpr::MPRAPI_OBJECT_HEADER& header = room.begin(shape);
    room.info.dwFlags = kNoFlags;
    outcome = session.ask(function, session.handle, one, &header);
    if (outcome.succeeded()) {
      // Without the bit the rest of the struct means nothing.
      auto& config = room.info.customIkev2Config;
      const bool has_config = (room.info.dwFlags & mpr::MPRAPI_IF_CUSTOM_CONFIG_FOR_IKEV2) != 0;
      if (room.is_as_asked(shape) &&
          (!has_config || (is_whole(config.certificateName) && is_whole(config.certificateHash)))) {
        if (!has_config) config = {};
        return use(room, shape, outcome);
      }
      outcome.verdict = Verdict::unreadable;
      return outcome;
    }
    if (judge(Levels::server_ex, outcome) == LevelAnswer::other) return outcome;
  }
  return outcome;
}

Outcome read_custom_info(MprSession& session, const CustomInfoFunction& get, HANDLE one,
                         Answer& answer) {
  return with_custom_info(
      session, get, one,
      [&](const CustomInfoRoom& room, const CustomInfoShape& shape, Outcome outcome) {
        answer.tables.add(records::kInterfaceCustomInfo,
                          records::InterfaceCustomInfo{shape.revision, room.info});
        return outcome;
      });
}

// The memory that the struct names where a setting replaces what was read.
class ChangedCustomInfo {
 public:
  // False if the shape has no place for one of the settings.
  bool change(const Settings& settings, BYTE revision, CustomInfo& info) {
    auto& config = info.customIkev2Config;
    info.dwFlags |= mpr::MPRAPI_IF_CUSTOM_CONFIG_FOR_IKEV2;
    put(settings, "saLifeTime", config.dwSaLifeTime);
    put(settings, "saDataSize", config.dwSaDataSize);
    put_bytes(settings, "certificateName", name_, config.certificateName);
    change_policy(settings, config.customPolicy);
    const bool has_hash = put_bytes(settings, "certificateHash", hash_, config.certificateHash);
    const bool has_main_mode = put(settings, "mainModeSaLifeTime", config.dwMmSaLifeTime);
    return (!has_hash || revision >= kWithHash) && (!has_main_mode || revision >= kWithMainMode);
  }

 private:
  static bool put(const Settings& settings, const char* name, DWORD& into) {
    const DWORD* number = settings.number(name);
    if (number == nullptr) return false;
    into = *number;
    return true;
  }

  static bool put_bytes(const Settings& settings, const char* name, std::vector<BYTE>& keep,
                        abi::CRYPTOAPI_BLOB& into) {
    const auto* bytes = settings.find<std::vector<BYTE>>(name);
    if (bytes == nullptr) return false;
    keep = *bytes;
    into = {static_cast<DWORD>(keep.size()), keep.empty() ? nullptr : keep.data()};
    return true;
  }

  // TypeScript sets all of a policy, or none of it.
  void change_policy(const Settings& settings, CustomPolicy*& policy) {
    const DWORD* has_policy = settings.number("hasPolicy");
    if (has_policy == nullptr) return;
    policy = *has_policy == 0 ? nullptr : &policy_;
    put(settings, "integrityMethod", policy_.dwIntegrityMethod);
    put(settings, "encryptionMethod", policy_.dwEncryptionMethod);
    put(settings, "cipherTransform", policy_.dwCipherTransformConstant);
    put(settings, "authenticationTransform", policy_.dwAuthTransformConstant);
    put(settings, "pfsGroup", policy_.dwPfsGroup);
    put(settings, "dhGroup", policy_.dwDhGroup);
  }

  std::vector<BYTE> name_;
  std::vector<BYTE> hash_;
  CustomPolicy policy_{};
};

// The struct is read for the shape, and for what the caller leaves as it is. Without any setting,
// all of it is removed.
Outcome write_custom_info(MprSession& session, const CustomInfoFunction& get,
                          const CustomInfoFunction& set, HANDLE one,
                          const InterfaceSettings& wanted) {
  const auto function = session.functions[set];
  if (!function.exported()) return function.lacking();
  return with_custom_info(session, get, one,
                          [&](CustomInfoRoom& room, const CustomInfoShape& shape, const Outcome&) {
                            CustomInfo& info = room.info;
                            ChangedCustomInfo changed;
                            if (wanted.empty()) {
                              info = {};
                            } else if (!changed.change(Settings(wanted), shape.revision, info)) {
                              return concluded(status::ERROR_NOT_SUPPORTED, function.name);
                            }
                            return session.act(function, session.handle, one, &room.begin(shape));
                          });
}

Outcome get_interface_custom_info(MprServer& server, const InterfaceTarget& target,
                                  Answer& answer) {
  const auto function = server.functions[kInterfaceGetCustomInfo];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome outcome = expect_interface(server, target, handle, answer);
  return outcome.succeeded() ? read_custom_info(server, kInterfaceGetCustomInfo, handle, answer)
                             : outcome;
}

Outcome set_interface_custom_info(MprServer& server, const InterfaceTarget& target,
                                  const InterfaceSettings& wanted, Answer& answer) {
  const auto function = server.functions[kInterfaceSetCustomInfo];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome outcome = expect_interface(server, target, handle, answer);
  return outcome.succeeded() ? write_custom_info(server, kInterfaceGetCustomInfo,
                                                 kInterfaceSetCustomInfo, handle, wanted)
                             : outcome;
}

Outcome get_stored_custom_info(MprConfiguration& stored, const InterfaceTarget& target,
                               Answer& answer) {
  const auto function = stored.functions[kStoredGetCustomInfo];
  if (!function.exported()) return function.lacking();
  return with_stored_interface(stored, target, answer, [&](HANDLE handle) {
    return read_custom_info(stored, kStoredGetCustomInfo, handle, answer);
  });
}

Outcome set_stored_custom_info(MprConfiguration& stored, const InterfaceTarget& target,
                               const InterfaceSettings& wanted, Answer& answer) {
  const auto function = stored.functions[kStoredSetCustomInfo];
  if (!function.exported()) return function.lacking();
  return with_stored_interface(stored, target, answer, [&](HANDLE handle) {
    return write_custom_info(stored, kStoredGetCustomInfo, kStoredSetCustomInfo, handle, wanted);
  });
}

}  // namespace

std::vector<Operation> custom_info_operations() {
  return {{"getInterfaceCustomInfoEx", bind<get_interface_custom_info>, {&kInterfaceGetCustomInfo}},
          {"setInterfaceCustomInfoEx",
           bind<set_interface_custom_info>,
           {&kInterfaceSetCustomInfo},
           {&kInterfaceGetCustomInfo}}};
}

std::vector<Operation> stored_custom_info_operations() {
  return {{"configGetInterfaceCustomInfoEx",
           bind<get_stored_custom_info>,
           {&kStoredGetCustomInfo},
           {&kStoredInterfaceGetHandle, &kStoredInterfaceGetInfo}},
          {"configSetInterfaceCustomInfoEx",
           bind<set_stored_custom_info>,
           {&kStoredSetCustomInfo},
           {&kStoredGetCustomInfo, &kStoredInterfaceGetHandle, &kStoredInterfaceGetInfo}}};
}

}  // namespace rras::api::mprapi
