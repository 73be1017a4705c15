// Keeps this module in memory for as long as the process lives. A thread of the package may still
// be inside a call when the last environment that loaded the addon ends; unloaded under it, the
// process would crash.
#pragma once

namespace rras::library {

void pin_module();

}  // namespace rras::library
