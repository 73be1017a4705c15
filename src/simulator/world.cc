#include "simulator/world.h"

#include "abi/status.h"
#include "simulator/dialect.h"

namespace rras::simulator {

namespace {

// The limit keeps the memory of a simulator that runs for days bounded.
constexpr std::size_t journal_length = 100'000;

}  // namespace

Server& World::add_server(Text name) {
  if (find_server(name) != nullptr) {
    throw Mistake{name.empty() ? Text(u"The local server already exists")
                               : u"The server " + name + u" already exists"};
  }
  const auto number = static_cast<std::uint32_t>(servers_.size());
  servers_.push_back(std::make_unique<Server>(std::move(name), number, clock_));
  return *servers_.back();
}

Server* World::find_server(TextView name) const {
  const Text wanted = folded(name);
  for (const auto& server : servers_) {
    if (folded(server->name) == wanted) {
      return server.get();
    }
  }
  return nullptr;
}

void World::release(Hang& hang) {
  hang.released = true;
  hang_ended_.notify_all();
}

void World::cancel(ThreadNumber thread) {
  const auto lock = this->lock();
  for (HungCall& call : hung_calls_) {
    call.cancelled = call.cancelled || call.thread == thread;
  }
  hang_ended_.notify_all();
}

std::optional<abi::DWORD> World::sit_out(std::unique_lock<std::mutex>& lock, Hang& hang) {
  const auto call = hung_calls_.insert(hung_calls_.end(), HungCall{calling_thread(), false});
  const auto cancelled = [&] { return hang.cancellable && call->cancelled; };
  ++hang.waiting;
  hang_ended_.wait(lock, [&] { return hang.released || disposed_ || cancelled(); });
  --hang.waiting;
  const auto status = cancelled() ? std::optional(abi::status::RPC_S_CALL_CANCELLED) : std::nullopt;
  hung_calls_.erase(call);
  return status;
}

std::optional<abi::DWORD> World::admit(std::unique_lock<std::mutex>& lock, Server& server,
                                       const char* function, Place place) {
  if (const auto hang = disposed_ ? nullptr : server.faults.hang_for(function)) {
    if (const auto status = sit_out(lock, *hang)) {
      return status;
    }
  }
  if (disposed_) {
    return place == Place::library ? std::nullopt : std::optional(dialect().unreachable);
  }
  if (place != Place::library && server.not_implemented) {
    return abi::status::ERROR_CALL_NOT_IMPLEMENTED;
  }
  return server.faults.status_for(function);
}

void World::note(const char* function, Text server, std::optional<Text> port, abi::DWORD status) {
  if (journal_.size() == journal_length) {
    journal_.pop_front();
  }
  journal_.push_back({function, std::move(server), std::move(port), status, clock_.now()});
}

void World::note_stray(const char* function, Text server, std::optional<Text> port,
                       abi::DWORD status) {
  const auto lock = this->lock();
  note(function, std::move(server), std::move(port), status);
}

void World::dispose() {
  const auto lock = this->lock();
  disposed_ = true;
  hang_ended_.notify_all();
}

}  // namespace rras::simulator
