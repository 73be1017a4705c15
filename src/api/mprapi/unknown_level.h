// The codes of a server that is too old for a level, a revision or a function.
#pragma once

#include "api/outcome.h"

namespace rras::api::mprapi {

// The functions for which an older level is then tried.
enum class Levels {
  connections,  // MprAdminConnectionEnum, MprAdminConnectionGetInfo, and both with Ex
  server,       // MprAdminServerGetInfo
  server_ex,    // MprAdminServerGetInfoEx: the revision and size of a header
  user,         // MprAdminUserGetInfo, MprAdminUserSetInfo
  interfaces,   // MprAdminInterfaceGetInfo and the functions that write an interface
};

enum class LevelAnswer {
  other,
  perhaps_unknown,  // try an older level for this call only: the code has other meanings too
  unknown,          // the server does not have this level
};

LevelAnswer judge(Levels levels, const Outcome& outcome);

}  // namespace rras::api::mprapi
