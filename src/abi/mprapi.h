// The part of mprapi.h that is used: Windows 2000 and later, and the NT 4 redistributable, which
// has the same structs and signatures under RasAdmin names.
//
// rassapi.h declares other structs under the same names, hence the namespaces. check_mprapi.cc
// compares the layouts with the platform's header, test/native/layouts.test.ts with measured
// numbers.
#pragma once

#include "abi/mprapi/configuration.h"
#include "abi/mprapi/connections.h"
#include "abi/mprapi/custom_info.h"
#include "abi/mprapi/devices.h"
#include "abi/mprapi/interfaces.h"
#include "abi/mprapi/mib.h"
#include "abi/mprapi/ports.h"
#include "abi/mprapi/server.h"
#include "abi/mprapi/server_ex.h"
#include "abi/mprapi/transports.h"
#include "abi/mprapi/users.h"
