// Windows' own header, without what nobody here needs. For sources that are compiled on Windows
// only, or that include it there only.
#pragma once

#define WIN32_LEAN_AND_MEAN
// As libstdc++ defines it, or this would be another definition.
#define NOMINMAX 1
#include <windows.h>
