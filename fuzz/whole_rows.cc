#include "fuzz/whole_rows.h"

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "records/catalogue.h"

namespace rras::fuzz {

namespace {

using Kinds = std::vector<std::string>;

// The kinds of a record's columns, from the list that JavaScript gets.
const Kinds& kinds_of(const char* record) {
  static const std::map<std::string, Kinds> all = [] {
    std::map<std::string, Kinds> kinds;
    for (const records::Described& described : records::catalogue()) {
      for (const std::string& column : described.columns) {
        kinds[described.name].push_back(column.substr(column.find(':') + 1));
      }
    }
    return kinds;
  }();
  return all.at(record);
}

std::size_t words_in(const std::string& kind) {
  return kind == "id" || kind == "u64" ? 2 : 1;
}

bool is_text(const std::string& kind) {
  return kind == "text" || kind == "bytes" || kind == "guid" || kind == "bytes8";
}

void expect(bool condition) {
  if (!condition) std::abort();
}

void expect_whole(const records::RowPacker& rows, const Kinds& kinds) {
  std::size_t at = 0;
  std::size_t characters = 0;
  for (std::uint32_t row = 0; row < rows.count(); ++row) {
    std::size_t row_end = 0;
    for (const std::string& kind : kinds) {
      expect(at + words_in(kind) <= rows.words().size());
      const std::uint32_t word = rows.words()[at];
      if (is_text(kind)) {
        expect(word >= row_end);
        row_end = word;
      }
      if (kind == "repeated") expect(word < rows.repeated().size());
      at += words_in(kind);
    }
    characters += row_end;
  }
  expect(at == rows.words().size());
  expect(characters == rows.text_size());
}

}  // namespace

void expect_whole(records::Tables& tables) {
  for (const auto& table : tables.all()) expect_whole(table.rows, kinds_of(table.record));
}

}  // namespace rras::fuzz
