#include "api/mprapi/unknown_level.h"

#include <cstddef>

namespace rras::api::mprapi {

namespace {

using namespace abi::status;

constexpr LevelAnswer no = LevelAnswer::other;
constexpr LevelAnswer perhaps = LevelAnswer::perhaps_unknown;
constexpr LevelAnswer yes = LevelAnswer::unknown;

struct Code {
  abi::DWORD status;
  LevelAnswer in[5];  // in the order of Levels
};

// Documented are 124 for the levels of connections, users and interfaces, 127 for an Ex function on
// a server that is too old for it, and 50 for MprAdminServerSetInfo and the functions for
// interfaces. The other codes are not documented: 1745 is RPC's own, and for a header every code
// that can reject one counts. A code that has other meanings, such as 50 or 87, is never
// remembered, because after a stray one the server would be read at an older level until it is
// disconnected.
constexpr Code kCodes[] = {
    //                           connections, server, server_ex, user, interfaces
    {ERROR_NOT_SUPPORTED, {no, perhaps, perhaps, no, perhaps}},
    {ERROR_INVALID_PARAMETER, {no, perhaps, perhaps, no, perhaps}},
    {ERROR_INSUFFICIENT_BUFFER, {no, no, perhaps, no, no}},
    {ERROR_INVALID_LEVEL, {yes, yes, yes, yes, yes}},
    {ERROR_PROC_NOT_FOUND, {yes, yes, no, no, no}},
    {ERROR_UNKNOWN_REVISION, {no, no, yes, no, no}},
    {ERROR_REVISION_MISMATCH, {no, no, yes, no, no}},
    {RPC_S_PROCNUM_OUT_OF_RANGE, {yes, yes, no, no, no}},
    {RPC_X_BAD_STUB_DATA, {no, no, perhaps, no, no}},
};

}  // namespace

LevelAnswer judge(Levels levels, const Outcome& outcome) {
  if (outcome.verdict != Verdict::answered) return LevelAnswer::other;
  for (const Code& code : kCodes) {
    if (code.status == outcome.status) return code.in[static_cast<std::size_t>(levels)];
  }
  return LevelAnswer::other;
}

}  // namespace rras::api::mprapi
