// The shape of MPR_SERVER_EX and MPR_SERVER_SET_CONFIG_EX that a server accepts. No document says
// which revision belongs to which shape; a quirk decides.
#pragma once

#include <cstddef>

#include "abi/mprapi/server_ex.h"
#include "shared/server_ex_shapes.h"
#include "simulator/server.h"

namespace rras::simulator {

// In the order of their revisions, 1 to 5. The last has no revision of its own.
enum class Shape { windows_7, windows_8, windows_81, windows_81_gre, windows_10_gre, windows_10 };

// The highest revision that a generation knows; 0 if it lacks the methods of the Ex functions.
inline unsigned highest_revision(Generation generation) {
  if (generation < Generation::windows_2008_r2) {
    return 0;
  }
  if (generation < Generation::windows_2012_r2) {
    return 1;
  }
  return generation < Generation::windows_2016 ? 4 : 5;
}

template <typename Visit>
auto visit_shape(Shape shape, Visit&& visit) {
  namespace shapes = shared::server_ex;
  switch (shape) {
    case Shape::windows_7:
      return visit(shapes::Windows7());
    case Shape::windows_8:
      return visit(shapes::Windows8());
    case Shape::windows_81:
      return visit(shapes::Windows81());
    case Shape::windows_81_gre:
      return visit(shapes::Windows81WithGre());
    case Shape::windows_10_gre:
      return visit(shapes::Windows10());
    case Shape::windows_10:
      break;
  }
  return visit(shapes::Windows10WithoutGre());
}

template <template <typename> class Wire>
std::size_t size_of(Shape shape) {
  return visit_shape(
      shape, [](auto shape_type) { return sizeof(Wire<typename decltype(shape_type)::Tunnels>); });
}

// The shape that a header requests; empty if the server refuses it.
template <template <typename> class Wire>
std::optional<Shape> asked_shape(const Server& server, const abi::mpr::MPRAPI_OBJECT_HEADER& header,
                                 abi::BYTE type) {
  const unsigned highest = highest_revision(server.generation);
  if (header.type != type || header.revision == 0 || header.revision > highest) {
    return std::nullopt;
  }
  const auto fits = [&](Shape shape) { return header.size == size_of<Wire>(shape); };
  const auto of_revision = [](unsigned revision) { return static_cast<Shape>(revision - 1); };
  switch (server.quirks.server_revisions) {
    case RevisionPairing::by_shape: {
      const Shape shape = of_revision(header.revision);
      return fits(shape) ? std::optional(shape) : std::nullopt;
    }
    case RevisionPairing::always_one: {
      const Shape newest = of_revision(highest);
      return header.revision == 1 && fits(newest) ? std::optional(newest) : std::nullopt;
    }
    case RevisionPairing::any:
      break;
  }
  for (unsigned revision = 1; revision <= highest; ++revision) {
    if (fits(of_revision(revision))) {
      return of_revision(revision);
    }
  }
  const bool windows_10 = server.generation >= Generation::windows_2016;
  return windows_10 && fits(Shape::windows_10) ? std::optional(Shape::windows_10) : std::nullopt;
}

}  // namespace rras::simulator
