# Toolchain: Linux on x86_64 with glibc, with Zig, which can link for an older glibc than that of this system.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(RRAS_TARGET linux-x64)
set(RRAS_C_LIBRARY glibc)
set(RRAS_ZIG_TARGET x86_64-linux-gnu.2.28)
include(${CMAKE_CURRENT_LIST_DIR}/zig.cmake)
