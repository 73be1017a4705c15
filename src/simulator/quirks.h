// Quirks: settings of a server for behaviour that the documentation leaves open or contradicts.
// lib/simulator/quirks.ts describes each with its source. Each dialect has its own defaults.
#pragma once

#include <cstdint>

#include "abi/status.h"
#include "simulator/clock.h"
#include "simulator/port.h"

namespace rras::simulator {

enum class NameForm : std::uint8_t { either, plain, backslashes };

// Which revision a server expects for each shape of MPR_SERVER_EX.
enum class RevisionPairing : std::uint8_t { by_shape, always_one, any };

struct Quirks {
  // In every dialect.
  abi::DWORD disconnect_idle_port = abi::status::ERROR_INVALID_PARAMETER;
  abi::DWORD call_when_stopped = abi::status::RPC_S_UNKNOWN_IF;
  Clock::Time disconnect_delay{0};
  Condition disconnecting_condition = condition::disconnected;
  Clock::Time initialization_time{0};
  bool empty_buffer = false;
  abi::DWORD invalid_privilege = abi::status::ERROR_INVALID_PARAMETER;
  NameForm server_name_form = NameForm::either;

  // In dialects with handles.
  abi::DWORD connect_when_stopped = abi::status::RPC_S_UNKNOWN_IF;
  abi::DWORD reset_unknown_port = abi::status::SUCCESS;
  std::uint64_t idle_port_connection = 0;
  bool reuse_handles = false;
  abi::DWORD bytes_per_port = 380;
  bool page_of_one = true;
  bool page_without_progress = false;
  abi::DWORD unknown_connection = abi::status::ERROR_INTERFACE_NOT_CONNECTED;
  abi::DWORD edited_resume_handle = abi::status::ERROR_INVALID_PARAMETER;
  abi::DWORD newer_function = abi::status::RPC_S_PROCNUM_OUT_OF_RANGE;
  abi::DWORD newer_ex_function = abi::status::ERROR_PROC_NOT_FOUND;
  abi::DWORD wrong_header = abi::status::ERROR_INVALID_PARAMETER;
  abi::DWORD unknown_server_level = abi::status::ERROR_NOT_SUPPORTED;
  bool lan_only_refuses_setup = true;
  abi::DWORD datacenter_pptp_ports = 16'384;
  bool sstp_routing = true;
  Clock::Time reconfiguration_delay{0};
  RevisionPairing server_revisions = RevisionPairing::by_shape;
  abi::DWORD answered_revision = 0;
  abi::DWORD server_overrun = 0;
  bool texts_of_ras_errors = false;

  abi::DWORD update_without_mobike = abi::status::ERROR_CANNOT_INITIATE_MOBIKE_UPDATE;
  abi::DWORD mib_end = abi::status::ERROR_NO_MORE_ITEMS;
  abi::DWORD mib_absent = abi::status::ERROR_NOT_FOUND;
  abi::DWORD remote_notification = abi::status::ERROR_NOT_SUPPORTED;

