# Toolchain: 64-bit Windows on ARM, with Zig, whose file RRAS_ZIG names. Zig brings clang, lld and
# mingw-w64's libraries for ARM, which Debian does not have.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR ARM64)
set(RRAS_TARGET win32-arm64)

# The trial compilations of CMake read this file too, without the variables of the command line.
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES RRAS_ZIG)
set(RRAS_ZIG_TARGET aarch64-windows-gnu)
set(CMAKE_CXX_COMPILER ${RRAS_ZIG} c++ -target ${RRAS_ZIG_TARGET})

# Zig's resource compiler writes .res files, which lld takes as they are.
set(CMAKE_RC_COMPILER ${RRAS_ZIG})
set(CMAKE_RC_COMPILE_OBJECT "<CMAKE_RC_COMPILER> rc -- <SOURCE> <OBJECT>")
set(CMAKE_RC_OUTPUT_EXTENSION .res)
