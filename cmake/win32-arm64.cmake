# Toolchain: 64-bit Windows on ARM, with Zig. It has clang, lld and mingw-w64's libraries for ARM, which Debian lacks.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR ARM64)
set(CMAKE_CXX_PLATFORM_ID MinGW)
set(RRAS_TARGET win32-arm64)
set(RRAS_ZIG_TARGET aarch64-windows-gnu)
include(${CMAKE_CURRENT_LIST_DIR}/zig.cmake)

# Zig's resource compiler writes .res files, which lld accepts.
set(CMAKE_RC_COMPILER ${RRAS_ZIG})
set(CMAKE_RC_COMPILE_OBJECT "<CMAKE_RC_COMPILER> rc -- <SOURCE> <OBJECT>")
set(CMAKE_RC_OUTPUT_EXTENSION .res)
