// Asks a server one question, chosen by the input.
#pragma once

#include "api/server.h"
#include "fuzz/input.h"

namespace rras::fuzz {

void ask(api::Server& server, Input& input);

}  // namespace rras::fuzz
