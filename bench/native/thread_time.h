// The processor time that the calling thread has used so far. The difference between two calls on
// the main thread is the time that an operation took away from everything else there. Unlike the
// wall clock, it does not count the time of other programs.
#pragma once

namespace rras::bench {

double thread_time_in_nanoseconds();

}  // namespace rras::bench
