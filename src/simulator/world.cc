#include "simulator/world.h"

#include "simulator/dialect.h"

namespace rras::simulator {

namespace {

// A simulator that runs for days must not grow for days.
constexpr std::size_t journal_length = 100'000;

}  // namespace

Server& World::add_server(Text name) {
  if (find_server(name) != nullptr) {
    throw Mistake{name.empty() ? Text(u"The local server is there already")
                               : u"The server " + name + u" is there already"};
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

std::optional<abi::DWORD> World::admit(std::unique_lock<std::mutex>& lock, Server& server,
                                       const char* function, Place place) {
  if (const auto hang = disposed_ ? nullptr : server.faults.hang_for(function)) {
    ++hang->waiting;
    hang_ended_.wait(lock, [&] { return hang->released || disposed_; });
    --hang->waiting;
  }
  if (disposed_) {
    return place == Place::server ? std::optional(dialect().unreachable) : std::nullopt;
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
