// The platform's own mprapi.h with the headers that it needs, in the only order that compiles. For
// sources that check our types against it; empty if the platform has none.
#pragma once

#if defined(_WIN32) && __has_include(<mprapi.h>)
// clang-format off
#include <winsock2.h>
#include <windows.h>
#include <lmcons.h>
#include <ras.h>
#include <mprapi.h>
// clang-format on
#endif
