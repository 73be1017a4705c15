#include "simulator/port_page.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace rras::simulator {

using namespace abi;

namespace {

// A resume handle is the ordinal of the next port and eight bits that depend on it, so that a value
// which was edited is known by them. Nothing is kept between two calls.
constexpr unsigned check_bits = 8;

DWORD check_of(Ordinal ordinal) {
  return ((ordinal * 2654435761U) >> 24) & 0xFF;
}

DWORD resume_at(Ordinal ordinal) {
  return (ordinal << check_bits) | check_of(ordinal);
}

std::optional<Ordinal> ordinal_in(DWORD resume_handle) {
  const Ordinal ordinal = resume_handle >> check_bits;
  return resume_handle == 0 || resume_handle == resume_at(ordinal) ? std::optional(ordinal)
                                                                   : std::nullopt;
}

std::vector<const Port*> ports_of(const Connection& connection, Ordinal first) {
  std::vector<const Port*> ports;
  std::copy_if(connection.links.begin(), connection.links.end(), std::back_inserter(ports),
               [&](const Port* port) { return port->ordinal >= first; });
  std::sort(ports.begin(), ports.end(),
            [](const Port* one, const Port* other) { return one->ordinal < other->ordinal; });
  return ports;
}

// The length is held against the structs of the wire, not against the longer ones that a 64-bit
// caller gets.
std::size_t most_ports(const Quirks& quirks, DWORD preferred_length) {
  if (quirks.page_without_progress) {
    return 0;
  }
  if (preferred_length == everything) {
    return std::numeric_limits<std::size_t>::max();
  }
  const std::size_t fitting = preferred_length / quirks.bytes_per_port;
  return fitting == 0 && quirks.page_of_one ? 1 : fitting;
}

}  // namespace

std::optional<PortPage> read_page(const Server& server, const Connection* of,
                                  DWORD preferred_length, DWORD resume_handle) {
  const std::optional<Ordinal> first = ordinal_in(resume_handle);
  if (!first) {
    return std::nullopt;
  }
  const Roster<Port>& all = server.ports();
  const std::size_t begin = all.first_from(*first);
  const auto links = of == nullptr ? std::vector<const Port*>() : ports_of(*of, *first);
  const auto port_at = [&](std::size_t i) { return of == nullptr ? &all[begin + i] : links[i]; };

  PortPage page;
  page.total = of == nullptr ? all.size() - begin : links.size();
  const std::size_t count = std::min(page.total, most_ports(server.quirks, preferred_length));
  page.ports.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    page.ports.push_back(port_at(i));
  }
  page.more = count < page.total || server.quirks.page_without_progress;
  if (page.more) {
    page.resume_handle = count == 0 ? resume_handle : resume_at(port_at(count)->ordinal);
  }
  return page;
}

}  // namespace rras::simulator
