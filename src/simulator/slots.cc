#include "simulator/slots.h"

#include <algorithm>
#include <iterator>

namespace rras::simulator {

namespace {

constexpr TextView backslashes = u"\\\\";
// More digits than any slot has. A longer number belongs to a name that does not exist.
constexpr std::size_t most_digits = 5;

struct Address {
  TextView name;
  bool with_backslashes = false;
  unsigned slot = 0;
};

Address read(TextView text) {
  Address address;
  address.with_backslashes = text.substr(0, backslashes.size()) == backslashes;
  if (address.with_backslashes) {
    text.remove_prefix(backslashes.size());
  }
  address.name = text;
  const std::size_t mark = text.rfind(u'%');
  if (mark == TextView::npos) {
    return address;
  }
  const TextView digits = text.substr(mark + 1);
  const bool number =
      !digits.empty() && digits.size() <= most_digits &&
      std::all_of(digits.begin(), digits.end(), [](char16_t c) { return c >= u'0' && c <= u'9'; });
  if (number) {
    address.name = text.substr(0, mark);
    for (const char16_t digit : digits) {
      address.slot = address.slot * 10 + (digit - u'0');
    }
  }
  return address;
}

}  // namespace

std::shared_ptr<World> Slots::create(bool clock_runs) {
  const std::lock_guard lock(mutex_);
  const auto free = std::find(slots_.begin(), slots_.end(), nullptr);
  const auto slot = static_cast<unsigned>(free - slots_.begin());
  auto world = std::make_shared<World>(slot, clock_runs);
  if (free == slots_.end()) {
    slots_.push_back(world);
  } else {
    *free = world;
  }
  return world;
}

void Slots::dispose(World& world) {
  world.dispose();
  const std::lock_guard lock(mutex_);
  if (slots_[world.slot].get() == &world) {
    slots_[world.slot] = nullptr;
  }
}

std::shared_ptr<World> Slots::at(unsigned slot) {
  const std::lock_guard lock(mutex_);
  return slot < slots_.size() ? slots_[slot] : nullptr;
}

Callee Slots::find(const char16_t* text) {
  const Address address = text == nullptr ? Address{} : read(text);
  Callee callee;
  callee.asked = address.name;
  callee.with_backslashes = address.with_backslashes;
  callee.world = at(address.slot);
  if (callee.world != nullptr) {
    const auto lock = callee.world->lock();
    callee.server = callee.world->find_server(address.name);
  }
  return callee;
}

std::vector<std::shared_ptr<World>> Slots::worlds() {
  const std::lock_guard lock(mutex_);
  std::vector<std::shared_ptr<World>> worlds;
  std::copy_if(slots_.begin(), slots_.end(), std::back_inserter(worlds),
               [](const auto& world) { return world != nullptr; });
  return worlds;
}

void Slots::cancel(ThreadNumber thread) {
  for (const auto& world : worlds()) {
    world->cancel(thread);
  }
}

void Slots::count_wrong_free() {
  for (const auto& world : worlds()) {
    ++world->wrong_frees;
  }
}

}  // namespace rras::simulator
