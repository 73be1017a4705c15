// The exports of the substitute library: the functions of one library, or of several at once.
#pragma once

namespace rras::fuzz {

void offer_mpr_functions();
void offer_nt4_functions();
void offer_rassapi_functions();

}  // namespace rras::fuzz
