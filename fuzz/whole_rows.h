// What must hold of every row that is handed to JavaScript, which cuts one column after another
// from words and texts and would cut all that follow wrongly.
#pragma once

#include "records/tables.h"

namespace rras::fuzz {

// Ends the fuzzer where it does not hold.
void expect_whole(records::Tables& tables);

}  // namespace rras::fuzz
