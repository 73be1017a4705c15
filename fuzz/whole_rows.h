// Checks every row for JavaScript, which takes one column after another from words and texts. A
// wrong length would shift all columns that follow.
#pragma once

#include "records/tables.h"

namespace rras::fuzz {

// Ends the fuzzer if a row is not whole.
void expect_whole(records::Tables& tables);

}  // namespace rras::fuzz
