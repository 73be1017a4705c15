// Ports in the model, the same for every dialect, and the requests that make ports and connections.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "abi/mprapi/ports.h"
#include "simulator/clock.h"
#include "simulator/connection.h"
#include "simulator/counters.h"
#include "simulator/port_parameter.h"
#include "simulator/roster.h"
#include "simulator/text.h"

namespace rras::simulator {

enum class PortType : std::uint8_t { pptp, l2tp, sstp, ikev2, modem, other };
constexpr std::size_t port_types = 6;

// The condition of a port, counted from 0 as in mprapi. It is a number and not an enumeration,
// because a test may set a condition that no header defines.
using Condition = std::uint32_t;

namespace condition {
constexpr Condition non_operational = abi::mpr::RAS_PORT_NON_OPERATIONAL;
constexpr Condition disconnected = abi::mpr::RAS_PORT_DISCONNECTED;
constexpr Condition calling_back = abi::mpr::RAS_PORT_CALLING_BACK;
constexpr Condition listening = abi::mpr::RAS_PORT_LISTENING;
constexpr Condition authenticating = abi::mpr::RAS_PORT_AUTHENTICATING;
constexpr Condition authenticated = abi::mpr::RAS_PORT_AUTHENTICATED;
constexpr Condition initializing = abi::mpr::RAS_PORT_INITIALIZING;
}  // namespace condition

struct Port {
  Ordinal ordinal = 0;
  std::uint64_t handle = 0;
  bool handle_by_hand = false;
  PortType type = PortType::other;
  Text name;
  Text media;
  Text device;
  Text device_type;

  Condition condition = condition::listening;
  // Grows with each change of condition. A change that was planned in an earlier stage is void.
  std::uint32_t stage = 0;
  Connection* connection = nullptr;
  // PortDisconnect was accepted and the delay is running.
  bool leaving = false;
  std::uint32_t total_calls = 0;
  Counters counters;
  bool hardware_failed = false;
  // Bits per second.
  std::uint32_t line_speed = 0;
  std::vector<PortParameter> parameters;
  // The duration of a port without a connection. Only a test can set it.
  std::uint32_t idle_duration = 0;
};

// Changes the default details of a new connection.
using Telling = std::function<void(ConnectionDetails& details)>;

// A request to dial in.
struct Caller {
  Telling tell;
  std::optional<Protocol> protocol;
  std::optional<PortType> type;
  Port* port = nullptr;
  std::size_t links = 1;
  std::optional<std::uint64_t> handle;
  Clock::Time authentication{0};
  Clock::Time callback{0};
};

// A port with every property given by a test.
struct PortByHand {
  Port port;
  bool connected = false;
  std::optional<std::uint64_t> connection;
  Telling tell;
  std::uint32_t duration = 0;
};

}  // namespace rras::simulator
