// The usual way to call a blocking function from an addon: Napi::AsyncWorker, on libuv's pool.
#pragma once

#include <napi.h>

#include <cstdint>
#include <memory>

#include "server.h"

namespace rras::bench {

// Returns a promise of the status.
Napi::Promise disconnect_port(Napi::Env env, std::shared_ptr<const Server> server,
                              std::uint64_t handle);

}  // namespace rras::bench
