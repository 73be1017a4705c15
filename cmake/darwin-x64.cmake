# Toolchain: macOS on x86_64, with Zig.
set(CMAKE_SYSTEM_NAME Darwin)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(RRAS_TARGET darwin-x64)
set(RRAS_ZIG_TARGET x86_64-macos.11.0)
include(${CMAKE_CURRENT_LIST_DIR}/zig.cmake)
# CMake asks for these at every build for macOS. Nothing here uses them.
set(CMAKE_INSTALL_NAME_TOOL ${RRAS_ZIG})
set(CMAKE_OSX_SYSROOT "")
