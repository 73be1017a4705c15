// The life of the interfaces. A demand-dial interface connects over a port of the server, and then
// has a connection like that of a client. After a failure it is unreachable for a while, which
// grows with each further failure.
#include <algorithm>
#include <utility>

#include "abi/mprapi/transports.h"
#include "abi/status.h"
#include "simulator/server.h"

namespace rras::simulator {

using namespace abi;

namespace {

// VPN strategies that name one tunnel. Each has the next number for "this one first".
std::optional<PortType> type_for(DWORD strategy) {
  switch (strategy) {
    case 1:
    case 2:
      return PortType::pptp;
    case 3:
    case 4:
      return PortType::l2tp;
    case 5:
    case 6:
      return PortType::sstp;
    case 7:
    case 8:
      return PortType::ikev2;
    default:
      return std::nullopt;
  }
}

constexpr DWORD no_port = 633;  // ERROR_PORT_NOT_AVAILABLE
constexpr DWORD aborted = 631;  // ERROR_USER_DISCONNECTION
constexpr DWORD minutes_in_a_day = 24 * 60;

std::optional<DWORD> two_digits(TextView text, std::size_t at) {
  if (at + 2 > text.size()) {
    return std::nullopt;
  }
  const auto digit = [&](std::size_t place) { return static_cast<DWORD>(text[place] - u'0'); };
  const bool good = digit(at) < 10 && digit(at + 1) < 10;
  return good ? std::optional(digit(at) * 10 + digit(at + 1)) : std::nullopt;
}

std::optional<DWORD> minute_of_day(TextView text, std::size_t at) {
  const auto hour = two_digits(text, at);
  const auto minute = two_digits(text, at + 3);
  return hour && minute ? std::optional(*hour * 60 + *minute) : std::nullopt;
}

// One text for each day: its digit, and ranges like " 09:00-17:30".
bool allows(TextView day, DWORD weekday, DWORD minute) {
  if (day.empty() || static_cast<DWORD>(day[0] - u'0') != weekday) {
    return false;
  }
  constexpr std::size_t range = 12;
  for (std::size_t at = 1; at + range <= day.size(); at += range) {
    const auto from = minute_of_day(day, at + 1);
    const auto to = minute_of_day(day, at + 7);
    if (from && to && minute >= *from && minute < *to) {
      return true;
    }
  }
  return false;
}

}  // namespace

Interface* Server::interface_by_handle(std::uint64_t handle) const {
  for (std::size_t i = 0; i < interfaces_.size(); ++i) {
    if (interfaces_[i].handle == handle) {
      return &interfaces_[i];
    }
  }
  return nullptr;
}

Interface* Server::interface_by_name(TextView wanted) const {
  const Text key = folded(wanted);
  for (std::size_t i = 0; i < interfaces_.size(); ++i) {
    if (folded(interfaces_[i].name) == key) {
      return &interfaces_[i];
    }
  }
  return nullptr;
}

Interface& Server::add_interface(Interface one) {
  if (interface_by_name(one.name) != nullptr) {
    throw Mistake::exists(u"The interface " + one.name + u" already exists");
  }
  one.handle = next_handle(next_interface_handle_);
  return interfaces_.add(std::move(one));
}

void Server::remove_interface(Interface& one) {
  if (Connection* connection = connections_.find(one.connection)) {
    hang_up(*connection);
  }
  one.waiting.signal();
  interfaces_.remove(one.ordinal);
}

// The clock begins at midnight on a Sunday.
bool Server::is_within_hours(const Interface& one) const {
  if (one.hours.empty()) {
    return true;
  }
  const auto minutes = static_cast<DWORD>(whole_seconds(clock_.now()) / 60);
  const DWORD weekday = minutes / minutes_in_a_day % 7;
  return std::any_of(one.hours.begin(), one.hours.end(), [&](const Text& day) {
    return allows(day, weekday, minutes % minutes_in_a_day);
  });
}

DWORD Server::unreachable_because(const Interface& one) const {
  DWORD reasons = one.reasons;
  if (!one.enabled) {
    reasons |= mpr::MPR_INTERFACE_ADMIN_DISABLED;
  }
  if (!is_demand_dial(one)) {
    return reasons;
  }
  if (clock_.now() < one.unreachable_until) {
    reasons |= mpr::MPR_INTERFACE_CONNECTION_FAILURE;
    if (one.last_error == no_port) {
      reasons |= mpr::MPR_INTERFACE_OUT_OF_RESOURCES;
    }
  }
  if (paused) {
    reasons |= mpr::MPR_INTERFACE_SERVICE_PAUSED;
  }
  if (!is_within_hours(one)) {
    reasons |= mpr::MPR_INTERFACE_DIALOUT_HOURS_RESTRICTION;
  }
  return reasons;
}

DWORD Server::state_of(const Interface& one) const {
  if (one.connection != 0) {
    return mpr::ROUTER_IF_STATE_CONNECTED;
  }
  if (one.connecting) {
    return mpr::ROUTER_IF_STATE_CONNECTING;
  }
  if (unreachable_because(one) != 0) {
    return mpr::ROUTER_IF_STATE_UNREACHABLE;
  }
  // A network card is always connected.
  return is_demand_dial(one) ? mpr::ROUTER_IF_STATE_DISCONNECTED : mpr::ROUTER_IF_STATE_CONNECTED;
}

void Server::set_enabled(Interface& one, bool enabled) {
  one.enabled = enabled;
  if (!enabled && (one.connecting || one.connection != 0)) {
    bring_down(one, aborted);
  }
}

void Server::plan(const Interface& one, InterfaceStep step, Clock::Time when) {
  interface_plans_.emplace(when, InterfacePlan{one.ordinal, one.stage, step});
}

void Server::carry_out(const InterfacePlan& plan, Clock::Time when) {
  Interface* one = interfaces_.find(plan.one);
  if (one == nullptr || one->stage != plan.stage) {
    return;
  }
  switch (plan.step) {
    case InterfaceStep::end_attempt:
      return end_attempt(*one, one->answer, when);
    case InterfaceStep::leave:
      return bring_down(*one, status::SUCCESS);
    case InterfaceStep::look_at_traffic:
      return look_at_traffic(*one, when);
  }
}

DWORD Server::dial(Interface& one, HANDLE event) {
  if (!one.enabled) {
    return status::ERROR_INTERFACE_DISABLED;
  }
  if (!is_demand_dial(one)) {
    return quirks.connect_lan_interface;
  }
  if (paused) {
    return status::ERROR_SERVICE_IS_PAUSED;
  }
  if (one.devices.empty()) {
    return status::ERROR_INTERFACE_HAS_NO_DEVICES;
  }
  if (one.connecting) {
    return status::ERROR_ALREADY_CONNECTING;
  }
  if (one.connection != 0) {
    return quirks.connect_connected_interface;
  }
  if (!is_within_hours(one)) {
    return quirks.connect_outside_hours;
  }
  if (event != nullptr && !one.waiting.add(event)) {
    return status::ERROR_INVALID_PARAMETER;
  }
  one.connecting = true;
  ++one.stage;
  if (one.connecting_time > Clock::Time::zero()) {
    plan(one, InterfaceStep::end_attempt, clock_.now() + one.connecting_time);
  } else {
    end_attempt(one, one.answer, clock_.now());
  }
  return status::PENDING;
}

void Server::end_attempt(Interface& one, DWORD answer, Clock::Time when) {
  const bool has_credentials =
      one.credentials || one.eap_credentials.size() > 0 || one.preshared_key.size() > 0;
  if (answer == status::SUCCESS && !has_credentials) {
    answer = quirks.dial_without_credentials;
  }
  if (answer == status::SUCCESS) {
    answer = connect_to_other_router(one);
  }
  one.connecting = false;
  ++one.stage;
  one.last_error = answer;
  if (answer == status::SUCCESS) {
    one.failures = 0;
    one.unreachable_until = Clock::Time::zero();
    one.bytes_when_last_seen = 0;
    const DWORD idle = one.entry.dwIdleDisconnectSeconds;
    if (idle != mpr::MPRIDS_Disabled && idle != mpr::MPRIDS_UseGlobalValue) {
      plan(one, InterfaceStep::look_at_traffic, when + std::chrono::seconds(idle));
    }
  } else {
    ++one.failures;
    one.unreachable_until =
        when + std::min(quirks.unreachability_step * one.failures, quirks.longest_unreachability);
  }
  one.waiting.signal();
  one.waiting.clear();
}

DWORD Server::connect_to_other_router(Interface& one) {
  const auto vacant = [&](PortType type) {
    return !vacant_[static_cast<std::size_t>(type)].empty();
  };
  Caller caller;
  caller.type = type_for(one.entry.dwVpnStrategy);
  if (caller.type && !vacant(*caller.type)) {
    return no_port;
  }
  if (!caller.type && first_vacant() == nullptr) {
    return no_port;
  }
  caller.tell = [&](ConnectionDetails& details) {
    details.interface_name = one.name;
    details.interface_handle = one.handle;
    details.interface_type = one.type;
    details.user = one.credentials ? one.credentials->user : one.name;
    details.domain = one.credentials ? one.credentials->domain : Text();
    details.remote_endpoint = bounded(one.entry.szLocalPhoneNumber);
  };
  one.connection = dial_in(caller).ordinal;
  return status::SUCCESS;
}

void Server::look_at_traffic(Interface& one, Clock::Time when) {
  const Connection* connection = connections_.find(one.connection);
  if (connection == nullptr) {
    return;
  }
  // At that time: a step of the clock may have gone further.
  const auto count = [&](Counter kind) -> std::uint64_t {
    return connection->counters.shown(kind, when);
  };
  const std::uint64_t bytes = count(Counter::bytes_sent) + count(Counter::bytes_received);
  if (bytes == std::exchange(one.bytes_when_last_seen, bytes)) {
    return bring_down(one, quirks.idle_error);
  }
  plan(one, InterfaceStep::look_at_traffic,
       when + std::chrono::seconds(one.entry.dwIdleDisconnectSeconds));
}

DWORD Server::hang_up_interface(Interface& one) {
  if (!one.connecting && one.connection == 0) {
    return status::ERROR_INTERFACE_NOT_CONNECTED;
  }
  if (quirks.interface_disconnect_delay > Clock::Time::zero()) {
    plan(one, InterfaceStep::leave, clock_.now() + quirks.interface_disconnect_delay);
  } else {
    bring_down(one, status::SUCCESS);
  }
  return status::SUCCESS;
}

void Server::bring_down(Interface& one, DWORD reason) {
  if (one.connecting) {
    one.connecting = false;
    ++one.stage;
    one.last_error = reason == status::SUCCESS ? aborted : reason;
    one.waiting.signal();
    one.waiting.clear();
    return;
  }
  if (Connection* connection = connections_.find(one.connection)) {
    hang_up(*connection);
    one.last_error = reason;
  }
}

// However the connection of an interface ends, the interface is down then.
void Server::note_end(const Connection& connection) {
  for (std::size_t i = 0; i < interfaces_.size(); ++i) {
    Interface& one = interfaces_[i];
    if (one.connection == connection.ordinal) {
      one.connection = 0;
      ++one.stage;
    }
  }
}

void Server::reset_interfaces() {
  for (std::size_t i = 0; i < interfaces_.size(); ++i) {
    Interface& one = interfaces_[i];
    one.connecting = false;
    one.last_error = status::SUCCESS;
    one.failures = 0;
    one.unreachable_until = Clock::Time::zero();
    one.updates.clear();
    ++one.stage;
    one.waiting.signal();
    one.waiting.clear();
  }
  interface_plans_.clear();
}

DWORD Server::update_routes(Interface& one, DWORD protocol, HANDLE event) {
  if (one.connection == 0) {
    return status::ERROR_INTERFACE_NOT_CONNECTED;
  }
  if (protocol != mpr::PID_IP && protocol != mpr::PID_IPX) {
    return status::ERROR_UNKNOWN_PROTOCOL_ID;
  }
  if (one.transports.count(protocol) == 0) {
    return status::ERROR_NO_SUCH_INTERFACE;
  }
  RouteUpdate& update = one.updates[protocol];
  if (update.due) {
    return status::ERROR_UPDATE_IN_PROGRESS;
  }
  if (event != nullptr && !update.waiting.add(event)) {
    return status::ERROR_INVALID_PARAMETER;
  }
  update.result.reset();
  // Without an event the call returns when the update has ended.
  update.due = clock_.now() + (event == nullptr ? Clock::Time::zero() : one.update_time);
  settle_updates();
  return event == nullptr ? status::SUCCESS : status::PENDING;
}

void Server::settle_updates() {
  for (std::size_t i = 0; i < interfaces_.size(); ++i) {
    for (auto& [protocol, update] : interfaces_[i].updates) {
      if (update.due && *update.due <= clock_.now()) {
        update.due.reset();
        update.result = interfaces_[i].update_result;
        update.waiting.signal();
        update.waiting.clear();
      }
    }
  }
}

// The result can be read once.
DWORD Server::take_update_result(Interface& one, DWORD protocol, DWORD& result) {
  if (one.transports.count(protocol) == 0) {
    return status::ERROR_NO_SUCH_INTERFACE;
  }
  const auto found = one.updates.find(protocol);
  if (one.connection == 0 || found == one.updates.end() || !found->second.result) {
    return status::ERROR_INTERFACE_NOT_CONNECTED;
  }
  result = *std::exchange(found->second.result, std::nullopt);
  return status::SUCCESS;
}

}  // namespace rras::simulator
