// What a server says that is too old for a level, a revision or a function.
#pragma once

#include "api/outcome.h"

namespace rras::api::mprapi {

// Functions that are asked for something older then.
enum class Levels {
  connections,  // MprAdminConnectionEnum, MprAdminConnectionGetInfo, and both with Ex
  server,       // MprAdminServerGetInfo
  server_ex,    // MprAdminServerGetInfoEx: the revision and size of a header
  user,         // MprAdminUserGetInfo, MprAdminUserSetInfo
};

enum class LevelAnswer {
  other,
  perhaps_unknown,  // something older is asked for, this once: the code has other meanings, too
  unknown,          // it need not be asked for again
};

LevelAnswer judge(Levels levels, const Outcome& outcome);

}  // namespace rras::api::mprapi