  abi::DWORD connect_connected_interface = abi::status::SUCCESS;
  abi::DWORD connect_lan_interface = abi::status::ERROR_INTERFACE_CONFIGURATION;
  abi::DWORD connect_outside_hours = abi::status::ERROR_DIALOUT_HOURS_RESTRICTION;
  abi::DWORD dial_without_credentials = abi::status::ERROR_NO_INTERFACE_CREDENTIALS_SET;
  abi::DWORD idle_error = abi::status::ERROR_IDLE_DISCONNECTED;
  abi::DWORD unknown_interface_level = abi::status::ERROR_INVALID_LEVEL;
  abi::DWORD unknown_interface_device = abi::status::ERROR_INVALID_PARAMETER;
  abi::DWORD add_interface_transport_again = abi::status::ERROR_PROTOCOL_ALREADY_INSTALLED;
  Clock::Time interface_disconnect_delay{0};
  Clock::Time unreachability_step{600'000};
  Clock::Time longest_unreachability{21'600'000};
  // Of the stored configuration.
  abi::DWORD stale_stored_handle = abi::status::ERROR_INVALID_HANDLE;
  abi::DWORD refresh_stored = abi::status::SUCCESS;
  abi::DWORD restore_without_backup = abi::status::ERROR_PATH_NOT_FOUND;
  abi::DWORD stored_parts_set = 3;
  bool stored_page_of_one = false;
  abi::DWORD store_interface_again = abi::status::SUCCESS;
  abi::DWORD disable_stored_lan_interface = abi::status::ERROR_INVALID_PARAMETER;
  abi::DWORD guid_name_of_demand_dial = abi::status::ERROR_NOT_FOUND;

  // In the dialect without handles.
  abi::DWORD unknown_port = abi::status::ERROR_DEV_NOT_EXIST;
  abi::DWORD unknown_user = abi::status::NERR_UserNotFound;
};

// Calls `visit(name, value)` for each quirk of the dialect.
template <typename Q, typename Visitor>
void visit_quirks(Q& quirks, bool dialect_has_handles, Visitor&& visit) {
  visit("disconnectIdlePort", quirks.disconnect_idle_port);
  visit("callWhenStopped", quirks.call_when_stopped);
  visit("disconnectDelay", quirks.disconnect_delay);
  visit("disconnectingCondition", quirks.disconnecting_condition);
  visit("initializationTime", quirks.initialization_time);
  visit("emptyBuffer", quirks.empty_buffer);
  visit("serverNameForm", quirks.server_name_form);
  visit("invalidPrivilege", quirks.invalid_privilege);
  if (dialect_has_handles) {
    visit("connectWhenStopped", quirks.connect_when_stopped);
    visit("resetUnknownPort", quirks.reset_unknown_port);
    visit("idlePortConnection", quirks.idle_port_connection);
    visit("reuseHandles", quirks.reuse_handles);
    visit("bytesPerPort", quirks.bytes_per_port);
    visit("pageOfOne", quirks.page_of_one);
    visit("pageWithoutProgress", quirks.page_without_progress);
    visit("unknownConnection", quirks.unknown_connection);
    visit("editedResumeHandle", quirks.edited_resume_handle);
    visit("newerFunction", quirks.newer_function);
    visit("newerExFunction", quirks.newer_ex_function);
    visit("wrongHeader", quirks.wrong_header);
    visit("unknownServerLevel", quirks.unknown_server_level);
    visit("lanOnlyRefusesSetup", quirks.lan_only_refuses_setup);
    visit("datacenterPptpPorts", quirks.datacenter_pptp_ports);
    visit("sstpRouting", quirks.sstp_routing);
    visit("reconfigurationDelay", quirks.reconfiguration_delay);
    visit("serverRevisions", quirks.server_revisions);
    visit("answeredRevision", quirks.answered_revision);
    visit("serverOverrun", quirks.server_overrun);
    visit("textsOfRasErrors", quirks.texts_of_ras_errors);
    visit("updateWithoutMobike", quirks.update_without_mobike);
    visit("mibEnd", quirks.mib_end);
    visit("mibAbsent", quirks.mib_absent);
    visit("remoteNotification", quirks.remote_notification);
    visit("connectConnectedInterface", quirks.connect_connected_interface);
    visit("connectLanInterface", quirks.connect_lan_interface);
    visit("connectOutsideHours", quirks.connect_outside_hours);
    visit("dialWithoutCredentials", quirks.dial_without_credentials);
    visit("idleError", quirks.idle_error);
    visit("unknownInterfaceLevel", quirks.unknown_interface_level);
    visit("unknownInterfaceDevice", quirks.unknown_interface_device);
    visit("addInterfaceTransportAgain", quirks.add_interface_transport_again);
    visit("interfaceDisconnectDelay", quirks.interface_disconnect_delay);
    visit("unreachabilityStep", quirks.unreachability_step);
    visit("longestUnreachability", quirks.longest_unreachability);
    visit("staleStoredHandle", quirks.stale_stored_handle);
    visit("refreshStored", quirks.refresh_stored);
    visit("restoreWithoutBackup", quirks.restore_without_backup);
    visit("storedPartsSet", quirks.stored_parts_set);
    visit("storedPageOfOne", quirks.stored_page_of_one);
    visit("storeInterfaceAgain", quirks.store_interface_again);
    visit("disableStoredLanInterface", quirks.disable_stored_lan_interface);
    visit("guidNameOfDemandDial", quirks.guid_name_of_demand_dial);
  } else {
    visit("unknownPort", quirks.unknown_port);
    visit("unknownUser", quirks.unknown_user);
  }
}

}  // namespace rras::simulator
