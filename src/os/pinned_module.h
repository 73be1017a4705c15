// Keeps this module loaded until the process ends. A thread of the package may still be inside a
// call when the last environment that loaded the addon ends. If the module were unloaded then, the
// process would crash.
#pragma once

namespace rras::os {

void pin_module();

}  // namespace rras::os
