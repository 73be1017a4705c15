// Windows' own header without unneeded parts. For sources that are compiled on Windows only, or
// include it there only.
#pragma once

#define WIN32_LEAN_AND_MEAN
// The same value as in libstdc++: another one would be a redefinition.
#define NOMINMAX 1
#include <windows.h>
