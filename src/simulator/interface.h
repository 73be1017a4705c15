// An interface of a simulated router. Demand-dial interfaces have an entry in the phone book, are
// dialled, and have a connection while they are connected.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "abi/mprapi/connections.h"
#include "shared/interface_fields.h"
#include "shared/secret.h"
#include "simulator/clock.h"
#include "simulator/custom_info.h"
#include "simulator/event_roster.h"
#include "simulator/roster.h"
#include "simulator/text.h"

namespace rras::simulator {

struct InterfaceDevice {
  Text type;
  Text name;
  Text phone_number;
  std::vector<Text> alternates;
};

// What is asked of the other router. The password is UTF-16 in memory order.
struct InterfaceCredentials {
  Text user;
  Text domain;
  shared::Secret password;
};

// An update of the routes of one transport.
struct RouteUpdate {
  std::optional<Clock::Time> due;
  std::optional<abi::DWORD> result;
  EventRoster waiting;
};

// The properties that a test sets, and that calls change.
struct InterfaceDetails {
  Text name;
  std::uint32_t type = abi::mpr::ROUTER_IF_TYPE_FULL_ROUTER;
  bool enabled = true;
  std::vector<Text> hours;
  // The numbers and the arrays; the pointers are null. What they would name is below.
  shared::interfaces::Entry entry{};
  std::vector<Text> alternates;
  std::vector<std::uint8_t> eap_data;
  std::vector<abi::IN6_ADDR> ipv6_addresses;
  std::vector<InterfaceDevice> devices;

  // The end of the next attempts: a code, or 0 if the other router answers.
  abi::DWORD answer = 0;
  Clock::Time connecting_time{0};
  abi::DWORD update_result = 0;
  Clock::Time update_time{0};
  // Further reasons why it is unreachable, which no model decides on: no cable, no card.
  abi::DWORD reasons = 0;
};

struct Interface : InterfaceDetails {
  Ordinal ordinal = 0;
  std::uint64_t handle = 0;
  std::optional<InterfaceCredentials> credentials;
  shared::Secret eap_credentials;
  shared::Secret preshared_key;
  // By PID, the block of each transport, which the model does not interpret.
  std::map<std::uint32_t, std::vector<std::uint8_t>> transports;
  std::optional<CustomInfo> custom_info;

  bool connecting = false;
  // The connection, by its ordinal; 0 if there is none.
  Ordinal connection = 0;
  abi::DWORD last_error = 0;
  // Attempts that failed since the last success. Each makes the interface unreachable for longer.
  std::uint32_t failures = 0;
  Clock::Time unreachable_until{0};
  // Grows with each change of its life. A plan with an older stage is void.
  std::uint32_t stage = 0;
  // Whoever waits for the end of the attempt.
  EventRoster waiting;
  std::uint64_t bytes_when_last_seen = 0;
  std::map<std::uint32_t, RouteUpdate> updates;

  // Its entry in the phone book is gone.
  void forget_entry() {
    entry = {};
    alternates.clear();
    eap_data.clear();
    ipv6_addresses.clear();
    devices.clear();
    credentials.reset();
    eap_credentials = {};
    preshared_key = {};
  }
};

inline bool is_demand_dial(const InterfaceDetails& one) {
  return one.type == abi::mpr::ROUTER_IF_TYPE_FULL_ROUTER ||
         one.type == abi::mpr::ROUTER_IF_TYPE_HOME_ROUTER;
}

}  // namespace rras::simulator
