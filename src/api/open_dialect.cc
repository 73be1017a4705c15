#include "api/open_dialect.h"

#include <map>
#include <mutex>
#include <utility>

#include "api/dialects.h"

namespace rras::api {

namespace {

struct Candidate {
  const char* dialect;
  const char* system_file;
  Recognition (*recognise)(os::SharedLibrary&);
  // For the running router, and for the stored configuration unless the dialect lacks it.
  const OperationTable& (*tables[2])();
  Functions::Spelling spelling;
};

// In the order in which `auto` tries them.
constexpr Candidate kCandidates[] = {
    {"mprapi",
     "Mprapi.dll",
     recognise_mprapi,
     {operations_of_mprapi, operations_of_configuration},
     Functions::first},
    {"nt4",
     "Mprapi.dll",
     recognise_nt4,
     {operations_of_mprapi, operations_of_configuration},
     Functions::second},
    {"rassapi", "Rassapi.dll", recognise_rassapi, {operations_of_rassapi}, Functions::first},
};

// Opened libraries are never closed, because a call may hang inside one. So the process keeps one
// of each, and this collection is never destroyed.
class OpenDialects {
 public:
  using Key = std::pair<std::string, std::string>;

  static OpenDialects& of_process() {
    static OpenDialects& dialects = *std::make_unique<OpenDialects>().release();
    return dialects;
  }

  std::shared_ptr<const Dialect> find(const Key& key) {
    std::lock_guard<std::mutex> lock(mutex_);
    auto found = dialects_.find(key);
    return found == dialects_.end() ? nullptr : found->second;
  }

  // If another thread was quicker, its dialect is kept.
  std::shared_ptr<const Dialect> keep(const Key& key, std::shared_ptr<const Dialect> dialect) {
    std::lock_guard<std::mutex> lock(mutex_);
    return dialects_.emplace(key, std::move(dialect)).first->second;
  }

 private:
  std::mutex mutex_;
  std::map<Key, std::shared_ptr<const Dialect>> dialects_;
};

Attempt refusal_of(const std::string& file, const std::string& dialect,
                   const os::Opening& opening) {
  return {file, dialect, opening.refusal, "", "", opening.status, opening.detail};
}

Attempt refusal_of(const std::string& file, const std::string& dialect, const NotSpoken& reason) {
  const char* other_name = reason.other_name == nullptr ? "" : reason.other_name;
  return {file, dialect, reason.refusal, reason.function, other_name, 0, ""};
}

bool is_wanted(const Candidate& candidate, const LibraryChoice& choice) {
  return choice.dialect.empty() || choice.dialect == candidate.dialect;
}

OpenedDialect open_system(const LibraryChoice& choice) {
  OpenedDialect opened;
  for (const Candidate& candidate : kCandidates) {
    if (!is_wanted(candidate, choice)) continue;
    os::Opening opening = os::SharedLibrary::open_system(candidate.system_file);
    if (!opening.library) {
      opened.attempts.push_back(refusal_of(candidate.system_file, candidate.dialect, opening));
      continue;
    }
    std::string file = opening.library->file();
    Recognition recognition = candidate.recognise(*opening.library);
    if (auto* dialect = std::get_if<std::shared_ptr<const Dialect>>(&recognition)) {
      opened.dialect = std::move(*dialect);
      return opened;
    }
    opened.attempts.push_back(
        refusal_of(file, candidate.dialect, std::get<NotSpoken>(recognition)));
  }
  return opened;
}

OpenedDialect open_path(const LibraryChoice& choice) {
  OpenedDialect opened;
  os::Opening opening = os::SharedLibrary::open_path(choice.path);
  if (!opening.library) {
    opened.attempts.push_back(refusal_of(choice.path, choice.dialect, opening));
    return opened;
  }
  for (const Candidate& candidate : kCandidates) {
    if (!is_wanted(candidate, choice)) continue;
    Recognition recognition = candidate.recognise(*opening.library);
    if (auto* dialect = std::get_if<std::shared_ptr<const Dialect>>(&recognition)) {
      opened.dialect = std::move(*dialect);
      return opened;
    }
    opened.attempts.push_back(
        refusal_of(choice.path, candidate.dialect, std::get<NotSpoken>(recognition)));
  }
  return opened;
}

}  // namespace

OpenedDialect open_dialect(const LibraryChoice& choice) {
  OpenDialects& dialects = OpenDialects::of_process();
  OpenDialects::Key key(choice.path, choice.dialect);
  OpenedDialect opened;
  opened.dialect = dialects.find(key);
  if (opened.dialect) return opened;
  opened = choice.path.empty() ? open_system(choice) : open_path(choice);
  if (opened.dialect) opened.dialect = dialects.keep(key, std::move(opened.dialect));
  return opened;
}

std::vector<DialectFunctions> functions_of_dialects() {
  std::vector<DialectFunctions> all;
  for (const Candidate& candidate : kCandidates) {
    DialectFunctions dialect{candidate.dialect, {}};
    for (const auto table : candidate.tables) {
      if (table == nullptr) continue;
      for (const Operation& operation : table().all()) {
        OperationFunctions needed{operation.name, {}};
        for (const AnyFunctionOfDll* function : operation.functions()) {
          const char* name = function->names[candidate.spelling];
          if (name != nullptr) needed.functions.push_back(name);
        }
        if (!needed.functions.empty()) dialect.operations.push_back(std::move(needed));
      }
    }
    all.push_back(std::move(dialect));
  }
  return all;
}

std::vector<const char*> operation_names() {
  std::vector<const char*> names;
  for (const auto table : kCandidates[0].tables) {
    for (const Operation& operation : table().all()) {
      if (operation.binding != nullptr) names.push_back(operation.name);
    }
  }
  for (const Operation& operation : operations_of_rassapi().all()) {
    bool is_new = operations_of_mprapi().find(operation.name) == nullptr;
    if (operation.binding != nullptr && is_new) names.push_back(operation.name);
  }
  return names;
}

const char* function_behind(std::string_view operation) {
  for (const auto table : kCandidates[0].tables) {
    for (const Operation& one : table().all()) {
      if (one.name == operation && !one.needs.empty()) return one.needs.front()->names[0];
    }
  }
  return "";
}

}  // namespace rras::api
