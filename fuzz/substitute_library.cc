#include "fuzz/substitute_library.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "fuzz/input.h"
#include "os/shared_library.h"

namespace rras::fuzz {

namespace {

std::vector<Export> exported;
const std::uint8_t* chosen = nullptr;
std::size_t chosen_size = 0;
std::vector<std::pair<void*, std::unique_ptr<std::uint8_t[]>>> handed_out;

bool is_chosen(std::size_t place) {
  if (chosen_size == 0) return true;
  return ((chosen[place / 8 % chosen_size] >> place % 8) & 1) != 0;
}

}  // namespace

Input& input() {
  static Input bytes;
  return bytes;
}

void has(std::initializer_list<Export> exports) {
  exported.insert(exported.end(), exports.begin(), exports.end());
}

void exports(const std::uint8_t* choice, std::size_t size) {
  chosen = choice;
  chosen_size = size;
}

std::size_t outstanding() {
  return handed_out.size();
}

// Exactly as large as requested, so that AddressSanitizer finds reads beyond the end.
void* hand_out(std::size_t size) {
  auto memory = std::make_unique<std::uint8_t[]>(size);
  void* buffer = memory.get();
  input().read(buffer, size);
  handed_out.emplace_back(buffer, std::move(memory));
  return buffer;
}

void take_back(void* buffer) {
  for (auto entry = handed_out.begin(); entry != handed_out.end(); ++entry) {
    if (entry->first != buffer) continue;
    handed_out.erase(entry);
    return;
  }
  std::abort();
}

}  // namespace rras::fuzz

// Replaces the product's loader; the library always exists.
namespace rras::os {

SharedLibrary::SharedLibrary(void* module, std::string file)
    : module_(module), file_(std::move(file)) {}
SharedLibrary::SharedLibrary(SharedLibrary&& other) noexcept
    : module_(std::exchange(other.module_, nullptr)), file_(std::move(other.file_)) {}
SharedLibrary::~SharedLibrary() = default;

Opening SharedLibrary::open_path(const std::string& path) {
  Opening opening;
  opening.library.emplace(SharedLibrary(nullptr, path));
  return opening;
}
Opening SharedLibrary::open_system(const std::string& name) {
  return open_path(name);
}

void* SharedLibrary::find(const char* function) const {
  for (std::size_t place = 0; place < fuzz::exported.size(); ++place) {
    const fuzz::Export& each = fuzz::exported[place];
    if (std::strcmp(each.name, function) == 0)
      return fuzz::is_chosen(place) ? each.address : nullptr;
  }
  return nullptr;
}

}  // namespace rras::os
