// The rows of an answer, of one record or of several.
#pragma once

#include <list>
#include <string_view>
#include <utility>

#include "records/row_packer.h"

namespace rras::records {

class Tables {
 public:
  struct Table {
    const char* record = nullptr;
    RowPacker rows;
  };

  // The table of the record; the first call makes it, without rows. The reference stays valid.
  template <typename Record>
  RowPacker& of(const Record& record) {
    for (Table& table : tables_) {
      if (std::string_view(table.record) == record.name) return table.rows;
    }
    return tables_.emplace_back(Table{record.name, {}}).rows;
  }

  template <typename Record, typename Struct>
  void add(const Record& record, const Struct& from) {
    record.pack(from, of(record));
  }

  // Takes ownership of complete rows.
  template <typename Record>
  void put(const Record& record, RowPacker&& rows) {
    of(record) = std::move(rows);
  }

  std::list<Table>& all() { return tables_; }

 private:
  std::list<Table> tables_;
};

}  // namespace rras::records
