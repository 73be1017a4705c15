# Toolchain: Linux on x86_64 with musl, with Zig.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(RRAS_TARGET linux-x64)
set(RRAS_C_LIBRARY musl)
set(RRAS_ZIG_TARGET x86_64-linux-musl)
include(${CMAKE_CURRENT_LIST_DIR}/zig.cmake)
