// A record is one table in C++: the name, the kind and the source of each column. Both the list of
// columns, which TypeScript compares with its own, and the packing follow from it, so they cannot
// differ.
//
//   inline constexpr auto kTime = record("time", u32("hour", &Time::wHour), part(&Time::zone,
//   kZone));
//
// The source of a column is a member of the struct or a function of it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <tuple>
#include <vector>

#include "records/kinds.h"

namespace rras::records {

template <typename Kind, typename Get>
struct Column {
  static constexpr std::size_t width = Kind::width;

  const char* name;
  Get get;

  template <typename Struct>
  void pack(const Struct& from, RowPacker& rows) const {
    Kind::pack(std::invoke(get, from), rows);
  }
  void list(std::vector<std::string>& into) const {
    into.push_back(std::string(name) + ":" + Kind::name);
  }
};

template <typename Get>
constexpr auto u32(const char* name, Get get) {
  return Column<kind::U32, Get>{name, get};
}
template <typename Get>
constexpr auto id(const char* name, Get get) {
  return Column<kind::Id, Get>{name, get};
}
template <typename Get>
constexpr auto u64(const char* name, Get get) {
  return Column<kind::U64, Get>{name, get};
}
template <typename Get>
constexpr auto guid(const char* name, Get get) {
  return Column<kind::Guid, Get>{name, get};
}
template <typename Get>
constexpr auto bytes8(const char* name, Get get) {
  return Column<kind::Bytes8, Get>{name, get};
}
template <typename Get>
constexpr auto text(const char* name, Get get) {
  return Column<kind::Text, Get>{name, get};
}
template <typename Get>
constexpr auto repeated(const char* name, Get get) {
  return Column<kind::Repeated, Get>{name, get};
}
template <typename Get>
constexpr auto bytes(const char* name, Get get) {
  return Column<kind::Bytes, Get>{name, get};
}

// Columns in a fixed order, for use in several records.
template <typename... Columns>
struct Group {
  static constexpr std::size_t width = (std::size_t{0} + ... + Columns::width);

  std::tuple<Columns...> columns;

  template <typename Struct>
  void pack(const Struct& from, RowPacker& rows) const {
    std::apply([&](const auto&... column) { (column.pack(from, rows), ...); }, columns);
  }
  void list(std::vector<std::string>& into) const {
    std::apply([&](const auto&... column) { (column.list(into), ...); }, columns);
  }
};

template <typename... Columns>
constexpr auto group(Columns... columns) {
  return Group<Columns...>{{columns...}};
}

// The columns of a struct that is a member of the record's struct.
template <typename Get, typename Columns>
struct Part {
  static constexpr std::size_t width = Columns::width;

  Get get;
  Columns columns;

  template <typename Struct>
  void pack(const Struct& from, RowPacker& rows) const {
    columns.pack(std::invoke(get, from), rows);
  }
  void list(std::vector<std::string>& into) const { columns.list(into); }
};

template <typename Get, typename Columns>
constexpr auto part(Get get, Columns columns) {
  return Part<Get, Columns>{get, columns};
}

template <typename... Columns>
struct Record {
  static constexpr std::size_t width = Group<Columns...>::width;

  const char* name;
  Group<Columns...> columns;

  // A function that makes room for so many rows of this record.
  auto room_in(RowPacker& into) const {
    return [&into](std::size_t rows) { into.make_room(rows, width); };
  }

  template <typename Struct>
  void pack(const Struct& from, RowPacker& rows) const {
    rows.begin_row(width);
    columns.pack(from, rows);
  }
};

template <typename... Columns>
constexpr auto record(const char* name, Columns... columns) {
  return Record<Columns...>{name, group(columns...)};
}

}  // namespace rras::records
