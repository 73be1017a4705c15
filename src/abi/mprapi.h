// mprapi.h as far as it is used: Windows 2000 and later, and the NT 4 redistributable, which has
// the same structs and signatures under RasAdmin names.
//
// rassapi.h declares other structs under the same names, hence the namespaces. Layouts are asserted
// in check_mprapi.cc (against the platform's header) and in test/native/layouts.test.ts (against
// measured numbers).
#pragma once

#include "abi/mprapi/connections.h"
#include "abi/mprapi/devices.h"
#include "abi/mprapi/ports.h"
#include "abi/mprapi/server.h"
#include "abi/mprapi/server_ex.h"
#include "abi/mprapi/transports.h"
#include "abi/mprapi/users.h"
