// The MIB of a server: what it answers to each query. The model does not interpret the content.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace rras::simulator {

using MibBytes = std::vector<std::uint8_t>;

// The transport, and the client of it that answers.
using MibClient = std::tuple<std::uint32_t, std::uint32_t>;

// A variable with its index, number by number: the order in which entries follow one another.
using MibPlace = std::vector<std::uint32_t>;

// Entries by their place, each with what follows the variable's number in an answer.
using MibEntries = std::map<MibPlace, MibBytes>;
using Mib = std::map<MibClient, MibEntries>;

}  // namespace rras::simulator
