# Toolchain: Linux on aarch64 with musl, with Zig.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(RRAS_TARGET linux-arm64)
set(RRAS_C_LIBRARY musl)
set(RRAS_ZIG_TARGET aarch64-linux-musl)
include(${CMAKE_CURRENT_LIST_DIR}/zig.cmake)
