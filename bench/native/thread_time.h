// The processor time that the calling thread has used so far. Called on the main thread before and
// after an operation, it tells what the operation took from everything else that runs there, and
// unlike the wall clock it does not count what other programs took.
#pragma once

namespace rras::bench {

double thread_time_in_nanoseconds();

}  // namespace rras::bench
