// What the substitute library offers.
#pragma once

namespace rras::fuzz {

void offer_mpr_functions();
void offer_rassapi_functions();

}  // namespace rras::fuzz
