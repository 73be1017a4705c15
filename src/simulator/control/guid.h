// GUIDs as text: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.
#pragma once

#include "abi/windows_types.h"
#include "simulator/text.h"

namespace rras::simulator {

Text to_text(const abi::GUID& guid);
// `text` has this form.
abi::GUID to_guid(TextView text);

}  // namespace rras::simulator
