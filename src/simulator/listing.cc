#include "simulator/listing.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace rras::simulator {

using namespace abi;

namespace {

std::vector<const Port*> ports_of(const Connection& connection, Ordinal first) {
  std::vector<const Port*> ports;
  std::copy_if(connection.links.begin(), connection.links.end(), std::back_inserter(ports),
               [&](const Port* port) { return port->ordinal >= first; });
  std::sort(ports.begin(), ports.end(),
            [](const Port* one, const Port* other) { return one->ordinal < other->ordinal; });
  return ports;
}

template <typename T>
Page<T> page_of(const std::vector<const T*>& things, PageSize size, DWORD resume_handle) {
  return cut_page<T>(things.size(), size, resume_handle, [&](std::size_t i) { return things[i]; });
}

}  // namespace

std::optional<Page<Port>> list_ports(const Server& server, const Connection* of, PageSize size,
                                     DWORD resume_handle) {
  const std::optional<Ordinal> first = ordinal_in(resume_handle);
  if (!first) {
    return std::nullopt;
  }
  if (of != nullptr) {
    return page_of(ports_of(*of, *first), size, resume_handle);
  }
  const Roster<Port>& all = server.ports();
  const std::size_t begin = all.first_from(*first);
  return cut_page<Port>(all.size() - begin, size, resume_handle,
                        [&](std::size_t i) { return &all[begin + i]; });
}

std::optional<Page<Connection>> list_connections(const Server& server, PageSize size,
                                                 DWORD resume_handle) {
  const std::optional<Ordinal> first = ordinal_in(resume_handle);
  if (!first) {
    return std::nullopt;
  }
  const Roster<Connection>& all = server.connections();
  std::vector<const Connection*> shown;
  for (std::size_t i = all.first_from(*first); i < all.size(); ++i) {
    if (all[i].established) {
      shown.push_back(&all[i]);
    }
  }
  return page_of(shown, size, resume_handle);
}

}  // namespace rras::simulator
