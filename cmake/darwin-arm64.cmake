# Toolchain: macOS on aarch64, with Zig.
set(CMAKE_SYSTEM_NAME Darwin)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(RRAS_TARGET darwin-arm64)
set(RRAS_ZIG_TARGET aarch64-macos.11.0)
include(${CMAKE_CURRENT_LIST_DIR}/zig.cmake)
# CMake asks for these at every build for macOS. Nothing here uses them.
set(CMAKE_INSTALL_NAME_TOOL ${RRAS_ZIG})
set(CMAKE_OSX_SYSROOT "")
